import { isNonEmpty } from '../../model/basics.ts';
import type { Ground } from '../../model/check.ts';
import { comparable } from '../../text/fold.ts';
import { lazy } from '../../text/lazy.ts';
import { columnGround, part } from '../columns.ts';
import { countWritten } from '../numbers.ts';
import type { ReadColumn, ReadTable, Unit } from '../reading.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Shown } from '../shown.ts';

/** A body of the whole country publishes it: what it holds of its subject, it holds of the whole. */
export const mandated: Shape = ({ scope }) => {
  const where = scope?.level === 'national' ? scope.where : [];
  return isNonEmpty(where) ? { reason: 'publisher-of-the-whole', grounds: where } : null;
};

/** No body of the whole country is known to publish it. */
export const unmandated: Shape = ({ scope, reading }) => {
  const [unit] = reading.units;
  return scope?.level === 'national' || unit === undefined
    ? null
    : { reason: 'publisher-not-known', grounds: [{ evidence: unit.evidence, part: unit.name }] };
};

/** So many parts of a country named in one column are not those that one town happens to deal with. */
const manyParts = 8;
const leastParts = 3;
/** Where one part has more of the rows than this, the data is of that part, and of others in passing. */
const largestPart = 0.6;

/** Names of the parts of a country, as they are written and as they are compared. */
type Names = readonly (readonly [written: string, compared: string])[];

const namesIn = (value: string, parts: Names): readonly string[] => {
  const text = ` ${comparable(value)} `;
  return parts.filter(([, name]) => text.includes(` ${name} `)).map(([written]) => written);
};

const longestName = 80;

const partsIn = (table: ReadTable, { index }: ReadColumn, parts: Names): ReadonlyMap<string, number> => {
  const named = new Map<string, readonly string[]>();
  const rows = new Map<string, number>();
  for (const row of table.table.sample) {
    const value = (row[index] ?? '').slice(0, longestName);
    const names = named.get(value) ?? namesIn(value, parts);
    named.set(value, names);
    for (const name of names) rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  return rows;
};

const isSpread = (rows: ReadonlyMap<string, number>): boolean => {
  const counts = [...rows.values()];
  return Math.max(...counts) <= largestPart * counts.reduce((sum, count) => sum + count, 0);
};

/** Rows lie in the parts of the country: half of them, or many, and not nearly all in one. */
export const countryParts = ({ reading, parts }: Pick<Scene, 'reading' | 'parts'>): Shown | null => {
  const least = Math.max(leastParts, Math.min(manyParts, Math.ceil(parts.length / 2)));
  if (parts.length < leastParts) return null;
  const names: Names = parts.map((name) => [name, comparable(name)]);
  for (const table of reading.tables) {
    for (const column of table.columns) {
      if (!['text', 'mixed', 'code'].includes(column.type) || column.distinct < least) continue;
      const rows = partsIn(table, column, names);
      if (rows.size < least || !isSpread(rows)) continue;
      const ground = columnGround(table, column);
      const quote = `${ground.quote}: ${[...rows.keys()].slice(0, 5).join(', ')}`;
      return { reason: 'parts-of-the-country', grounds: [{ ...ground, quote }] };
    }
  }
  return null;
};

/** Text that may say how much there is. */
const mostText = 20_000;
const counted = lazy(
  () => /(?<![\d.,])(\d[\d.,'\u00a0\u202f ]{1,13}\d)\s+((?:\p{L}[\p{L}\p{M}'’-]*\s+){0,3}\p{L}[\p{L}\p{M}'’-]*)/gu,
);

const countIn = (
  { evidence, inspection }: Unit,
  least: number,
  find: Scene['reading']['find'],
  of: readonly string[],
): Ground | null => {
  const text = (inspection.page?.text ?? inspection.text).slice(0, mostText);
  for (const [quote, number = '', words = ''] of text.matchAll(counted())) {
    const isMany = (countWritten(number.trim()) ?? 0) >= least;
    if (isMany && find(words).some(({ concept }) => of.includes(concept)))
      return { evidence, part: 'text', quote: quote.slice(0, 120) };
  }
  return null;
};

/** The publisher says how many entries there are, at least as many as asked: "2,431 laws in force". */
export const declaredCount: Shape = ({ reading }, clue) => {
  for (const unit of reading.units) {
    const ground = countIn(unit, clue.atLeast ?? 1, reading.find, part(clue, 'of'));
    if (ground !== null) return { reason: 'declared-count', grounds: [ground] };
  }
  return null;
};
