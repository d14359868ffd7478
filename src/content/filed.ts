import type { Concept, ConceptFile, ConceptId } from '../model/content.ts';
import { lazy } from '../text/lazy.ts';
import { wordsOf } from '../text/words.ts';
import {
  type PhraseIndex,
  phraseIndexOf,
  type WordIndex,
  type Written,
  type WrittenList,
  wordIndexOf,
  writtenIn,
} from './phrase-index.ts';

/** A phrase by its number: as it is written, and as its words are looked for. */
export interface FiledPhrase extends Written {
  readonly folded: string;
}

/** Concepts whose phrases were filed together, those of one file. */
export interface Filed {
  readonly concepts: ConceptFile['concepts'];
  readonly index: PhraseIndex;
  readonly wordIndex: () => WordIndex;
  readonly phrase: (number: number) => FiledPhrase | undefined;
}

/** What the index of a vocabulary is made of, or read from. */
interface Sources {
  readonly concepts: ConceptFile['concepts'];
  readonly index: PhraseIndex;
  readonly written: () => WrittenList;
  readonly wordIndex: () => WordIndex;
}

const filed = new WeakMap<Concept, Filed>();

/** Phrases are listed when one is first looked for. */
const file = ({ concepts, index, written: list, wordIndex }: Sources): Filed => {
  const listed = lazy(() => ({ ...list(), folded: index.folded.split('\n') }));
  const phrase = (number: number): FiledPhrase | undefined => {
    const { written: all, conceptOf, folded } = listed();
    const concept = conceptOf(number);
    const written = all[number];
    return concept === undefined || written === undefined
      ? undefined
      : { concept, written, folded: folded[number] ?? '' };
  };
  return { concepts, index, wordIndex, phrase };
};

/** Keeps the index of a vocabulary that was made before, for all that will look for its concepts. */
export const keepIndex = (sources: Sources): void => {
  const kept = file({ ...sources, wordIndex: lazy(sources.wordIndex) });
  for (const concept of Object.values(sources.concepts)) filed.set(concept, kept);
};

const indexNow = (concepts: ConceptFile['concepts']): Filed => {
  const index = phraseIndexOf(concepts);
  return file({ concepts, index, written: () => writtenIn(concepts), wordIndex: lazy(() => wordIndexOf(index)) });
};

/** The concepts with their indexes: those made before, and one made now for those that have none. */
export const filedOf = (concepts: ConceptFile['concepts']): readonly Filed[] => {
  const bare: Record<ConceptId, Concept> = {};
  const found = new Set<Filed>();
  for (const [id, concept] of Object.entries(concepts)) {
    const before = filed.get(concept);
    if (before?.concepts[id] === concept) found.add(before);
    else bare[id] = concept;
  }
  if (Object.keys(bare).length > 0) found.add(indexNow(bare));
  return [...found];
};

const singleWords = new WeakMap<Concept['words'], ReadonlySet<string>>();

/** Keeps the single words of phrases, parted by blanks, that were taken apart before. */
export const keepWords = (phrases: Concept['words'], words: string): void => {
  singleWords.set(phrases, new Set(words.split(' ')));
};

/** The single words of phrases. */
export const wordsIn = (phrases: Concept['words']): ReadonlySet<string> =>
  singleWords.get(phrases) ?? new Set(Object.values(phrases).flat().flatMap(wordsOf));
