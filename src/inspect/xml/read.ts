import type { Table, Warning } from '../../model/inspection.ts';
import type { Context, FileReading } from '../reader.ts';
import { charsetOf, doubtBesideName, type Encoding } from '../text/encoding.ts';
import { Keys } from '../tree/keys.ts';
import { RecordTable } from '../tree/records.ts';
import { decoded, xmlEncoding } from './decode.ts';
import { localName, parseXml, type StartTag } from './events.ts';
import { readSpreadsheetXml } from './spreadsheet.ts';

/** What the first pass learns of one path of elements. */
interface PathFact {
  count: number;
  /** It has attributes or elements of its own. */
  hasParts: boolean;
  /** Most times it occurs inside one parent. */
  siblings: number;
}

interface Survey {
  readonly root: StartTag | null;
  readonly namespaces: ReadonlySet<string>;
  readonly paths: ReadonlyMap<string, PathFact>;
  readonly keys: Keys;
  readonly broken: string | null;
  readonly isDeep: boolean;
  readonly text: string;
}

/** Paths that are told apart, and tables that are made of them. */
const MOST_PATHS = 3_000;
const MOST_TABLES = 8;

interface Level {
  readonly path: string;
  readonly children: Map<string, number>;
  text: string;
  hasElements: boolean;
}

/** First pass: what elements there are, how often, and with which values. */
const survey = async (context: Context, encoding: Encoding): Promise<Survey> => {
  const keys = new Keys();
  const paths = new Map<string, PathFact>();
  const namespaces = new Set<string>();
  const stack: Level[] = [];
  let root: StartTag | null = null;
  let isDeep = false;
  let text = '';
  const factOf = (path: string): PathFact => {
    const known = paths.get(path);
    if (known !== undefined) return known;
    const fact = { count: 0, hasParts: false, siblings: 0 };
    if (paths.size < MOST_PATHS) paths.set(path, fact);
    return fact;
  };
  const open = (element: StartTag): void => {
    root ??= element;
    const parent = stack.at(-1);
    const name = localName(element.name);
    const path =
      stack.length >= context.limits.nesting
        ? `${parent?.path ?? ''}`
        : parent === undefined
          ? name
          : `${parent.path}/${name}`;
    isDeep ||= stack.length >= context.limits.nesting;
    const fact = factOf(path);
    fact.count += 1;
    if (parent !== undefined) {
      parent.hasElements = true;
      const siblings = (parent.children.get(name) ?? 0) + 1;
      if (parent.children.size < 200 || siblings > 1) parent.children.set(name, siblings);
      if (siblings > fact.siblings) fact.siblings = siblings;
    }
    for (const [attribute, value] of Object.entries(element.attributes)) {
      if (attribute.startsWith('xmlns')) {
        if (namespaces.size < 50) namespaces.add(value);
        continue;
      }
      fact.hasParts = true;
      keys.add(`${path}@${localName(attribute)}`, value);
    }
    stack.push({ path, children: new Map(), text: '', hasElements: false });
  };
  const close = (): void => {
    const level = stack.pop();
    if (level === undefined) return;
    if (level.hasElements) factOf(level.path).hasParts = true;
    keys.add(level.path, level.hasElements ? null : level.text);
  };
  const onText = (chunk: string): void => {
    const level = stack.at(-1);
    if (level !== undefined && level.text.length < 1_000) level.text += chunk.slice(0, 1_000);
    if (text.length < context.limits.text && chunk.trim() !== '') text += `${chunk.trim()}\n`;
  };
  const broken = await parseXml(
    decoded(context.source, encoding),
    { open, text: onText, close },
    () => context.source.complete,
  );
  return { root, namespaces, paths, keys, broken, isDeep, text };
};

/** Elements that repeat inside a parent and have parts are records. */
const recordPaths = ({ paths }: Survey): readonly string[] => {
  const repeated = [...paths].filter(([path, fact]) => path.includes('/') && fact.siblings >= 2 && fact.hasParts);
  repeated.sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return repeated.slice(0, MOST_TABLES).map(([path]) => path);
};

interface OpenRecord {
  readonly path: string;
  readonly fields: Map<string, string>;
  readonly depth: number;
}

/** Second pass: the records of each chosen path, with the attributes of the elements around them. */
const tablesOf = async (
  context: Context,
  encoding: Encoding,
  paths: readonly string[],
  isWhole: boolean,
): Promise<{ readonly tables: readonly Table[]; readonly isCut: boolean }> => {
  const tables = new Map(paths.map((path) => [path, new RecordTable(path, context.cells, context.limits)]));
  const records: OpenRecord[] = [];
  const stack: { readonly path: string; readonly element: StartTag; text: string; hasElements: boolean }[] = [];
  const put = (fields: Map<string, string>, name: string, value: string): void => {
    const held = fields.get(name);
    if (fields.size < 600 && (held === undefined || held.length < 500))
      fields.set(name, held === undefined ? value : `${held} | ${value}`);
  };
  const open = (element: StartTag): void => {
    const around = stack.at(-1);
    if (around !== undefined) around.hasElements = true;
    const name = localName(element.name);
    const path =
      stack.length >= context.limits.nesting
        ? (around?.path ?? '')
        : around === undefined
          ? name
          : `${around.path}/${name}`;
    if (tables.has(path)) {
      const fields = new Map<string, string>();
      for (const outer of stack.slice(-4)) addAttributes(fields, outer.element, `${localName(outer.element.name)}@`);
      records.push({ path, fields, depth: stack.length });
    }
    const record = records.at(-1);
    if (record !== undefined)
      addAttributes(
        record.fields,
        element,
        record.depth === stack.length ? '@' : `${path.slice(record.path.length + 1)}@`,
      );
    stack.push({ path, element, text: '', hasElements: false });
  };
  const addAttributes = (fields: Map<string, string>, element: StartTag, prefix: string): void => {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (!name.startsWith('xmlns')) put(fields, `${prefix}${localName(name)}`, value);
    }
  };
  const close = (): void => {
    const level = stack.pop();
    const record = records.at(-1);
    if (level === undefined || record === undefined) return;
    const text = level.text.trim();
    if (!level.hasElements && text !== '') put(record.fields, level.path.slice(record.path.length + 1) || 'text', text);
    if (record.depth !== stack.length) return;
    records.pop();
    tables.get(record.path)?.add(record.fields);
  };
  const text = (chunk: string): void => {
    const level = stack.at(-1);
    if (level !== undefined && level.text.length < 2_000) level.text += chunk.slice(0, 2_000);
  };
  await parseXml(decoded(context.source, encoding), { open, text, close }, () => false);
  const built = [...tables.values()].flatMap((table) => table.finish(isWhole) ?? []);
  return { tables: built, isCut: [...tables.values()].some(({ isCut }) => isCut) };
};

interface Dialect {
  readonly format: string;
  readonly standards: readonly string[];
  /** It says what a service offers, and holds none of its data. */
  readonly isDescription: boolean;
}

const dialectOf = ({ root, namespaces }: Survey, context: Context): Dialect => {
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
  const records =
    sheets === null && !isDescription ? await tablesOf(context, encoding, recordPaths(seen), isWhole) : null;
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
