import type { Language } from '../model/basics.ts';
import { evened } from '../text/fold.ts';
import { compile, type PhrasePlace, type Phrases } from '../text/phrases.ts';

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

/** The text around a place, for a reader: whole words where there are blanks to part them. */
export const quoteAt = (text: string, at: number, length: number, margin = 40): string => {
  const [start, end] = [Math.max(0, at - margin), Math.min(text.length, at + length + margin)];
  const before = text.slice(start, at);
  const after = text.slice(at + length, end);
  const whole = start > 0 && before.includes(' ') ? before.slice(before.indexOf(' ')) : before;
  const cut = end < text.length && after.includes(' ') ? after.slice(0, after.lastIndexOf(' ')) : after;
  return `${whole}${text.slice(at, at + length)}${cut}`.replaceAll(/\s+/g, ' ').trim();
};

const compiled = new WeakMap<readonly string[], Phrases>();

/** Phrases of a list, ready to be looked for. Made once for a list: they are asked for link by link. */
export const phrasesIn = (list: readonly string[]): Phrases => {
  const phrases = compiled.get(list) ?? compile(list, { spelling: evened, edges: 'alphabets' });
  compiled.set(list, phrases);
  return phrases;
};

const flat = new WeakMap<PageWords, Map<string, readonly string[]>>();

/** All phrases of one meaning, in every language. */
export const phrasesOf = (words: PageWords, meaning: string): Phrases => {
  const byMeaning = flat.get(words) ?? new Map<string, readonly string[]>();
  flat.set(words, byMeaning);
  const list = byMeaning.get(meaning) ?? Object.values(words.phrases[meaning] ?? {}).flat();
  byMeaning.set(meaning, list);
  return phrasesIn(list);
};

/** Does an evened text hold a phrase of a meaning? */
export const holds = (words: PageWords, meaning: string, text: string): boolean =>
  phrasesOf(words, meaning).first(text) !== null;

/** What stands at a place of a text and around it; null where there is no place. */
const quoted = (text: string, place: PhrasePlace | null): string | null =>
  place === null ? null : quoteAt(text, place.at, place.length);

/** The first phrase of a meaning in an evened text, quoted with what stands around it; null where there is none. */
export const quotePhrase = (words: PageWords, meaning: string, text: string): string | null =>
  quoted(text, phrasesOf(words, meaning).first(text));

/** How near to a phrase the words that it must be about may stand, in characters. */
const about = 90;

/** The first phrase of a meaning that stands near a phrase of one of others, quoted; null where none does. */
export const quoteAbout = (
  words: PageWords,
  meaning: string,
  others: readonly string[],
  text: string,
): string | null => {
  const wanted = others.map((other) => phrasesOf(words, other));
  return quoted(text, phrasesOf(words, meaning).near(text, wanted, about));
};

/** Is the whole text, but for marks and blanks, a phrase of the meaning? Buttons and titles are. */
export const isPhrase = (words: PageWords, meaning: string, text: string): boolean => {
  const bare = evened(text)
    .replaceAll(/[^\p{L}\p{M}\p{N} ']/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare !== '' && phrasesOf(words, meaning).isWhole(bare);
};
