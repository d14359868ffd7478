import type { Language } from '../model/basics.ts';
import { comparable } from '../text/fold.ts';
import { compile } from '../text/phrases.ts';

/** Phrases by language. */
export type Words = Readonly<Record<Language, readonly string[]>>;

/** The share of a text that the longest phrase found in it covers, 0 where none is. */
export type PhraseShare = (text: string) => number;

/** Names are short; what is longer is prose, of which the beginning is enough. */
const longestText = 400;

/** Names of files run words and numbers together: `PresidentialResults2016`. */
const apart = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');

/** Makes a finder of phrases. The same phrases in another case, with other marks or punctuation are the same. */
export const finderOf = (phrases: readonly string[]): PhraseShare => {
  const found = compile(phrases, { spelling: comparable, edges: 'alphabets' });
  return (given) => found.cover(comparable(apart(given.slice(0, longestText))));
};

/** All phrases of all languages. */
export const phrasesOf = (words: Words): readonly string[] => Object.values(words).flat();
