import type { Verdict } from '../../model/review.ts';

/** What a column of the index's flat CSV holds. */
export type Holds =
  | 'key'
  | 'rank'
  | 'score'
  | 'open'
  | 'repeat'
  | 'answers'
  | 'text'
  | 'submitters'
  | 'reviewers'
  | 'comments'
  | 'notes';

/** One column, as `criteria/vocabulary/godi-csv.yaml` describes it. */
export interface CsvColumn {
  readonly name: string;
  readonly holds: Holds;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly type: 'string' | 'integer';
  readonly says: string;
}

/** The flat CSV of the index: its columns and the spellings of its answers. */
export interface PublishedCsv {
  readonly source: string;
  readonly columns: readonly CsvColumn[];
  /** Other names of question columns, by question id. */
  readonly questionAliases: Readonly<Record<string, readonly string[]>>;
  /** Other names of places, by place id. */
  readonly placeAliases: Readonly<Record<string, readonly string[]>>;
  /** Spellings of each answer, in lower case. */
  readonly answers: Readonly<Record<Verdict, readonly string[]>>;
  /** What parts several people in one cell. */
  readonly people: string;
  /** Words by which the remarks of entries are read. */
  readonly remarks: {
    /** For what the category asks for. */
    readonly definition: readonly string[];
    /** That something is not so. */
    readonly negation: readonly string[];
    /** In the place of a name, in lower case. */
    readonly nameless: readonly string[];
  };
}
