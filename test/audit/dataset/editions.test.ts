import { expect, test } from 'vitest';
import { editionsApart } from '../../../src/audit/dataset/index.ts';

const of = (at: number, series = 'firms up to') => ({ at, series });

test.each([
  ['every quarter', of(202610), [202607, 202604, 202601], 91],
  ['every month, one of them left out of the order', of(202610), [202609, 202607, 202608], 30],
  ['too few', of(202610), [202607, 202604], null],
  ['in no rhythm', of(202610), [202609, 202608, 202501], null],
  ['by their years alone', of(202600), [202500, 202400, 202300], null],
] as const)('editions %s', (_, own, others, days) => {
  expect(
    editionsApart(
      own,
      others.map((at) => of(at)),
    ),
  ).toBe(days);
});

test('others of another name are no editions of it', () => {
  expect(
    editionsApart(
      of(202610),
      [202607, 202604, 202601].map((at) => of(at, 'firms struck off')),
    ),
  ).toBeNull();
  expect(editionsApart(undefined, [of(202607), of(202604), of(202601), of(202510)])).toBeNull();
});
