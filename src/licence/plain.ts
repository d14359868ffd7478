import type { Language } from '../model/basics.ts';
import type { LicenceData, LicencePlain } from './data.ts';
import { escapeExpression } from './normalise.ts';

/** What a word is beside a grant. */
export type WordKind = 'plain' | 'data' | 'calm' | 'need' | 'bar' | 'apart' | 'ended';

/** The words of one language, told apart by what they are beside a grant. */
export interface PlainWords {
  readonly kindOf: (word: string) => WordKind | null;
  /** The word without what stands before it and belongs to another: an article, a preposition. */
  readonly bareOf: (word: string) => string;
  /** The text without its known words, and whether one of them bars: for scripts without blanks between words. */
  readonly without: (text: string) => { readonly rest: string; readonly kinds: ReadonlySet<WordKind> };
  /** The text without names of bodies, which are called what they are called: for scripts without blanks between words. */
  readonly withoutBodies: (text: string) => string;
  /** Does a capital tell a name? Not where every noun has one. */
  readonly hasNames: boolean;
}

/** The words of a list as one expression, the longest first. */
const anyWord = (list: string): string =>
  list
    .split(' ')
    .sort((one, other) => other.length - one.length)
    .map(escapeExpression)
    .join('|');

/** What may stand before a word and belongs to another; null where nothing does. */
const prefixesIn = (list: string): RegExp | null =>
  list === '' ? null : new RegExp(`^(?:${anyWord(list)})(?=\\p{L}{2})`, 'u');

/** Characters of the name of a body, before the word for what it is. */
const bodiesIn = (list: string): RegExp | null =>
  list === '' ? null : new RegExp(`[\\u3400-\\u9fff\\u30a0-\\u30ff]{1,8}(?:${anyWord(list)})`, 'g');

interface Stems {
  readonly whole: ReadonlyMap<string, WordKind>;
  readonly starts: ReadonlyMap<string, WordKind>;
  readonly ends: readonly (readonly [string, WordKind])[];
  readonly longest: number;
}

const stemsOf = (lists: readonly (readonly [WordKind, string])[]): Stems => {
  const whole = new Map<string, WordKind>();
  const starts = new Map<string, WordKind>();
  const ends: (readonly [string, WordKind])[] = [];
  for (const [kind, list] of lists) {
    for (const word of list.split(' ').filter((each) => each !== '')) {
      if (word.startsWith('*')) ends.push([word.slice(1), kind]);
      else if (word.endsWith('*')) starts.set(word.slice(0, -1), kind);
      else if (!whole.has(word)) whole.set(word, kind);
    }
  }
  return { whole, starts, ends, longest: Math.max(0, ...[...starts.keys()].map(({ length }) => length)) };
};

const kindIn = ({ whole, starts, ends, longest }: Stems, word: string): WordKind | null => {
  const exact = whole.get(word);
  if (exact !== undefined) return exact;
  // The longest stem tells: «planung» is no «plan».
  for (let length = Math.min(word.length, longest); length > 0; length -= 1) {
    const kind = starts.get(word.slice(0, length));
    if (kind !== undefined) return kind;
  }
  return ends.find(([end]) => word.endsWith(end))?.[1] ?? null;
};

const openWords = (
  {
    plain,
    data,
    calm = '',
    need = '',
    bar = '',
    apart = '',
    ended = '',
    prefixes = '',
    bodies = '',
    capitals,
  }: LicencePlain,
  common: readonly string[],
): PlainWords => {
  const stems = stemsOf([
    ['plain', [...common, plain].join(' ')],
    ['data', data],
    ['calm', calm],
    ['need', need],
    ['bar', bar],
    ['apart', apart],
    ['ended', ended],
  ]);
  const before = prefixesIn(prefixes);
  const named = bodiesIn(bodies);
  let longestFirst: readonly (readonly [string, WordKind])[] | undefined;
  return {
    kindOf: (word) => kindIn(stems, word),
    bareOf: (word) => (before === null ? word : word.replace(before, '')),
    without: (text) => {
      const kinds = new Set<WordKind>();
      let rest = text;
      longestFirst ??= [...stems.whole, ...stems.starts].sort(([one], [other]) => other.length - one.length);
      for (const [word, kind] of longestFirst) {
        if (!rest.includes(word)) continue;
        kinds.add(kind);
        rest = rest.replaceAll(word, ' ');
      }
      return { rest, kinds };
    },
    withoutBodies: (text) => (named === null ? text : text.replace(named, ' ')),
    hasNames: capitals !== 'nouns',
  };
};

/** Finds the words of a language; each list is opened when it is first asked for, and none is read before. */
export const plainWords = (
  data: Pick<LicenceData, 'plain' | 'clauses'>,
): ((language: Language) => PlainWords | null) => {
  const opened = new Map<Language, PlainWords>();
  return (language) => {
    const known = opened.get(language);
    if (known !== undefined) return known;
    const own = data.plain.find((each) => each.language === language);
    if (own === undefined) return null;
    const clauses = data.clauses.find((each) => each.language === language);
    const words = openWords(own, [...(clauses?.common ?? []), ...(clauses?.joins ?? [])]);
    opened.set(language, words);
    return words;
  };
};
