import type { Table } from '../../model/inspection.ts';
import type { Context } from '../reader.ts';
import type { Encoding } from '../text/encoding.ts';
import { RecordTable } from '../tree/records.ts';
import { decoded } from './decode.ts';
import { parseXml, type StartTag } from './events.ts';
import { type ElementName, type Namer, namerOf } from './names.ts';
import { pathInside, recordPaths, type XmlSurvey } from './survey.ts';

const MOST_FIELDS = 600;
const LONGEST_FIELD = 500;
const LONGEST_TEXT = 2_000;

/** Elements around a record whose attributes are fields of it, and those whose own fields before it are. */
const AROUND = 4;
const AROUND_WITH_FIELDS = 2;
/** Fields of one element that are handed on to the records in it. */
const MOST_HANDED_ON = 30;

/** `1.234,5`: a figure of the element around, which would be counted again with every record in it. */
const figure = /^[-+]?\d[\d.,\s]*$/;

interface Level {
  readonly path: string;
  readonly named: ElementName;
  /** What names and codes stand in it so far, by their paths inside it. */
  readonly fields: Map<string, string>;
  text: string;
  hasElements: boolean;
}

interface OpenRecord {
  readonly path: string;
  readonly fields: Map<string, string>;
  readonly depth: number;
}

const put = (fields: Map<string, string>, name: string, value: string): void => {
  const held = fields.get(name);
  if (fields.size < MOST_FIELDS && (held === undefined || held.length < LONGEST_FIELD))
    fields.set(name, held === undefined ? value : `${held} | ${value}`);
};

const addAttributes = (fields: Map<string, string>, { attributes }: ElementName, prefix: string): void => {
  for (const [name, value] of attributes) put(fields, `${prefix}${name}`, value);
};

/** Second pass: the records of each chosen path, with what the elements around them say. */
class Records {
  readonly #nesting: number;
  readonly #dialects: Context['vocabulary']['xml'];
  readonly #paths: XmlSurvey['paths'];
  readonly #tables: ReadonlyMap<string, RecordTable>;
  /** Elements that records lie in. */
  readonly #holders: ReadonlySet<string>;
  readonly #records: OpenRecord[] = [];
  readonly #stack: Level[] = [];
  #namer: Namer | null = null;

  constructor({ cells, limits, vocabulary }: Context, seen: XmlSurvey) {
    this.#nesting = limits.nesting;
    this.#dialects = vocabulary.xml;
    this.#paths = seen.paths;
    const paths = recordPaths(seen);
    this.#tables = new Map(paths.map((path) => [path, new RecordTable(path, cells, limits)]));
    this.#holders = new Set(paths.flatMap((path) => path.split('/').map((_, at, all) => all.slice(0, at).join('/'))));
  }

  readonly open = (element: StartTag): void => {
    this.#namer ??= namerOf(element, this.#dialects);
    const named = this.#namer(element);
    const around = this.#stack.at(-1);
    if (around !== undefined) around.hasElements = true;
    const path = pathInside(around?.path, named.name, this.#stack.length, this.#nesting);
    if (this.#tables.has(path)) this.#records.push({ path, fields: this.#around(), depth: this.#stack.length });
    const record = this.#records.at(-1);
    if (record !== undefined) {
      const prefix = record.depth === this.#stack.length ? '@' : `${path.slice(record.path.length + 1)}@`;
      addAttributes(record.fields, named, prefix);
    }
    this.#stack.push({ path, named, fields: new Map(), text: named.value ?? '', hasElements: false });
  };

  readonly text = (chunk: string): void => {
    const level = this.#stack.at(-1);
    if (level !== undefined && level.text.length < LONGEST_TEXT) level.text += chunk.slice(0, LONGEST_TEXT);
  };

  readonly close = (): void => {
    const level = this.#stack.pop();
    if (level === undefined) return;
    const text = level.hasElements ? '' : level.text.trim();
    this.#handOn(level, text);
    const record = this.#records.at(-1);
    if (record === undefined) return;
    if (text !== '') put(record.fields, level.path.slice(record.path.length + 1) || 'text', text);
    if (record.depth !== this.#stack.length) return;
    this.#records.pop();
    this.#tables.get(record.path)?.add(this.#withFieldsAround(record.fields));
  };

  finish(isWhole: boolean): { readonly tables: readonly Table[]; readonly isCut: boolean } {
    const all = [...this.#tables.values()];
    return { tables: all.flatMap((table) => table.finish(isWhole) ?? []), isCut: all.some(({ isCut }) => isCut) };
  }

  /** The attributes of the elements around a record. */
  #around(): Map<string, string> {
    const fields = new Map<string, string>();
    for (const { named } of this.#stack.slice(-AROUND)) addAttributes(fields, named, `${named.name}@`);
    return fields;
  }

  /** The record with the names and codes that the elements around it hold so far. What the outermost holds is of the whole. */
  #withFieldsAround(own: Map<string, string>): ReadonlyMap<string, string> {
    for (const { named, fields } of this.#stack.slice(1).slice(-AROUND_WITH_FIELDS)) {
      for (const [name, value] of fields) {
        const path = `${named.name}/${name}`;
        if (own.size < MOST_FIELDS && !own.has(path)) own.set(path, value);
      }
    }
    return own;
  }

  /** What an element that occurs once in another says is of the other, too. */
  #handOn(level: Level, text: string): void {
    const around = this.#stack.at(-1);
    if (around === undefined || !this.#isHandedOn(level)) return;
    const { name, value } = level.named;
    const add = (path: string, held: string): void => {
      if (around.fields.size < MOST_HANDED_ON) around.fields.set(path, held);
    };
    if (text !== '' && (value !== null || !figure.test(text))) add(name, text);
    for (const [attribute, held] of level.named.attributes) {
      if (!figure.test(held)) add(`${name}@${attribute}`, held);
    }
    for (const [path, held] of level.fields) add(`${name}/${path}`, held);
  }

  #isHandedOn({ path }: Level): boolean {
    if (this.#holders.has(path) || this.#tables.has(path) || (this.#paths.get(path)?.siblings ?? 2) > 1) return false;
    // A record without records in it has nothing to hand on.
    const record = this.#records.at(-1);
    return record === undefined || this.#holders.has(record.path);
  }
}

/** The tables of a document, and whether any has more fields than are looked at. */
export const tablesOf = async (
  context: Context,
  encoding: Encoding,
  seen: XmlSurvey,
  isWhole: boolean,
): Promise<{ readonly tables: readonly Table[]; readonly isCut: boolean }> => {
  const records = new Records(context, seen);
  await parseXml(decoded(context.source, encoding), records, () => false);
  return records.finish(isWhole);
};
