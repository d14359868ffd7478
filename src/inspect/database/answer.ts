/** A table of a database file as its worker hands it over: the format declares columns and counts. */
export interface TableAnswer {
  readonly name: string;
  readonly columns: readonly string[];
  /** The first rows as text. */
  readonly rows: readonly (readonly string[])[];
  /** Rows in all. */
  readonly total: number;
}

export interface DatabaseAnswer {
  readonly tables: readonly TableAnswer[];
  readonly standards: readonly string[];
}

/** What a worker over a database file is given. */
export interface DatabaseJob {
  readonly bytes: Uint8Array;
  /** Tables, columns and rows that are handed over at most. */
  readonly tables: number;
  readonly columns: number;
  readonly rows: number;
}

/** Longest text of a cell; geometries and pictures are cut. */
const LONGEST = 500;

/** A value as text: binary ones as their size, as nobody reads them. */
export const shownValue = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace('T00:00:00.000Z', '');
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  if (typeof value === 'object')
    return JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? String(held) : held)).slice(
      0,
      LONGEST,
    );
  return String(value).slice(0, LONGEST);
};
