import type { Contest } from '../model/contest.ts';
import { comparable } from '../text/fold.ts';

/** The name a reader knows a contest by. */
export const nameOf = ({ names }: Contest): string => names['en'] ?? Object.values(names)[0] ?? '';

/** Everything a contest is called. */
export const allNamesOf = ({ names, native }: Contest): readonly string[] => [...Object.values(names), ...native];

/** Words shorter than this tell no contest from another: `of`, `the`, `des`. */
const shortestWord = 4;
/** `presidential` begins as `president` does. */
const sameBeginning = 6;

const wordsOf = (name: string): readonly string[] =>
  comparable(name)
    .split(' ')
    .filter((word) => word.length >= shortestWord);

const isAlike = (one: string, other: string): boolean =>
  one === other ||
  (one.length >= sameBeginning &&
    other.length >= sameBeginning &&
    one.slice(0, sameBeginning) === other.slice(0, sameBeginning));

const shared = (name: string, contest: Contest): number =>
  Math.max(
    ...allNamesOf(contest).map((own) => {
      if (comparable(own) === comparable(name)) return Number.POSITIVE_INFINITY;
      const theirs = wordsOf(own);
      return wordsOf(name).filter((word) => theirs.some((other) => isAlike(word, other))).length;
    }),
  );

/**
 * The contest that a person means by a name: the one that is called so, else the one that shares more of its words than
 * any other does. Null where none or several do.
 */
export const contestNamed = (name: string, contests: readonly Contest[]): Contest | null => {
  const ranked = contests
    .map((contest) => ({ contest, words: shared(name, contest) }))
    .sort((one, other) => other.words - one.words);
  const [first, second] = ranked;
  return first !== undefined && first.words > (second?.words ?? 0) ? first.contest : null;
};
