import { createHash } from 'node:crypto';
import { namesTopic } from '../../discover/answers.ts';
import { governing, statementsOfRecord, verdictOfGoverning } from '../../licence/index.ts';
import { type DatasetRecord, type DeclaredLicence, type Distribution, thereSince } from '../../model/records.ts';
import type { DistributionCounts, FieldState, RecordDigest, SampleFile } from '../../model/survey.ts';
import { isArea, isLanguageTag, isReachable, stateOf, stemOf } from '../../portal/index.ts';
import { comparable } from '../../text/fold.ts';
import { hostOf } from '../../web/address.ts';
import { openFormats, promiseOf } from '../../web/formats.ts';
import type { PortalData } from './data.ts';

/* One record of a catalogue, cut down to what the indicators count. */

/** A description this short, or that repeats the title, describes nothing. */
const shortDescription = 100;

/** Of a hash, as much as tells records apart. */
const hashLength = 20;

/** Cut as bytes: a part of a text would keep all of it in memory. */
const hash = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest()
    .subarray(0, hashLength / 2)
    .toString('hex');

type Licence = RecordDigest['licence'];

/** The licence of one file, or of a dataset without any, by what the record says. */
const readLicence = (record: DatasetRecord, data: PortalData): Licence => {
  // What a description says in passing is no field of the record.
  const statements = statementsOfRecord(data.licences, { ...record, description: '' });
  const placed = statements.map((statement) => ({ ...statement, evidence: 'ev-1' as const }));
  const found = governing(placed, ['ev-1'], []);
  if (found.reason === 'no-statement') return { label: null, isRecognised: false, open: 'Unsure' };
  const { id, title, open } = verdictOfGoverning(found);
  const [first] = statements;
  return { label: id ?? (title || first?.quote.slice(0, 80) || null), isRecognised: id !== null, open };
};

const rank = { No: 0, Unsure: 1, Yes: 2 } as const;

const worseOf = (one: Licence, other: Licence): Licence => {
  const isWorse = other.label === null ? one.label !== null : rank[other.open] < rank[one.open];
  const worse = isWorse ? other : one;
  return { ...worse, isRecognised: one.isRecognised && other.isRecognised };
};

type LicenceReader = (record: DatasetRecord) => Licence;

