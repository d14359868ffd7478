import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { daysAllowed } from '../../time/duration.ts';
import { columnGround, has, part, rowsOf } from '../columns.ts';
import { type DayRange, medianGap, type PeriodStyle, periodOf, yearIn } from '../periods.ts';
import type { ReadColumn, ReadTable, Sighting, Unit } from '../reading.ts';
import type { Scene, Shape } from '../scene.ts';
import { splitDateOf } from '../split-dates.ts';
import { listedDates, repeatedDates, type Spacing } from './repeated-dates.ts';

/** Gaps may be this much longer than asked, for weekends and holidays. */
const tolerance = 1.15;
/** Gaps this many times longer are another rhythm. */
const slowerBy = 1.6;

const isDated = (column: ReadColumn, { monthOf }: PeriodStyle): boolean =>
  column.dates !== null ||
  column.type === 'date' ||
  column.type === 'year' ||
  periodOf(column.examples[0] ?? '', { dateOrder: column.dateOrder, monthOf }) !== null;

/**
 * Columns whose dates tell a rhythm: those of `of.only` where it is given, and none of `of.notIn`, such as the day an extract
 * was made.
 */
const datedIn = (table: ReadTable, clue: ShapeClue, style: PeriodStyle): readonly ReadColumn[] => {
  const [only, notIn] = [part(clue, 'only'), part(clue, 'notIn')];
  return table.columns.filter(
    (column) => isDated(column, style) && (only.length === 0 || has(column, only)) && !has(column, notIn),
  );
};

const groupsOf = (
  table: ReadTable,
  by: ReadColumn | undefined,
  { index, dateOrder }: ReadColumn,
  { monthOf }: PeriodStyle,
): readonly (readonly DayRange[])[] => {
  const groups = new Map<string, DayRange[]>();
  for (const row of table.table.sample) {
    const found = periodOf(row[index] ?? '', { dateOrder, monthOf });
    if (found === null) continue;
    const key = by === undefined ? '' : (row[by.index] ?? '');
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()];
};

const middle = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
};

const spanOf = ({ dates }: ReadColumn): number => {
  const [from, to] = [periodOf(dates?.from ?? ''), periodOf(dates?.to ?? '')];
  return from === null || to === null ? 0 : to.start - from.start;
};

/** First and last period, as they are written. */
const rangeOf = ({ dates, numbers, examples }: ReadColumn): string => {
  const [from, to] = [dates?.from ?? numbers?.min ?? examples[0], dates?.to ?? numbers?.max ?? examples.at(-1)];
  return `${from ?? ''} – ${to ?? ''}`;
};

const downColumn = (
  table: ReadTable,
  column: ReadColumn,
  by: ReadColumn | undefined,
  style: PeriodStyle,
): Spacing | null => {
  const groups = groupsOf(table, by, column, style);
  const starts = groups.map((group) => group.map(({ start }) => start));
  const gaps = starts.map(medianGap).filter((gap) => gap !== null);
  // A few clock times among days are no rhythm within the day.
  const usual = middle(groups.flat().map(({ days }) => days)) ?? Number.POSITIVE_INFINITY;
  const all = starts.flat();
  const span = Math.max(spanOf(column), all.length === 0 ? 0 : Math.max(...all) - Math.min(...all));
  // One date, however fine, has no rhythm.
  if (new Set(all).size < 2 && column.distinct < 2) return null;
  const measured = middle(gaps) ?? (column.distinct > 1 && span > 0 ? span / (column.distinct - 1) : null);
  const isWithinDay = usual < 1 || (by === undefined && column.distinct * 2 < table.table.sample.length);
  if (column.distinct < 2 || (measured === null && !(usual < 1))) return null;
  const ground = columnGround(table, column);
  const days = usual < 1 && isWithinDay ? Math.min(usual, measured ?? usual) : (measured ?? usual);
  return { days, span, ground: { ...ground, quote: `${ground.quote}: ${rangeOf(column)}` } };
};

interface DatedHeader {
  readonly column: ReadColumn;
  readonly start: number;
}

/** Headers that only a period tells apart: `2014`, `2015` … or `2014_BUDGET`, `2015_BUDGET` … */
const headerFamilies = (table: ReadTable): readonly (readonly DatedHeader[])[] => {
  const families = new Map<string, DatedHeader[]>();
  for (const column of table.columns) {
    const last = column.levels.at(-1) ?? column.name;
    const read = periodOf(last) ?? yearIn(last);
    if (read === null) continue;
    const family = last.replace(/\d+/g, '#');
    families.set(family, [...(families.get(family) ?? []), { column, start: read.start }]);
  }
  return [...families.values()];
};

