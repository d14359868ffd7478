import iconv from 'iconv-lite';
import type { Source, Table, Warning } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, Reading } from '../reader.ts';
import { columnOf, topOf } from '../table/builder.ts';
import type { CellReader } from '../table/cells.ts';
import { headerLevels } from '../table/header.ts';
import { findLayout, LAYOUT_ROWS } from '../table/layout.ts';
import { Spread } from '../table/spread.ts';
import { Tally } from '../table/tally.ts';
import { charsetOf, decode, detectEncoding, type Encoding, isAscii } from '../text/encoding.ts';
import { detectDialect } from './dialect.ts';
import { Scanner, type ScanOptions } from './scan.ts';

/** Bytes from the beginning that dialect and header are told from. */
const HEAD = 2 ** 20;
/** Characters of it that the dialect is told from. */
const DIALECT = 2 ** 16;

type Rows = readonly (readonly string[])[];

/** How the bytes become rows. */
interface Form {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Each line is one quoted field that holds a line of delimited text itself. */
  readonly isNested: boolean;
}

const passThrough = (codec: string): boolean => !/^utf-(?:16|32)/.test(codec);

/** The bytes in an encoding that keeps ASCII in single bytes, without the byte order mark. */
async function* scannable(source: Source, encoding: Encoding): AsyncIterable<Uint8Array> {
  const decoder = passThrough(encoding.codec) ? null : iconv.getDecoder(encoding.codec, { stripBOM: true });
  let skip = decoder === null ? encoding.mark : 0;
  for await (const chunk of source.chunks()) {
    const from = Math.min(skip, chunk.length);
    skip -= from;
    yield decoder === null ? chunk.subarray(from) : Buffer.from(decoder.write(Buffer.from(chunk)), 'utf8');
  }
  const rest = decoder?.end() ?? '';
  if (rest) yield Buffer.from(rest, 'utf8');
}

const decoderOf = (encoding: Encoding, isNested: boolean): ((bytes: Uint8Array) => string) => {
  const codec = passThrough(encoding.codec) && !isNested ? encoding.codec : 'utf-8';
  if (codec !== 'utf-8') return (bytes) => iconv.decode(Buffer.from(bytes), codec);
  const decoder = new TextDecoder('utf-8');
  return (bytes) => decoder.decode(bytes);
};

const scanAll = async (source: Source, form: Form, options: ScanOptions): Promise<Scanner> => {
  const scanner = new Scanner({ ...options, decode: decoderOf(form.encoding, form.isNested) });
  const outer = form.isNested ? unwrapping(scanner, form, options) : scanner;
  for await (const bytes of scannable(source, form.encoding)) if (!outer.push(bytes)) break;
  outer.end();
  if (outer !== scanner) scanner.end();
  return scanner;
};

/** Scans the outer lines, and hands what each holds to the inner scanner. */
const unwrapping = (inner: Scanner, form: Form, options: ScanOptions): Scanner =>
  new Scanner({
    ...options,
    columns: 0,
    skip: 0,
    keepsAll: true,
    decode: decoderOf(form.encoding, false),
    wants: () => true,
    onRow: (_, cells) => void inner.push(Buffer.from(`${cells.join(form.delimiter)}\n`)),
  });

const headRows = async (bytes: Uint8Array, form: Form, cells: CellReader, rowBytes: number): Promise<Rows> => {
  const rows: (readonly string[])[] = [];
  const source: Source = {
    name: '',
    url: null,
    declared: null,
    size: null,
    complete: true,
    async *chunks() {
      yield bytes;
    },
  };
  await scanAll(source, form, {
    delimiter: form.delimiter.charCodeAt(0),
    columns: 0,
    skip: 0,
    keepsAll: true,
    styles: [],
    cells,
    distinct: 0,
    rowBytes,
    decode: String,
    wants: (row) => row < LAYOUT_ROWS,
    onRow: (_, texts) => rows.push(texts),
  });
  return rows;
};

