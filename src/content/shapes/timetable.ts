import type { Ground } from '../../model/check.ts';
import { columnGround, has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, Reading, ReadTable, Unit } from '../reading.ts';
import type { Shape } from '../scene.ts';
import { valuesOf } from '../table-sightings.ts';

/** A time of the day with a colon; hours past midnight go on from 24. */
const clock = /^(?:[0-2]?\d|3[0-5]):[0-5]\d(?::[0-5]\d)?$/;
const clocks = /(?<![\d:])(?:[0-2]?\d|3[0-5]):[0-5]\d(?![\d:])/g;

/** Trips side by side, and stops below one another, from which on times are a timetable. */
const leastTrips = 3;
const leastStops = 4;
/** Share of the values of a column that must be times. */
const mostly = 0.8;

const isClocks = (table: ReadTable, column: ReadColumn): boolean => {
  const values = [...valuesOf(table, column.index).keys()];
  return (
    values.length >= leastStops && values.filter((value) => clock.test(value.trim())).length >= values.length * mostly
  );
};

const mostText = 200_000;
const longestLine = 2_000;

const rowOfClocks = (line: string): boolean => (line.slice(0, longestLine).match(clocks)?.length ?? 0) >= leastTrips;

const linesIn = ({ inspection: { page, text } }: Unit): readonly string[] =>
  (page?.text || text).slice(0, mostText).split('\n');

const groundOfText = ({ evidence, path, name }: Unit, line: string): Ground => {
  return { evidence, part: path || name, quote: line.trim().slice(0, 120) };
};

/** Times of the day stand in rows and columns, as the stops and trips of a timetable do: in a table, or in lines of text. */
export const clockTimes: Shape = ({ reading: { tables, units } }) => {
  for (const table of tables) {
    const columns = table.columns.filter((column) => isClocks(table, column));
    if (columns.length >= leastTrips) return shownColumnsOf(table, columns, 'clock-times');
  }
  for (const unit of units.filter(({ inspection }) => inspection.members.length === 0)) {
    const rows = linesIn(unit).filter(rowOfClocks);
    const [first] = rows;
    if (first !== undefined && rows.length >= leastStops)
      return { reason: 'clock-times', grounds: [groundOfText(unit, first)] };
  }
  return null;
};

const figures = /(?<![\d.,:])\d{1,2}[.,:h]?\d{0,2}(?![\d.,:])/g;

/** A document without tables has lines of short numbers, which may be times in a form that was not read. */
export const figuresInText: Shape = ({ reading: { units } }) => {
  for (const unit of units.filter(
    ({ inspection }) => inspection.tables.length === 0 && inspection.members.length === 0,
  )) {
    const rows = linesIn(unit).filter((line) => (line.slice(0, longestLine).match(figures)?.length ?? 0) >= leastTrips);
    const [first] = rows;
    if (first !== undefined && rows.length >= leastStops)
      return { reason: 'rows-in-text', grounds: [groundOfText(unit, first)] };
  }
  return null;
};

const lookedAt = 5_000;
const leastRecords = 20;
const leastKinds = 4;
const mostRecords = 0.98;

/** Nearly all lines of a text begin with the codes of one standard of record lines (`of.record`), several of them. */
export const recordLines: Shape = ({ reading: { units, concepts } }, clue) => {
  for (const id of part(clue, 'record')) {
    const codes = concepts.concepts[id]?.codes ?? [];
    for (const unit of units.filter(({ inspection }) => inspection.text !== '')) {
      const lines = linesIn(unit)
        .slice(0, lookedAt)
        .filter((line) => line !== '');
      const records = lines
        .map((line) => codes.find((code) => line.startsWith(code)))
        .filter((code) => code !== undefined);
      const isOfThem = records.length >= Math.max(leastRecords, lines.length * mostRecords);
      if (isOfThem && new Set(records).size >= leastKinds)
        return { reason: 'record-lines', grounds: [groundOfText(unit, lines[1] ?? lines[0] ?? '')] };
    }
  }
  return null;
};

/** Kilometres across which a network is that of a town and its surroundings, at most. */
const largestTown = 80;
const kilometresPerDegree = 111.2;
const leastPlaces = 10;

interface Extent {
  readonly kilometres: number;
  readonly table: ReadTable;
  readonly columns: readonly ReadColumn[];
}

const extentOf = (table: ReadTable, latitudes: readonly string[], longitudes: readonly string[]): Extent | null => {
  const [latitude, longitude] = [latitudes, longitudes].map((ids) => table.columns.find((column) => has(column, ids)));
  const [north, east] = [latitude?.numbers, longitude?.numbers];
  if (latitude === undefined || longitude === undefined || !north || !east || rowsOf(table) < leastPlaces) return null;
  const isDegrees = north.min >= -90 && north.max <= 90 && east.min >= -180 && east.max <= 180;
  if (!isDegrees || (north.min === 0 && north.max === 0)) return null;
  const width = (east.max - east.min) * Math.cos((((north.min + north.max) / 2) * Math.PI) / 180);
  return {
    kilometres: Math.hypot(north.max - north.min, width) * kilometresPerDegree,
    table,
    columns: [latitude, longitude],
  };
};

/** Types of routes that are driven by train, or across water or air: these reach further than their stops here show. */
const isOfTowns = (type: string): boolean => /^(?:0|1|3|5|6|7|11|12|[479]\d\d)$/.test(type.trim());

const allOfTowns = ({ tables }: Reading, types: readonly string[]): boolean => {
  const columns = tables.flatMap((table) =>
    table.columns.filter((column) => has(column, types)).map((column) => [...valuesOf(table, column.index).keys()]),
  );
  return columns.length > 0 && columns.flat().every(isOfTowns);
};

/** The time zone is that of a country no larger than a town with its surroundings (`of.small`). */
const isSmallCountry = ({ tables, concepts }: Reading, small: readonly string[]): boolean => {
  const zones = new Set(small.flatMap((id) => concepts.concepts[id]?.codes ?? []));
  return tables.some(({ table }) =>
    table.sample.slice(0, 50).some((row) => row.some((cell) => zones.has(cell.trim()))),
  );
};

/** All stops lie within a town and its surroundings, and no train goes there: `of` names the columns. */
export const withinTown: Shape = ({ reading, whole }, clue) => {
  if (!whole || !allOfTowns(reading, part(clue, 'type')) || isSmallCountry(reading, part(clue, 'small'))) return null;
  const extents = reading.tables
    .map((table) => extentOf(table, part(clue, 'latitude'), part(clue, 'longitude')))
    .filter((extent) => extent !== null);
  const [first] = extents;
  if (first === undefined || extents.some(({ kilometres }) => kilometres > largestTown)) return null;
  const [column] = first.columns;
  if (column === undefined) return null;
  const ground = columnGround(first.table, column);
  return { reason: 'within-town', grounds: [{ ...ground, quote: `${Math.round(first.kilometres)} km across` }] };
};
