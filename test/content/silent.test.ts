import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import type { Clue, Concepts } from '../../src/model/content.ts';
import type { Inspection, Page } from '../../src/model/inspection.ts';
import { category, inspection, table } from './builders.ts';

const concepts: Concepts = {
  concepts: {
    supplier: { expects: 'text', words: { en: ['supplier'] } },
    office: { expects: 'text', words: { en: ['office'] } },
  },
};

const filling = 'The works on the old bridge went on through the winter and ended in spring. ';

const answer = (
  given: Partial<Inspection>,
  { whole = true, yes = [{ field: 'supplier' }] as [Clue, ...Clue[]] } = {},
) => {
  const [finding] = judgeContent({
    files: [{ evidence: 'ev-1', name: 'notice', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy: { yes, hintedBy: [{ shape: 'document' }], absent: 'no' } }),
    edition: 'godi-2015',
    concepts,
    place: null,
    scope: null,
    asOf: '2026-01-01',
    whole,
  }).findings;
  return `${finding?.answer} ${finding?.reason}`;
};

const text = (words: string, times = 5): Partial<Inspection> => ({
  text: words + filling.repeat(times),
  language: 'en',
});

describe('a document of running text', () => {
  test('that is short and does not mention it, does not hold it', () => {
    expect(answer(text(''))).toBe('No not-in-the-data');
  });

  test.each([
    ['mentions it', text('The supplier was glad. ')],
    ['is long', text('', 90)],
    ['was not read to its end', { ...text(''), complete: false }],
    ['has letters that were guessed', { ...text('É'), warnings: [{ code: 'encoding-guessed', says: '' }] }],
  ] satisfies [string, Partial<Inspection>][])('may hold it where it %s', (_, given) => {
    expect(answer(given)).toMatch(/^Unsure/);
  });

  test('may hold it where other files were not seen', () => {
    expect(answer(text(''), { whole: false })).toBe('Unsure hint-document');
  });

  test('may hold it where the vocabulary has no words of its language', () => {
    expect(answer({ ...text(''), language: 'fr' })).toBe('Unsure hint-document');
  });

  test('does not hold two things of which it mentions one', () => {
    const both: [Clue] = [{ all: [{ field: 'supplier' }, { field: 'office' }] }];
    expect(answer(text('The supplier was glad. '), { yes: both })).toBe('No not-in-the-data');
    expect(answer(text('The supplier was glad of the office. '), { yes: both })).toBe('Unsure hint-document');
  });
});

test('a page that stands in place of data holds no record, whatever it mentions', () => {
  const words = `Suppliers ${filling.repeat(5)}`;
  const page = { title: 'Downloads', headings: [], text: words } as unknown as Page;
  const given = { page, format: 'html', language: 'en' };
  expect(answer(given)).toBe('Unsure hint-document');
  expect(answer({ ...given, warnings: [{ code: 'name-differs', says: 'Named .csv, but it is HTML page.' }] })).toBe(
    'No not-in-the-data',
  );
});

describe('a single document', () => {
  const oneDocument = (given: Partial<Inspection>, names = ['a.pdf']) => {
    const [finding] = judgeContent({
      files: names.map((name, at) => ({ evidence: `ev-${at + 1}`, name, inspection: inspection(given) })),
      category: category({
        id: 'it',
        shownBy: { refutedBy: [{ shape: 'one-document' }], yes: [{ field: 'supplier' }], absent: 'unsure' },
      }),
      edition: 'godi-2015',
      concepts,
      place: null,
      scope: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings;
    return `${finding?.answer} ${finding?.reason}`;
  };

  test('is one of many', () => {
    expect(oneDocument(text(''))).toBe('No not-one-document');
  });

  test('is one of many, however much of it was not read', () => {
    expect(oneDocument({ ...text(''), complete: false })).toBe('No not-one-document');
  });

  test('is not alone beside another, and no table', () => {
    expect(oneDocument(text(''), ['a.pdf', 'b.pdf'])).toMatch(/^Unsure/);
    expect(oneDocument({ ...text(''), tables: [table('Town', 'Hill')] })).toMatch(/^Unsure/);
    expect(oneDocument({ text: 'Nothing to see.' })).toMatch(/^Unsure/);
  });
});
