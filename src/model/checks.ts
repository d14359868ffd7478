import type { Day } from './basics.ts';
import type { Review, ReviewGain, Score, Verdict } from './review.ts';

/** One address of a list that was checked, as one line of a table. */
export interface CheckLine {
  readonly url: string;
  /** As the list calls it; empty where it gives addresses alone. */
  readonly title: string;
  /** The answer to every question of the edition, under its id, in the edition's order. */
  readonly answers: Readonly<Record<string, Verdict>>;
  readonly score: Score;
  readonly isOpen: boolean;
  /** Formats of the data that was found there, else of what the address itself gave; empty where nothing arrived. */
  readonly formats: readonly string[];
  /** What adds most, of all that the publisher can do; null where nothing is missing. */
  readonly fix: Pick<ReviewGain, 'fix' | 'points' | 'certain'> | null;
  /** Why nothing at all could be seen: how the request for the address ended. Null where something was. */
  readonly unseen: string | null;
}

/**
 * Why an address of a list was not checked: it is beyond the limit, the run was ended before, a defect of the program cost the check,
 * it stands in the list more than once, the dataset has no address, it is on another page of the catalogue, or it is in a
 * sitemap that was not read.
 */
export type NotCheckedBecause =
  | 'over-limit'
  | 'interrupted'
  | 'defect'
  | 'repeated'
  | 'no-address'
  | 'other-page'
  | 'sitemap-not-read';

/** Addresses of a list that were not checked, and why. */
export interface NotChecked {
  readonly why: NotCheckedBecause;
  /** Addresses, or sitemaps where those could not be read. */
  readonly count: number;
  /** One of them; null where there is none to name. */
  readonly example: string | null;
}

/** Something that publishers can do at several addresses. */
export interface CommonFix {
  readonly fix: string;
  /** Addresses at which it adds points. */
  readonly addresses: number;
  /** What it adds at all of them together; at most that where `certain` is false, as in a review's gains. */
  readonly points: number;
  readonly certain: boolean;
}

/** The checks of several addresses; JSON output is exactly this. */
export interface CheckTable {
  readonly format: 'odi-checks/1';
  readonly edition: string;
  readonly year: number;
  readonly asOf: Day;
  readonly counts: {
    readonly checked: number;
    readonly open: number;
    /** Of them, those at which nothing could be seen. */
    readonly unseen: number;
    /** Those under the least score that was asked for; null where none was. */
    readonly under: number | null;
  };
  /** The least score that was asked for. */
  readonly least: number | null;
  /** What adds most over all addresses, the most first. */
  readonly fixes: readonly CommonFix[];
  /** In the order of the list. */
  readonly addresses: readonly CheckLine[];
  readonly notChecked: readonly NotChecked[];
  /** The same addresses in full. */
  readonly reviews: readonly Review[];
}
