import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Verdict } from '../../src/model/review.ts';
import { contradictions, scoreOf } from '../../src/score/index.ts';

const edition = openCriteria().edition('godi-2015');
const values: Readonly<Record<string, Verdict>> = { Y: 'Yes', N: 'No', U: 'Unsure' };

/** Answers from a word such as `YYYYYNNNY`, in the order of the edition's questions. */
const spell = (word: string): Readonly<Record<string, Verdict>> =>
  Object.fromEntries(edition.questions.map(({ id }, at) => [id, values[word[at] ?? 'U'] ?? 'Unsure']));

test.each([
  ['YYYYYYYYY', 100, 100, true],
  ['YYYYYNNNY', 45, 45, false],
  ['YYYYYYYNY', 70, 70, false],
  ['YYYYYYNYY', 90, 90, true],
  ['YYYNNYNYY', 70, 70, true],
  ['UUUUUUUUU', 0, 100, false],
  ['YYYYUYYUY', 55, 100, false],
  ['NNNNNNNNN', 0, 0, false],
])('%s earns %i of at most %i points', (word, points, ceiling, isOpen) => {
  const scored = scoreOf(edition, spell(word));
  expect(scored.score).toEqual({ points, ceiling, outOf: 100 });
  expect(scored.isOpen).toBe(isOpen);
});

test('each question shows what it earned', () => {
  expect(scoreOf(edition, spell('YNUNYNNYN')).points).toEqual({
    exists: 5,
    digital: 0,
    public: 0,
    online: 0,
    free: 15,
    machinereadable: 0,
    bulk: 0,
    openlicense: 30,
    uptodate: 0,
  });
});

test('a question without an answer is within reach, not lost', () => {
  expect(scoreOf(edition, { exists: 'Yes' }).score).toEqual({ points: 5, ceiling: 100, outOf: 100 });
});

test.each([
  ['nothing wrong', 'YYYYYYYYY', []],
  ['Unsure contradicts nothing', 'UYUUUYUYU', []],
  [
    'something online of what does not exist',
    'NNNNNNNNY',
    [
      'The data is said not to exist, yet «Is the data provided on a timely and up to date basis?» is answered with Yes.',
    ],
  ],
  [
    'machine-readable paper',
    'YNYNNYNNN',
    [
      'The data is machine-readable, yet not in digital form.',
      'The data is not in digital form, yet «Is the data machine readable?» is answered with Yes.',
    ],
  ],
  [
    'a free licence for a fee',
    'YYYYNYYYY',
    ['The data is openly licensed, yet «Is the data available for free?» is answered with No.'],
  ],
])('%s', (_, word, sentences) => {
  expect(contradictions(edition, spell(word))).toEqual(sentences);
});
