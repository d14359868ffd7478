import { closeSync, openSync, writeSync } from 'node:fs';
import { csvLine } from '../csv.ts';
import type { TidyCell, TidyRow, TidyTable } from './vocabulary.ts';

/** Writes the rows of one table into a file, a few at a time. */
export interface TableWriter {
  readonly write: (rows: readonly TidyRow[]) => void;
  /** Ends the file. */
  readonly close: () => void;
}

/** A way to write a table. */
export type OpenTable = (path: string, table: TidyTable) => TableWriter;

/** Characters that are gathered before they are written. */
const gathered = 64 * 1024;

/** Characters that reorder the text after them, in other cells, too (Unicode Standard Annex 9). */
const reordering = /[\u202a-\u202e\u2066-\u2069]/g;

const cellText = (cell: TidyCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).replace(reordering, '\ufffd');

/** A table as CSV: RFC 4180, UTF-8, the names of the columns in the first line. */
export const csvTable: OpenTable = (path, { columns }) => {
  const file = openSync(path, 'w');
  let waiting = csvLine(columns.map(({ name }) => name));
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    waiting = '';
  };
  return {
    write: (rows) => {
      for (const row of rows) waiting += csvLine(columns.map(({ name }) => cellText(row[name])));
      if (waiting.length > gathered) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
};
