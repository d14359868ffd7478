/* Agreement on nominal values, corrected for what chance would bring. */

/** One thing that was coded, by each coder who did; codes are whole numbers from 0. */
export type Coded = readonly number[];

/** How often each code of the first coder met each of the second, `table[first][second]`. */
export type Contingency = readonly (readonly number[])[];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const square = (size: number): number[][] => Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

/** Counts pairs of codes below `size`. */
export const contingencyOf = (pairs: readonly (readonly [number, number])[], size: number): Contingency => {
  const table = square(size);
  for (const [first, second] of pairs) {
    const row = table[first];
    if (row !== undefined) row[second] = (row[second] ?? 0) + 1;
  }
  return table;
};

const diagonal = (table: Contingency): number => sumOf(table.map((row, at) => row[at] ?? 0));

/**
 * Cohen's kappa: (observed − expected) / (1 − expected) agreement, where what is expected of chance follows from how often each
 * of the two gives each code. Null where there is nothing, or where chance alone would agree always.
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46.
 */
export const kappaOf = (table: Contingency): number | null => {
  const rows = table.map(sumOf);
  const total = sumOf(rows);
  if (total === 0) return null;
  const columns = table.map((_, at) => sumOf(table.map((row) => row[at] ?? 0)));
  // In whole numbers until the end, so that certain agreement is exactly that.
  const expected = sumOf(rows.map((row, at) => row * (columns[at] ?? 0)));
  const most = total * total;
  return expected === most ? null : (diagonal(table) * total - expected) / (most - expected);
};

/** Alpha from a table of coincidences. */
const alphaFrom = (coincidences: Contingency): number | null => {
  const margins = coincidences.map(sumOf);
  const total = sumOf(margins);
  const differing = total * total - sumOf(margins.map((count) => count * count));
  if (differing === 0) return null;
  return 1 - ((total - 1) * (total - diagonal(coincidences))) / differing;
};

/**
 * Krippendorff's alpha for nominal data, any number of coders, some of whom may not have coded everything: 1 − observed / expected
 * disagreement. What fewer than two coded is left out; null where nothing varies.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C.
 *
 * @param size codes are below it
 */
export const alphaOf = (units: readonly Coded[], size: number): number | null => {
  const coincidences = square(size);
  for (const unit of units) {
    if (unit.length < 2) continue;
    for (const [at, first] of unit.entries()) {
      for (const [other, second] of unit.entries()) {
        const row = coincidences[first];
        if (at !== other && row !== undefined) row[second] = (row[second] ?? 0) + 1 / (unit.length - 1);
      }
    }
  }
  return alphaFrom(coincidences);
};

/** The same for two coders who both coded everything, from how often their codes met. */
export const alphaOfTable = (table: Contingency): number | null =>
  alphaFrom(table.map((row, at) => row.map((count, other) => count + (table[other]?.[at] ?? 0))));

/** Numbers from 0 up to 1 that look like chance and are the same everywhere for one seed (mulberry32, 32 bits of state). */
export const seededNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** How intervals are found. */
export const bootstrap = { level: 0.95, samples: 1000, seed: 20110125 } as const;

const middle = (values: readonly number[], level: number): { readonly low: number; readonly high: number } => {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at((1 - level) / 2), high: at(1 - (1 - level) / 2) };
};

/**
 * Intervals of measures by the percentile bootstrap: whole groups are drawn with replacement, as many as there are, since what
 * stands in one group depends on one another. Null where a measure cannot be taken in at least half of the samples.
 *
 * @param groups pairs of codes below `size`, by the group they belong to
 */
export const intervalsOf = (
  groups: readonly (readonly (readonly [number, number])[])[],
  size: number,
  measures: readonly ((table: Contingency) => number | null)[],
): readonly ({ readonly low: number; readonly high: number } | null)[] => {
  const random = seededNumbers(bootstrap.seed);
  const found = measures.map((): number[] => []);
  for (let sample = 0; sample < bootstrap.samples && groups.length > 0; sample += 1) {
    const table = square(size);
    for (let drawn = 0; drawn < groups.length; drawn += 1) {
      for (const [first, second] of groups[Math.floor(random() * groups.length)] ?? []) {
        const row = table[first];
        if (row !== undefined) row[second] = (row[second] ?? 0) + 1;
      }
    }
    for (const [at, measure] of measures.entries()) {
      const value = measure(table);
      if (value !== null) found[at]?.push(value);
    }
  }
  return found.map((values) => (values.length < bootstrap.samples / 2 ? null : middle(values, bootstrap.level)));
};
