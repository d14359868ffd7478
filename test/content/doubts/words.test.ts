import { expect, test } from 'vitest';
import { judgeContent } from '../../../src/content/index.ts';
import type { Concepts, ShownBy } from '../../../src/model/content.ts';
import type { Inspection } from '../../../src/model/inspection.ts';
import { category, inspection, table } from '../builders.ts';

const concepts: Concepts = {
  concepts: {
    crew: { expects: 'count', words: { en: ['crew'] } },
    tons: { expects: 'count', words: { en: ['tons'] } },
    share: { expects: 'share', words: { en: ['pct'] } },
    amended: { expects: 'any', words: { en: ['as amended'] } },
  },
  besides: { identifier: { expects: 'code', isGeneric: true, words: { en: ['number'] } } },
  names: { headFirst: [], links: {}, plain: { en: ['number'] }, turns: {} },
};

const answer = (shownBy: ShownBy, given: Partial<Inspection>): string => {
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'file', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy }),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  return `${findings[0]?.answer} ${findings[0]?.reason}`;
};

const crew: ShownBy = { yes: [{ field: 'crew' }], absent: 'no' };
const counted = (header: string, of: (at: number) => number) => ({
  tables: [table(header, ...[3, 8, 2, 9].map((at) => `${at * 7}|${of(at)}`))],
});

test.each([
  [
    'a share of hundreds of thousands is a count beside its share',
    'Tons|Pct',
    (at: number) => at * 9_000,
    'Unsure field-unknown',
  ],
  ['a share is none', 'Tons|Pct', (at: number) => at * 9, 'No not-in-the-data'],
  ['a number over counts may be the count', 'Tons|Number', (at: number) => at * 9, 'Unsure field-general'],
])('%s', (_, header, of, expected) => {
  expect(answer(crew, counted(header, of))).toBe(expected);
});

const amended: ShownBy = { yes: [{ says: 'amended', in: ['title'] }], absent: 'no' };
const law = { format: 'pdf', text: 'Law of the harbour.\n'.repeat(400) };

test('what a document says is not missing where the vocabulary lacks its language', () => {
  expect(answer(amended, { ...law, language: 'is' })).toBe('Unsure words-not-known');
  expect(answer(amended, { ...law, language: 'en' })).toBe('No not-in-the-data');
});
