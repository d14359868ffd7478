import type { Language } from '../model/basics.ts';
import { evened } from '../text/fold.ts';

/** How often something is brought up to date, with the words for it. */
export interface Frequency {
  /** An ISO 8601 duration, `never` or `irregular`. */
  readonly every: string;
  readonly words: readonly string[];
}

/** What pages say and do, from `criteria/vocabulary/pages`. */
export interface PageWords {
  readonly phrases: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
  readonly 'login-paths': readonly string[];
  readonly challenge: {
    readonly headers: readonly { readonly name: string; readonly value: string }[];
    /** Headers on every reply of a guarded site, also on those let through. */
    readonly guards: readonly string[];
    readonly scripts: readonly string[];
    readonly fields: readonly string[];
  };
  /** Groups of keys by which a description of a dataset is known; the last tells where the data is. */
  readonly 'record-keys': readonly (readonly string[])[];
  /** Keys by which programs tell of a fault or say something to people, keys of a state, and what those say when it is bad. */
  readonly faults: Readonly<Record<'keys' | 'messages' | 'states' | 'values', readonly string[]>>;
  readonly paging: Readonly<Record<'totals' | 'next' | 'limits' | 'headers', readonly string[]>>;
  readonly mounts: readonly string[];
  readonly viewers: readonly string[];
  readonly currencies: readonly string[];
  readonly frequencies: readonly Frequency[];
}

/** Scripts that part words with blanks and do not glue articles to them; others have no edges to hold to. */
const edged = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const digit = /\p{N}/u;

/** Between two letters, or two digits, there is no edge; between a digit and its unit there is. */
const isEdge = (phraseEnd: string | undefined, neighbour: string | undefined): boolean => {
  if (phraseEnd === undefined || neighbour === undefined) return true;
  return !(edged.test(phraseEnd) && edged.test(neighbour)) && !(digit.test(phraseEnd) && digit.test(neighbour));
};

/** Where a phrase stands in a normalised text as words of its own, from an offset on; -1 where it does not. */
export const indexOfPhrase = (text: string, phrase: string, from = 0): number => {
  const open = phrase.endsWith('*');
  const wanted = open ? phrase.slice(0, -1) : phrase;
  for (let at = text.indexOf(wanted, from); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isEdge(wanted[0], text[at - 1]) && (open || isEdge(wanted.at(-1), text[end]))) return at;
  }
  return -1;
};

/** The text around a place, for a reader: whole words where there are blanks to part them. */
export const quoteAt = (text: string, at: number, length: number, margin = 40): string => {
  const [start, end] = [Math.max(0, at - margin), Math.min(text.length, at + length + margin)];
  const before = text.slice(start, at);
  const after = text.slice(at + length, end);
  const whole = start > 0 && before.includes(' ') ? before.slice(before.indexOf(' ')) : before;
  const cut = end < text.length && after.includes(' ') ? after.slice(0, after.lastIndexOf(' ')) : after;
  return `${whole}${text.slice(at, at + length)}${cut}`.replaceAll(/\s+/g, ' ').trim();
};

const flat = new WeakMap<PageWords, Map<string, readonly string[]>>();

/** All phrases of one meaning, in every language. Made once for the words of a run: it is asked for link by link. */
export const phrasesOf = (words: PageWords, meaning: string): readonly string[] => {
  const byMeaning = flat.get(words) ?? new Map<string, readonly string[]>();
  flat.set(words, byMeaning);
  const phrases =
    byMeaning.get(meaning) ??
    Object.values(words.phrases[meaning] ?? {})
      .flat()
      .map(evened);
  byMeaning.set(meaning, phrases);
  return phrases;
};

/** The first phrase of a meaning in a normalised text, quoted with what stands around it; null where there is none. */
export const quotePhrase = (words: PageWords, meaning: string, text: string): string | null => {
  for (const phrase of phrasesOf(words, meaning)) {
    const at = indexOfPhrase(text, phrase);
    if (at !== -1) return quoteAt(text, at, phrase.length);
  }
  return null;
};

/** How near to a phrase the words that it must be about may stand, in characters. */
const about = 90;

/** The first phrase of a meaning that stands near a phrase of one of others, quoted; null where none does. */
export const quoteAbout = (
  words: PageWords,
  meaning: string,
  others: readonly string[],
  text: string,
): string | null => {
  for (const phrase of phrasesOf(words, meaning)) {
    for (let at = indexOfPhrase(text, phrase); at !== -1; at = indexOfPhrase(text, phrase, at + 1)) {
      const near = text.slice(Math.max(0, at - about), at + phrase.length + about);
      if (others.some((other) => quotePhrase(words, other, near) !== null)) return quoteAt(text, at, phrase.length);
    }
  }
  return null;
};

/** Is the whole text, but for marks and blanks, a phrase of the meaning? Buttons and titles are. */
export const isPhrase = (words: PageWords, meaning: string, text: string): boolean => {
  const bare = evened(text)
    .replaceAll(/[^\p{L}\p{M}\p{N} ']/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare !== '' && phrasesOf(words, meaning).includes(bare);
};
