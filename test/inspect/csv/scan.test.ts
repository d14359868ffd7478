import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scanner, type ScanOptions } from '../../../src/inspect/csv/scan.ts';
import { cells } from '../formats.ts';

type Rows = readonly (readonly string[])[];

const decoder = new TextDecoder();

const scan = (text: string, options: Partial<ScanOptions> = {}, cut = Number.MAX_SAFE_INTEGER) => {
  const rows: (readonly string[])[] = [];
  const scanner = new Scanner({
    delimiter: 44,
    columns: 0,
    skip: 0,
    keepsAll: true,
    styles: [],
    cells,
    distinct: 1_000,
    rowBytes: 2 ** 20,
    decode: (bytes) => decoder.decode(bytes),
    wants: () => true,
    onRow: (_, texts) => rows.push(texts),
    ...options,
  });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += cut) scanner.push(bytes.subarray(at, at + cut));
  scanner.end();
  return { rows, scanner };
};

const rowsOf = (text: string, cut?: number): Rows => scan(text, {}, cut).rows;

const oracle = (text: string): Rows =>
  parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true });

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Cells as programs write them: quoted where they have to be, and sometimes where not. */
const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9.;é\u0600-\u0610 ]{0,8}$/),
  fc.stringMatching(/^[a-z",\n\r ]{0,8}$/).map(quoted),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const document = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    lineEnd,
    fc.boolean(),
  )
  .map(([rows, end, isClosed]) => rows.map((row) => row.join(',')).join(end) + (isClosed ? end : ''));

describe('the scanner', () => {
  test('reads what csv-parse reads, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 40 }), (text, cut) => {
        expect(rowsOf(text, cut)).toEqual(oracle(text));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('reads the same in one piece and byte by byte, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '1', ' '), maxLength: 40 }), (text) => {
        expect(rowsOf(text, 1)).toEqual(rowsOf(text));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test.each([
    [
      'a blank last field',
      'a,b,\n1,2,\n',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    [
      'a blank last field without a line end',
      'a,\n1,',
      [
        ['a', ''],
        ['1', ''],
      ],
    ],
    ['a quote inside an unquoted field', 'a 5" pipe,b', [['a 5" pipe', 'b']]],
    ['text behind a closing quote', '"a"x,b', [['a"x', 'b']]],
    ['a quote that is never closed', 'a,"b\nc', [['a', 'b\nc']]],
    [
      'old Macintosh line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['blank lines', 'a\n\n\nb\n', [['a'], ['b']]],
  ])('reads %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('adds up numbers as they are written, in the style of their column', () => {
    const text = '1,"2,5"\n20,"1.000,25"\n-3,x\n';
    const styles = [
      { mark: '.', order: 'day-first' },
      { mark: ',', order: 'day-first' },
    ] as const;
    const { tallies } = scan(text, { columns: 2, styles }).scanner;
    expect(tallies[0]).toMatchObject({ integers: 3, min: -3, max: 20, sum: 18 });
    expect(tallies[1]).toMatchObject({ decimals: 2, codes: 0, texts: 1, sum: 1002.75 });
  });

  test('counts the values that differ, quoted or not', () => {
    const { tallies } = scan('a,1\n"a",01\nb,"1"\n', { columns: 2 }).scanner;
    expect(tallies.map(({ distinct }) => distinct.size)).toEqual([2, 2]);
  });

  test('takes rows of one field at the end for notes, and in the middle for rows', () => {
    const body = Array.from({ length: 9 }, (_, at) => `r${at},${at},${at}`).join('\n');
    const { scanner } = scan(`${body}\nNorth,,\n${body}\nSource: the ministry,,\n`, { columns: 3, keepsAll: false });
    expect(scanner).toMatchObject({ rows: 19, footers: ['Source: the ministry'] });
  });

  test('passes over rows of blanks', () => {
    expect(scan('a,b\n , \n,,,\n1,2', { columns: 2, keepsAll: false }).scanner.rows).toBe(2);
  });

  test('ends at a row that is longer than may be', () => {
    const { scanner } = scan(`a,b\n${'x'.repeat(5_000)}`, { rowBytes: 1_000 }, 500);
    expect(scanner).toMatchObject({ overlong: true, rows: 1 });
  });

  test('counts rows that have more filled fields than there are columns', () => {
    expect(scan('1,2\n1,2,\n1,2,3\n', { columns: 2 }).scanner.ragged).toBe(1);
  });
});
