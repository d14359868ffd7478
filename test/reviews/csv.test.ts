import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, readCell, readCsv } from '../../src/reviews/csv.ts';

const cellsOf = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  [...readCsv(text, delimiter)].map(({ cells }) => cells);

test.each([
  [
    'a plain file',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a byte order mark',
    '\ufeffa,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['quotes, delimiters and line ends in a cell', '"a ""b"", c\r\nd",e\n', [['a "b", c\r\nd', 'e']]],
  [
    'empty cells',
    ',\n"",\n',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  [
    'blank lines',
    'a,b\n\n\n1,2\n\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'old line ends',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a quotation mark inside a plain cell', '5" pipe,b\n', [['5" pipe', 'b']]],
  ['nothing', '', []],
])('reads %s', (_, text, expected) => {
  expect(cellsOf(text)).toEqual(expected);
});

test('records know the line they begin on, past cells of several lines', () => {
  const lines = [...readCsv('a,b\n"x\ny\nz",1\n2,3\n')].map(({ line }) => line);
  expect(lines).toEqual([1, 2, 5]);
});

test.each([
  ['"never closed,b\n1,2\n', 'a quotation mark is opened and never closed'],
  ['"closed"too early,b\n', 'there is text between a closing quotation mark and the end of its cell'],
])('%j is a fault, not an exception', (text, fault) => {
  expect([...readCsv(text)][0]?.fault).toBe(fault);
});

test('a malformed record costs no other', () => {
  const records = [...readCsv('"a"x,b\n1,2\n')];
  expect(records.map(({ fault }) => fault === null)).toEqual([false, true]);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '漢'), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

test('whatever is written is read again, cell by cell', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(cellsOf(rows.map(csvLine).join(''))).toEqual(rows);
    }),
  );
});

test('it reads what csv-parse reads', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map(csvLine).join('');
      const theirs: unknown = parse(text, { relax_column_count: true, record_delimiter: '\r\n' });
      expect(cellsOf(text)).toEqual(theirs);
    }),
  );
});

test('it reads any text to its end without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a'), maxLength: 60 }), (text) => {
      expect([...readCsv(text)].every(({ line }) => line >= 1)).toBe(true);
    }),
  );
});

describe('a cell that a spreadsheet would reckon', () => {
  test.each([
    '=1+1',
    '@SUM(A1)',
    '+cmd|x',
    '-2+3',
    ' =1',
    '\uff1d1+1',
    '\t=HYPERLINK("x")',
    '\n=1+1',
    "- 2+3+cmd|' /C calc'!A0",
    "- some words+cmd|' /C calc'!A0",
    '- HYPERLINK("http://x.example","some more words")',
    '- some words+WEBSERVICE (A1)',
    '- some words+CHAR ("x")',
    '- [other.xlsx]of some words',
    '- 2+3',
  ])('is written with an apostrophe, and read as it was: %s', (cell) => {
    const line = csvLine([cell]);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    const [record] = [...readCsv(line)];
    expect(readCell(record?.cells[0] ?? '')).toBe(cell);
  });

  test.each([
    '-5',
    '+3.5%',
    '-1,234',
    '- a dash before words',
    ' - FIRST 2013 - http://x.example/a.pdf\n - SECOND 2010 ((2nd Round) (in Dutch: Besluit)',
    '-',
    'a=b',
    "'quoted'",
    "it's",
  ])('is none: %s', (cell) => {
    const [record] = [...readCsv(csvLine([cell]))];
    expect(record?.cells).toEqual([cell]);
    expect(readCell(cell)).toBe(cell);
  });

  test('control characters are no text', () => {
    expect(csvLine(['a\u0007b\u001b[31m\tc'])).toBe('a\ufffdb\ufffd[31m\tc\r\n');
  });
});
