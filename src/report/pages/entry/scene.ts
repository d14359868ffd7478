import type { Change } from '../../../model/diff.ts';
import type { Review } from '../../../model/review.ts';
import type { SiteYear } from '../../model.ts';

/** What the page of an entry is written from. */
export interface EntryScene {
  /** As it counts, with gains, its sentences in the language of the page, texts of others marked in them. */
  readonly review: Review;
  /** The same without marks, for programs. */
  readonly plain: Review;
  readonly given: SiteYear;
  /** Rank among the entries of the category, and how many there are; null where the scorecard leaves it out. */
  readonly rank: { readonly at: number; readonly of: number } | null;
  /** What the same entry came to in all years, oldest first. */
  readonly years: readonly {
    readonly year: number;
    readonly points: number;
    readonly ceiling: number;
    readonly edition: string;
    readonly isOpen: boolean;
  }[];
  /** The newest year before, and every answer that changed since, with its cause; null where there is none. */
  readonly before: {
    readonly year: number;
    readonly changes: readonly Change[];
    readonly isComparable: boolean;
  } | null;
}
