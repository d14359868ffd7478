import { describe, expect, test } from 'vitest';
import { keepIndex } from '../../src/content/filed.ts';
import { finderOf } from '../../src/content/finder.ts';
import { builtVocabularies } from '../../src/content/index.ts';
import { numbersUnder, phraseIndexOf, writtenIn } from '../../src/content/phrase-index.ts';
import { nearnessTo } from '../../src/content/roles/near.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { ConceptFile } from '../../src/model/content.ts';
import { foldPhrases, readPhrase, unfoldPhrases } from '../../src/text/inflected.ts';
import { concepts } from './builders.ts';

const criteria = openCriteria();
const shipped = (name: string): ConceptFile['concepts'] =>
  criteria.data<ConceptFile>(`vocabulary/concepts/${name}`).concepts;

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The same vocabulary, its index made elsewhere and read from a file. */
const withIndex = (vocabulary: ConceptFile['concepts']): ConceptFile['concepts'] => {
  const copy = copyOf(vocabulary);
  keepIndex(copy, copyOf(phraseIndexOf(vocabulary)));
  return copy;
};

const every = <T>(step: number, list: readonly T[]): readonly T[] => list.filter((_, at) => at % step === 0);

describe('an index that was made before', () => {
  const names = ['shared', 'election-results', 'procurement', 'water-quality'];

  test.each(names)('of %s reads each phrase as the vocabulary itself does', (name) => {
    for (const written of every(3, writtenIn(shipped(name)).written)) {
      const phrases = readPhrase(written).filter(({ words }) => words.length > 0);
      expect(unfoldPhrases(foldPhrases(phrases)), written).toEqual(phrases);
    }
  });

  test.each(names)('of %s finds in its phrases what is found without it', (name) => {
    const bare = finderOf(concepts(shipped(name)));
    const indexed = finderOf(concepts(withIndex(shipped(name))));
    for (const written of every(7, writtenIn(shipped(name)).written)) {
      const text = `${written.replaceAll('*', 'en')} 2019`;
      expect(indexed(text), text).toEqual(bare(text));
    }
  });

  test('measures headers as is measured without it', () => {
    const bare = nearnessTo(concepts(shipped('procurement')));
    const indexed = nearnessTo(concepts(withIndex(shipped('procurement'))));
    for (const written of every(25, writtenIn(shipped('procurement')).written)) {
      const text = written.replaceAll('*', '').slice(0, -1);
      expect([...indexed(text)], text).toEqual([...bare(text)]);
    }
  });

  test('says nothing of concepts of the same file that are not asked for', () => {
    const { used, other } = withIndex({
      used: { expects: 'any', words: { en: ['station house'] } },
      other: { expects: 'any', words: { en: ['station', 'name'] } },
    });
    if (used === undefined || other === undefined) throw new Error('The copy has both.');
    const alone = copyOf({ used });
    expect(finderOf(concepts({ used }))('station house name').map(({ concept }) => concept)).toEqual(['used']);
    // A word that another concept has too would weigh less.
    expect([...nearnessTo(concepts({ used }))('stationary')]).toEqual([...nearnessTo(concepts(alone))('stationary')]);
    expect(nearnessTo(concepts({ used }))('stationary').size).toBe(1);
  });

  test('does not stand for a concept whose words were changed', () => {
    const file = withIndex({ voter: { expects: 'any', words: { en: ['voter'] } } });
    const changed = { voter: { expects: 'any', words: { en: ['elector'] } } } as const;
    expect(finderOf(concepts(file))('voter')).toHaveLength(1);
    expect(finderOf(concepts(changed))('voter')).toHaveLength(0);
    expect(finderOf(concepts(changed))('elector')).toHaveLength(1);
  });

  test('has under a key what is filed there, and not under its beginning', () => {
    const { spaced } = phraseIndexOf({ voter: { expects: 'any', words: { en: ['voter', 'vo', 'party'] } } });
    expect(['vote', 'vo', 'part', 'vot', 'none'].map((key) => numbersUnder(spaced, key))).toEqual([
      [0],
      [1],
      [2],
      [],
      [],
    ]);
  });

  test('is refused where it is that of another vocabulary', () => {
    const one = { voter: { expects: 'any', words: { en: ['voter'] } } } as const;
    const other = { voter: { expects: 'any', words: { en: ['voter', 'elector'] } } } as const;
    expect(() => keepIndex(other, phraseIndexOf(one))).toThrow('build the program again');
  });

  test('is built for every vocabulary, and for the names of countries with the names themselves', () => {
    const built = builtVocabularies(criteria);
    const folder = 'vocabulary/concepts';
    const names = [...criteria.categories(), 'common', 'country-name', 'shared'].map((name) => `${folder}/${name}`);
    expect(Object.keys(built).sort()).toEqual([...names, 'vocabulary/field-names'].sort());
    expect(built['vocabulary/field-names']).toMatchObject({ plain: expect.stringMatching(/\btotal\b/) });
    expect(built[`${folder}/country-name`]?.concepts?.['country-name']?.words['und']).toContain('Morocco');
    for (const name of ['shared', 'procurement']) {
      expect(built[`${folder}/${name}`]?.index.size, name).toBe(writtenIn(shipped(name)).written.length);
    }
  });
});
