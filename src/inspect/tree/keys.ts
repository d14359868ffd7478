import type { Inspection } from '../../model/inspection.ts';

/** Paths that are kept, and examples of each. */
const MOST_PATHS = 500;
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 200;

/** Counts the paths of nested data with a few of their values. */
export class Keys {
  readonly #counts = new Map<string, { count: number; readonly examples: Set<string> }>();
  /** True where there were more paths than are kept. */
  isFull = false;

  add(path: string, value: string | null): void {
    let entry = this.#counts.get(path);
    if (entry === undefined) {
      if (this.#counts.size >= MOST_PATHS) {
        this.isFull = true;
        return;
      }
      entry = { count: 0, examples: new Set() };
      this.#counts.set(path, entry);
    }
    entry.count += 1;
    const text = value?.trim() ?? '';
    if (text !== '' && entry.examples.size < MOST_EXAMPLES) entry.examples.add(text.slice(0, LONGEST_EXAMPLE));
  }

  list(): Inspection['keys'] {
    return [...this.#counts].map(([path, { count, examples }]) => ({ path, count, examples: [...examples] }));
  }
}
