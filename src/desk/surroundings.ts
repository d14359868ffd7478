import type { Inspection, Table } from '../model/inspection.ts';

/* Where a quote stands: the text or the rows around it. All of it is text that is drawn, never run. */

/** Text with a quote in it. */
export interface TextAround {
  readonly kind: 'text';
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Is there more text before and after? */
  readonly isCut: readonly [boolean, boolean];
}

/** Rows with a cell in them. */
export interface CellsAround {
  readonly kind: 'cells';
  /** Name of the table; empty where it has none. */
  readonly table: string;
  /** Headers of the columns that are shown. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where the quote stands among what is shown; the row is null where it is a header. */
  readonly at: { readonly row: number | null; readonly column: number };
}

export type QuoteAround = TextAround | CellsAround;

/** What is looked for: the words, and the part of the reply that they stand in, as a review tells them. */
export interface QuotedAt {
  readonly quote: string;
  readonly part: string;
}

const rowsAround = 3;
const rowsBelowHeader = 6;
const columnsAround = 2;
const lettersAround = 500;
const longestCell = 160;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const shortened = (text: string): string => {
  const line = plain(text);
  return line.length <= longestCell ? line : `${line.slice(0, longestCell - 1)}…`;
};

/** All inspections: the file, and what is packed in it. */
const within = (inspection: Inspection): readonly Inspection[] => [
  inspection,
  ...inspection.members.flatMap((member) => (member.inspection === null ? [] : within(member.inspection))),
];

/** The columns that are shown around one: those beside it, and the first, which names the row. */
const shownColumns = (column: number, count: number): readonly number[] => {
  const first = Math.max(0, column - columnsAround);
  const last = Math.min(count - 1, column + columnsAround);
  const beside = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return first > 0 ? [0, ...beside] : beside;
};

const cellsAt = (table: Table, row: number | null, column: number): CellsAround => {
  const shown = shownColumns(column, table.columns.length);
  const from = row === null ? 0 : Math.max(0, row - rowsAround);
  const to = row === null ? rowsBelowHeader : row + rowsAround + 1;
  return {
    kind: 'cells',
    table: table.name,
    columns: shown.map((at) => shortened(table.columns[at]?.name ?? '')),
    rows: table.sample.slice(from, to).map((cells) => shown.map((at) => shortened(cells[at] ?? ''))),
    at: { row: row === null ? null : row - from, column: shown.indexOf(column) },
  };
};

/** The number of the column that a part names: `results.csv, column 4`. Counted from 0; null where it names none. */
const columnIn = (part: string): number | null => {
  const [, number] = /\bcolumn (\d{1,5})$/.exec(part) ?? [];
  return number === undefined ? null : Number(number) - 1;
};

const isHeader = (quote: string, { name, written = '' }: Table['columns'][number]): boolean =>
  plain(name) === quote || plain(written) === quote || `${plain(written)} (${plain(name)})` === quote;

const tableFits = ({ name }: Table, part: string): boolean => name !== '' && part.includes(name);

/** The cell of a quote: the header of the column that the part names, else a header of that name, else a value. */
const inTables = (tables: readonly Table[], { quote, part }: QuotedAt): CellsAround | null => {
  const words = plain(quote);
  if (words === '') return null;
  const sorted = tables.toSorted((one, other) => Number(tableFits(other, part)) - Number(tableFits(one, part)));
  const named = columnIn(part);
  for (const table of sorted) {
    const column = named === null ? undefined : table.columns[named];
    // A quote may tell more than the header: `Constituency code (8 different)`.
    if (named !== null && column !== undefined && words.startsWith(plain(column.name)) && plain(column.name) !== '') {
      return cellsAt(table, null, named);
    }
  }
  for (const table of sorted) {
    const column = table.columns.findIndex((one) => isHeader(words, one));
    if (column >= 0) return cellsAt(table, null, column);
    const row = table.sample.findIndex((cells) => cells.some((cell) => plain(cell) === words));
    const cell = table.sample[row]?.findIndex((text) => plain(text) === words) ?? -1;
    if (cell >= 0) return cellsAt(table, row, cell);
  }
  return null;
};