/** The spacing of dates that stand in several columns: year, month, day. */
const downPieces = (table: ReadTable, by: ReadColumn | undefined): Spacing | null => {
  const split = splitDateOf(table);
  const [first] = split?.columns ?? [];
  if (split === undefined || first === undefined) return null;
  const groups = new Map<string, number[]>();
  for (const row of table.table.sample) {
    const found = split.periodOf(row);
    const key = by === undefined ? '' : (row[by.index] ?? '');
    if (found !== null) groups.set(key, [...(groups.get(key) ?? []), found.start]);
  }
  const all = [...groups.values()].flat();
  const days = middle([...groups.values()].map(medianGap).filter((gap) => gap !== null));
  if (days === null) return null;
  const names = split.columns.map(({ name }) => name).join(', ');
  return { days, span: Math.max(...all) - Math.min(...all), ground: { ...columnGround(table, first), quote: names } };
};

/** Headers that say more than their period are of what they say. */
const isOfWhatIsAsked = (family: readonly DatedHeader[], about: readonly ConceptId[]): boolean =>
  about.length === 0 ||
  family.every(({ column }) => !/\p{L}{3}/u.test(column.levels.at(-1) ?? column.name)) ||
  family.some(({ column }) => has(column, about));

const acrossHeaders = (table: ReadTable, about: readonly ConceptId[]): Spacing | null => {
  for (const family of headerFamilies(table)) {
    if (!isOfWhatIsAsked(family, about)) continue;
    const gap = medianGap(family.map(({ start }) => start));
    const [first, last] = [family[0], family.at(-1)];
    if (gap === null || first === undefined || last === undefined) continue;
    const ground = columnGround(table, first.column);
    const quote = `${first.column.name} … ${last.column.name}`.slice(0, 120);
    return { days: gap, span: Math.abs(last.start - first.start), ground: { ...ground, quote } };
  }
  return null;
};

/** Keys that are periods, beside one another under one key: the categories of a dimension, or the entries of a map. */
const acrossKeys = (unit: Unit): readonly Spacing[] => {
  const families = new Map<string, { readonly path: string; readonly start: number }[]>();
  for (const { path } of unit.inspection.keys) {
    const at = path.lastIndexOf('.');
    const read = periodOf(path.slice(at + 1));
    if (at < 0 || read === null) continue;
    const parent = path.slice(0, at);
    families.set(parent, [...(families.get(parent) ?? []), { path, start: read.start }]);
  }
  return [...families.values()].flatMap((family) => {
    const starts = family.map(({ start }) => start);
    const [days, first] = [medianGap(starts), family[0]];
    if (days === null || first === undefined || family.length < leastKeys) return [];
    const ground = { evidence: unit.evidence, part: first.path, quote: `${first.path} …` };
    return [{ days, span: Math.max(...starts) - Math.min(...starts), ground }];
  });
};

/** As many keys that look like years are years and not codes. */
const leastKeys = 3;

const isOfUnit = (unit: Unit, clue: ShapeClue, { reading }: Scene): boolean => {
  const about = part(clue, 'about');
  const isSeen = ({ concept, evidence, place }: Sighting): boolean =>
    about.includes(concept) && place !== 'text' && evidence === unit.evidence;
  return about.length === 0 || reading.sightings.some(isSeen);
};

const isAbout = (table: ReadTable, clue: ShapeClue, { reading }: Scene): boolean => {
  const about = part(clue, 'about');
  return (
    about.length === 0 ||
    reading.sightings.some(
      ({ concept, table: other, evidence, place }) =>
        about.includes(concept) &&
        (other === null ? place !== 'text' && evidence === table.unit.evidence : other === table),
    )
  );
};

/** As many rows that a name tells apart are things, and no points in time. */
const manyThings = 20;
const nearlyAll = 0.9;

/** Where a name tells the rows apart and the date does not, it is a date of each thing, such as when it was founded. */
const isOfEachRow = (table: ReadTable, { distinct }: ReadColumn): boolean => {
  const rows = rowsOf(table);
  return (
    rows >= manyThings &&
    distinct < rows * nearlyAll &&
    table.columns.some((column) => column.type === 'text' && column.distinct >= rows * nearlyAll)
  );
};

