import type { ConceptId, Concepts } from '../../model/content.ts';
import { isUnspaced, withoutDigits, wordsOf } from '../words.ts';

/* How near a header comes to the phrases of a vocabulary that it does not name: shortened, joined, misspelt or inflected words. */

/** How near a text is to each concept, 0 to 1; concepts that are far are left out. */
export type Nearness = (text: string) => ReadonlyMap<ConceptId, number>;

interface Phrase {
  readonly concept: ConceptId;
  readonly words: readonly string[];
}

/** Shorter beginnings are those of too many words. */
const shortestStart = 3;
const shortestPart = 5;
const shortestAlike = 4;
const leastAlike = 0.6;
const leastNear = 0.3;
/** Words of a header that are compared; a longer one is a sentence. */
const mostWords = 12;
const memory = 5_000;

/** A single letter begins too many words. */
const isTelling = (word: string): boolean => word.length > 1;

const pairsOf = (word: string): readonly string[] => {
  const marked = ` ${word} `;
  const pairs: string[] = [];
  for (let at = 0; at + 3 <= marked.length; at += 1) {
    const pair = marked.slice(at, at + 3);
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
};

/** `amt` for `amount`, `nbr` for `number`: its letters in order, the first one the same, the vowels gone. */
const isSkeleton = (short: string, long: string): boolean => {
  if (short.length < 3 || short.length > 4 || short.length >= long.length || /[aeiou]/.test(short.slice(1)))
    return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
};

/** How alike two words are that are not the same, 0 to 1; `common` is how many runs of three letters they share. */
const alike = (written: string, known: string, common: number): number => {
  if (written.length >= shortestStart && known.startsWith(written)) return 0.8;
  if (known.length >= shortestPart && written.includes(known)) return 0.85;
  if (known.length >= shortestPart && written[0] === known[0] && isSkeleton(written, known)) return 0.6;
  if (written.length < shortestAlike || known.length < shortestAlike) return 0;
  const share = (2 * common) / (written.length + known.length);
  return share >= leastAlike ? share : 0;
};

const add = <T>(index: Map<string, T[]>, key: string, entry: T): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entry]);
  else list.push(entry);
};

/** Finds the known words that a written one is like. */
const likesOf = (known: readonly string[]): ((word: string) => ReadonlyMap<string, number>) => {
  const byPair = new Map<string, string[]>();
  const byLetter = new Map<string, string[]>();
  for (const word of known) {
    for (const pair of pairsOf(word)) add(byPair, pair, word);
    add(byLetter, word[0] ?? '', word);
  }
  const kept = new Map<string, ReadonlyMap<string, number>>();
  return (word) => {
    const before = kept.get(word);
    if (before !== undefined) return before;
    const common = new Map<string, number>();
    for (const pair of pairsOf(word)) {
      for (const other of byPair.get(pair) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    }
    if (word.length <= 4)
      for (const other of byLetter.get(word[0] ?? '') ?? []) common.set(other, common.get(other) ?? 0);
    const found = new Map<string, number>();
    for (const [other, shared] of common) {
      const share = other === word ? 1 : alike(word, other, shared);
      if (share > 0) found.set(other, share);
    }
    if (kept.size < memory) kept.set(word, found);
    return found;
  };
};

const phrasesOf = ({ concepts }: Concepts): readonly Phrase[] =>
  Object.entries(concepts)
    .flatMap(([concept, { words, codes = [] }]) =>
      [...Object.values(words).flat(), ...codes].map((written) => ({
        concept,
        words: wordsOf(written.replaceAll('*', '')).filter(isTelling),
      })),
    )
    .filter(({ words }) => words.length > 0);

/** Words that phrases of many concepts share say little of which one is meant. */
const weightsOf = (phrases: readonly Phrase[]): ReadonlyMap<string, number> => {
  const concepts = new Map<string, Set<ConceptId>>();
  for (const { concept, words } of phrases) {
    for (const word of words) concepts.set(word, (concepts.get(word) ?? new Set()).add(concept));
  }
  return new Map([...concepts].map(([word, { size }]) => [word, 1 / size]));
};

const meanOf = (shares: readonly number[], weights: readonly number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : shares.reduce((sum, share, at) => sum + share * (weights[at] ?? 0), 0) / all;
};

/** How far a phrase is in a header: how much of the phrase is there, less where the header says more besides. */
const shareOf = (
  phrase: Phrase,
  header: readonly ReadonlyMap<string, number>[],
  weights: ReadonlyMap<string, number>,
): number => {
  const best = (shares: readonly number[]): number => Math.max(0, ...shares);
  const covered = meanOf(
    phrase.words.map((word) => best(header.map((found) => found.get(word) ?? 0))),
    phrase.words.map((word) => weights.get(word) ?? 0),
  );
  const used = header.map((found) => best(phrase.words.map((word) => found.get(word) ?? 0)));
  return covered * (0.5 + (0.5 * used.reduce((sum, one) => sum + one, 0)) / used.length);
};

const makeNearness = (vocabulary: Concepts): Nearness => {
  const phrases = phrasesOf(vocabulary);
  const weights = weightsOf(phrases);
  const likes = likesOf([...weights.keys()]);
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of phrases) for (const word of new Set(phrase.words)) add(byWord, word, phrase);
  const look = (text: string): ReadonlyMap<ConceptId, number> => {
    const near = new Map<ConceptId, number>();
    const header = wordsOf(text).filter(isTelling).slice(0, mostWords).map(withoutDigits).map(likes);
    if (isUnspaced(text)) return near;
    const tried = new Set(header.flatMap((found) => [...found.keys()].flatMap((word) => byWord.get(word) ?? [])));
    for (const phrase of tried) {
      const share = shareOf(phrase, header, weights);
      if (share >= leastNear && share > (near.get(phrase.concept) ?? 0)) near.set(phrase.concept, share);
    }
    return near;
  };
  const kept = new Map<string, ReadonlyMap<ConceptId, number>>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const near = look(text);
    if (kept.size < memory) kept.set(text, near);
    return near;
  };
};

const made = new WeakMap<Concepts, Nearness>();

/** Measures texts against a vocabulary; made once for each. */
export const nearnessTo = (vocabulary: Concepts): Nearness => {
  const before = made.get(vocabulary) ?? makeNearness(vocabulary);
  made.set(vocabulary, before);
  return before;
};
