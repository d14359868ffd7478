import { describe, expect, test } from 'vitest';
import { buildConcepts, openConcepts } from '../../src/content/built.ts';
import { wordsIn } from '../../src/content/filed.ts';
import { finderOf } from '../../src/content/finder.ts';
import { conceptsFor } from '../../src/content/index.ts';
import { numbersIn, numbersUnder, phraseIndexOf, wordIndexOf, writtenIn } from '../../src/content/phrase-index.ts';
import { nearnessTo } from '../../src/content/roles/near.ts';
import { builtVocabularies } from '../../src/content/vocabulary.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { ConceptFile } from '../../src/model/content.ts';
import { foldPhrases, readPhrase, unfoldPhrases } from '../../src/text/inflected.ts';
import { concepts } from './builders.ts';

const criteria = openCriteria();
const shipped = (name: string): ConceptFile['concepts'] =>
  criteria.data<ConceptFile>(`vocabulary/concepts/${name}`).concepts;

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The same vocabulary as the build keeps it, read from a file. */
const withIndex = (vocabulary: ConceptFile['concepts']): ConceptFile['concepts'] =>
  openConcepts(copyOf(buildConcepts(vocabulary)), wordIndexOf);

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

  test('has beside a word the phrases that it stands in, and none beside its beginning', () => {
    const index = phraseIndexOf({ voter: { expects: 'any', words: { en: ['list of voters', 'voter', 'list'] } } });
    const { words, uses } = wordIndexOf(index);
    expect(words.split('\n')).toEqual(['list', 'of', 'voters', 'voter']);
    const numbers = ['list', 'voters', 'voter', 'vote'].map((word) => numbersIn(`\n${uses}\n`, word));
    expect(numbers).toEqual([[0, 2], [0], [1], []]);
  });

  test('gives each concept its own words and codes, in their order', () => {
    for (const name of names) expect(withIndex(shipped(name)), name).toEqual(shipped(name));
    const few = {
      one: { expects: 'count', words: { no: ['en', 'to'], en: [] }, codes: [], isTopic: true },
      two: { expects: 'any', words: { 'zh-Hant': ['選挙'] }, codes: ['B1', 'B 2'] },
      bare: { expects: 'any', words: {} },
      three: { expects: 'code', words: { en: ['last'] } },
    } as const;
    expect(withIndex(few)).toEqual(few);
    expect(Object.keys(withIndex(few)['one']?.words ?? {})).toEqual(['no', 'en']);
    expect('codes' in (withIndex(few)['bare'] ?? {})).toBe(false);
    // A copy has them too.
    expect({ ...withIndex(few)['two'] }).toEqual(few.two);
  });

  test('gives the same concepts each time, so that what was found of them is known', () => {
    const built = buildConcepts({ voter: { expects: 'any', words: { en: ['voter'] } } });
    expect(openConcepts(built, wordIndexOf)).toBe(openConcepts(built, wordIndexOf));
  });

  test('reads the words one by one only where it is asked what a text comes near to', () => {
    const asked: string[] = [];
    const opened = openConcepts(buildConcepts(shipped('procurement')), (index) => {
      asked.push('words');
      return wordIndexOf(index);
    });
    expect(finderOf(concepts(opened))('supplier name').length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
    expect(nearnessTo(concepts(opened))('suplier').size).toBeGreaterThan(0);
    expect(asked).toEqual(['words']);
  });

  test('is of no phrase that stands on two lines', () => {
    expect(() => buildConcepts({ voter: { expects: 'any', words: { en: ['voter\nlist'] } } })).toThrow('two lines');
  });

  test('is built for every vocabulary and for the words of names, and beside each its words one by one', () => {
    const built = builtVocabularies(criteria);
    const folder = 'vocabulary/concepts';
    const files = [...criteria.categories(), 'common', 'country-name', 'shared'].map((name) => `${folder}/${name}`);
    const all = [...files, 'vocabulary/field-names'];
    expect(Object.keys(built).sort()).toEqual(all.flatMap((path) => [path, `${path}-words`]).sort());
    expect(built['vocabulary/field-names']).toMatchObject({ plain: expect.stringMatching(/\btotal\b/) });
    expect(built[`${folder}/country-name`]).toMatchObject({ written: expect.stringMatching(/^Morocco$/m) });
    for (const name of ['shared', 'procurement']) {
      const path = `${folder}/${name}`;
      expect(built[path], name).toEqual(buildConcepts(shipped(name)));
      expect(built[`${path}-words`], name).toEqual(wordIndexOf(phraseIndexOf(shipped(name))));
    }
  });
});

describe('the words of names that were built', () => {
  test('are those that are written', () => {
    const all = { ...builtVocabularies(criteria) } as Readonly<Record<string, unknown>>;
    const withBuilt = { ...criteria, built: <T>(path: string): T | null => copyOf(all[path] ?? null) as T | null };
    const [plain, built] = [criteria, withBuilt].map((from) => conceptsFor(from, 'procurement'));
    expect(built?.names?.turns).toEqual(plain?.names?.turns);
    expect(built?.names?.headFirst).toEqual(plain?.names?.headFirst);
    expect(built?.concepts).toEqual(plain?.concepts);
    expect(built?.besides).toEqual(plain?.besides);
    for (const part of ['links', 'plain'] as const) {
      expect(wordsIn(built?.names?.[part] ?? {}), part).toEqual(wordsIn(plain?.names?.[part] ?? {}));
    }
  });
});
