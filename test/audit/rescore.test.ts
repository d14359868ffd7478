import { expect, test } from 'vitest';
import { rescore } from '../../src/audit/rescore.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review } from '../../src/model/review.ts';
import { review } from '../reviews/builders.ts';

const criteria = openCriteria();
const rulesOf = ({ edition }: Review) => ({ edition: criteria.edition(edition), requirement: null });
const under = (given: Review, to: string): Review =>
  rescore(given, criteria.edition(given.edition), criteria.edition(to), rulesOf);
const inShort = ({ answers }: Review): string =>
  Object.values(answers)
    .map(({ answer }) => answer[0])
    .join('');

test('editions with the same questions keep every answer, also such as the form would not allow', () => {
  const before = review({ word: 'NYYYYNNNY', edition: 'godi-2013' });
  const after = under(before, 'godi-2015');
  expect([inShort(after), after.edition, after.score.points]).toEqual(['NYYYYNNNY', 'godi-2015', 40]);
});

test.each([
  ['YYYYYYYYY', 'YYYYYY', 100, true],
  ['YYYYYNNNY', 'YYNYNN', 45, false],
  ['YYNYYYYYY', 'NYYYYY', 85, false],
  ['NNNNNNNNN', 'NNNNNN', 0, false],
  ['UUUUUUUUU', 'UUUUUU', 0, false],
])('%s of 2015 is %s in the questions of 2016', (word, expected, points, isOpen) => {
  const after = under(review({ word }), 'godi-2016');
  expect([inShort(after), after.score.points, after.isOpen]).toEqual([expected, points, isOpen]);
});

test('what the questions of 2016 do not tell of 2015 is Unsure', () => {
  const there = under(review({ word: 'YYYYYYNYY' }), 'godi-2016');
  expect(inShort(under(there, 'godi-2015'))).toBe('YYYYYYNYY');
  const { gates: _, ...nothing } = under(review({ word: 'NNNNNNNNN' }), 'godi-2016');
  expect(inShort(under(nothing, 'godi-2015'))).toMatch(/^U/);
});

test('the gate of 2016 is kept, and tells 2015 that the data does not exist', () => {
  const nothing = under(review({ word: 'NNNNNNNNN' }), 'godi-2016');
  expect(nothing.gates?.['exists']?.answer).toBe('No');
  expect(inShort(under(nothing, 'godi-2015'))).toBe('NNNNNNNNN');
});

test('weights, points and words are those of the edition', () => {
  const { answers } = under(review({ word: 'YYYYYYYYY' }), 'godi-2016');
  expect(Object.entries(answers).map(([id, { weight, points }]) => [id, weight, points])).toEqual([
    ['online_free', 15, 15],
    ['free', 15, 15],
    ['bulk', 15, 15],
    ['timely', 15, 15],
    ['open_licence', 20, 20],
    ['format', 20, 20],
  ]);
});
