/** How often each value occurs, for ranks over any number of entries in memory that does not grow with it. */
export class RankTally {
  readonly #counts = new Map<number, number>();
  #ranks: ReadonlyMap<number, number> | undefined;

  add(value: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    this.#ranks = undefined;
  }

  /** Competition rank of a value that was added: one more than there are greater ones, so ties share and the next skips. */
  rankOf(value: number): number {
    this.#ranks ??= this.#count();
    return this.#ranks.get(value) ?? 1;
  }

  #count(): ReadonlyMap<number, number> {
    const ranks = new Map<number, number>();
    let greater = 0;
    for (const [value, count] of [...this.#counts].sort(([one], [other]) => other - one)) {
      ranks.set(value, greater + 1);
      greater += count;
    }
    return ranks;
  }
}

/** Rounds `sum / count` to a whole number, halves up, without an inexact quotient in between. */
export const roundedMean = (sum: number, count: number): number =>
  count === 0 ? 0 : Math.floor((2 * sum + count) / (2 * count));

/** A share in whole percent. */
export const percent = (part: number, whole: number, rounding: 'floor' | 'half-up'): number => {
  if (whole === 0) return 0;
  return rounding === 'floor' ? Math.floor((100 * part) / whole) : roundedMean(100 * part, whole);
};
