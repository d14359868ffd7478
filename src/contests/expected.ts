import type { Day } from '../model/basics.ts';
import type { Contest, Election, ElectoralLaw } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import { directContests, electionsOf } from './elections.ts';
import { lawOn } from './laws.ts';

/** A contest that results are asked for, at its newest election. */
export interface Expected {
  readonly contest: Contest;
  /** Null where none up to the day is known, though there may have been one. */
  readonly election: Election | null;
  /** The rules of that election; null where they are not known. */
  readonly law: ElectoralLaw | null;
}

/**
 * The contests that voters of a place decide, each at its newest election up to a day; those alone that were decided last where
 * only the newest are asked for. Empty where no election up to then is known at all.
 */
export const expectedContests = (
  place: Pick<Place, 'contests' | 'elections'>,
  asOf: Day,
  which: 'all' | 'newest',
): readonly Expected[] => {
  const all = directContests(place).map((contest): Expected => {
    const election = electionsOf(contest, place)
      .filter(({ day }) => day <= asOf)
      .at(-1);
    return { contest, election: election ?? null, law: election === undefined ? null : lawOn(contest, election.day) };
  });
  const begun = all.flatMap(({ election }) => (election === null ? [] : [election.from ?? election.day])).sort();
  const newest = begun.at(-1);
  if (newest === undefined) return [];
  return which === 'all' ? all : all.filter(({ election }) => election !== null && election.day >= newest);
};
