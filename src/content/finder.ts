import type { ConceptId, Concepts } from '../model/content.ts';
import { standsAt } from '../text/inflected.ts';
import { codeOf, hasPrefixes, isUnspaced, withoutDigits, wordsOf } from '../text/words.ts';
import { type Lookup, lookupIn, type PhraseEntry } from './lookup.ts';
import { longestKey, unspacedKey } from './phrase-index.ts';
import { withoutUnit } from './units.ts';

/** A concept found in a text. */
export interface Hit {
  readonly concept: ConceptId;
  /** Share of the text that the words cover, 0 to 1: 1 where the text says nothing else. */
  readonly cover: number;
  /** The phrase or code of the vocabulary that was found. */
  readonly phrase: string;
  /** Words that it takes up in the text. */
  readonly words: number;
  /** The words before and after it, or the letters where no blanks part them; empty where there are none. */
  readonly before: string;
  readonly after: string;
}

/** Finds concepts in texts. */
export type Finder = (text: string) => readonly Hit[];

/** What a word may begin with: as written, without digits, without what its script puts before it. */
const beginningsOf = (word: string): readonly string[] => {
  const letters = withoutDigits(word);
  const forms = letters === word ? [word] : [word, letters];
  return hasPrefixes(word) ? [...forms, word.slice(1), word.slice(2), word.slice(3)] : forms;
};

/** The entries whose first word this may be. */
const entriesFor = (index: Lookup, word: string): readonly PhraseEntry[] => {
  const entries: PhraseEntry[] = [...index.endings];
  for (const beginning of beginningsOf(word)) {
    for (let length = Math.min(longestKey, beginning.length); length > 0; length -= 1) {
      entries.push(...index.spaced(beginning.slice(0, length)));
    }
  }
  return entries;
};

/** Where a phrase or code stands in a text: letters from and to, the blanks between words left out. */
interface Occurrence {
  readonly concept: ConceptId;
  readonly written: string;
  readonly from: number;
  readonly to: number;
  /** Is it written as the vocabulary has it, not in another inflection? */
  readonly isExact: boolean;
  /** Words that it takes up; 1 in a script without blanks. */
  readonly words: number;
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

const lookSpaced = (index: Lookup, words: readonly string[]): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    for (const { concept, phrase, written } of entriesFor(index, word)) {
      if (!standsAt(phrase, words, at)) continue;
      const stands = words.slice(at, at + phrase.words.length);
      const isExact = phrase.words.every(({ text }, offset) => text === stands[offset]);
      found.push({ concept, written, from, to: from + lengthOf(stands), isExact, words: stands.length });
    }
    from += word.length;
  }
  return found;
};

const lookUnspaced = (index: Lookup, run: string): readonly Occurrence[] =>
  Array.from({ length: run.length }, (_, from) => {
    const entries = index.unspaced(run.slice(from, from + unspacedKey));
    return entries.flatMap(({ concept, phrase, written }): readonly Occurrence[] => {
      const text = phrase.unspaced ?? '';
      if (!run.startsWith(text, from)) return [];
      return [{ concept, written, from, to: from + text.length, isExact: true, words: 1 }];
    });
  }).flat();

/** Codes stand for the whole text, whatever unit follows. */
const lookWhole = (index: Lookup, text: string, words: readonly string[]): readonly Occurrence[] => {
  // Places in a list say nothing: `awards/0/value/amount` is the amount of any award.
  const names = words.filter((word) => !/^\d+$/.test(word));
  const whole = [...new Set([codeOf(words), codeOf(wordsOf(withoutUnit(text))), codeOf(names)])];
  return whole
    .flatMap(index.codes)
    .map((entry) => ({ ...entry, from: 0, to: lengthOf(words), isExact: true, words: words.length }));
};

/**
 * The longer phrase is what is meant: a “bureau de vote” is no vote, a “lista nominal” no list. Where two concepts have
 * the same words, the one that writes them exactly so goes before the one that only has them in another inflection.
 */
const isInside = (one: Occurrence, other: Occurrence): boolean =>
  one.concept !== other.concept &&
  one.from >= other.from &&
  one.to <= other.to &&
  (one.to - one.from < other.to - other.from || (other.isExact && !one.isExact));

/** What of the words lies between two places, counted in letters. */
const between = (words: readonly string[], from: number, to: number): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const word of words) {
    const piece = word.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== '') pieces.push(piece);
    at += word.length;
  }
  return pieces.join(' ');
};

const hitsOf = (
  found: readonly Occurrence[],
  concepts: Concepts['concepts'],
  words: readonly string[],
): ReadonlyMap<ConceptId, Hit> => {
  const length = lengthOf(words);
  const hits = new Map<ConceptId, Hit>();
  for (const one of found) {
    if (concepts[one.concept]?.isTopic !== true && found.some((other) => isInside(one, other))) continue;
    const { concept, written } = one;
    const cover = (one.to - one.from) / length;
    if (cover <= (hits.get(concept)?.cover ?? 0)) continue;
    const [before, after] = [between(words, 0, one.from), between(words, one.to, length)];
    hits.set(concept, { concept, cover, phrase: written, words: one.words, before, after });
  }
  return hits;
};

const memory = 20_000;

/**
 * Makes a finder of the concepts. A text is a header, a value, a title or a line, not a whole document: concepts that
 * rule one another out do so within it.
 */
export const finderOf = (vocabulary: Concepts): Finder => {
  const before = finders.get(vocabulary.concepts);
  if (before !== undefined) return before;
  const finder = makeFinder(vocabulary);
  finders.set(vocabulary.concepts, finder);
  return finder;
};

/** One finder for each vocabulary: making it reads thousands of phrases. */
const finders = new WeakMap<Concepts['concepts'], Finder>();

const makeFinder = ({ concepts }: Concepts): Finder => {
  const index = lookupIn(concepts);
  const known = new Map<string, readonly Hit[]>();
  const look = (text: string): readonly Hit[] => {
    const words = wordsOf(text);
    const found = [
      ...lookSpaced(index, words),
      ...(isUnspaced(text) ? lookUnspaced(index, words.join('')) : []),
      ...lookWhole(index, text, words),
    ];
    if (found.length === 0) return [];
    const hits = hitsOf(found, concepts, words);
    return [...hits.values()].filter(({ concept }) => !concepts[concept]?.unless?.some((other) => hits.has(other)));
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const hits = look(text);
    if (known.size < memory) known.set(text, hits);
    return hits;
  };
};
