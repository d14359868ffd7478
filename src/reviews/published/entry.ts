import type { Edition } from '../../model/data.ts';
import type { Verdict } from '../../model/review.ts';

/** One entry of a published file. */
export interface PublishedEntry {
  /** Line of the file it begins on. */
  readonly line: number;
  /** Which row of the data it is, from 1. */
  readonly row: number;
  /** Ids of the place and the category, whatever the file calls them. */
  readonly place: string;
  readonly category: string;
  /** The year of the edition it belongs to, and the year it bears. They differ where it was carried forward. */
  readonly year: number;
  readonly printedYear: number;
  readonly edition: Edition;
  readonly answers: Readonly<Record<string, Verdict>>;
  /** The other cells that are not empty, by the vocabulary's name of their column. */
  readonly cells: Readonly<Record<string, string>>;
  /** Cells of columns of which the vocabulary knows nothing. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What is wrong or odd about a row, for a person who is to mend it. */
export interface Fault {
  readonly line: number;
  readonly column: string | null;
  readonly says: string;
}

/** What a published file holds. */
export interface PublishedEntries {
  readonly entries: readonly PublishedEntry[];
  /** Rows that were left out. */
  readonly faults: readonly Fault[];
  /** Rows that were taken, and what is odd about them. */
  readonly remarks: readonly Fault[];
}

/** What the reading of a published file asks of its surroundings. The finders throw where a name is not known. */
export interface Names {
  readonly edition: (year: number) => Edition | undefined;
  /** Years of the editions, for a message. */
  readonly years: readonly number[];
  /** Id of a place by the code or name that an edition uses. */
  readonly place: (edition: Edition, word: string) => string;
  /** Id of a category by the code or name that an edition uses. */
  readonly category: (edition: Edition, word: string) => string;
}