/** The spacing of every series of the tables that the clue is about. */
const spacings = (scene: Scene, clue: ShapeClue): readonly Spacing[] => [
  ...scene.reading.units
    .filter((unit) => isOfUnit(unit, clue, scene))
    .flatMap((unit) => [...acrossKeys(unit), ...repeatedDates(unit)]),
  ...scene.reading.tables
    .filter((table) => isAbout(table, clue, scene))
    .flatMap((table) => {
      const by = table.columns.find((column) => has(column, part(clue, 'by')) && column.distinct >= 2);
      const about = part(clue, 'about');
      const dated = datedIn(table, clue, scene.reading).filter(
        (column) => about.length === 0 || !isOfEachRow(table, column),
      );
      const down = dated.map((column) => downColumn(table, column, by, scene.reading));
      const pieces = downPieces(table, by);
      // The year of a date in pieces is no rhythm of its own.
      return [...(pieces === null ? down : [pieces]), acrossHeaders(table, about), ...listedDates(table)].filter(
        (spacing) => spacing !== null,
      );
    }),
];

/** Dates of the data follow one another at least as often as `every` asks; with `of.by`, those of one thing do. */
export const spaced: Shape = (scene, clue) => {
  const bound = daysAllowed(clue.every ?? 'P1Y') * tolerance;
  const found = spacings(scene, clue).find(({ days }) => days <= bound);
  return found === undefined ? null : { reason: 'dates-spaced', grounds: [found.ground] };
};

/** There are series, and every one of them is slower than `every` asks. */
export const slower: Shape = (scene, clue) => {
  const bound = daysAllowed(clue.every ?? 'P1Y') * slowerBy;
  const [first, ...rest] = spacings(scene, clue);
  if (first === undefined || [first, ...rest].some(({ days }) => days <= bound)) return null;
  return { reason: 'dates-apart', grounds: [first.ground] };
};

/** Periods in a row that show a rhythm. */
const leastRun = 3;
/** Share of the periods in the run that must have an entry. */
const leastFilled = 0.9;

/** Periods, and days besides, that the newest entry may lie back where data is still kept up: it takes time to come out. */
const mostBack = { periods: 2, days: 15 } as const;

/**
 * Entries of the data fall into period after period, as often as `every` asks, up to the day of judgement. A run that ended
 * before shows how often things happened, and nothing of how often they are published: any old extract has such a run.
 */
export const steadyRun: Shape = (scene, clue) => {
  const length = daysAllowed(clue.every ?? 'P1M');
  const today = periodOf(scene.asOf)?.start ?? 0;
  const earliest = today - mostBack.periods * length - mostBack.days;
  for (const table of scene.reading.tables) {
    for (const column of datedIn(table, clue, scene.reading)) {
      const starts = groupsOf(table, undefined, column, scene.reading)
        .flat()
        .filter(({ days }) => days <= length * tolerance);
      if (starts.every(({ start, days }) => start + days < earliest)) continue;
      const slots = [...new Set(starts.map(({ start }) => Math.floor(start / (length - 0.5))))].sort(
        (one, other) => one - other,
      );
      const run = slots.slice(-12);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined || run.length < leastRun) continue;
      if (run.length < (last - first + 1) * leastFilled) continue;
      return { reason: 'steady-run', grounds: [columnGround(table, column)] };
    }
  }
  return null;
};

/** Dates of the data reach up to the day of judgement, within `every`. */
export const fresh: Shape = (scene, clue) => {
  const today = periodOf(scene.asOf)?.start ?? 0;
  for (const table of scene.reading.tables) {
    const column = table.columns.find(
      ({ dates }) => (periodOf(dates?.to ?? '')?.start ?? -1) >= today - daysAllowed(clue.every ?? 'P2D'),
    );
    if (column !== undefined) return { reason: 'fresh', grounds: [columnGround(table, column)] };
  }
  return null;
};

/** Dates of the data span at least as long as `every` says. */
export const spans: Shape = (scene, clue) => {
  const bound = daysAllowed(clue.every ?? 'P1Y') * 0.9;
  const found = spacings(scene, clue).find(({ span }) => span >= bound);
  return found === undefined ? null : { reason: 'dates-span', grounds: [found.ground] };
};
