import { expect, test } from 'vitest';
import { expressionMaker } from '../../src/licence/expressions.ts';

const { make } = expressionMaker();

test.each([
  [
    'the first of all sources, wherever it stands in the list',
    ['\\bcode\\b', '\\bdata\\b'],
    'data and code',
    { at: 0, end: 4 },
  ],
  ['of two at one place the first of the list', ['\\bdata set\\b', '\\bdata\\b'], 'data set', { at: 0, end: 8 }],
  ['letters of all scripts are letters', ['\\bданные\\b'], 'метаданные', null],
  ['none', ['\\bcode\\b'], 'decode', null],
])('%s', (_, sources, text, span) => {
  const expression = make(sources);
  expect(expression.first(text)).toEqual(span);
  expect(expression.has(text)).toBe(span !== null);
});

test('all matches, and the text without them', () => {
  const expression = make(['\\bnot\\b', '\\bnever\\b']);
  const text = 'not now, never, not';
  expect(
    expression
      .all(text)
      .map(({ at }) => at)
      .sort((a, b) => a - b),
  ).toEqual([0, 9, 16]);
  expect(expression.without(text)).toBe('  now,  ,  ');
});
