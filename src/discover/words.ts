import { comparable } from '../text/fold.ts';

/* Texts in any script, made comparable, and how well a text speaks of a topic. */

/** Longer texts are compared by their beginning. */
const longest = 50_000;

const plain = (text: string): string => comparable(text.slice(0, longest));

/** Scripts that write without blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

const withoutArticle = (word: string): string =>
  /^(?:وال|بال|كال|ال)[\u0621-\u064A]{3,}$/.test(word) ? word.replace(/^[وبك]?ال/, '') : word;

const tokensOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' ').map(withoutArticle));

/**
 * The beginning of a word that its endings leave alone: languages inflect at the end. Short words are left as they
 * are.
 */
const stem = (word: string): string =>
  word.length >= 6 ? word.slice(0, Math.max(4, word.length - 2)) : word.length === 5 ? word.slice(0, 4) : word;

const startsAlike = (word: string, stemmed: string): boolean =>
  word.startsWith(stemmed) && word.length <= stemmed.length + 5;

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
  return { text: ` ${words.join(' ')} `, words, byStart };
};

/** A phrase that is looked for. */
export interface SearchPhrase {
  readonly written: string;
  readonly text: string;
  readonly stems: readonly string[];
  /** True for scripts without blanks, which are searched as they stand. */
  readonly isUnspaced: boolean;
  /** Matches any ending of its last word. */
  readonly isOpen: boolean;
}

/** Little words that carry nothing: in every language the shortest ones. */
const isCarrying = (word: string): boolean => word.length > 3 || /\p{N}/u.test(word) || unspaced.test(word);

/** Makes a phrase ready to be looked for. */
export const phraseOf = (written: string): SearchPhrase => {
  const text = tokensOf(plain(written)).join(' ');
  const words = text.split(' ').filter((word) => word !== '');
  const carrying = words.filter(isCarrying);
  return {
    written,
    text,
    stems: (carrying.length > 0 ? carrying : words).map(stem),
    isUnspaced: unspaced.test(text),
    isOpen: written.endsWith('*'),
  };
};

/** Where the text holds the phrase word for word, counted in its comparable text; -1 where it does not. */
export const positionOf = ({ text }: PreparedText, phrase: SearchPhrase): number => {
  if (phrase.text === '') return -1;
  if (phrase.isUnspaced) return text.indexOf(phrase.text);
  return text.indexOf(phrase.isOpen ? ` ${phrase.text}` : ` ${phrase.text} `);
};

/** Does the text hold the phrase word for word? */
export const holds = (text: PreparedText, phrase: SearchPhrase): boolean => positionOf(text, phrase) >= 0;

/** The share of the phrase's words that the text holds in some form, 0 to 1. */
export const share = (prepared: PreparedText, phrase: SearchPhrase): number => {
  if (holds(prepared, phrase)) return 1;
  if (phrase.isUnspaced || phrase.stems.length === 0) return 0;
  const found = phrase.stems.filter((stemmed) =>
    (prepared.byStart.get(stemmed.slice(0, 2)) ?? []).some((word) => startsAlike(word, stemmed)),
  );
  return found.length / phrase.stems.length;
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
