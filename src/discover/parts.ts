import { comparable } from '../text/fold.ts';
import { subdivisionIn } from './bodies.ts';
import type { Lens } from './vocabulary.ts';
import type { SearchPhrase } from './words.ts';

/** A title that names a part of the country. */
export interface NamedPart {
  readonly verdict: 'regional' | 'local';
  readonly said: string;
}

interface Word {
  readonly comparable: string;
  /** Written like a name: with a capital. */
  readonly isName: boolean;
}

const wordsOf = (title: string): readonly Word[] =>
  [...title.slice(0, 400).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => ({
    comparable: comparable(word),
    isName: /^\p{Lu}/u.test(word),
  }));

const standsAt = (words: readonly Word[], at: number, parts: readonly string[], isOpen: boolean): boolean =>
  parts.every((part, index) => {
    const word = words[at + index]?.comparable;
    return word === part || (isOpen && index === parts.length - 1 && (word?.startsWith(part) ?? false));
  });

/** "by county", "por municipio", "toutes les communes": a unit of counting, all over the country. */
const isUnit = (words: readonly Word[], at: number, { units }: Lens): boolean =>
  units.some(({ text }) => {
    const parts = text.split(' ');
    return standsAt(words, at - parts.length, parts, false);
  });

/** The little word that ties a name to what it is of: `city of`, `comune di`. */
const tie = /^\p{L}{1,3}$/u;

/** Is a part of the country named here? With a tie, by what follows; without one, by a name beside it. */
const namesPart = (words: readonly Word[], at: number, parts: readonly string[], needsTie: boolean): boolean => {
  const next = words[at + parts.length];
  const isTied = parts.length > 1 && tie.test(parts.at(-1) ?? '');
  if (isTied) return next !== undefined;
  if (needsTie) return false;
  return next?.isName === true || words[at - 1]?.isName === true;
};

const holdsPart = (
  words: readonly Word[],
  { text, isUnspaced, anyEnding }: SearchPhrase,
  lens: Lens,
  needsTie: boolean,
) => {
  if (isUnspaced || text === '') return false;
  const parts = text.split(' ');
  return words.some(
    (_, at) =>
      standsAt(words, at, parts, anyEnding) && !isUnit(words, at, lens) && namesPart(words, at, parts, needsTie),
  );
};

/** So many parts named together are a list of them, not one of them. */
const fewParts = 2;

/**
 * The part of the country that a title is of. A word for parts alone is none: titles count by them ("results by
 * county"), and where the publisher is of the whole country only a named part ("City of Alba") counts.
 */
export const titlePart = (title: string, lens: Lens, isOfNationalBody: boolean): NamedPart | null => {
  const words = wordsOf(title);
  for (const verdict of ['local', 'regional'] as const) {
    const found = lens[verdict].find((phrase) => holdsPart(words, phrase, lens, isOfNationalBody));
    if (found !== undefined) return { verdict, said: found.written };
  }
  const named = subdivisionIn(title, lens);
  return named.length > 0 && named.length <= fewParts ? { verdict: 'regional', said: named[0] ?? '' } : null;
};
