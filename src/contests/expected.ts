import type { Day } from '../model/basics.ts';
import type { Contest, Election, ElectoralLaw } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import { directContests, electionsOf } from './elections.ts';
import { lawOn } from './laws.ts';

/** A contest that results are asked for, at its newest election. */
export interface Expected {
  readonly contest: Contest;
  readonly election: Election;
  /** The rules of that election; null where they are not known. */
  readonly law: ElectoralLaw | null;
}

/**
 * The contests that voters of a place decide, each at its newest election up to a day; those alone that were decided last where
 * only the newest are asked for. One without a known election up to then is left out: whether there was one is not known.
 */
export const expectedContests = (
  place: Pick<Place, 'contests' | 'elections'>,
  asOf: Day,
  which: 'all' | 'newest',
): readonly Expected[] => {
  const all = directContests(place).flatMap((contest): readonly Expected[] => {
    const election = electionsOf(contest, place)
      .filter(({ day }) => day <= asOf)
      .at(-1);
    return election === undefined ? [] : [{ contest, election, law: lawOn(contest, election.day) }];
  });
  const newest =
    all
      .map(({ election }) => election.from ?? election.day)
      .sort()
      .at(-1) ?? '';
  return which === 'all' ? all : all.filter(({ election }) => election.day >= newest);
};
