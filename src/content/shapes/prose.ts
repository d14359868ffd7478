import type { ConceptId, Concepts } from '../../model/content.ts';
import { has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import { finderOf } from '../finder.ts';
import type { ReadColumn, Reading, ReadTable, Sighting, Unit } from '../reading.ts';
import { isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { shownBy } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';

const lengths = (table: ReadTable, column: ReadColumn): readonly number[] =>
  [...valuesOf(table, column.index).keys()].map((value) => value.length).sort((one, other) => one - other);

/**
 * Texts of at least as many characters as asked: a document, or a column whose values are prose (`of.column`). With `kinds: [text]`,
 * a document that is no page of a site, on which as much may stand about it.
 */
export const prose: Shape = ({ reading }, clue) => {
  const least = clue.atLeast ?? 1;
  const columns = part(clue, 'column');
  for (const table of reading.tables) {
    const column = table.columns.find((one) => {
      if (columns.length > 0 && !has(one, columns)) return false;
      return one.type === 'text' && (lengths(table, one).at(-1) ?? 0) >= least;
    });
    if (column !== undefined) return shownColumnsOf(table, [column], 'prose');
  }
  if (columns.length > 0) return null;
  const isWanted = ({ page }: Unit['inspection']): boolean => page === null || clue.kinds?.includes('text') !== true;
  const unit = reading.units.find(
    ({ inspection }) => isWanted(inspection) && (inspection.page?.text ?? inspection.text).length >= least,
  );
  if (unit === undefined) return null;
  const text = unit.inspection.page?.text ?? unit.inspection.text;
  return {
    reason: 'prose',
    grounds: [{ evidence: unit.evidence, part: unit.path || unit.name, quote: text.slice(0, 120) }],
  };
};

/** What a record is called or numbered: two fields that never change say that all rows are of one thing. */
const leastSame = 2;

/** Are all rows parts of one thing: do several fields named for it (`of.each`) say the same in every row, and none another? */
const isOfOne = ({ columns }: ReadTable, each: readonly ConceptId[]): boolean => {
  const named = columns.filter((column) => column.fill > 0 && has(column, each));
  return named.filter(({ distinct }) => distinct === 1).length >= leastSame;
};

/** A table that holds rows, not only a header, and not the parts of one thing (`of.each`). */
export const rowsHeld: Shape = ({ reading }, clue) => {
  const table = reading.tables.find(
    (one) =>
      (one.table.rows ?? 1) >= (clue.atLeast ?? 1) &&
      !((one.table.rows ?? 1) > 1 && isOfOne(one, part(clue, 'each'))) &&
      part(clue, 'with').every((concept) => one.columns.some(({ hits }) => hits.has(concept))),
  );
  return table === undefined ? null : shownColumnsOf(table, table.columns, 'rows');
};

/** Less than nothing is an amount: what is owed, paid back or cut. */
const isAmount = ({ type, numbers }: ReadColumn): boolean =>
  numbers !== null && (type === 'number' || (type === 'integer' && numbers.min < 0));

/** A number under the name of an identifier, a kind or a day says how much of nothing. */
const isNamedOther = ({ name, levels }: ReadColumn, { names }: Concepts): boolean =>
  names !== undefined &&
  finderOf({ concepts: names.turns })(levels.at(-1) ?? name).some(
    ({ concept }) => names.turns[concept]?.leaves.includes('number') === false,
  );

/** Numbers: in a table with rows, or as lines of figures in a document. */
export const figures: Shape = ({ reading }) => {
  for (const table of reading.tables) {
    const column = table.columns.find(
      (one) => (isCounting(one) || isAmount(one)) && !isNamedOther(one, reading.concepts),
    );
    if (column !== undefined && table.table.rows !== 0) return shownColumnsOf(table, [column], 'figures');
  }
  return shownBy(
    reading.sightings.filter(({ place }) => place === 'label'),
    'figures',
  );
};

const naming: readonly Sighting['place'][] = ['column', 'key', 'title', 'name'];

/** Does the same name say one of these as well, such as “date”, which any day may be called? */
const saysNoMore = ({ evidence, part: at, quote }: Sighting, { sightings }: Reading, general: readonly ConceptId[]) =>
  general.length > 0 &&
  sightings.some(
    (other) =>
      general.includes(other.concept) && other.evidence === evidence && other.part === at && other.quote === quote,
  );

/**
 * None of the concepts is named by a header, a key, a title or the name of the file; a name that is as well one of
 * `of.general` names none of them.
 */
export const none: Shape = ({ reading }, clue) => {
  const [unit] = reading.units;
  const [wanted, general] = [part(clue, 'of'), part(clue, 'general')];
  const isNamed = reading.sightings.some(
    (one) => wanted.includes(one.concept) && naming.includes(one.place) && !saysNoMore(one, reading, general),
  );
  if (unit === undefined || isNamed) return null;
  return { reason: 'none-named', grounds: [{ evidence: unit.evidence, part: unit.name }] };
};

/** Keys or tables without any record. */
export const noRecords: Shape = ({ reading }) => {
  const [unit] = reading.units;
  if (unit === undefined || reading.tables.some(({ table }) => table.rows !== 0)) return null;
  const isNothing = reading.tables.length > 0 || unit.inspection.page !== null;
  return isNothing ? { reason: 'no-records', grounds: [{ evidence: unit.evidence, part: unit.name }] } : null;
};

/** Running text without a table: what it says of a field, a reader must read. */
const leastText = 200;

/** A document that has no rows or keys, only text. */
export const document: Shape = ({ reading }) => {
  const hasData =
    reading.tables.some((table) => rowsOf(table) > 1) ||
    reading.units.some(({ inspection }) => inspection.keys.length > 0);
  const unit = reading.units.find(({ inspection }) => (inspection.page?.text ?? inspection.text).length >= leastText);
  if (hasData || unit === undefined) return null;
  return { reason: 'document', grounds: [{ evidence: unit.evidence, part: unit.path || unit.name }] };
};

/** One document of text, and nothing else: whatever it holds, it is one of many. */
export const oneDocument: Shape = ({ reading: { units } }) => {
  const [unit] = units;
  if (unit === undefined || units.length > 1) return null;
  const { page, tables, keys, text } = unit.inspection;
  const isText = page === null && tables.length === 0 && keys.length === 0 && text.length >= leastText;
  const grounds = [{ evidence: unit.evidence, part: unit.name }] as const;
  return isText ? { reason: 'one-document', grounds, isSettled: true } : null;
};

/** Fewer records than asked: as many cannot be all of a country. */
export const fewRecords: Shape = ({ reading }, clue) => {
  const [unit] = reading.units;
  const rows = reading.tables.map(rowsOf);
  const records = Math.max(
    0,
    ...rows,
    ...reading.units.flatMap(({ inspection }) => inspection.keys.map(({ count }) => count)),
  );
  if (unit === undefined || records === 0 || records >= (clue.atLeast ?? 2)) return null;
  return {
    reason: 'few-records',
    grounds: [{ evidence: unit.evidence, part: unit.path || unit.name, quote: String(records) }],
  };
};