const quoted = /^"(?:[^"]|"")*"$/;

const nestedIn = (lines: readonly string[]): string | null => {
  const inner = lines.map((line) => line.slice(1, -1).replaceAll('""', '"'));
  if (lines.length < 2 || !lines.every((line) => line.length < 20_000 && quoted.test(line))) return null;
  const dialect = detectDialect(inner.join('\n'));
  return dialect !== null && dialect.consistency > 0.8 ? dialect.delimiter : null;
};

const formOf = (bytes: Uint8Array, declared: string | null): Form => {
  const encoding = detectEncoding(bytes.subarray(0, DIALECT), charsetOf(declared));
  const text = decode(bytes.subarray(0, DIALECT * 2), encoding).slice(0, DIALECT);
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, -1)
    .slice(0, 50);
  const nested = nestedIn(lines.map((line) => line.trimEnd()));
  if (nested !== null) return { encoding, delimiter: nested, isNested: true };
  return { encoding, delimiter: detectDialect(text)?.delimiter ?? ',', isNested: false };
};

/** Reads delimited text of any size in one pass and bounded memory. */
export const readCsv = async (context: Context): Promise<Reading> => {
  const { source, limits, cells } = context;
  const head = await readUpTo(source, HEAD);
  const form = formOf(head.bytes, source.declared);
  const first = await headRows(head.bytes, form, cells, limits.rowBytes);
  const layout = findLayout(first, cells);
  const width = Math.min(layout.width, limits.columns);
  const body = first.slice(layout.above);
  const sample: (readonly string[])[] = [];
  const spread = new Spread<readonly string[]>(limits.sample);
  const scanner = await scanAll(source, form, {
    delimiter: form.delimiter.charCodeAt(0),
    columns: width,
    skip: layout.above,
    keepsAll: false,
    styles: Array.from({ length: width }, (_, column) => cells.styleOf(body.map((row) => row[column] ?? ''))),
    cells,
    distinct: limits.distinct,
    rowBytes: limits.rowBytes,
    decode: String,
    wants: (row) => {
      if (row < limits.sample || spread.wantsNext) return true;
      spread.skip();
      return false;
    },
    onRow: (row, texts) => {
      if (row < limits.sample) sample.push(texts);
      else spread.offer(texts);
    },
  });
  const levels = headerLevels(first, layout.header, layout.above, width, []);
  const all = [...sample, ...spread.items()];
  const isWhole = source.complete && !scanner.overlong;
  const table: Table = {
    name: source.name,
    titles: layout.titles,
    headerRows: layout.above - layout.header,
    above: layout.above,
    columns: levels.map((own, at) =>
      columnOf(own, at, scanner.tallies[at] ?? new Tally(0), scanner.rows, topOf(sample, at)),
    ),
    rows: isWhole ? scanner.rows : null,
    sample: all.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
    footers: scanner.footers,
  };
  return {
    format: form.delimiter === '\t' ? 'tsv' : 'csv',
    encoding: form.encoding.name,
    delimiter: form.delimiter,
    tables: width === 0 ? [] : [table],
    complete: !scanner.overlong,
    warnings: warningsOf(scanner, form, head.bytes),
  };
};

const warningsOf = (scanner: Scanner, form: Form, head: Uint8Array): readonly Warning[] => {
  const warnings: Warning[] = [];
  const warn = (code: string, says: string): void => void warnings.push({ code, says });
  if (scanner.overlong) warn('row-too-long', 'A row is longer than any table has; reading ended there.');
  if (scanner.ragged > 0) warn('ragged-rows', `${scanner.ragged} rows have more fields than the header.`);
  if (form.isNested) warn('double-encoded', 'Every line is one quoted field that holds the real fields.');
  if (form.encoding.by === 'default' && !isAscii(head))
    warn('encoding-guessed', 'The encoding could not be told; Windows-1252 was assumed.');
  return warnings;
};
