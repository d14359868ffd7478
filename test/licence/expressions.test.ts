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

test.each([
  ['a word as a word', ['\\bfee\\b'], 'coffee, a fee', [10]],
  ['any ending', ['\\bfee'], 'coffee, feed', [8]],
  ['any beginning', ['fee\\b'], 'feed, coffee', [9]],
  ['several words', ['\\bno fee\\b'], 'no feed, no fee', [9]],
  ['an expression', ['\\bfees?\\b'], 'feed, fees', [6]],
  ['an expression without strings, which is tried in any text', ['\\b\\w\\b'], 'a fee', [0]],
])('%s is found', (_, sources, text, places) => {
  expect(
    make(sources)
      .all(text)
      .map(({ at }) => at),
  ).toEqual(places);
});

test('the order of sources holds where one is tried in any text', () => {
  const expression = expressionMaker().make(['\\w+', '\\bdata\\b', '\\bdata set\\b']);
  expect(expression.first('data set')).toEqual({ at: 0, end: 4 });
  expect(expression.without('data set')).toBe('   ');
});

test('the groups are told that a text may hold something of', () => {
  const { together, among } = expressionMaker();
  const groups = [
    together((own) => ({ name: 'first', words: [own(['\\bcode\\b']), own(['\\bdata\\b'])] })),
    together((own) => ({ name: 'second', words: [own(['\\bpictures\\b'])] })),
    together((own) => ({ name: 'in any text', words: [own(['\\w\\w+'])] })),
    together((own) => ({ name: 'nothing', words: [own([])] })),
  ];
  const told = (text: string): readonly string[] => among(text, groups).map(({ name }) => name);
  expect(told('our data')).toEqual(['first', 'in any text']);
  expect(told('our pictures')).toEqual(['second', 'in any text']);
  expect(told('-')).toEqual(['in any text']);
});
