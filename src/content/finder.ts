import type { Concept, ConceptId, Concepts } from '../model/content.ts';
import { type Phrase, readPhrase, standsAt } from './phrases.ts';
import { hasPrefixes, isUnspaced, withoutDigits, wordsOf } from './words.ts';

/** A concept found in a text. */
export interface Hit {
  readonly concept: ConceptId;
  /** Share of the text that the words cover, 0 to 1: 1 where the text says nothing else. */
  readonly cover: number;
  /** The phrase or code of the vocabulary that was found. */
  readonly phrase: string;
}

/** Finds concepts in texts. */
export type Finder = (text: string) => readonly Hit[];

interface Entry {
  readonly concept: ConceptId;
  readonly phrase: Phrase;
  readonly written: string;
}

/** Entries are kept under so many letters of their first word, fewer where it has fewer. */
const longestKey = 4;
const unspacedKey = 2;

const add = <T>(index: Map<string, T[]>, key: string, entry: T): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entry]);
  else list.push(entry);
};

interface Index {
  /** By the first letters of the first word. */
  readonly spaced: Map<string, Entry[]>;
  /** Phrases whose first word may begin anyhow. */
  readonly endings: Entry[];
  /** By the first letters, for scripts without blanks. */
  readonly unspaced: Map<string, Entry[]>;
  /** Whole headers, values and keys. */
  readonly codes: Map<string, { readonly concept: ConceptId; readonly written: string }[]>;
}

const place = (index: Index, entry: Entry): void => {
  const { unspaced, words } = entry.phrase;
  const first = words[0];
  if (unspaced !== null) add(index.unspaced, unspaced.slice(0, unspacedKey), entry);
  else if (first?.anyBeginning) index.endings.push(entry);
  else if (first !== undefined) add(index.spaced, first.text.slice(0, longestKey), entry);
};

const indexOf = (concepts: Readonly<Record<ConceptId, Concept>>): Index => {
  const index: Index = { spaced: new Map(), endings: [], unspaced: new Map(), codes: new Map() };
  for (const [concept, { words, codes = [] }] of Object.entries(concepts)) {
    for (const written of codes) add(index.codes, wordsOf(written).join(' '), { concept, written });
    for (const written of Object.values(words).flat()) {
      for (const phrase of readPhrase(written)) place(index, { concept, phrase, written });
    }
  }
  return index;
};

/** What a word may begin with: as written, without digits, without what its script puts before it. */
const beginningsOf = (word: string): readonly string[] => {
  const letters = withoutDigits(word);
  const forms = letters === word ? [word] : [word, letters];
  return hasPrefixes(word) ? [...forms, word.slice(1), word.slice(2), word.slice(3)] : forms;
};

/** The entries whose first word this may be. */
const entriesFor = (index: Index, word: string): readonly Entry[] => {
  const entries: Entry[] = [...index.endings];
  for (const beginning of beginningsOf(word)) {
    for (let length = Math.min(longestKey, beginning.length); length > 0; length -= 1) {
      const found = index.spaced.get(beginning.slice(0, length));
      if (found !== undefined) entries.push(...found);
    }
  }
  return entries;
};

type Found = Map<ConceptId, Omit<Hit, 'concept'>>;

const keep = (found: Found, concept: ConceptId, phrase: string, cover: number): void => {
  if (cover > (found.get(concept)?.cover ?? 0)) found.set(concept, { cover, phrase });
};

const lookSpaced = (index: Index, words: readonly string[], found: Found): void => {
  for (const [at, word] of words.entries()) {
    for (const { concept, phrase, written } of entriesFor(index, word)) {
      if (standsAt(phrase, words, at)) keep(found, concept, written, phrase.words.length / words.length);
    }
  }
};

const lookUnspaced = (index: Index, run: string, found: Found): void => {
  for (let at = 0; at < run.length; at += 1) {
    for (const { concept, phrase, written } of index.unspaced.get(run.slice(at, at + unspacedKey)) ?? []) {
      const text = phrase.unspaced ?? '';
      if (run.startsWith(text, at)) keep(found, concept, written, text.length / run.length);
    }
  }
};

/** A header without what stands in brackets or after a comma, mostly a unit: `CO(GT)`, `F (mg/l)`. */
const withoutUnit = (text: string): string => text.replace(/[([{][^()[\]{}]{0,40}[)\]}]\s*$/, '');

const lookWhole = (index: Index, text: string, words: readonly string[], found: Found): void => {
  for (const whole of new Set([words.join(' '), wordsOf(withoutUnit(text)).join(' ')])) {
    for (const { concept, written } of index.codes.get(whole) ?? []) keep(found, concept, written, 1);
  }
};

const memory = 20_000;

/**
 * Makes a finder of the concepts. A text is a header, a value, a title or a line, not a whole document: concepts that
 * rule one another out do so within it.
 */
export const finderOf = (vocabulary: Concepts): Finder => {
  const before = finders.get(vocabulary);
  if (before !== undefined) return before;
  const finder = makeFinder(vocabulary);
  finders.set(vocabulary, finder);
  return finder;
};

/** One finder for each vocabulary: making it reads thousands of phrases. */
const finders = new WeakMap<Concepts, Finder>();

const makeFinder = ({ concepts }: Concepts): Finder => {
  const index = indexOf(concepts);
  const known = new Map<string, readonly Hit[]>();
  const look = (text: string): readonly Hit[] => {
    const found: Found = new Map();
    const words = wordsOf(text);
    lookSpaced(index, words, found);
    if (isUnspaced(text)) lookUnspaced(index, words.join(''), found);
    lookWhole(index, text, words, found);
    return [...found]
      .filter(([concept]) => !concepts[concept]?.unless?.some((other) => found.has(other)))
      .map(([concept, hit]) => ({ concept, ...hit }));
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const hits = look(text);
    if (known.size < memory) known.set(text, hits);
    return hits;
  };
};
