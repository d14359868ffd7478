import type { Review } from '../model/review.ts';
import type { ReviewGlance } from './glances/glance.ts';
import type { ReviewKey } from './key.ts';

/** What to look at; what is left out is all there is. */
export interface Selection {
  readonly year?: number;
  readonly places?: ReadonlySet<string>;
  readonly categories?: ReadonlySet<string>;
}

/** One file of a store: a review, or why it could not be read. */
export type Stored = { readonly key: ReviewKey; readonly file: string } & (
  | { readonly review: Review }
  | { readonly fault: string }
);

/** One file of a store at a glance, or why it could not be read. */
export type Glanced = { readonly key: ReviewKey; readonly file: string } & (
  | {
      readonly glance: ReviewGlance;
      /** The whole file; undefined where it is gone by now. */
      readonly whole: () => Stored | undefined;
    }
  | { readonly fault: string }
);

/** The digest of a file of a store, by which a change of it is known. */
export interface StoredDigest {
  readonly key: ReviewKey;
  /** SHA-256 in hex of its bytes; null where it cannot be read, which `read` tells of. */
  readonly digest: string | null;
}

/** What came of a replacement. */
export interface Replaced {
  readonly review: Review;
  /** The new name of a file that could not be read. */
  readonly aside: string | null;
}

/** Reviews over the years, one JSON file each: `<dir>/<year>/<place>/<category>.json`. */
export interface Store {
  readonly dir: string;
  /** Years with a folder of their own, oldest first. */
  readonly years: () => readonly number[];
  /** Places of a year that have a folder, in order. */
  readonly places: (year: number) => readonly string[];
  /** The review under a key; undefined where there is none. A file that cannot be read is a fault, never an absence. */
  readonly read: (key: ReviewKey) => Stored | undefined;
  /** The file of a key, whether there is one or not. */
  readonly fileOf: (key: ReviewKey) => string;
  /**
   * Keeps a review whole or not at all; the last of two writers wins, and no reader ever sees a half.
   *
   * @throws UserError where it cannot be written.
   */
  readonly write: (review: Review) => string;
  /** Removes what a process that was killed left half made. */
  readonly clean: () => void;
  /** The same in the folder of one place, however often it was looked through. */
  readonly cleanPlace: (year: number, place: string) => void;
  /**
   * Keeps what is made of the review that is there at that moment, while nobody else writes it; null where there is none, or
   * none that can be read. A file that cannot be read is set aside under another name, never written over.
   *
   * @returns the review that was written, and where the old file went if it was set aside
   * @throws UserError where it cannot be written.
   */
  readonly replace: (key: ReviewKey, make: (now: Review | null) => Review) => Promise<Replaced>;
  /** All reviews of a selection, by year, place and category, one at a time: memory does not grow with their number. */
  readonly stream: (selection?: Selection) => Generator<Stored>;
  /**
   * All reviews of a year at a glance, in the order of `stream`. What is known of files that are unchanged is taken from an index
   * beside them, which is written anew where it is not as it should be.
   *
   * @param told - is given the reason where the index could not be written, once
   */
  readonly glances: (year: number, told?: (reason: string) => void) => Generator<Glanced>;
  /** Digests of all files of a selection, in the order of `stream`, without reading what is in them. */
  readonly digests: (selection?: Selection) => Generator<StoredDigest>;
  /** The newest review of a place and category before a year; faulty files are passed over. */
  readonly previous: (key: ReviewKey) => Review | null;
}
