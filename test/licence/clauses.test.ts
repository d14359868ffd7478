import { expect, test } from 'vitest';
import { clausesOf } from '../../src/licence/clauses.ts';
import { expressionMaker } from '../../src/licence/expressions.ts';
import type { Subject } from '../../src/licence/subject.ts';

/** Reads capital letters as subjects and a star as a statement. */
const reader = {
  subject: (piece: string): Subject => (piece.includes('D') ? 'data' : piece.includes('O') ? 'other' : 'unsaid'),
  states: (piece: string) => piece.includes('*'),
};

test.each([
  ['one clause', 'D*', ['D*']],
  ['two things, each with a statement', 'O*, D*', ['O*, ', 'D*']],
  ['a statement without a thing of its own belongs to the clause before', 'D*, x*', ['D*, x*']],
  ['a thing without a statement waits for one', 'O, x*, D*', ['O, x*, ', 'D*']],
  ['the same thing twice is one clause', 'D*, D*', ['D*, D*']],
  ['joined by a word', 'O* but D*', ['O* ', 'but D*']],
])('%s', (_, sentence, clauses) => {
  expect(clausesOf(sentence, [expressionMaker().make(['\\bbut\\b'])], reader)).toEqual(clauses);
});

test('a sentence of very many pieces is left whole', () => {
  const list = 'D*, O*, '.repeat(40);
  expect(clausesOf(list, [], reader)).toEqual([list]);
});
