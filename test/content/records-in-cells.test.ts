import { describe, expect, test } from 'vitest';
import { judgeContent } from '../../src/content/index.ts';
import type { Clue, Concepts } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { category, inspection, table } from './builders.ts';

const concepts: Concepts = {
  concepts: {
    summary: { expects: 'text', words: { en: ['summary'] } },
    buyer: { expects: 'text', words: { en: ['buyer'] } },
    price: { expects: 'number', words: { en: ['price'] } },
    town: { expects: 'text', words: { en: ['town hall'] } },
    country: { expects: 'text', words: { en: ['country'] } },
  },
};

const answer = (yes: Clue, given: Partial<Inspection>, refutedBy: readonly Clue[] = []) => {
  const [finding] = judgeContent({
    files: [{ evidence: 'ev-1', name: 'feed', inspection: inspection(given) }],
    category: category({ id: 'it', shownBy: { yes: [yes], refutedBy, absent: 'no' } }),
    edition: 'godi-2015',
    concepts,
    place: null,
    scope: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings;
  return `${finding?.answer} ${finding?.reason}`;
};

const record = (buyer: string, price: string) => `Number: 7; Buyer: ${buyer}; Price: ${price} EUR; State: open`;
const records = {
  tables: [table('Id|Summary', `1|${record('Hill', '5')}`, `2|${record('Dale', '6')}`, `3|${record('Moor', '7')}`)],
};
const prose = {
  tables: [table('Id|Summary', '1|Paper: white; for the school', '2|Ink and pens', '3|Chairs for two rooms')],
};

describe('cells that hold a small record of other fields', () => {
  test('show the fields that stand in them', () => {
    expect(answer({ field: 'buyer', in: ['column', 'key'] }, records)).toBe('Yes key');
    expect(answer({ field: 'price', in: ['column', 'key'] }, records)).toBe('Yes key');
  });

  test('are no text of their own, whatever their column is called', () => {
    expect(answer({ field: 'summary' }, records)).toBe('Unsure hint-part-of-name');
    expect(answer({ field: 'summary' }, prose)).toBe('Yes header');
  });

  test('are no text under a key, either', () => {
    const key = (...examples: string[]) => ({ keys: [{ path: 'entry.summary', count: 2, examples }] });
    expect(answer({ field: 'summary' }, key(record('Hill', '5'), record('Dale', '6')))).toBe(
      'Unsure hint-part-of-name',
    );
    expect(answer({ field: 'summary' }, key(record('Hill', '5'), 'Chairs for two rooms'))).toBe('Yes key');
  });

  test('need the same fields in nearly every cell, and no number where one is asked for is no number', () => {
    const mixed = {
      tables: [table('Id|Summary', `1|${record('Hill', '5')}`, '2|Ink and pens', '3|Chairs', '4|Two tables')],
    };
    const words = { tables: [table('Id|Summary', `1|${record('Hill', 'none')}`, `2|${record('Dale', 'none')}`)] };
    expect(answer({ field: 'buyer' }, mixed)).not.toMatch(/^Yes/);
    expect(answer({ field: 'price' }, words)).not.toMatch(/^Yes/);
  });

  test('tell whose they are', () => {
    const local = {
      tables: [
        table(
          'Id|Summary',
          ...['Hill', 'Dale', 'Moor'].map((name, at) => `${at}|${record(`Town hall of ${name}`, '5')}`),
        ),
      ],
    };
    const onePart: Clue = {
      shape: 'one-part',
      of: { words: ['country'], names: ['country'], local: ['town'], offices: ['buyer'] },
    };
    expect(answer({ field: 'buyer' }, local, [onePart])).toBe('No not-local-bodies');
    expect(answer({ field: 'buyer' }, records, [onePart])).toBe('Yes key');
  });
});
