import type { Ground } from '../../model/check.ts';
import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { columnGround, has, part, rowsOf } from '../columns.ts';
import type { Finder } from '../finder.ts';
import type { ConceptTable, ReadColumn, Reading, ReadTable, Sighting } from '../reading.ts';
import { isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { groundOf, type Shown, shownBy } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';
import { votesIn } from './votes.ts';

/** Share of the values of a column that must name the unit for its rows to be units. */
const leastNamed = 0.5;
/** A column of levels (country, region, station) has few different values. */
const fewLevels = 12;

const isUnique = ({ distinct }: ReadColumn, rows: number): boolean => distinct >= rows * 0.98;

/**
 * A header over whole numbers may count units instead of naming one. It does where another text column already tells
 * the rows apart.
 */
const isCountOfUnits = (table: ReadTable, unit: ReadColumn): boolean => {
  const rows = rowsOf(table);
  if (unit.type !== 'integer' || isUnique(unit, rows) || rows < 3) return false;
  return table.columns.some(
    (column) => column.index !== unit.index && column.type === 'text' && column.hits.size > 0 && isUnique(column, rows),
  );
};

const namesUnits = (table: ReadTable, column: ReadColumn, units: readonly ConceptId[], find: Finder): boolean => {
  if (column.type !== 'text' && column.type !== 'code' && column.type !== 'mixed') return false;
  const values = [...valuesOf(table, column.index).keys()];
  const named = values.filter(
    (value) => value.length <= 120 && find(value).some(({ concept }) => units.includes(concept)),
  );
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
      !has(column, measures) &&
      !isCountOfUnits(table, column) &&
      !isCoarser(table, column, concepts.concepts),
  ) ?? table.columns.find((column) => namesUnits(table, column, units, find));

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
  const { quote, ...ground } = columnGround(table, unit);
  return { reason: 'rows-per-unit', grounds: [{ ...ground, quote: `${quote} (${unit.distinct} different)` }, measure] };
};

/** Figures per unit: a table whose rows are units and hold a measure, or fields of both in one record. */
export const reportedPer: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const found = inTable(table, clue, reading);
    if (found !== null) return found;
  }
  const outside = reading.sightings.filter(({ table }) => table === null);
  const units = outside.filter(({ concept, place }) => part(clue, 'unit').includes(concept) && place !== 'name');
  const measured = outside.filter(
    ({ concept, place }) => part(clue, 'measure').includes(concept) && (place === 'key' || place === 'label'),
  );
  const pair = units.find(({ evidence }) => measured.some((other) => other.evidence === evidence));
  return pair === undefined ? null : shownBy([pair, ...measured], 'record-per-unit');
};