/** Texts in which a quote may stand, the longest last: what is short is a title. */
const textsOf = ({ page, text, tables, keys }: Inspection): readonly string[] => [
  ...(page === null
    ? []
    : [page.text, page.footer, page.title, ...page.headings, ...page.meta.map(({ content }) => content)]),
  text,
  ...tables.flatMap(({ titles, footers }) => [titles.join('\n'), footers.join('\n')]),
  ...keys.map(({ path, examples }) => `${path}: ${examples.join(', ')}`),
];

/** Where words stand in a text, whatever blanks are between them; first as they are, then in any case. */
const findIn = (text: string, quote: string): readonly [from: number, to: number] | null => {
  const words = plain(quote).split(' ');
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  for (const flags of ['u', 'iu']) {
    const found = new RegExp(pattern, flags).exec(text);
    if (found !== null) return [found.index, found.index + found[0].length];
  }
  return null;
};

/** A place at which a text can be cut: a blank near it, so that no word is halved. */
const textAround = (text: string, [from, to]: readonly [number, number]): TextAround => {
  const start = Math.max(0, from - lettersAround);
  const end = Math.min(text.length, to + lettersAround);
  const before = text.slice(start, from);
  const after = text.slice(to, end);
  return {
    kind: 'text',
    before: start === 0 ? before : before.replace(/^\S*\s/, ''),
    quote: text.slice(from, to),
    after: end === text.length ? after : after.replace(/\s\S*$/, ''),
    isCut: [start > 0, end < text.length],
  };
};

/** The beginning of a text, as far as it is shown around anything. */
const beginningOf = (text: string): string => {
  const cut = text.slice(0, 2 * lettersAround);
  return cut.length === text.length ? text : cut.replace(/\s\S*$/, '');
};

const inTexts = (texts: readonly string[], quote: string): TextAround | null => {
  if (plain(quote) === '') return null;
  for (const text of texts) {
    const at = findIn(text, quote);
    if (at === null) continue;
    const around = textAround(text, at);
    const main = texts.find((one) => one.trim() !== '') ?? '';
    if (`${around.before}${around.after}`.trim() !== '' || main === text) return around;
    // A title has nothing around it: what it is the title of begins below it.
    const after = beginningOf(main);
    return { ...around, after: `\n${after}`, isCut: [false, after.length < main.length] };
  }
  return null;
};

/** Parts of a reply that are running text: what is quoted of them is no cell, even where a cell has the same words. */
const isText = (part: string): boolean => part === 'text' || part === 'title' || part === 'name';

/**
 * The surroundings of a quote in what was archived: the rows around its cell, else the text around it; null where it stands
 * nowhere in what could be read.
 */
export const surroundingsOf = (inspection: Inspection, { quote, part }: QuotedAt): QuoteAround | null => {
  const all = within(inspection);
  const tables = inTables(
    all.flatMap((one) => one.tables),
    { quote, part },
  );
  const text = inTexts(all.flatMap(textsOf), quote);
  return isText(part) ? (text ?? tables) : (tables ?? text);
};

/** The beginning of what was archived, for whoever looks at words that stand in no place of it; empty where there is no text. */
export const beginningIn = (inspection: Inspection): string =>
  beginningOf(
    within(inspection)
      .flatMap(textsOf)
      .find((text) => text.trim() !== '') ?? '',
  );

/** Characters of an archived page that are shown at most. */
const longestText = 20_000;

/** What can be read of an archived reply as text alone: its lines, or the first rows of its tables. */
export const readableOf = (inspection: Inspection): { readonly text: string; readonly isCut: boolean } => {
  const texts = within(inspection).flatMap(({ page, text, tables }) => [
    ...(page === null ? [] : [page.title, page.text, page.footer]),
    text,
    ...tables.flatMap(({ name, columns, sample }) => [
      [name, columns.map((column) => column.name).join('\t'), ...sample.slice(0, 50).map((row) => row.join('\t'))].join(
        '\n',
      ),
    ]),
  ]);
  const whole = texts.filter((text) => text.trim() !== '').join('\n\n');
  return { text: whole.slice(0, longestText), isCut: whole.length > longestText };
};
