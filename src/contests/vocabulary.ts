import type { Contest } from '../model/contest.ts';
import { allNamesOf } from './names.ts';
import { finderOf, type PhraseShare, phrasesOf, type Words } from './phrases.ts';

/** The file `criteria/vocabulary/contests`. */
export interface ContestWords {
  readonly kinds: Readonly<Record<'president' | 'lower' | 'upper', Words>>;
  readonly other: Words;
  readonly results: Words;
  readonly votes: Words;
  readonly constituency: Words;
  readonly station: Words;
}

/** Finders of the words that contests and their units are called by. */
export interface Vocabulary {
  readonly kinds: Readonly<Record<Contest['kind'], PhraseShare>>;
  readonly isOther: (text: string) => boolean;
  readonly speaksOfResults: (text: string) => boolean;
  readonly isVotes: (header: string) => boolean;
  readonly isConstituency: (header: string) => boolean;
  readonly isStation: (header: string) => boolean;
}

const found = (words: Words): ((text: string) => boolean) => {
  const find = finderOf(phrasesOf(words));
  return (text) => find(text) > 0;
};

/** Opens the vocabulary. A parliament of one chamber is called as a lower chamber is. */
export const vocabularyOf = ({ kinds, other, results, votes, constituency, station }: ContestWords): Vocabulary => {
  const [president, lower, upper] = [kinds.president, kinds.lower, kinds.upper].map((words) =>
    finderOf(phrasesOf(words)),
  ) as [PhraseShare, PhraseShare, PhraseShare];
  return {
    kinds: { president, lower, upper, parliament: lower },
    isOther: found(other),
    speaksOfResults: found(results),
    isVotes: found(votes),
    isConstituency: found(constituency),
    isStation: found(station),
  };
};

/** Tells which of some contests a text names. */
export type Naming = (text: string) => readonly Contest[];

/**
 * Tells which contests a text names, by their own names or by what elections of their kind are called. A text that names an
 * election of another body names none: a state has senators, too. `atLeast` is the share of the text that the name must cover.
 */
export const namingOf = (contests: readonly Contest[], { kinds, isOther }: Vocabulary, atLeast = 0): Naming => {
  const finders = contests.map((contest) => ({
    contest,
    own: finderOf(allNamesOf(contest)),
    kind: kinds[contest.kind],
  }));
  return (text) =>
    isOther(text)
      ? []
      : finders
          .filter(({ own, kind }) => {
            const cover = Math.max(own(text), kind(text));
            return cover > 0 && cover >= atLeast;
          })
          .map(({ contest }) => contest);
};
