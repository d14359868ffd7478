import { isWordAt } from './letters.ts';
import { earliest, type Matcher, type Span, withoutPlaces } from './matcher.ts';

/*
 * Words that are written out letter for letter are looked for as plain text: an expression of dozens of them would be compiled, and then
 * tried at every letter of a clause.
 */

/** A word, or several with blanks between them. */
export interface WrittenWord {
  /** Never empty. Where it has several parts, any letters of one word may stand between them. */
  readonly parts: readonly [string, ...string[]];
  /** Must a word begin where it begins, and end where it ends? */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Does a word begin or end at this place, as `\b` means it? */
const isEdge = (text: string, at: number): boolean => isWordAt(text, at - 1) !== isWordAt(text, at);

/** The end of the parts but for the first that stands up to `from`, as far on as they reach; -1 where they do not stand there. */
const endOfRest = (text: string, rest: readonly string[], from: number, ends: boolean): number => {
  const [next, ...others] = rest;
  if (next === undefined) return !ends || isEdge(text, from) ? from : -1;
  let furthest = from;
  while (isWordAt(text, furthest)) furthest += 1;
  for (let at = text.lastIndexOf(next, furthest); at >= from; at = text.lastIndexOf(next, at - 1)) {
    const end = endOfRest(text, others, at + next.length, ends);
    if (end !== -1) return end;
  }
  return -1;
};

/** Where the word next stands, from a place on; null where it does not. */
export const nextOf = (
  { parts: [first, ...rest], begins, ends }: WrittenWord,
  text: string,
  from: number,
): Span | null => {
  for (let at = text.indexOf(first, from); at !== -1; at = text.indexOf(first, at + 1)) {
    if (begins && !isEdge(text, at)) continue;
    const end = endOfRest(text, rest, at + first.length, ends);
    if (end !== -1) return { at, end };
  }
  return null;
};

/** Where any of the words stand, none within another, in the order of the text. */
const placesOfAny = (words: readonly WrittenWord[], text: string): readonly Span[] => {
  const own = words.filter(({ parts: [first] }) => text.includes(first));
  let nexts = own.map((word) => nextOf(word, text, 0));
  const found: Span[] = [];
  for (let span = earliest(nexts); span !== null; span = earliest(nexts)) {
    const { end } = span;
    found.push(span);
    nexts = nexts.map((next, at) => {
      const word = own[at];
      return next === null || next.at >= end || word === undefined ? next : nextOf(word, text, end);
    });
  }
  return found;
};

/** Finds any of some words; of those that stand at one place the first of the list. */
export const anyWritten = (words: readonly WrittenWord[]): Matcher => ({
  has: (text) => words.some((word) => nextOf(word, text, 0) !== null),
  first: (text) => earliest(words.map((word) => nextOf(word, text, 0))),
  all: (text) => placesOfAny(words, text),
  without: (text) => withoutPlaces(text, placesOfAny(words, text)),
});
