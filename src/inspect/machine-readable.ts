import type { FileFormat } from '../model/format.ts';
import type { Inspection } from '../model/inspection.ts';
import { extensionOfName } from '../web/address.ts';
import { isPageFormat, isProse, openFormats } from '../web/formats.ts';
import type { FormatsVocabulary } from './vocabulary.ts';

/** The judgement, with a stable code that says why. */
export interface Readable {
  readonly machineReadable: Inspection['machineReadable'];
  readonly machineReadableBecause: string;
}

/** What the judgement is made from. */
export type Judged = Pick<Inspection, 'format' | 'tables' | 'keys' | 'members' | 'complete'> & {
  /** A reader's own finding that overrules the format: `error-body`, `picture-only`, `service-description` … */
  readonly finding?: Readable | undefined;
};

const yes = (because: string): Readable => ({ machineReadable: 'Yes', machineReadableBecause: because });
const no = (because: string): Readable => ({ machineReadable: 'No', machineReadableBecause: because });
const unsure = (because: string): Readable => ({ machineReadable: 'Unsure', machineReadableBecause: because });

const link = /^(?:https?|ftp):\/\/\S+$/i;

/**
 * Nothing but addresses of files: a list of data elsewhere, not data. A column of web sites beside others is data, so
 * half of the addresses must be those of files, or all columns hold addresses.
 */
const isLinksOnly = ({ tables }: Judged, vocabulary: FormatsVocabulary): boolean => {
  const columns = tables.flatMap((table) => table.columns).filter(({ top }) => top.length > 0);
  if (columns.some(({ numbers }) => numbers !== null)) return false;
  const values = columns.flatMap(({ top }) => top.map(({ value }) => value));
  const links = values.filter((value) => link.test(value));
  if (links.length === 0 || links.length * 2 < values.length) return false;
  const files = links.filter((value) => isFile(value, vocabulary)).length;
  return files * 2 >= links.length || columns.every(({ top }) => top.every(({ value }) => link.test(value)));
};

const isFile = (address: string, { formats }: FormatsVocabulary): boolean => {
  const format = openFormats(formats).byExtension(extensionOfName(address));
  return format !== null && !isPageFormat(format);
};

const ofContent = (judged: Judged, vocabulary: FormatsVocabulary, family: FileFormat['family']): Readable => {
  const hasRows = judged.tables.some((table) => table.rows === null || table.rows > 0);
  if (hasRows) return family === 'table' && isLinksOnly(judged, vocabulary) ? no('links-only') : yes('rows-or-records');
  if (judged.tables.some((table) => table.headerRows > 0 && table.columns.length > 1))
    return yes('header-without-rows');
  if (judged.keys.length > 0) return yes('rows-or-records');
  return judged.complete ? no('no-rows') : unsure('not-read');
};

/** An archive is what its members are: one that can be read is enough. */
const ofMembers = (judged: Judged): Readable => {
  const inspected = judged.members.flatMap(({ inspection }) => (inspection === null ? [] : [inspection]));
  const best = inspected.find(({ machineReadable }) => machineReadable === 'Yes');
  if (best) return yes(best.machineReadableBecause);
  const isAllSeen = judged.complete && inspected.length === judged.members.length;
  if (inspected.length > 0 && isAllSeen && inspected.every(({ machineReadable }) => machineReadable === 'No')) {
    return no(inspected[0]?.machineReadableBecause ?? 'no-rows');
  }
  return judged.members.length === 0 && judged.complete ? no('no-rows') : unsure('not-read');
};

/**
 * Can a program read it without a person retyping it? GODI's rule: spreadsheets and structured text can be, pages and
 * documents cannot; which format is which is data, and where the inside decides, it is looked at.
 */
export const judgeReadable = (judged: Judged, vocabulary: FormatsVocabulary): Readable => {
  if (judged.finding !== undefined) return judged.finding;
  const fact = openFormats(vocabulary.formats).byId(judged.format);
  if (fact === null || fact.readable === 'unsure') return unsure(fact === null ? 'unknown-format' : 'not-read');
  if (fact.readable === 'yes') return yes(isProse(fact) ? 'plain-text' : 'rows-or-records');
  if (fact.readable === 'no') return no(fact.family === 'none' ? 'nothing-inside' : fact.family);
  return fact.family === 'archive' || (judged.members.length > 0 && judged.tables.length === 0)
    ? ofMembers(judged)
    : ofContent(judged, vocabulary, fact.family);
};
