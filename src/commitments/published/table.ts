/* The table of commitments that the Open Government Partnership publishes; its names stand in `criteria/vocabulary/ogp-csv`. */

/** What is read of a row; everything else of it is kept as it stands. */
export type PublishedField =
  | 'id'
  | 'place'
  | 'plan'
  | 'begins'
  | 'ends'
  | 'title'
  | 'from'
  | 'to'
  | 'lead'
  | 'support'
  | 'address'
  | 'completion'
  | 'verifiable'
  | 'relevant'
  | 'impact'
  | 'early'
  | 'reviewed';

/** `criteria/vocabulary/ogp-csv.yaml`. */
export interface PublishedTable {
  readonly source: string;
  /** Columns of each field; of several the first that says something counts. */
  readonly columns: Readonly<Record<PublishedField, readonly string[]>>;
  /** Codes that say that nothing is known. */
  readonly missing: readonly string[];
  readonly flags: Readonly<Record<string, boolean>>;
  /** Names of the steps of a scale, by column. */
  readonly scales: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly topics: readonly string[];
}

/** A row of the table, with the line of the file that it begins on. */
export interface PublishedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads the fields of rows. */
export interface RowReader {
  /** What a field says, in the words of its scale; null where it says nothing. */
  readonly text: (row: PublishedRow, field: PublishedField) => string | null;
  readonly flag: (row: PublishedRow, field: PublishedField) => boolean | null;
  readonly topics: (row: PublishedRow) => readonly string[];
  /** Fields of which the table has no column. */
  readonly lacks: (field: PublishedField) => boolean;
}

/** Is a column the one of a name? Some carry an example or a note in brackets behind it. */
const isColumn = (written: string, name: string): boolean =>
  written.trim() === name || written.trim().startsWith(`${name} (`);

/** Opens a reader for a table with these columns. */
export const openRows = (columns: readonly string[], table: PublishedTable): RowReader => {
  const indexOf = (name: string): number => {
    const exact = columns.findIndex((column) => column.trim() === name);
    return exact >= 0 ? exact : columns.findIndex((column) => isColumn(column, name));
  };
  const places = new Map(
    Object.entries(table.columns).map(([field, names]) => [
      field,
      names.map((name) => ({ name, at: indexOf(name) })).filter(({ at }) => at >= 0),
    ]),
  );
  const topicPlaces = table.topics.map((name) => ({ name, at: columns.indexOf(name) })).filter(({ at }) => at >= 0);
  const missing = new Set(['', ...table.missing]);
  const text: RowReader['text'] = ({ cells }, field) => {
    for (const { name, at } of places.get(field) ?? []) {
      const cell = (cells[at] ?? '').trim();
      if (!missing.has(cell)) return table.scales[name]?.[cell] ?? cell;
    }
    return null;
  };
  return {
    text,
    flag: (row, field) => {
      const said = text(row, field);
      return said === null ? null : (table.flags[said] ?? null);
    },
    topics: ({ cells }) => topicPlaces.filter(({ at }) => cells[at]?.trim() === '1').map(({ name }) => name),
    lacks: (field) => (places.get(field) ?? []).length === 0,
  };
};
