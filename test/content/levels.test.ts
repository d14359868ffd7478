import { expect, test } from 'vitest';
import { finderOf } from '../../src/content/finder.ts';
import { hitsOf } from '../../src/content/read.ts';
import { concepts } from './builders.ts';

const vocabulary = concepts({
  people: { expects: 'count', unless: ['some'], words: { en: ['people'] } },
  some: { expects: 'any', words: { en: ['young people'] } },
});

const named = (...levels: readonly string[]): readonly string[] => [
  ...hitsOf({ name: levels.join(' / '), levels }, finderOf(vocabulary), vocabulary.concepts),
];

test('the last level of a header names what it says, unless a level above says that it is only a part', () => {
  expect(named('Town', 'People')).toEqual(['people']);
  expect(named('Young people', 'People')).toEqual(['some']);
});
