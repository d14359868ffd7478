import type { Language } from '../model/basics.ts';
import type { LicenceData, LicencePlain } from './data.ts';

/** What a word is beside a grant. */
export type WordKind = 'plain' | 'data' | 'calm' | 'need' | 'bar' | 'apart' | 'ended';

/** The words of one language, told apart by what they are beside a grant. */
export interface PlainWords {
  readonly kindOf: (word: string) => WordKind | null;
  /** The text without its known words, and whether one of them bars: for scripts without blanks between words. */
  readonly without: (text: string) => { readonly rest: string; readonly kinds: ReadonlySet<WordKind> };
}

/** Letters that may stand before a word and belong to another: articles and prepositions of Arabic and Hebrew. */
const prefixes = /^(?:و?(?:ال|بال|لل|كال|فال|ب|ل|ك|ف)|و|ו?(?:שה|מה|כש|ה|ב|ל|מ|ש|כ)|ו|[በለከየ])(?=\p{L}{2})/u;

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
  { plain, data, calm = '', need = '', bar = '', apart = '', ended = '' }: LicencePlain,
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
  let longestFirst: readonly (readonly [string, WordKind])[] | undefined;
  return {
    kindOf: (word) => {
      const kind = kindIn(stems, word);
      if (kind !== null) return kind;
      const bare = word.replace(prefixes, '');
      return bare === word ? null : kindIn(stems, bare);
    },
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
