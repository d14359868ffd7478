import type { Day, Json, Language } from './basics.ts';

/** Something a reader of the review should know about a file. */
export interface Warning {
  /** Stable code, for example `truncated`, `declared-type-differs`, `mojibake`, `zip-bomb`. */
  readonly code: string;
  readonly says: string;
}

export type ColumnType =
  | 'integer'
  | 'number'
  | 'date'
  | 'year'
  | 'boolean'
  | 'code'
  | 'text'
  | 'geometry'
  | 'empty'
  | 'mixed';

/** A distinct value and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** One column of a table, with what its values look like. */
export interface Column {
  /** The joined header, levels separated by ` / `; `column 3` where there is none. */
  readonly name: string;
  /** What the file calls it, where a standard says what that means and `name` is those words. */
  readonly written?: string;
  /** The levels of the header from the top, merged cells spread out. */
  readonly levels: readonly string[];
  readonly type: ColumnType;
  /** Share of the rows that have a value, 0 to 1. */
  readonly fill: number;
  /** Distinct values; counting stops at a bound, and then `distinctIsFloor` is true. */
  readonly distinct: number;
  readonly distinctIsFloor: boolean;
  /**
   * All different texts of the column over all of its rows, in the order in which they were met; numbers and dates are not
   * among them. Absent where they are more than 300: what is not among `top` and `examples` may then still be there.
   */
  readonly values?: readonly string[];
  /** The most frequent values of the first part of the file, most frequent first, at most 40. */
  readonly top: readonly ValueCount[];
  /** A few values as they are written. */
  readonly examples: readonly string[];
  /** Statistics of the numeric values, null where there are none. */
  readonly numbers: { readonly count: number; readonly min: number; readonly max: number; readonly sum: number } | null;
  /** The mark before the broken part of its numbers; a point where absent. */
  readonly decimalMark?: ',';
  /** First and last day among the values read as dates, null where there are none. */
  readonly dates: { readonly from: Day; readonly to: Day } | null;
  /** True where it holds codes whose words are in no part of the file, as cubes keep the values of their dimensions. */
  readonly hasUnnamedCodes?: true;
  /** Which of day and month its dates write first, where both are numbers; the day where absent. */
  readonly dateOrder?: 'month-first';
}

/** Rows and columns, wherever they were found. */
export interface Table {
  /** Sheet name, member path, JSON path or table number. */
  readonly name: string;
  /** Lines above the header: titles, notes, units. */
  readonly titles: readonly string[];
  readonly headerRows: number;
  /** Rows above the data: titles, the header, and blank ones above it. Blank ones below a header belong to the data. */
  readonly above: number;
  readonly columns: readonly Column[];
  /** Rows of data, exact; null where the table was not read to its end. */
  readonly rows: number | null;
  /**
   * Cells of rows from the beginning, and of a sample spread over the rest, as written and in order. At most 2,000
   * rows; each row has as many cells as there are columns.
   */
  readonly sample: readonly (readonly string[])[];
  /** Footnotes and lines below the data. */
  readonly footers: readonly string[];
}

/** A link as a page shows it. Addresses are absolute, http or https. */
export interface Link {
  readonly url: string;
  readonly text: string;
  readonly rel: string | null;
  /** Text near the link: its list item, row or heading, shortened. */
  readonly context: string;
  /** In which part of the page it stands. */
  readonly region: 'main' | 'navigation' | 'header' | 'footer';
  /** The line of text in which it stands; absent where it stands alone. */
  readonly line?: LinkLine;
}

/** What stands beside a link in its line, from block to block, each side shortened. */
export interface LinkLine {
  readonly before: string;
  readonly after: string;
  /** Do words stand there that are no links, as in a sentence and not in a menu? */
  readonly isProse: boolean;
}

/** A form of a page, as far as its kind matters. */
export interface Form {
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly fields: readonly { readonly name: string; readonly type: string; readonly label: string }[];
  readonly submitText: string;
}

/** What a page says in its head can be had instead of it: itself in another form, or the catalogue or feed that it is of. */
export interface Alternate {
  readonly url: string;
  /** In lower case, without parameters: `text/turtle`. */
  readonly mediaType: string;
  readonly title: string;
}

/** The structure of an HTML page that the kinds of page are told by. */
export interface Page {
  readonly title: string;
  readonly headings: readonly string[];
  /** Visible text of the main part, blanks collapsed, at most 200,000 characters. */
  readonly text: string;
  /** Visible text of the footer. */
  readonly footer: string;
  readonly links: readonly Link[];
  readonly forms: readonly Form[];
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  /** Parsed JSON-LD blocks. */
  readonly jsonLd: readonly Json[];
  readonly scripts: { readonly count: number; readonly bytes: number; readonly sources: readonly string[] };
  /** ids and classes of the elements a client-side application mounts on. */
  readonly mounts: readonly string[];
  /** Where a meta refresh or a script at the top sends the browser. */
  readonly refresh: string | null;
  readonly canonical: string | null;
  /** Other forms that its head names with their media types; absent where it names none. */
  readonly alternates?: readonly Alternate[];
  readonly iframes: readonly string[];
  readonly images: number;
}

/** A file inside an archive, with its own inspection where it was opened. */
export interface Member {
  readonly path: string;
  readonly bytes: number | null;
  readonly inspection: Inspection | null;
}

/** What the bytes turned out to be, whatever the server called them. */
export interface Inspection {
  /** `csv`, `xlsx`, `html`, `pdf`, `zip` …; `unknown` where nothing fits; ids of `criteria/vocabulary/formats`. */
  readonly format: string;
  readonly mediaType: string | null;
  /** IANA name in lower case, `utf-8`; null for binary formats. */
  readonly encoding: string | null;
  /** Field delimiter of delimited text. */
  readonly delimiter: string | null;
  readonly language: Language | null;
  /** Exact size where the whole file was seen, else null. */
  readonly bytes: number | null;
  /** True when all of the file was read and understood; only then can its content support a No. */
  readonly complete: boolean;
  /** Can a program read it without a person retyping it? Judged by what is inside. */
  readonly machineReadable: 'Yes' | 'No' | 'Unsure';
  /** Why, as a stable code: `rows-or-records`, `document`, `no-rows`, `links-only`, `error-body`, `picture-only` … */
  readonly machineReadableBecause: string;
  readonly tables: readonly Table[];
  /** Plain text of documents, at most 200,000 characters; empty for tables. */
  readonly text: string;
  readonly page: Page | null;
  readonly members: readonly Member[];
  /** Standards recognised: `gtfs`, `ocds`, `akoma-ntoso`, `eml`, `sdmx`, `dcat`, `geojson`, `json-stat` … */
  readonly standards: readonly string[];
  /** Nested keys of JSON or XML with how often they occur and a few values, at most 500. */
  readonly keys: readonly { readonly path: string; readonly count: number; readonly examples: readonly string[] }[];
  /** The period that the data itself covers, from its values. */
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly warnings: readonly Warning[];
}

/** Bytes to inspect, and what their sender said of them. */
export interface Source {
  /** File name or last path segment; a hint only. */
  readonly name: string;
  /** Address the bytes came from: links are resolved against it. Null for a local file without one. */
  readonly url: string | null;
  /** The declared `Content-Type`, null where there is none. */
  readonly declared: string | null;
  /** Size of the whole where it is known. */
  readonly size: number | null;
  /** False when the chunks end before the file does. */
  readonly complete: boolean;
  /** Reads the bytes from the start; may be called more than once. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}
