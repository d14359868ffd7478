import { describe, expect, test } from 'vitest';
import { nearnessTo } from '../../../src/content/roles/near.ts';
import { concepts } from '../builders.ts';

const near = nearnessTo(
  concepts({
    supplier: { expects: 'text', words: { en: ['supplier name', 'vendor'], fr: ['fournisseur'] } },
    zipcode: { expects: 'any', words: { en: ['postal code', 'zip'], fr: ['code postal'] } },
    dissolved: { expects: 'number', words: { en: ['dissolved solids'] } },
    office: { expects: 'text', words: { en: ['office name'] } },
  }),
);

const nearest = (text: string): string | undefined => [...near(text)].sort(([, one], [, other]) => other - one)[0]?.[0];

describe('headers that come near to a phrase', () => {
  test.each([
    ['a shortened word', 'code_post', 'zipcode'],
    ['a joined word', 'nomfournisseur', 'supplier'],
    ['a misspelling', 'Suplier', 'supplier'],
    ['an inflection', 'fournisseurs', 'supplier'],
    ['vowels left out', 'dslv solids', 'dissolved'],
    ['something else', 'temperature', undefined],
    ['a single letter', 'd', undefined],
    ['nothing', '', undefined],
  ])('%s: %s', (_, text, expected) => {
    expect(nearest(text)).toBe(expected);
  });

  test('a word of several concepts says little of which one is meant', () => {
    expect(near('name').get('supplier') ?? 0).toBeLessThan(near('vendor').get('supplier') ?? 0);
  });

  test('what a header says besides makes it less near', () => {
    expect(near('vendor of the month').get('supplier') ?? 0).toBeLessThan(near('vendor').get('supplier') ?? 0);
  });

  test('the same text is always as near', () => {
    expect([...near('code_post')]).toEqual([...near('code_post')]);
  });
});
