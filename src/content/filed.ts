import type { Concept, ConceptFile, ConceptId } from '../model/content.ts';
import { wordsOf } from '../text/words.ts';
import { type PhraseIndex, phraseIndexOf, type Written, type WrittenList, writtenIn } from './phrase-index.ts';

/** A phrase by its number: as it is written, and as its words are looked for. */
export interface FiledPhrase extends Written {
  readonly folded: string;
}

/** Concepts whose phrases were filed together, those of one file. */
export interface Filed {
  readonly concepts: ConceptFile['concepts'];
  readonly index: PhraseIndex;
  readonly phrase: (number: number) => FiledPhrase | undefined;
}

const filed = new WeakMap<Concept, Filed>();

/** Phrases are listed when one is first looked for. */
const file = (concepts: ConceptFile['concepts'], index: PhraseIndex): Filed => {
  let listed: (WrittenList & { readonly folded: readonly string[] }) | null = null;
  const phrase = (number: number): FiledPhrase | undefined => {
    listed ??= { ...writtenIn(concepts), folded: index.folded.split('\n') };
    const concept = listed.conceptOf(number);
    const written = listed.written[number];
    return concept === undefined || written === undefined
      ? undefined
      : { concept, written, folded: listed.folded[number] ?? '' };
  };
  return { concepts, index, phrase };
};

const sizeOf = (concepts: ConceptFile['concepts']): number =>
  Object.values(concepts).reduce(
    (sum, { words, codes = [] }) =>
      Object.values(words).reduce((size, { length }) => size + length, sum + codes.length),
    0,
  );

/**
 * Keeps the index of a vocabulary that was made before, for all that will look for its concepts.
 *
 * @throws where the index is that of another vocabulary.
 */
export const keepIndex = (concepts: ConceptFile['concepts'], index: PhraseIndex): void => {
  const all = Object.values(concepts);
  if (all.every((concept) => filed.get(concept)?.index === index)) return;
  if (sizeOf(concepts) !== index.size)
    throw new Error('A vocabulary and the index of its phrases differ: build the program again.');
  const kept = file(concepts, index);
  for (const concept of all) filed.set(concept, kept);
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
  if (Object.keys(bare).length > 0) found.add(file(bare, phraseIndexOf(bare)));
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
