import type { Concept, ConceptFile, ConceptId } from '../model/content.ts';
import { lazy } from '../text/lazy.ts';
import { keepIndex } from './filed.ts';
import { type PhraseIndex, phraseIndexOf, type WordIndex, type WrittenList, writtenIn } from './phrase-index.ts';

/*
 * Vocabularies as the build keeps them. Reading and folding thousands of phrases is what judging would begin with, and of those of
 * most concepts nobody asks: they are one text, of which those of a concept are taken when they are asked for.
 */

/** A concept without its words. */
type BuiltConcept = Omit<Concept, 'words' | 'codes'> & {
  /** How many phrases it has in each language: `en 12 fr 3`. */
  readonly words: string;
  /** How many codes it has; absent where it has no list of them. */
  readonly codes?: number;
  /** The number of its first phrase. */
  readonly from: number;
};

/** Concepts, their phrases, and where these are filed. */
export interface BuiltConcepts {
  readonly concepts: Readonly<Record<ConceptId, BuiltConcept>>;
  /** All phrases and codes in the order of `writtenIn`, a line each. */
  readonly written: string;
  readonly index: PhraseIndex;
}

const countsOf = ({ words }: Concept): string =>
  Object.entries(words)
    .map(([language, { length }]) => `${language} ${length}`)
    .join(' ');

/** What the build keeps of concepts. */
export const buildConcepts = (concepts: ConceptFile['concepts']): BuiltConcepts => {
  const built: Record<ConceptId, BuiltConcept> = {};
  let from = 0;
  for (const [id, concept] of Object.entries(concepts)) {
    const { words, codes, ...rest } = concept;
    built[id] = { ...rest, words: countsOf(concept), from, ...(codes === undefined ? {} : { codes: codes.length }) };
    from += Object.values(words).flat().length + (codes?.length ?? 0);
  }
  const { written } = writtenIn(concepts);
  const broken = written.find((phrase) => phrase.includes('\n'));
  if (broken !== undefined)
    throw new Error(`A phrase of the vocabulary stands on two lines: ${JSON.stringify(broken)}.`);
  return { concepts: built, written: written.join('\n'), index: phraseIndexOf(concepts) };
};

const wordsFrom = (counts: string, lines: readonly string[], from: number): Concept['words'] => {
  const words: Record<string, readonly string[]> = {};
  let at = from;
  for (const [, language = '', count] of counts.matchAll(/(\S+) (\d+)/g)) {
    words[language] = lines.slice(at, at + Number(count));
    at += Number(count);
  }
  return words;
};

/** The concept, which takes its words out of the lines when they are asked for. */
const withWords = (
  { words: counts, codes: size, from, ...rest }: BuiltConcept,
  lines: () => readonly string[],
): Concept => {
  const words = lazy(() => wordsFrom(counts, lines(), from));
  const plain = {
    ...rest,
    get words() {
      return words();
    },
  };
  if (size === undefined) return plain;
  const codes = lazy(() => {
    const first = from + Object.values(words()).flat().length;
    return lines().slice(first, first + size);
  });
  return Object.defineProperty(plain, 'codes', { enumerable: true, get: codes });
};

const listOf = (concepts: BuiltConcepts['concepts'], lines: () => readonly string[]): WrittenList => {
  const ids = Object.keys(concepts);
  const starts = Object.values(concepts).map(({ from }) => from);
  return { written: lines(), conceptOf: (number) => ids[starts.findLastIndex((from) => from <= number)] };
};

const opened = new WeakMap<BuiltConcepts, ConceptFile['concepts']>();

/**
 * Opens what the build kept of concepts, with where their phrases are filed; the same concepts each time.
 *
 * @param wordIndex reads what the build kept of their words one by one
 */
export const openConcepts = (
  built: BuiltConcepts,
  wordIndex: (index: PhraseIndex) => WordIndex,
): ConceptFile['concepts'] => {
  const before = opened.get(built);
  if (before !== undefined) return before;
  const lines = lazy(() => built.written.split('\n'));
  const concepts: Record<ConceptId, Concept> = {};
  for (const [id, concept] of Object.entries(built.concepts)) concepts[id] = withWords(concept, lines);
  opened.set(built, concepts);
  const { index } = built;
  keepIndex({
    concepts,
    index,
    written: () => listOf(built.concepts, lines),
    wordIndex: () => wordIndex(index),
  });
  return concepts;
};
