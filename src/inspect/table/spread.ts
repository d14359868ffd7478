/**
 * A sample spread evenly over a sequence of unknown length, without chance: every `step`-th item is kept, and when the
 * sample is full every second one is dropped and the step doubles. Two passes over the same items keep the same.
 */
export class Spread<T> {
  readonly #most: number;
  #kept: T[] = [];
  #step = 1;
  #seen = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Will the next item be kept? Lets a caller skip the work of making it. */
  get wantsNext(): boolean {
    return this.#most > 0 && this.#seen % this.#step === 0;
  }

  offer(item: T): void {
    if (this.wantsNext) {
      if (this.#kept.length >= this.#most) {
        this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
        this.#step *= 2;
      }
      if (this.#seen % this.#step === 0) this.#kept.push(item);
    }
    this.#seen += 1;
  }

  /** Passes over an item that was not wanted. */
  skip(): void {
    this.#seen += 1;
  }

  items(): readonly T[] {
    return this.#kept;
  }
}
