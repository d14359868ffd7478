import type { Ground } from '../../model/check.ts';
import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { comparable } from '../../text/fold.ts';
import { lazy } from '../../text/lazy.ts';
import { listedAcross } from '../across.ts';
import { columnGround, has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import type { Finder } from '../finder.ts';
import { countsWithin } from '../possible.ts';
import { isSentence } from '../quotes.ts';
import type { ConceptTable, ReadColumn, Reading, ReadTable, Sighting } from '../reading.ts';
import { addUpTo, isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { groundOf, type Shown, shownBy } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';
import { votesIn } from './votes.ts';

/** Share of the values of a column that must name the unit for its rows to be units. */
const leastNamed = 0.5;
/** Is a column under a short form that numbers the units, anew in each coarser one? */
const isNumberedUnit = (
  table: ReadTable,
  column: ReadColumn,
  units: readonly ConceptId[],
  concepts: ConceptTable,
): boolean =>
  units.some((id) => {
    const { numberedCodes = [], finerThan = [] } = concepts[id] ?? {};
    return numberedCodes.includes(comparable(column.name)) && countsWithin(column, table, finerThan);
  });

/** A column of levels (country, region, station) has few different values. */
const fewLevels = 12;

/** A few rows of a kind of their own, such as votes from abroad, share a number. */
const fewAlike = 2;
const manyRows = 20;

const isUnique = ({ distinct }: ReadColumn, rows: number): boolean =>
  distinct >= rows * 0.98 || (rows >= manyRows && distinct >= rows - fewAlike);

/** A number that its header says is one of an area, not a count in it. */
const isIdentifier = ({ type, name, hits }: ReadColumn): boolean =>
  type === 'integer' && hits.size > 0 && /(?:^|[\W_])(?:id|code|cod|nr|no)(?:[\W_]|$)/i.test(name);

/**
 * A header over whole numbers may count units instead of naming one. It does where another text column already tells
 * the rows apart.
 */
const isCountOfUnits = (table: ReadTable, unit: ReadColumn): boolean => {
  const rows = rowsOf(table);
  if (unit.type !== 'integer' || isUnique(unit, rows) || rows < 3) return false;
  return table.columns.some(
    (column) =>
      column.index !== unit.index &&
      column.hits.size > 0 &&
      (column.type === 'text' || (column.index < unit.index && isIdentifier(column))) &&
      isUnique(column, rows),
  );
};

/** What numbers a unit behind the word or short form for it: `TPS 001`. */
const trailingNumber = /[\s_.-]*\d{1,5}$/;

const namesUnits = (table: ReadTable, column: ReadColumn, units: readonly ConceptId[], find: Finder): boolean => {
  if ((column.type !== 'text' && column.type !== 'code' && column.type !== 'mixed') || holdsAddresses(column))
    return false;
  const values = [...valuesOf(table, column.index).keys()];
  const isNamed = (value: string): boolean =>
    find(value).some(({ concept }) => units.includes(concept)) ||
    find(value.replace(trailingNumber, '')).some(({ concept, cover }) => cover === 1 && units.includes(concept));
  const named = values.filter((value) => value.length <= 120 && isNamed(value));
  if (named.length === 0) return false;
  const isLevels = column.distinct <= fewLevels && named.some((value) => find(value).some(({ cover }) => cover >= 0.5));
  return isLevels || named.length >= values.length * leastNamed;
};

/** Where a coarser unit already tells the rows apart, a column that does not is no unit of theirs. */
const isCoarser = (table: ReadTable, unit: ReadColumn, concepts: ConceptTable): boolean => {
  const coarser = [...unit.hits].flatMap((id) => concepts[id]?.finerThan ?? []);
  const rows = rowsOf(table);
  if (rows < 3 || isUnique(unit, rows)) return false;
  return table.columns.some((one) => one !== unit && has(one, coarser) && isUnique(one, rows));
};

const address = /^(?:https?|ftp):\/\/|\.(?:jpe?g|png|gif|tiff?|webp|pdf|docx?|xlsx?|html?)$/i;

/** Addresses and files of documents about units, or pictures of them, are not the units. */
const holdsAddresses = ({ examples }: ReadColumn): boolean =>
  examples.length > 0 && examples.every((value) => address.test(value.trim()));

/** A field that only few of the rows have, always with the same value, tells no rows apart. */
const leastOfRows = 0.5;
const isRareConstant = ({ distinct, fill }: ReadColumn): boolean => distinct === 1 && fill < leastOfRows;

const unitIn = (
  table: ReadTable,
  units: readonly ConceptId[],
  measures: readonly ConceptId[],
  { find, concepts }: Reading,
) =>
  table.columns.find(
    (column) =>
      has(column, units) &&
      column.fill > 0 &&
      !isRareConstant(column) &&
      !holdsAddresses(column) &&
      !has(column, measures) &&
      !isCountOfUnits(table, column) &&
      !isCoarser(table, column, concepts.concepts),
  ) ??
  table.columns.find(
    (column) =>
      isNumberedUnit(table, column, units, concepts.concepts) ||
      (!isRareConstant(column) && namesUnits(table, column, units, find)),
  );

/** What is measured in a table: a count of its own, or several that only mean a result together. */
const measureIn = (table: ReadTable, clue: ShapeClue, sightings: readonly Sighting[], find: Finder): Ground | null => {
  const column = table.columns.find((one) => has(one, part(clue, 'measure')) && isCounting(one));
  if (column !== undefined) return columnGround(table, column);
  const together = part(clue, 'together').map((id) =>
    table.columns.find((one) => one.hits.has(id) && one.numbers !== null),
  );
  if (together.length > 0 && together[0] !== undefined && !together.includes(undefined)) {
    return columnGround(table, together[0]);
  }
  const value = sightings.find(
    ({ table: other, concept, place }) =>
      other === table && part(clue, 'measure').includes(concept) && (place === 'value' || place === 'label'),
  );
  return value === undefined ? (votesIn(table, clue, find)?.grounds[0] ?? null) : groundOf(value);
};

const inTable = (table: ReadTable, clue: ShapeClue, reading: Reading): Shown | null => {
  const { sightings, find } = reading;
  const unit = unitIn(table, part(clue, 'unit'), part(clue, 'measure'), reading);
  if (unit === undefined) return null;
  const measure = measureIn(table, clue, sightings, find);
  if (measure === null) return null;
  const ground = { ...columnGround(table, unit), distinct: unit.distinct };
  return { reason: 'rows-per-unit', grounds: [ground, measure] };
};

/** Where tables by unit hold less than this share of what another table counts, they are about exceptions. */
const leastShare = 0.05;

/** All that a table counts, where it counts what is asked for; the same under one name or another. */
const countedIn = ({ columns }: ReadTable, measures: readonly ConceptId[]): number =>
  columns.some((one) => has(one, measures))
    ? columns.filter(isCounting).reduce((sum, { numbers }) => sum + (numbers?.sum ?? 0), 0)
    : 0;

/** Is the table, with all others by unit, about a few units that a table without them counts many times of? */
const isException = (table: ReadTable, clue: ShapeClue, { tables, sightings }: Reading): boolean => {
  const [units, measures] = [part(clue, 'unit'), part(clue, 'measure')];
  const isTitled = (one: ReadTable): boolean =>
    sightings.some(({ table: of, concept, place }) => of === one && place === 'title' && units.includes(concept));
  const beside = tables.filter(({ unit }) => unit === table.unit);
  const byUnit = beside.filter((one) => one.columns.some((column) => has(column, units)) || isTitled(one));
  const own = byUnit.reduce((sum, one) => sum + countedIn(one, measures), 0);
  const others = beside.filter((one) => !byUnit.includes(one)).map((one) => countedIn(one, measures));
  return own > 0 && own < Math.max(0, ...others) * leastShare;
};

/** `Station No 12`, `Precinct 4A`, `Bureau: 0010`: a word for a unit, and which one of them. */
const numbered = lazy(() => /\p{L}[\p{L}\p{M}.'’]*\s*(?:[№#:.°º]|n[.°ºr]|no\b)*\s*\d/iu);

/** Share of a line that the words for a unit must be where no number tells which one it is: others use it in passing. */
const leastOfLine = 0.3;

/** Does the sighting name a unit, or head figures of units? A sentence does neither, nor does one of a list of links. */
const isOfUnits = ({ place, part: where, quote, concept }: Sighting, find: Finder): boolean => {
  if (place !== 'text') return place !== 'name' && !(place === 'value' && where.includes('[]'));
  if (numbered().test(quote)) return true;
  return !isSentence(quote) && find(quote).some((hit) => hit.concept === concept && hit.cover >= leastOfLine);
};

/** A document or record of one unit, which it names, with figures in it: fields, lines, or tables that name no unit. */
const recordOfUnit = ({ sightings, tables, find }: Reading, clue: ShapeClue): Shown | null => {
  const units = sightings.filter(
    (one) => one.table === null && part(clue, 'unit').includes(one.concept) && isOfUnits(one, find),
  );
  const measured = sightings.filter(({ concept, isEmpty }) => part(clue, 'measure').includes(concept) && !isEmpty);
  const isMeasure = (unit: Sighting, { evidence, place, table }: Sighting): boolean =>
    unit.evidence === evidence &&
    (place === 'key' || place === 'label' || (numbered().test(unit.quote) && table?.unit.inspection.page != null));
  const pair = units.find((unit) => measured.some((one) => isMeasure(unit, one)));
  const isList = tables.some(
    ({ unit, columns }) =>
      unit.evidence === pair?.evidence && columns.some((column) => has(column, part(clue, 'unit'))),
  );
  return pair === undefined || isList
    ? null
    : shownBy([pair, ...measured.filter((one) => isMeasure(pair, one))], 'record-per-unit');
};

/** `1A`, `12 C`: a part of a numbered area. */
const subdivided = /^(\d{1,3})\s?([A-Z])$/;
const leastSubdivided = 4;

/** Columns that are parts of numbered areas, several of at least one of them, and add up to a total. */
const subdivisionsIn = (table: ReadTable): readonly ReadColumn[] => {
  const parts = table.columns.filter((column) => isCounting(column) && subdivided.test(headOf(column)));
  const areas = new Set(parts.map((column) => subdivided.exec(headOf(column))?.[1]));
  const indexes = parts.map(({ index }) => index);
  if (parts.length < leastSubdivided || areas.size === parts.length) return [];
  const hasTotal = table.columns.some(
    (column) => isCounting(column) && !indexes.includes(column.index) && addUpTo(table, indexes, column.index),
  );
  return hasTotal ? parts : [];
};

const headOf = ({ levels, name }: ReadColumn): string => (levels.at(-1) ?? name).trim();

/** Candidates and what else ballots are in rows, one column for each part of a numbered area. */
const subdividedIn = (table: ReadTable, clue: ShapeClue, reading: Reading): Shown | null => {
  const isCounted = reading.sightings.some(
    ({ table: of, place, concept }) => of === table && place === 'value' && part(clue, 'measure').includes(concept),
  );
  return isCounted ? shownColumnsOf(table, subdivisionsIn(table), 'units-in-headers') : null;
};

/** A table on its side, whose title says that the columns are units: “Account per station”. */
const acrossIn = (table: ReadTable, clue: ShapeClue, reading: Reading): Shown | null => {
  const isTitled = reading.sightings.some(
    ({ table: of, place, concept }) => of === table && place === 'title' && part(clue, 'unit').includes(concept),
  );
  return isTitled ? shownColumnsOf(table, listedAcross(table, reading), 'units-in-headers') : null;
};

/** Figures per unit: a table whose rows are units and hold a measure, or fields of both in one record. */
export const reportedPer: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const found = inTable(table, clue, reading);
    if (found !== null && !isException(table, clue, reading)) return found;
    const across = acrossIn(table, clue, reading);
    if (across !== null) return across;
    const subdivisions = subdividedIn(table, clue, reading);
    if (subdivisions !== null) return subdivisions;
  }
  return recordOfUnit(reading, clue);
};
