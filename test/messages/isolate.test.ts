import { expect, test } from 'vitest';
import { balanced, isolated, isolatesIn, withoutIsolates } from '../../src/messages/isolate.ts';

test('a text of others holds no mark by which it could end its isolation', () =>
  expect(isolated('a\u2069b\u202ec\u2067')).toBe('\u2068abc\u2069'));

test('a sentence falls into its own words and those of others', () =>
  expect(isolatesIn(`It says ${isolated('x y')}.`)).toEqual([
    { text: 'It says ', isForeign: false },
    { text: 'x y', isForeign: true },
    { text: '.', isForeign: false },
  ]));

test('marks without a counterpart are left out', () =>
  expect([
    balanced('a\u2069b\u2068c'),
    balanced('\u2068a\u2068b\u2069\u2069'),
    withoutIsolates('\u2068a\u2069'),
  ]).toEqual(['abc', 'a\u2068b\u2069', 'a']));
