import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptBytes, readKept } from '../../src/criteria/kept.ts';
import type { Json } from '../../src/model/basics.ts';

const long = (letters: string): string => letters.repeat(100);

test.each<[string, Json]>([
  ['a long text alone in a list', [long('abc\n')]],
  ['texts of one byte a letter and of two', { a: long('é'), b: { c: [1, long('不é'), 'short'], d: long('z') } }],
  ['letters that take two places', { a: long('😀') }],
  ['short texts of any script', { клавиша: '不', list: [null, true, 0.5] }],
  ['a line end in a short text', { a: 'one\ntwo' }],
])('%s comes back as it was', (_, value) => {
  expect(readKept(keptBytes(value))).toEqual(value);
});

test('any value comes back as it was', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const value = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== '__proto__'),
    fc.oneof(text, fc.array(text), fc.integer()),
  );
  fc.assert(
    fc.property(value, (one) => {
      expect(readKept(keptBytes(one))).toEqual({ ...one });
    }),
  );
});
