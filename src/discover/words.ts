import { comparable } from '../text/fold.ts';
import { type CompiledPhrase, compilePhrase, type PhrasePlace, placeOf } from '../text/phrases.ts';
import { isUnspaced } from '../text/words.ts';

/* Texts in any script, made comparable, and how well a text speaks of a topic. */

/** Longer texts are compared by their beginning. */
const longest = 50_000;

const plain = (text: string): string => comparable(text.slice(0, longest));

const withoutArticle = (word: string): string =>
  /^(?:وال|بال|كال|ال)[\u0621-\u064A]{3,}$/.test(word) ? word.replace(/^[وبك]?ال/, '') : word;

const tokensOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' ').map(withoutArticle));

/** Words only, without the Arabic article. */
const spelling = (text: string): string => tokensOf(plain(text)).join(' ');

/**
 * The beginning of a word that its endings leave alone: languages inflect at the end. Short words are left as they
 * are.
 */
const stem = (word: string): string =>
  word.length >= 6 ? word.slice(0, Math.max(4, word.length - 2)) : word.length === 5 ? word.slice(0, 4) : word;

/** Beginnings from this length on are of few words, so that what is glued behind them does not make them another thing. */
const longBeginning = 7;

/** So much of a word must stand at the beginning of another for both to be of one thing: "unemployment", "unemployed". */
const leastShared = { letters: 8, part: 0.6 } as const;

const sharedBeginning = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/**
 * How well a word is one of a phrase, told by its beginning: 1 in another ending, less where more is glued behind it, as languages
 * with compounds do, and least where only the beginning is the same.
 */
const likeness = (word: string, stemmed: string): number => {
  if (word.startsWith(stemmed)) {
    if (word.length <= stemmed.length + 5) return 1;
    return stemmed.length >= longBeginning ? 0.9 : 0;
  }
  const shared = sharedBeginning(word, stemmed);
  return shared >= leastShared.letters && shared >= leastShared.part * (stemmed.length + 2) ? 0.75 : 0;
};

/** A text with its words, made comparable once. */
export interface PreparedText {
  readonly text: string;
  readonly words: readonly string[];
  /** The words whose first two letters are the key. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

/** Makes a text comparable. */
export const prepare = (text: string): PreparedText => {
  const comparable = plain(text);
  const words = tokensOf(comparable);
  const byStart = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const key = word.slice(0, 2);
    byStart.set(key, [...(byStart.get(key) ?? []), word]);
  }
  return { text: words.join(' '), words, byStart };
};

/** A phrase that is looked for, word for word or by the beginnings of its words. */
export interface SearchPhrase extends CompiledPhrase {
  readonly stems: readonly string[];
  /** True for scripts without blanks, whose words have no beginnings. */
  readonly isUnspaced: boolean;
}

/** Little words that carry nothing: in every language the shortest ones. */
const isCarrying = (word: string): boolean => word.length > 3 || /\p{N}/u.test(word) || isUnspaced(word);

/** Makes a phrase ready to be looked for. */
export const phraseOf = (written: string): SearchPhrase => {
  const phrase = compilePhrase(written, { spelling, edges: 'words' });
  const words = phrase.text.split(' ').filter((word) => word !== '');
  const carrying = words.filter(isCarrying);
  return {
    ...phrase,
    stems: (carrying.length > 0 ? carrying : words).map(stem),
    isUnspaced: isUnspaced(phrase.text),
  };
};

/** Where the text holds the phrase word for word, counted in its comparable text; null where it does not. */
export const placeIn = ({ text }: PreparedText, phrase: SearchPhrase): PhrasePlace | null => placeOf(text, phrase);

/** Does the text hold the phrase word for word? */
export const holds = (text: PreparedText, phrase: SearchPhrase): boolean => placeIn(text, phrase) !== null;

/** The share of the phrase's words that the text holds in some form, 0 to 1. */
export const share = (prepared: PreparedText, phrase: SearchPhrase): number => {
  if (holds(prepared, phrase)) return 1;
  if (phrase.isUnspaced || phrase.stems.length === 0) return 0;
  const found = phrase.stems.reduce((sum, stemmed) => {
    const words = prepared.byStart.get(stemmed.slice(0, 2)) ?? [];
    return sum + words.reduce((best, word) => Math.max(best, likeness(word, stemmed)), 0);
  }, 0);
  return found / phrase.stems.length;
};

/** How much a phrase says: several words, or one long one, say more than a short one. */
export const weightOf = ({ text, stems, isUnspaced }: SearchPhrase): number => {
  if (isUnspaced) return text.length >= 4 ? 1 : 0.75;
  return stems.length >= 2 ? 1 : text.length >= 10 ? 0.85 : 0.7;
};

/** Words by language, ready to be looked for. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** The phrases of some languages, each once. */
export const phrasesIn = (lexicon: Lexicon, languages: readonly string[]): readonly SearchPhrase[] => {
  const seen = new Set<string>();
  return languages
    .flatMap((language) => (Object.hasOwn(lexicon, language) ? (lexicon[language] ?? []) : []))
    .map(phraseOf)
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text) !== undefined);
};
