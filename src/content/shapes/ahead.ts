import type { Ground } from '../../model/check.ts';
import { columnGround, has, part, rowsOf } from '../columns.ts';
import { stepsOf } from '../naming.ts';
import type { ReadColumn, Reading, ReadTable, Unit } from '../reading.ts';
import type { Shape } from '../scene.ts';
import { valuesOf } from '../table-sightings.ts';
import { momentOf } from './repeated-dates.ts';
import { spans } from './spacing.ts';

/* How far a forecast reaches, and whether it is one. */

/** Days that follow one another from which on a list of them is a forecast of several days. */
const leastDays = 5;
/** More rows than these are no list of the days ahead. */
const mostRows = 120;

const namesIn = (
  table: ReadTable,
  column: ReadColumn,
  weekdays: readonly string[],
  find: Reading['find'],
): ReadonlySet<string> =>
  new Set(
    [...valuesOf(table, column.index).keys()].flatMap((value) =>
      find(value)
        .filter(({ concept, cover }) => weekdays.includes(concept) && cover >= 0.5)
        .map(({ concept }) => concept),
    ),
  );

const byWeekday = ({ tables, find }: Reading, weekdays: readonly string[]): Ground | null => {
  for (const table of tables.filter((one) => rowsOf(one) <= mostRows)) {
    const column = table.columns.find(
      (one) =>
        one.type === 'text' && one.distinct >= leastDays && namesIn(table, one, weekdays, find).size >= leastDays,
    );
    if (column !== undefined) {
      const ground = columnGround(table, column);
      return { ...ground, quote: `${ground.quote}: ${column.examples.slice(0, 3).join(', ')}` };
    }
  }
  return null;
};

const numbered = /^(.*?)(\d{1,2})$/;

/** Elements that only a number tells apart, `day1` to `day5`, where `of.day` is in their name. */
const byNumber = ({ evidence, inspection }: Unit, day: readonly string[], find: Reading['find']): Ground | null => {
  const families = new Map<string, { readonly path: string; readonly numbers: Set<number> }>();
  for (const { path } of inspection.keys) {
    for (const step of stepsOf(path)) {
      const [, stem = '', number] = numbered.exec(step) ?? [];
      if (number === undefined || !find(stem.replace(/[^\p{L}]+/gu, ' ')).some(({ concept }) => day.includes(concept)))
        continue;
      const family = families.get(stem) ?? { path, numbers: new Set() };
      families.set(stem, { path: family.path, numbers: family.numbers.add(Number(number)) });
    }
  }
  const found = [...families].find(([, { numbers }]) => numbers.size >= leastDays);
  return found === undefined
    ? null
    : { evidence, part: found[1].path, quote: `${found[0]}1 … ${found[0]}${found[1].numbers.size}` };
};

/** Days that follow one another are listed by their names (`of.weekdays`) or by number (`of.day`), five at least. */
export const daysAhead: Shape = ({ reading }, clue) => {
  const { units, find } = reading;
  const named = byWeekday(reading, part(clue, 'weekdays'));
  if (named !== null) return { reason: 'days-listed', grounds: [named] };
  const counted = units.map((unit) => byNumber(unit, part(clue, 'day'), find)).find((ground) => ground !== null);
  return counted === undefined ? null : { reason: 'days-listed', grounds: [counted] };
};

interface Series {
  readonly from: number;
  readonly to: number;
  readonly ground: Ground;
}

const momentsIn = (table: ReadTable, column: ReadColumn): readonly number[] =>
  column.type === 'date' || column.type === 'code' || column.type === 'integer' || column.type === 'text'
    ? table.table.sample.map((row) => momentOf(row[column.index] ?? '')).filter((value) => value !== null)
    : [];

const seriesIn = (table: ReadTable): readonly Series[] =>
  table.columns.flatMap((column) => {
    const moments = momentsIn(table, column);
    if (moments.length < table.table.sample.length * 0.9 || new Set(moments).size < 2) return [];
    return [{ from: Math.min(...moments), to: Math.max(...moments), ground: columnGround(table, column) }];
  });

/** A moment that is named once says when the file was made. */
const fewTimes = 3;

const madeIn = ({ units }: Reading): readonly number[] =>
  units.flatMap(({ inspection }) =>
    inspection.keys
      .filter(({ count }) => count <= fewTimes)
      .flatMap(({ examples }) => examples.map(momentOf).filter((value) => value !== null)),
  );

const longest = 20;

/** A series begins where the file was made, within a day, and goes on for days from there: what it says is foretold. */
export const foretold: Shape = ({ reading }) => {
  const made = madeIn(reading);
  const all = reading.tables.flatMap(seriesIn);
  const found = all.find(
    ({ from, to }) =>
      to - from >= 1 && to - from <= longest && made.some((value) => Math.abs(value - from) <= 1 && to - value >= 1),
  );
  return found === undefined ? null : { reason: 'foretold', grounds: [found.ground] };
};

/** Moments less than this many days apart are no five days, however the first and last of them are counted. */
const shortest = 3.5;

/** The period that a record is of, from its first moment to its last, under the names that GML has for them. */
const periodsIn = ({ evidence, inspection }: Unit): readonly Series[] => {
  const at = (end: RegExp) => inspection.keys.filter(({ path, count }) => end.test(path) && count <= fewTimes);
  const [from, to] = [/beginposition$/i, /endposition$/i].map((end) =>
    at(end).flatMap(({ path, examples }) =>
      examples
        .map(momentOf)
        .filter((value) => value !== null)
        .map((value) => ({ path, value })),
    ),
  );
  const first = from?.[0];
  if (first === undefined || from === undefined || to === undefined || to.length === 0) return [];
  const [begin, end] = [Math.min(...from.map(({ value }) => value)), Math.max(...to.map(({ value }) => value))];
  return [{ from: begin, to: end, ground: { evidence, part: first.path, quote: first.path } }];
};

/**
 * Everything that is said of `of.field` is said of a time that ends before the fifth day: of the period of the record, or
 * of the moments in each table that has the field.
 */
export const endsEarly: Shape = ({ reading, whole }, clue) => {
  if (!whole) return null;
  const fields = part(clue, 'field');
  const isNamedIn = (table: ReadTable): boolean =>
    reading.sightings.some((one) => one.table === table && one.place === 'value' && fields.includes(one.concept));
  const inHeaders = reading.tables.filter((table) => table.columns.some((column) => has(column, fields)));
  const tables =
    inHeaders.length > 0 ? inHeaders : reading.tables.filter((table) => isNamedIn(table) && seriesIn(table).length > 0);
  const series = tables.map((table) => seriesIn(table));
  const all = tables.length > 0 ? series.flat() : reading.units.flatMap(periodsIn);
  const [first] = all;
  if (first === undefined || series.some((found) => found.length === 0)) return null;
  if (all.some(({ from, to }) => to - from >= shortest)) return null;
  return { reason: 'ends-early', grounds: [first.ground] };
};

/** No forecast reaches that far; a series that does is of the past. */
const tooLong = 'P31D';

/** Nothing tells that it is of the past: no word for what was measured (`of.observed`), and no series longer than a forecast. */
export const notPast: Shape = (scene, clue) => {
  const { sightings, units } = scene.reading;
  const [unit] = units;
  const isObserved = sightings.some(
    ({ concept, place }) => part(clue, 'observed').includes(concept) && place !== 'text' && place !== 'label',
  );
  if (unit === undefined || isObserved || spans(scene, { shape: 'spans', every: tooLong }) !== null) return null;
  return { reason: 'not-past', grounds: [{ evidence: unit.evidence, part: unit.name }] };
};
