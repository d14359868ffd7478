import type { Review } from '../../model/review.ts';
import { printedYearOf } from '../glances/glance.ts';
import { publishedRow } from './rows.ts';
import { openNumbers, openSpool, type SpooledText } from './spool.ts';

/** Ranks of values among others; handed in, because scoring is a stage of its own. */
export interface RowTally {
  readonly add: (value: number) => void;
  readonly rankOf: (value: number) => number;
}

/** The row of a review, as far as it can be told before all others were seen. */
export interface RowText extends SpooledText {
  /** Does its rank go between? Some were published with one. */
  readonly takesRank: boolean;
}

/** Rows that are put in order while memory grows by a few numbers for each. */
export interface OrderedRows {
  readonly add: (review: Review, row: RowText) => void;
  readonly count: () => number;
  /** Years that they bear in print, in order. */
  readonly years: () => readonly number[];
  /** The rows as the index publishes them: newest year first; what was published in its old order, then audits by category and rank. */
  readonly rows: () => Generator<string>;
  readonly close: () => void;
}

/** Numbers words in the order in which they come; `order` gives the place of each number among the sorted words. */
const openWords = () => {
  const numbers = new Map<string, number>();
  return {
    number: (word: string): number => {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      return known;
    },
    order: (): readonly number[] => {
      const sorted = new Map([...numbers.keys()].sort().map((word, at) => [word, at]));
      return [...numbers.keys()].map((word) => sorted.get(word) ?? 0);
    },
  };
};

/**
 * Begins with no rows.
 *
 * @param path - of a file for them, which is made and removed again
 * @param openTally - begins the ranks of one category in one year
 */
export const openOrderedRows = (path: string, openTally: () => RowTally): OrderedRows => {
  const spool = openSpool(path);
  const [published, years, categories, points, tallyOf] = Array.from({ length: 5 }, openNumbers) as [
    ...[ReturnType<typeof openNumbers>, ReturnType<typeof openNumbers>, ReturnType<typeof openNumbers>],
    ...[ReturnType<typeof openNumbers>, ReturnType<typeof openNumbers>],
  ];
  const words = openWords();
  const tallyKeys = openWords();
  const tallies: RowTally[] = [];
  const printed = new Set<number>();

  const tallyFor = (key: string): number => {
    const number = tallyKeys.number(key);
    if (number === tallies.length) tallies.push(openTally());
    return number;
  };
  const inOrder =
    (order: readonly number[]) =>
    (one: number, other: number): number => {
      const [row, second] = [published.at(one), published.at(other)];
      if (!Number.isNaN(row) && !Number.isNaN(second)) return row - second || one - other;
      if (!Number.isNaN(row) || !Number.isNaN(second)) return Number.isNaN(row) ? -1 : 1;
      const [category, next] = [order[categories.at(one)] ?? 0, order[categories.at(other)] ?? 0];
      return years.at(other) - years.at(one) || category - next || points.at(other) - points.at(one) || one - other;
    };
  return {
    count: spool.count,
    years: () => [...printed].sort((one, other) => one - other),
    add: (review, row) => {
      const { year, category, score } = review;
      const bears = printedYearOf(review);
      const tally = tallyFor(`${bears}/${category?.id}`);
      tallies[tally]?.add(score.points);
      printed.add(bears);
      published.push(publishedRow(review) ?? Number.NaN);
      years.push(year);
      categories.push(words.number(category?.id ?? ''));
      points.push(score.points);
      tallyOf.push(row.takesRank ? tally : -1);
      spool.put(row);
    },
    *rows() {
      const order = Uint32Array.from({ length: spool.count() }, (_, at) => at).sort(inOrder(words.order()));
      for (const at of order) {
        const rank = tallies[tallyOf.at(at)]?.rankOf(points.at(at));
        yield spool.text(at, rank === undefined ? '' : String(rank));
      }
    },
    close: spool.close,
  };
};
