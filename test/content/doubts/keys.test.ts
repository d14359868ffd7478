import { expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import type { Concepts } from '../../../src/model/content.ts';
import { category, inspection, table } from '../builders.ts';

const concepts: Concepts = {
  concepts: {
    roll: { expects: 'count', exceeds: ['cast'], words: { en: ['roll'] } },
    cast: { expects: 'count', words: { en: ['cast'] } },
  },
  besides: {
    height: { expects: 'number', words: { en: ['height'] } },
    party: { expects: 'text', words: { en: ['party'] } },
    seats: { expects: 'count', words: { en: ['seats'] } },
  },
};

/** What is answered of the roll of a place, by a field beside the list of its parties. */
const answer = (path: string, value: string): string => {
  const keys = [
    { path: 'cast', count: 1, examples: ['412'] },
    { path, count: 1, examples: [value] },
  ];
  const { findings } = judgeContent({
    files: [
      {
        evidence: 'ev-1',
        name: 'f.json',
        inspection: inspection({ keys, tables: [table('Party|Seats', 'A|7', 'B|9')] }),
      },
    ],
    category: category({ id: 'it', shownBy: { yes: [{ field: 'roll' }], absent: 'no' } }),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  return `${findings[0]?.answer} ${findings[0]?.reason}`;
};

test.each([
  ['counts more than what it must exceed', 'xyz', '900', 'Unsure field-unknown'],
  ['counts less', 'xyz', '300', 'No not-in-the-data'],
  ['is a year', 'xyz', '2024', 'No not-in-the-data'],
  ['is a code', 'xyz', '0900', 'No not-in-the-data'],
  ['stands in the records', 'rows[].xyz', '900', 'No not-in-the-data'],
  ['has a known name', 'height', '900', 'No not-in-the-data'],
])('a field beside the records that %s', (_, path, value, expected) => {
  expect(answer(path, value)).toBe(expected);
});

test('a field beside the records of which only a part of the name is known may be a part of what is counted', () => {
  const names: Concepts['names'] = { headFirst: [], links: {}, plain: {}, turns: {} };
  const slips = { expects: 'count', words: { en: ['slips'] } } as const;
  const lost = { expects: 'count', within: ['cast'], words: { en: ['lost'] } } as const;
  const answerTo = (count: number, ...paths: readonly string[]): string => {
    const keys = ['cast', ...paths].map((path, at) => ({ path, count: 1, examples: [String(at === 0 ? 900 : count)] }));
    const { findings } = judgeContent({
      files: [{ evidence: 'ev-1', name: 'f.json', inspection: inspection({ keys }) }],
      category: category({ id: 'it', shownBy: { yes: [{ field: 'lost' }], absent: 'no' } }),
      edition: 'godi-2015',
      concepts: { ...concepts, names, concepts: { ...concepts.concepts, lost, slips } },
      place: null,
      asOf: '2026-01-01',
      whole: true,
    });
    return `${findings[0]?.answer} ${findings[0]?.where[0]?.part}`;
  };
  expect(answerTo(12, 'lapsedSlips')).toBe('Unsure lapsedSlips');
  expect(answerTo(400, 'lapsedSlips')).toMatch(/^No/);
  expect(answerTo(12, 'seatsSlips')).toMatch(/^No/);
  expect(answerTo(12, 'redSlips', 'blueSlips', 'lapsedSlips')).toMatch(/^No/);
});
