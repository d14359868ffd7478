import type { Source, Table, Warning } from '../../model/inspection.ts';
import { distinctOf, sampleRows } from '../../model/limits.ts';
import { readUpTo, sourceOfBytes } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { assembleTable } from '../table/assemble.ts';
import { MOST_BLOCK_ROWS, startsOf } from '../table/blocks.ts';
import { findLayout, LAYOUT_ROWS, type Layout } from '../table/layout.ts';
import { tablesAt } from '../table/sheet.ts';
import { Spread } from '../table/spread.ts';
import { charsetOf, decode, doubtIn } from '../text/encoding.ts';
import { detectDialect, detectNested } from './dialect.ts';
import { Scanner, type ScanOptions } from './scan.ts';
import { withSdmxCodes } from './sdmx.ts';
import { EncodedStream } from './stream.ts';

/** Bytes from the beginning that dialect and header are told from. */
const HEAD = 2 ** 20;
/** Characters of it that the dialect is told from. */
const DIALECT = 2 ** 16;

type Row = readonly string[];

/** How the text becomes rows. */
interface Form {
  readonly delimiter: string;
  readonly quote: string;
  /** Each line is one quoted field that holds a line of delimited text itself. */
  readonly isNested: boolean;
}

type Rules = Omit<ScanOptions, 'delimiter' | 'decode'>;

/** Scans a source to its end, or to the row that is too long. */
const scanAll = async (source: Source, stream: EncodedStream, form: Form, rules: Rules): Promise<Scanner> => {
  const delimiter = form.delimiter.charCodeAt(0);
  const utf8 = new TextDecoder('utf-8');
  const scanner = new Scanner({
    ...rules,
    delimiter,
    quote: form.quote.charCodeAt(0),
    decode: form.isNested ? (bytes) => utf8.decode(bytes) : stream.decode,
  });
  const outer = form.isNested ? unwrapping(scanner, stream, delimiter, rules) : scanner;
  for await (const bytes of stream.bytes(source)) if (!outer.push(bytes)) break;
  outer.end();
  if (outer !== scanner) scanner.end();
  return scanner;
};

/** Scans the outer lines, and hands what each holds to the inner scanner. */
const unwrapping = (inner: Scanner, stream: EncodedStream, delimiter: number, rules: Rules): Scanner =>
  new Scanner({
    ...rules,
    delimiter,
    decode: stream.decode,
    columns: 0,
    skip: 0,
    keepsAll: true,
    wants: () => true,
    onRow: (_, cells) => void inner.push(Buffer.from(`${cells.join(String.fromCharCode(delimiter))}\n`)),
  });

const headRows = async (
  bytes: Uint8Array,
  stream: EncodedStream,
  form: Form,
  context: Context,
  most = LAYOUT_ROWS,
  keepsEmpty = false,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  await scanAll(sourceOfBytes(bytes, { name: '' }), stream, form, {
    columns: 0,
    skip: 0,
    keepsAll: true,
    keepsEmpty,
    styles: [],
    cells: context.cells,
    distinct: 0,
    rowBytes: context.limits.rowBytes,
    wants: (row) => row < most,
    onRow: (_, texts) => rows.push(texts),
  });
  return rows;
};

/** The delimiter that spreadsheets are told by a first line of `sep=;`. */
const announced = (text: string): string | null => /^"?sep=([;,|^~\t])"?\r?\n/i.exec(text)?.[1] ?? null;

const formOf = (text: string): Form => {
  const nested = detectNested(text);
  if (nested !== null) return { delimiter: nested.delimiter, quote: nested.quote, isNested: true };
  const { delimiter, quote } = detectDialect(text) ?? { delimiter: ',', quote: '"' };
  return { delimiter: announced(text) ?? delimiter, quote, isNested: false };
};

/** The rules for the pass over all rows, which also gathers the samples. */
const rulesFor = (layout: Layout, body: readonly Row[], first: Row[], spread: Spread<Row>, context: Context): Rules => {
  const { limits, cells } = context;
  const columns = Math.min(layout.width, limits.columns);
  const most = sampleRows(limits, columns);
  return {
    columns,
    skip: layout.above,
    keepsAll: false,
    styles: cells.stylesOf(body, columns),
    cells,
    distinct: distinctOf(limits, columns),
    rowBytes: limits.rowBytes,
    wants: (row) => {
      if (row < most || spread.wantsNext) return true;
      spread.skip();
      return false;
    },
    onRow: (row, texts) => {
      if (row < most) first.push(texts);
      else spread.offer(texts);
    },
  };
};

/** The tables that stand one below the other in a short file; none where it holds one. */
const blocksIn = (rows: readonly Row[], { source, cells, limits }: Context): readonly Table[] => {
  const starts = rows.length < MOST_BLOCK_ROWS ? startsOf(rows, cells) : [0];
  return starts.length === 1 || starts.length > limits.tables
    ? []
    : tablesAt(starts, rows, source.name, cells, limits, true);
};

/** Reads delimited text of any size in one pass and bounded memory. */
export const readCsv = async (context: Context): Promise<FileReading> => {
  const { source, limits, cells } = context;
  const { bytes } = await readUpTo(source, HEAD);
  const encoding = context.detect(bytes, charsetOf(source.declared));
  const stream = new EncodedStream(encoding, charsetOf(source.declared), context.detect);
  const form = formOf(decode(bytes.subarray(0, DIALECT * 2), encoding).slice(0, DIALECT));
  const head = await headRows(bytes, stream, form, context);
  const layout = findLayout(head, cells);
  const first: Row[] = [];
  const spread = new Spread<Row>(sampleRows(limits, Math.min(layout.width, limits.columns)));
  const rules = rulesFor(layout, head.slice(layout.above), first, spread, context);
  const scanner = await scanAll(source, stream, form, rules);
  const table = assembleTable({
    name: source.name,
    layout,
    head,
    merges: [],
    declared: null,
    tallies: scanner.tallies,
    rows: scanner.rows,
    isWhole: source.complete && !scanner.overlong,
    first,
    spread: spread.items(),
    footers: scanner.footers,
  });
  const sdmx = table === null ? null : withSdmxCodes(table);
  const read = sdmx ?? table;
  const isShort = source.complete && bytes.length < HEAD && scanner.rows <= MOST_BLOCK_ROWS && !scanner.overlong;
  const blocks =
    sdmx === null && isShort
      ? blocksIn(await headRows(bytes, stream, form, context, MOST_BLOCK_ROWS, true), context)
      : [];
  return {
    format: form.delimiter === '\t' ? 'tsv' : 'csv',
    encoding: stream.encoding.name,
    delimiter: form.delimiter,
    tables: blocks.length > 0 ? blocks : read === null ? [] : [read],
    ...(sdmx === null ? {} : { standards: ['sdmx'] }),
    complete: !scanner.overlong,
    warnings: warningsOf(scanner, form, stream),
  };
};

const warningsOf = (scanner: Scanner, form: Form, stream: EncodedStream): readonly Warning[] => {
  const warnings: Warning[] = [];
  const warn = (code: string, says: string): void => void warnings.push({ code, says });
  if (scanner.overlong) warn('row-too-long', 'A row is longer than any table has; reading ended there.');
  if (scanner.ragged > 0) {
    const rows = scanner.ragged === 1 ? '1 row has' : `${scanner.ragged} rows have`;
    warn('ragged-rows', `${rows} more fields than there are columns.`);
  }
  if (form.isNested) warn('double-encoded', 'Every line is one quoted field that holds the real fields.');
  return [...warnings, ...doubtIn(stream.encoding)];
};
