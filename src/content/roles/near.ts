import type { ConceptId, Concepts } from '../../model/content.ts';
import { isUnspaced, withoutDigits, wordsOf } from '../../text/words.ts';
import { runsIn, type WordList } from './runs.ts';
import { type ConceptPhrase, isTelling, usesIn } from './uses.ts';

/* How near a header comes to the phrases of a vocabulary that it does not name: shortened, joined, misspelt or inflected words. */

/** How near a text is to each concept, 0 to 1; concepts that are far are left out. */
export type Nearness = (text: string) => ReadonlyMap<ConceptId, number>;

/** Shorter beginnings are those of too many words. */
const shortestStart = 3;
const shortestPart = 5;
const shortestAlike = 4;
const leastAlike = 0.6;
const leastNear = 0.3;
/** Words of a header that are compared; a longer one is a sentence. */
const mostWords = 12;
const memory = 5_000;

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

/** Finds the known words that a written one is like. */
const likesOf = (lists: readonly WordList[]): ((word: string) => ReadonlyMap<string, number>) => {
  /** A word that several lists have counts once. */
  const among = (words: (list: WordList) => readonly string[]): ReadonlySet<string> => new Set(lists.flatMap(words));
  const kept = new Map<string, ReadonlyMap<string, number>>();
  return (word) => {
    const before = kept.get(word);
    if (before !== undefined) return before;
    const common = new Map<string, number>();
    for (const run of runsIn(word)) {
      for (const other of among((list) => list.holding(run))) common.set(other, (common.get(other) ?? 0) + 1);
    }
    if (word.length <= 4) {
      for (const other of among((list) => list.beginningWith(word.charAt(0))))
        common.set(other, common.get(other) ?? 0);
    }
    const found = new Map<string, number>();
    for (const [other, shared] of common) {
      const share = other === word ? 1 : alike(word, other, shared);
      if (share > 0) found.set(other, share);
    }
    if (kept.size < memory) kept.set(word, found);
    return found;
  };
};

const meanOf = (shares: readonly number[], weights: readonly number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : shares.reduce((sum, share, at) => sum + share * (weights[at] ?? 0), 0) / all;
};

/** How far a phrase is in a header: how much of the phrase is there, less where the header says more besides. */
const shareOf = (
  phrase: ConceptPhrase,
  header: readonly ReadonlyMap<string, number>[],
  weightOf: (word: string) => number,
): number => {
  const best = (shares: readonly number[]): number => Math.max(0, ...shares);
  const covered = meanOf(
    phrase.words.map((word) => best(header.map((found) => found.get(word) ?? 0))),
    phrase.words.map(weightOf),
  );
  const used = header.map((found) => best(phrase.words.map((word) => found.get(word) ?? 0)));
  return covered * (0.5 + (0.5 * used.reduce((sum, one) => sum + one, 0)) / used.length);
};

const makeNearness = (vocabulary: Concepts): Nearness => {
  const uses = usesIn(vocabulary);
  const likes = likesOf(uses.lists);
  const weightOf = (word: string): number => uses.of(word).weight;
  const look = (text: string): ReadonlyMap<ConceptId, number> => {
    if (isUnspaced(text)) return new Map();
    const near = new Map<ConceptId, number>();
    const header = wordsOf(text).filter(isTelling).slice(0, mostWords).map(withoutDigits).map(likes);
    const tried = new Set(header.flatMap((found) => [...found.keys()].flatMap((word) => uses.of(word).phrases)));
    for (const phrase of tried) {
      const share = shareOf(phrase, header, weightOf);
      if (share >= leastNear && share > (near.get(phrase.concept) ?? 0)) near.set(phrase.concept, share);
    }
    return inOrder(near, vocabulary);
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

/** In the order of the vocabulary, whatever the order in which its words were found. */
const inOrder = (near: ReadonlyMap<ConceptId, number>, { concepts }: Concepts): ReadonlyMap<ConceptId, number> =>
  near.size < 2
    ? near
    : new Map(
        Object.keys(concepts).flatMap((id): [ConceptId, number][] => {
          const share = near.get(id);
          return share === undefined ? [] : [[id, share]];
        }),
      );

const made = new WeakMap<Concepts, Nearness>();

/** Measures texts against a vocabulary; made once for each. */
export const nearnessTo = (vocabulary: Concepts): Nearness => {
  const before = made.get(vocabulary) ?? makeNearness(vocabulary);
  made.set(vocabulary, before);
  return before;
};
