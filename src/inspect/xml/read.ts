import type { Warning } from '../../model/inspection.ts';
import type { Context, FileReading } from '../reader.ts';
import { charsetOf, doubtBesideName } from '../text/encoding.ts';
import { xmlEncoding } from './decode.ts';
import { localName } from './events.ts';
import { tablesOf } from './records.ts';
import { readSpreadsheetXml } from './spreadsheet.ts';
import { survey, type XmlSurvey } from './survey.ts';

interface Dialect {
  readonly format: string;
  readonly standards: readonly string[];
  /** It says what a service offers, and holds none of its data. */
  readonly isDescription: boolean;
}

const dialectOf = ({ root, namespaces }: XmlSurvey, context: Context): Dialect => {
  if (root === null) return { format: 'xml', standards: [], isDescription: false };
  const { name, attributes } = root;
  const prefix = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
  const own = attributes[prefix] ?? '';
  const isOf = (list: readonly string[], space: string) => list.some((start) => space.startsWith(start));
  const { xml } = context.vocabulary;
  const byRoot = xml.find(
    (dialect) => isOf(dialect.namespaces, own) || (own === '' && dialect.roots.includes(localName(name))),
  );
  const used = xml.filter(
    (dialect) => dialect !== byRoot && [...namespaces].some((space) => isOf(dialect.namespaces, space)),
  );
  const all = byRoot === undefined ? used : [byRoot, ...used];
  return {
    format: byRoot?.format ?? 'xml',
    standards: all.map(({ standard }) => standard),
    isDescription: byRoot?.describes?.includes(localName(name)) ?? false,
  };
};

/** Reads XML as a stream, in two passes: first its shape, then its records. */
export const readXml = async (context: Context): Promise<FileReading> => {
  const { source, head } = context;
  const encoding = xmlEncoding(head, charsetOf(source.declared), context.detect);
  const seen = await survey(context, encoding);
  if (seen.root === null)
    return {
      format: 'xml',
      encoding: encoding.name,
      complete: false,
      warnings: [brokenBy(seen.broken ?? 'no element')],
    };
  const { format, standards, isDescription } = dialectOf(seen, context);
  const isWhole = source.complete && seen.broken === null;
  const sheets = standards.includes('spreadsheetml') ? await readSpreadsheetXml(context, encoding, isWhole) : null;
  const records = sheets === null && !isDescription ? await tablesOf(context, encoding, seen, isWhole) : null;
  const tables = sheets?.tables ?? records?.tables ?? [];
  const isCut = records?.isCut === true || sheets?.isWhole === false;
  const warnings: Warning[] = [...doubtBesideName(encoding)];
  if (seen.broken !== null) warnings.push(brokenBy(seen.broken));
  if (isCut) warnings.push({ code: 'fields-left-out', says: 'There are more sheets or fields than are looked at.' });
  if (seen.isDeep) warnings.push({ code: 'too-deep', says: 'The nesting is deeper than is looked at.' });
  return {
    format,
    encoding: encoding.name,
    tables,
    standards,
    keys: sheets === null ? seen.keys.list() : [],
    text: tables.length === 0 || standards.includes('akoma-ntoso') ? seen.text.slice(0, context.limits.text) : '',
    // Of the data itself, a description of a service shows nothing: it is never enough to say what the data lacks.
    complete: seen.broken === null && !seen.isDeep && !isDescription && !isCut,
    warnings,
    ...(isDescription ? { machineReadable: 'Unsure', machineReadableBecause: 'service-description' } : {}),
  };
};

const brokenBy = (why: string): Warning => ({
  code: 'broken-xml',
  says: `The XML breaks its rules: ${why.slice(0, 200)}`,
});
