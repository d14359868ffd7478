import type { Language } from '../model/basics.ts';
import { comparable } from '../text/fold.ts';

/** Phrases by language; a star at the end of a word stands for any ending. */
export type Words = Readonly<Record<Language, readonly string[]>>;

/** The share of a text that the longest phrase found in it covers, 0 where none is. */
export type PhraseShare = (text: string) => number;

/** Names are short; what is longer is prose, of which the beginning is enough. */
const longestText = 400;

/** Scripts that write words without blanks between them, or with others before them. */
const joins =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Names of files run words and numbers together: `PresidentialResults2016`. */
const apart = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');

const patternOf = (phrase: string): string => {
  const words = phrase.split(' ').map((word) => comparable(word) + (word.endsWith('*') ? '[^ ]*' : ''));
  const text = words.join(' ');
  return joins.test(text) ? text : `(?<=^| )${text}(?= |$)`;
};

/** Makes a finder of phrases. The same phrases in another case, with other marks or punctuation are the same. */
export const finderOf = (phrases: readonly string[]): PhraseShare => {
  const patterns = [...new Set(phrases.map(patternOf))].filter((pattern) => pattern !== '');
  if (patterns.length === 0) return () => 0;
  const pattern = new RegExp(patterns.join('|'), 'gu');
  return (given) => {
    const text = comparable(apart(given.slice(0, longestText)));
    if (text === '') return 0;
    return [...text.matchAll(pattern)].reduce((most, [found]) => Math.max(most, found.length / text.length), 0);
  };
};

/** All phrases of all languages. */
export const phrasesOf = (words: Words): readonly string[] => Object.values(words).flat();
