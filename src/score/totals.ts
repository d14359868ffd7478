import type { ScoredEntry } from '../model/scorecard.ts';

/** Sums over the entries of one place or one category. */
export interface Total {
  readonly id: string;
  readonly name: string;
  points: number;
  ceiling: number;
  open: number;
  entries: number;
}

/** Adds an entry to the total of an id, which is begun with the first one. */
export const addTo = (totals: Map<string, Total>, id: string, name: string, entry: ScoredEntry): void => {
  const total = totals.get(id) ?? { id, name, points: 0, ceiling: 0, open: 0, entries: 0 };
  total.points += entry.points;
  total.ceiling += entry.ceiling;
  total.open += entry.isOpen ? 1 : 0;
  total.entries += 1;
  totals.set(id, total);
};

/** A total without entries, for those that the index lists all the same. */
export const nothing = (id: string, name: string): Total => ({ id, name, points: 0, ceiling: 0, open: 0, entries: 0 });