/** Reads licences once for each way of declaring them: a catalogue has few. */
const openLicenceReader = (data: PortalData): LicenceReader => {
  const known = new Map<string, Licence>();
  const read = (record: DatasetRecord, file: readonly DeclaredLicence[]): Licence => {
    const fields = record.fields.filter(({ field }) => data.licences.fields.kindOf(field) !== null);
    const key = JSON.stringify([record.licence, file, fields, record.isPublic]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const only = {
      url: 'https://file.invalid/',
      title: '',
      format: null,
      mediaType: null,
      bytes: null,
      modified: null,
    };
    const distributions = file.length === 0 ? [] : [{ ...only, description: '', licence: file }];
    const licence = readLicence({ ...record, fields, distributions }, data);
    known.set(key, licence);
    return licence;
  };
  return (record) => {
    const [first = [], ...others] = record.distributions.map(({ licence }) => licence);
    return others.reduce((worst, file) => worseOf(worst, read(record, file)), read(record, first));
  };
};

/** Values of a record's own fields whose names match. */
const ownField = ({ fields }: DatasetRecord, names: RegExp): string =>
  fields.find(({ field }) => names.test(field))?.value ?? '';

interface FieldStates {
  readonly spatial: FieldState;
  readonly temporal: FieldState;
  readonly language: FieldState;
  readonly contact: FieldState;
  readonly accessRights: FieldState;
}

const statesOf = (record: DatasetRecord, { fields }: PortalData): FieldStates => {
  const { temporal } = record;
  const hasPeriod = temporal !== null && (temporal.from !== null || temporal.to !== null);
  const period = ownField(record, /temporal|period|time_?coverage/i);
  return {
    spatial: stateOf(record.spatial ?? ownField(record, /^(?:spatial|bbox|geographic)/i), isArea),
    temporal: hasPeriod ? 'conformant' : stateOf(period, () => false),
    language: stateOf(record.language ?? ownField(record, /^languages?$/i), isLanguageTag),
    contact: stateOf(record.contact ?? ownField(record, /contact/i), isReachable),
    accessRights: stateOf(record.accessRights ?? ownField(record, /^access_?(?:rights|level)$/i), fields.isAccessRight),
  };
};

/** A rhythm is told in a few words. */
const longestRhythm = 40;

/**
 * The rhythm of updates as the record tells it: in the field for it, or in one of the publisher's own under whatever name, where all
 * that it says is a rhythm. Null where none is told, or told as not known.
 */
const toldRhythm = ({ frequency, fields: own }: DatasetRecord, { fields }: PortalData): string | null => {
  if (frequency !== null) return fields.isUntold(frequency) ? null : frequency;
  const said = own.map(({ value }) => value.trim()).filter(({ length }) => length > 0 && length <= longestRhythm);
  return said.find((value) => fields.isRhythm(value)) ?? null;
};

/** The file that is looked at where the dataset is drawn: of those that are files, the one with the lowest hash. */
const fileOf = (record: DatasetRecord, host: string, data: PortalData): SampleFile | null => {
  const formats = openFormats(data.formats.formats);
  const offered = record.distributions.map((file) => ({ file, format: formats.ofFile(file) }));
  const files = offered.filter(({ format }) => promiseOf(format) !== 'service');
  const ranked = (files.length > 0 ? files : offered)
    .map((one) => ({ ...one, rank: hash(`${host} ${record.id} ${one.file.url}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const [first] = ranked;
  if (first === undefined) return null;
  const { file, format } = first;
  return { url: file.url, title: file.title, format: format?.id ?? null, isService: promiseOf(format) === 'service' };
};

const countsOf = (
  { distributions, licence, fields }: DatasetRecord,
  found: Licence,
  data: PortalData,
): DistributionCounts => {
  const formats = openFormats(data.formats.formats);
  const count = (has: (file: Distribution) => boolean): number => distributions.filter(has).length;
  const isLicensed = found.label !== null;
  const isKnown = (name: string | null): boolean => formats.declared(name) !== null;
  const hasRights = [...licence, ...fields].some(({ field }) => /rights/i.test(field));
  return {
    all: distributions.length,
    download: count(({ downloadUrl }) => downloadUrl !== undefined),
    format: count(({ format }) => format !== null),
    mediaType: count(({ mediaType }) => mediaType !== null),
    known: count(({ format }) => isKnown(format)) + count(({ mediaType }) => formats.byMediaType(mediaType) !== null),
    nonProprietary: count((file) => formats.ofFile(file)?.open === true),
    machineReadable: count((file) => isReadable(formats.ofFile(file)?.readable)),
    licence: isLicensed ? distributions.length : 0,
    licenceKnown: isLicensed && found.isRecognised ? distributions.length : 0,
    rights: hasRights ? distributions.length : count(({ rights }) => rights !== undefined),
    bytes: count(({ bytes }) => bytes !== null),
  };
};

/** By its name alone: whether a spreadsheet holds rows is known only when it is opened. */
const isReadable = (readable: string | undefined): boolean => readable === 'yes' || readable === 'content';

const isTold = ({ description, title }: DatasetRecord): boolean =>
  description.length > shortDescription && comparable(description) !== comparable(title);

/** Titles that name the category; each is compared once with the words of all categories. */
const categoriesOf = (record: DatasetRecord, { lenses }: PortalData): readonly string[] =>
  lenses.filter(({ lens }) => namesTopic(record, lens)).map(({ category }) => category);

/** Makes digests of the records of one portal. */
export type Digest = (record: DatasetRecord, page: number) => RecordDigest;

/** What is handed to the making of digests besides the data. */
export interface DigestGiven {
  /** Host of the portal, by which datasets are ranked. */
  readonly host: string;
  readonly languages: readonly string[];
  /** Themes that the portal itself has a list of. */
  readonly themes: ReadonlySet<string>;
}

/** Opens the making of digests. */
export const openDigest = ({ host, languages, themes }: DigestGiven, data: PortalData): Digest => {
  const licenceOf = openLicenceReader(data);
  const formats = openFormats(data.formats.formats);
  const interned = new Map<string, string>();
  /** One copy of what many records say. */
  const intern = (text: string): string => {
    const known = interned.get(text) ?? text;
    interned.set(text, known);
    return known;
  };
  const kept = new Map<string, readonly string[]>();
  /** One list of what many records say together. */
  const internAll = (list: readonly string[]): readonly string[] => {
    const key = list.join('\n');
    const known = kept.get(key) ?? list.map(intern);
    kept.set(key, known);
    return known;
  };
  const counts = new Map<string, DistributionCounts>();
  const internCounts = (own: DistributionCounts): DistributionCounts => {
    const key = Object.values(own).join(' ');
    const known = counts.get(key) ?? own;
    counts.set(key, known);
    return known;
  };
  return (record, page) => {
    const { distributions, title } = record;
    const licence = licenceOf(record);
    const frequency = toldRhythm(record, data);
    const rhythm = frequency === null ? undefined : data.fields.rhythmOf(frequency);
    const urls = [...new Set(distributions.map(({ url }) => url))].sort();
    const named = distributions.map((file) => formats.ofFile(file)?.id ?? file.format);
    const found = distributions.map((file) => formats.ofFile(file));
    return {
      ...{ id: record.id, page, rank: hash(`${host} ${record.id}`), title },
      stem: intern(stemOf(title, data.series)),
      folded: comparable(title),
      publisher: record.publisher === null ? null : intern(record.publisher),
      ...{ issued: record.issued, modified: record.modified, since: thereSince(record) },
      identifier: record.identifier ?? null,
      source: record.source ?? null,
      addresses: urls.length === 0 ? null : hash(urls.join('\n')),
      content: hash(JSON.stringify(record)),
      hosts: internAll([...new Set(urls.map(hostOf))]),
      themes: internAll(record.themes),
      keywords: record.keywords.length,
      isThemeKnown: record.themes.some((theme) => themes.has(comparable(theme)) || data.fields.isTheme(theme)),
      isDescribed: isTold(record),
      formats: internAll([...new Set(named.flatMap((format) => format ?? []))]),
      isFormatDeclared: distributions.every(({ format, mediaType }) => format !== null || mediaType !== null),
      isMachineReadable: found.some((format) => isReadable(format?.readable)),
      isOpenFormat: found.some((format) => format?.open === true),
      licence,
      ...statesOf(record, data),
      frequency: stateOf(frequency ?? '', () => rhythm !== undefined),
      rhythm: rhythm ?? null,
      hasOtherFields: record.fields.length > 0,
      titleLanguages: internAll(data.fields.languagesOf(title, languages)),
      categories: internAll(categoriesOf(record, data)),
      isDocumented:
        record.conformsTo !== undefined || distributions.some((file) => data.fields.isDocumentation(file.title)),
      distributions: internCounts(countsOf(record, licence, data)),
      file: fileOf(record, host, data),
    };
  };
};
