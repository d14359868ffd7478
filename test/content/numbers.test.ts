import { expect, test } from 'vitest';
import { countIn, countWritten, numberIn } from '../../src/content/numbers.ts';

test('a cell has the number that the mark of its column makes of it', () => {
  expect([numberIn({}, '1.234'), numberIn({ decimalMark: ',' }, '1.234')]).toEqual([1.234, 1234]);
});

test('a share counts nothing', () => {
  expect([countIn({}, '12 %'), countWritten('12 %'), countIn({}, '12'), numberIn({}, '12 %')]).toEqual([
    null,
    null,
    12,
    12,
  ]);
});
