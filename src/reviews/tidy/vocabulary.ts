/** What a cell of a column can be. */
export type TidyType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** A cell; null where it is not known or does not apply. Days and moments are texts in ISO 8601. */
export type TidyCell = string | number | boolean | null;

/** One row of a table, by the names of its columns. */
export type TidyRow = Readonly<Record<string, TidyCell>>;

/** One column, as `criteria/vocabulary/tidy.yaml` describes it. */
export interface TidyColumn {
  readonly name: string;
  readonly type: TidyType;
  /** Never empty. */
  readonly required?: true;
  /** All that a cell may hold. */
  readonly values?: readonly string[];
  readonly says: string;
}

/** One table. */
export interface TidyTable {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  /** Columns that tell its rows apart. */
  readonly key: readonly string[];
  /** Tables that have a row of the same cells in columns of the same names. */
  readonly refers: readonly { readonly columns: readonly string[]; readonly to: string }[];
  readonly columns: readonly TidyColumn[];
}

/** The tables of an export for analysis. */
export interface TidyVocabulary {
  readonly source: string;
  readonly package: { readonly name: string; readonly title: string; readonly licence: string };
  readonly tables: readonly TidyTable[];
}
