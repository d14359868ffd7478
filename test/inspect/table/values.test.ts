import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells } from '../formats.ts';

const plain = { mark: '.', order: 'day-first' } as const;
const comma = { mark: ',', order: 'day-first' } as const;

describe('numbers', () => {
  test.each([
    ['42', plain, 42],
    ['-7', plain, -7],
    ['1,234,567', plain, 1_234_567],
    ['1.234.567', plain, 1_234_567],
    ['1,42,782', plain, 142_782],
    ['1 234 567', plain, 1_234_567],
    ['1\u202f234,5', plain, 1234.5],
    ["1'234.50", plain, 1234.5],
    ['1.234', plain, 1.234],
    ['1.234', comma, 1234],
    ['12,5', plain, 12.5],
    ['17,46% ', plain, 17.46],
    ['€ 1.000,25', plain, 1000.25],
    ['(350)', plain, -350],
    ['−3', plain, -3],
    ['7,092 **', plain, 7092],
    ['٣٤٥', plain, 345],
    ['١٢٫٥', plain, 12.5],
    ['१२३', plain, 123],
    ['1.5e3', plain, 1500],
  ])('%s is read', (text, style, value) => {
    expect(cells.read(text, style)).toMatchObject({ kind: 'number', value });
  });

  test('zeros in front make a code', () => {
    expect(cells.read('00501', plain)).toMatchObject({ kind: 'number', zeroLed: true });
  });

  test('what was written by a program is read back', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(cells.read(String(value), plain)).toMatchObject({ kind: 'number', value });
      }),
      { seed: 5 },
    );
  });
});

describe('dates', () => {
  test.each([
    ['2016-10-07', '2016-10-07'],
    ['2016-10-07T09:15:00Z', '2016-10-07'],
    ['07/10/2016', '2016-10-07'],
    ['31.12.1950', '1950-12-31'],
    ['11-May-11', '2011-05-11'],
    ['7 octobre 2016', '2016-10-07'],
    ['October 7, 2016', '2016-10-07'],
    ['1998 Dec 19 12:00:00 AM', '1998-12-19'],
    ['7 de outubro de 2016', '2016-10-07'],
    ['٧ أكتوبر ٢٠١٦', '2016-10-07'],
    ['2024年6月25日', '2024-06-25'],
  ])('%s is read', (text, day) => {
    expect(cells.read(text, plain)).toEqual({ kind: 'date', from: day, to: day });
  });

  test.each([
    ['2019-Q1', '2019-01-01', '2019-03-31'],
    ['T4 2020', '2020-10-01', '2020-12-31'],
    ['février 2020', '2020-02-01', '2020-02-29'],
    ['2021-06', '2021-06-01', '2021-06-30'],
  ])('%s covers a period', (text, from, to) => {
    expect(cells.read(text, plain)).toEqual({ kind: 'date', from, to });
  });

  test.each(['2019-02-30', '2019-13-01', '45/45/2019', '12:30', 'May', '1.2019'])('%s is no day', (text) => {
    expect(cells.read(text, plain).kind).not.toBe('date');
  });

  test('the order of day and month is told by the column', () => {
    const [style] = cells.stylesOf([['1/2/2019'], ['3/14/2019'], ['12/31/2019']], 1);
    expect(cells.read('1/2/2019', style ?? plain)).toMatchObject({ from: '2019-01-02' });
  });
});

describe('other cells', () => {
  test.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['N/A', 'blank'],
    ['-', 'blank'],
    ['\\N', 'blank'],
    ['true', 'boolean'],
    ['Non', 'boolean'],
    ['KA15_KD19', 'code'],
    ['Casablanca', 'text'],
    ['POINT (1 2)', 'geometry'],
  ])('%j is %s', (text, kind) => {
    expect(cells.read(text, plain).kind).toBe(kind);
  });

  test('any text at all is read without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(cells.read(text, comma).kind).toBeTypeOf('string');
      }),
      { seed: 5 },
    );
  });
});
