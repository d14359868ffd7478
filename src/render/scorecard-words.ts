import type { Regression } from '../model/regression.ts';
import type { CategoryCell, PlaceScore } from '../model/scorecard.ts';

/* Words that every form of a scorecard uses. */

/** The bars that the caller set, and what was found under them. */
export interface Bar {
  /** Least score of a place, null where none is asked. */
  readonly under: number | null;
  /** What came of holding it against a baseline, null where none is named. */
  readonly regression: Regression | null;
}

/** `45`, or `45–60` where answers are undecided; a dash where there is no score. */
export const range = (points: number | null, ceiling: number | null): string =>
  points === null ? '–' : ceiling === null || ceiling === points ? String(points) : `${points}–${ceiling}`;

/** Thousands apart, so that counts can be read. */
export const counted = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 entry`, `3,153 entries`. */
export const many = (count: number, one: string, more: string): string =>
  `${counted(count)} ${count === 1 ? one : more}`;

/** Is there weight that no answer has settled? */
export const isUndecided = ({ points, ceiling }: Pick<CategoryCell, 'points' | 'ceiling'>): boolean => ceiling > points;

/** A signed difference with a real minus: `+5`, `−12`, `±0`. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0');

/** Did a place miss the least score? One that never entered missed nothing. */
export const isUnder = ({ score, entries }: PlaceScore, least: number | null): boolean =>
  least !== null && score !== null && entries > 0 && score < least;
