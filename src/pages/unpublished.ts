import { evened } from '../text/fold.ts';
import { type PageWords, phrasesIn } from './words.ts';

/** Longer texts are looked through at their beginning. */
const longestText = 60_000;

/** Longer sentences are lists or pages without marks, where what is said of what cannot be told. */
const longestSentence = 500;

const meanings = { says: 'not-published', yet: 'not-published-yet', here: 'not-published-here' } as const;

const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, longestText)
    .split(/(?<=[.!?;])\s+|[。؟！？\n]+/)
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > 0 && length <= longestSentence);

/** Years tell what the rest of a sentence is limited to. */
const namesYear = (sentence: string): boolean => /(?<!\d)(?:1[89]|2[01]|25)\d{2}(?!\d)/.test(sentence);

/**
 * Sentences that say in so many words that something is not published. One that limits it, to a time or to where it stands,
 * does not say that it is published nowhere, and is none.
 */
export const unpublishedIn = (text: string, words: PageWords): readonly string[] => {
  const languages = Object.keys(words.phrases[meanings.says] ?? {});
  const holds = (meaning: string, language: string, sentence: string): boolean =>
    phrasesIn(words.phrases[meaning]?.[language] ?? []).first(sentence) !== null;
  return sentencesOf(text).filter((sentence) => {
    const plain = evened(sentence);
    const spoken = languages.filter((language) => holds(meanings.says, language, plain));
    const isLimited = spoken.some(
      (language) => holds(meanings.yet, language, plain) || holds(meanings.here, language, plain),
    );
    return spoken.length > 0 && !isLimited && !namesYear(sentence);
  });
};
