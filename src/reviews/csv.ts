/** One record of a CSV file. */
export interface CsvRecord {
  /** Line of the file that the record begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the record cannot be trusted, null where it is well formed. */
  readonly fault: string | null;
}

/** Where the reading of a text stands. */
interface Cursor {
  at: number;
  line: number;
  fault: string | null;
}

const countLines = (text: string, from: number, to: number): number => {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

/** End of an unquoted cell: the next delimiter or line break. */
const plainEnd = (text: string, from: number, delimiter: string): number => {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
};

/** Reads a quoted cell whose opening quote is at the cursor. */
const quotedCell = (text: string, cursor: Cursor, delimiter: string): string => {
  const from = cursor.at + 1;
  let end = text.indexOf('"', from);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) {
    cursor.fault = 'a quotation mark is opened and never closed';
    end = text.length;
  }
  cursor.line += countLines(text, from, end);
  const cell = text.slice(from, end).replaceAll('""', '"');
  const rest = plainEnd(text, Math.min(end + 1, text.length), delimiter);
  if (rest > end + 1) cursor.fault = 'there is text between a closing quotation mark and the end of its cell';
  cursor.at = rest;
  return cell;
};

const plainCell = (text: string, cursor: Cursor, delimiter: string): string => {
  const end = plainEnd(text, cursor.at, delimiter);
  const cell = text.slice(cursor.at, end);
  cursor.at = end;
  return cell;
};

const record = (text: string, cursor: Cursor, delimiter: string): CsvRecord => {
  const { line } = cursor;
  const cells: string[] = [];
  cursor.fault = null;
  for (;;) {
    cells.push((text[cursor.at] === '"' ? quotedCell : plainCell)(text, cursor, delimiter));
    if (text[cursor.at] !== delimiter) break;
    cursor.at += 1;
  }
  cursor.at += text.startsWith('\r\n', cursor.at) ? 2 : 1;
  cursor.line += 1;
  return { line, cells, fault: cursor.fault };
};

/**
 * Reads CSV text (RFC 4180, any line ends) record by record. Blank lines are passed over. Malformed records come with
 * their fault; the reading goes on after them.
 */
export function* readCsv(text: string, delimiter = ','): Generator<CsvRecord> {
  const cursor: Cursor = { at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 1, fault: null };
  while (cursor.at < text.length) {
    const next = record(text, cursor, delimiter);
    if (next.cells.length > 1 || next.cells[0] !== '' || next.fault !== null) yield next;
  }
}

const needsQuotes = /[",\r\n]/;

/** What a spreadsheet takes for the beginning of a formula; a number is none. */
const formula = /^\s*(?:[=+@\uff1d\uff0b\uff20]|[-\uff0d](?=\s*\S))/;
const number = /^\s*[+-]?\d[\d.,]*%?\s*$/;

/** The dash of a list, before a sentence: words that follow one another. */
const listed = /^\s*[-\uff0d]\s[\s\S]*?\p{L}{2,}\s+\p{L}/u;

/**
 * What a sentence has no use for, and a formula that does harm has: calls of programs and of other files, and functions of
 * something that is written or stands in a cell.
 */
const reckoning = /[|!{\u005b]|[\p{L}\p{N}_.]\(|\(\s*(?:["'$+\-=@)]|[a-z]{0,3}\$?\d+(?![\p{L}\d]))/iu;

const reckons = (cell: string): boolean =>
  formula.test(cell) && !number.test(cell) && (!listed.test(cell) || reckoning.test(cell));

/** Control characters that no text holds; tabs and line ends are text. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** An apostrophe keeps spreadsheets from reckoning; `readCell` takes it off again. */
const inert = (cell: string): string => (reckons(cell) ? `'${cell}` : cell);

/** The text of a cell as it was before it was written. */
export const readCell = (cell: string): string =>
  cell.startsWith("'") && reckons(cell.slice(1)) ? cell.slice(1) : cell;

const quoted = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const written = (cell: string): string => quoted(inert(cell.replace(controls, '\ufffd')));

/** One line of a table of somebody else's that is written as it was read, cell by cell: quotes only where they are needed. */
export const copiedLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** One line of CSV as the index writes it: quotes only where they are needed, CR LF at the end, and nothing that reckons. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(written).join(',')}\r\n`;
