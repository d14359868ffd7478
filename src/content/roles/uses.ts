import type { ConceptId, Concepts } from '../../model/content.ts';
import { foldedWords } from '../../text/inflected.ts';
import { type Filed, type FiledPhrase, filedOf } from '../filed.ts';
import { numbersIn } from '../phrase-index.ts';
import { type WordList, wordList } from './runs.ts';

/* The words of a vocabulary one by one, and the phrases they stand in. */

/** A phrase as the words of it that tell something. */
export interface ConceptPhrase {
  readonly concept: ConceptId;
  readonly words: readonly string[];
}

/** A single letter begins too many words. */
export const isTelling = (word: string): boolean => word.length > 1;

/** The phrases that a word stands in, and what it tells of which one is meant: words that many concepts share say little. */
export interface Use {
  readonly phrases: readonly ConceptPhrase[];
  /** 0 to 1. */
  readonly weight: number;
}

/** The words of a file of the vocabulary, and the numbers of the phrases that each stands in. */
interface FiledWords {
  readonly part: Filed;
  readonly words: WordList;
  readonly uses: string;
}

const wordsOfPart = (part: Filed): FiledWords => ({
  part,
  words: wordList(part.wordIndex().words),
  uses: `\n${part.wordIndex().uses}\n`,
});

/** The words of a vocabulary. */
interface Uses {
  /** Those of each of its files; a word may be in several. */
  readonly lists: readonly WordList[];
  readonly of: (word: string) => Use;
}

/** Reads which words a vocabulary has and where each stands. */
export const usesIn = ({ concepts }: Concepts): Uses => {
  const files = filedOf(concepts).map(wordsOfPart);
  /** One object for each phrase, whichever of its words led to it. */
  const made = new Map<string, ConceptPhrase>();
  const phraseOf = ({ concept, written, folded }: FiledPhrase): ConceptPhrase => {
    const key = `${concept} ${written}`;
    const phrase = made.get(key) ?? { concept, words: foldedWords(folded).filter(isTelling) };
    made.set(key, phrase);
    return phrase;
  };
  const useOf = (word: string): Use => {
    const phrases = files.flatMap(({ part: { concepts: own, phrase }, uses }) =>
      numbersIn(uses, word).flatMap((number) => {
        const entry = phrase(number);
        return entry !== undefined && concepts[entry.concept] === own[entry.concept] ? [phraseOf(entry)] : [];
      }),
    );
    const { size } = new Set(phrases.map(({ concept }) => concept));
    return { phrases, weight: size === 0 ? 0 : 1 / size };
  };
  const kept = new Map<string, Use>();
  const of = (word: string): Use => {
    const use = kept.get(word) ?? useOf(word);
    kept.set(word, use);
    return use;
  };
  return { lists: files.map(({ words }) => words), of };
};
