import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import type { Concept, Concepts, ShownBy } from '../../src/model/content.ts';
import type { Page, Table } from '../../src/model/inspection.ts';
import { category, inspection, table } from './builders.ts';

const count = (...words: readonly string[]): Concept => ({ expects: 'count', words: { en: words } });

const concepts: Concepts = {
  concepts: {
    entitled: count('entitled'),
    cast: count('cast', 'who came'),
    void: count('void'),
    station: { expects: 'any', words: { en: ['station'] } },
  },
};

const asks = {
  entitled: { yes: [{ field: 'entitled' }], absent: 'no' },
  void: { yes: [{ field: 'void' }], absent: 'no' },
  station: { yes: [{ shape: 'reported-per', of: { unit: ['station'], measure: ['cast', 'void'] } }], absent: 'no' },
} as const satisfies Readonly<Record<string, ShownBy>>;

const answer = (asked: keyof typeof asks, given: Table, headings: readonly string[] = []): string => {
  const page = { title: '', headings, text: '' } as unknown as Page;
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'file.html', inspection: inspection({ format: 'html', tables: [given], page }) }],
    category: category({ id: 'it', shownBy: asks[asked] }),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-01-01',
    whole: true,
  });
  return `${findings[0]?.answer} ${findings[0]?.reason}`;
};

/** A table without a header, as a record sets its lines. */
const lines = (...rows: readonly string[]): Table => ({
  ...table('column 1|column 2', ...rows),
  headerRows: 0,
});

const longLabel = '1. Number of those entitled by the roll as it was handed over before the doors were opened';

describe('a form: labels and their figures, without a header', () => {
  test('a label as long as a sentence names its figure', () => {
    expect(answer('entitled', lines(`${longLabel}|509`, '2. Cast on that day|261'))).toBe('Yes values');
  });

  test('a label that speaks of two counts leaves open which one is meant', () => {
    const both = '3. Number of those entitled by the roll and by its annex who came to the doors before they were shut';
    expect(answer('entitled', lines(`${both}|261`, '2. Other|4'))).toMatch(/^Unsure/);
  });

  test('none of them is a figure, too', () => {
    expect(answer('void', lines('4. Void papers that were found in the box when it was opened|0', '5. Cast|261'))).toBe(
      'Yes values',
    );
  });

  test.each([
    ['a table with a header', table('What|How many', `${longLabel}|509`, 'Cast|261')],
    ['a list that repeats its labels', lines(`${longLabel}|509`, `${longLabel}|3`, 'Cast|261')],
    [
      'a list that is longer than any form',
      lines(`${longLabel}|509`, 'Cast|7', 'Void|3', ...Array.from({ length: 60 }, (_, at) => `x${at}|${at}`)),
    ],
    [
      'a table with more than one figure a line',
      table('column 1|column 2|column 3', `${longLabel}|509|3`, 'Cast|261|1'),
    ],
  ])('%s is none, and its sentences name nothing', (_, given) => {
    expect(answer('entitled', given)).not.toMatch(/^Yes/);
  });
});

describe('a heading and its number', () => {
  const form = lines('Cast|261', 'Void|3');

  test('the number may be a heading of its own', () => {
    expect(answer('station', form, ['Record of the station', '№ 0123'])).toBe('Yes record-per-unit');
    expect(answer('station', form, ['Record of the station', '12 A'])).toBe('Yes record-per-unit');
  });

  test.each([
    ['no number', ['Record of the station', 'North']],
    ['a year and words', ['Record of the station', 'Results of 2023']],
    ['a number that is not the next heading', ['Record of the station', 'North', '№ 0123']],
  ])('%s names no one station', (_, headings) => {
    expect(answer('station', form, headings)).not.toMatch(/^Yes/);
  });
});
