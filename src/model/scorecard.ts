/** What a scorecard needs to know of one review. */
export interface ScoredEntry {
  readonly place: { readonly id: string; readonly name: string };
  readonly category: { readonly id: string; readonly title: string };
  readonly points: number;
  readonly ceiling: number;
  readonly isOpen: boolean;
  /** The year the entry bears; an earlier one than the scorecard's where it was carried forward. */
  readonly printedYear: number;
}

/** One place in one category. */
export interface CategoryCell {
  readonly points: number;
  /** Points that could be reached if every Unsure turned into Yes. */
  readonly ceiling: number;
  /** Rank among the entries of the category. */
  readonly rank: number;
  readonly isOpen: boolean;
}

/** One place over all categories. */
export interface PlaceScore {
  readonly id: string;
  readonly name: string;
  /** Rounded mean of the points over all categories of the year; null where the index left the place out. */
  readonly score: number | null;
  /** The same with every Unsure counted as Yes. */
  readonly ceiling: number | null;
  readonly rank: number | null;
  /** Entries that count as open data. */
  readonly open: number;
  readonly entries: number;
  readonly categories: Readonly<Record<string, CategoryCell>>;
}

/** One category over all places. */
export interface CategoryScore {
  readonly id: string;
  readonly title: string;
  /** Rounded mean of the points over all places of the year; null where the index left the category out. */
  readonly score: number | null;
  readonly ceiling: number | null;
  readonly rank: number | null;
  readonly open: number;
  readonly entries: number;
}

/** Places by categories in one year; JSON output is exactly this. */
export interface Scorecard {
  readonly edition: string;
  readonly year: number;
  /** By rank, then by the unrounded score, then by name. */
  readonly places: readonly PlaceScore[];
  /** By rank, then by title. */
  readonly categories: readonly CategoryScore[];
  readonly summary: {
    readonly places: number;
    readonly entries: number;
    readonly open: number;
    readonly openPercent: number;
  };
}
