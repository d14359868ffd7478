import type { Contest, ElectoralLaw } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import type { Misfit } from './schemas.ts';

const seatsOf = ({ tiers }: ElectoralLaw): number => tiers.reduce((sum, { seats }) => sum + (seats ?? 0), 0);

const ofLaws = ({ laws }: Contest, at: string): readonly Misfit[] =>
  laws.flatMap((law, index): readonly Misfit[] => {
    const before = laws[index - 1];
    const overlaps = before !== undefined && (before.to === null || law.from === null || law.from <= before.to);
    const isTooMany = law.direct !== null && seatsOf(law) > law.direct;
    return [
      ...(overlaps
        ? [{ at: `${at}/laws/${index}/from`, says: 'rules must follow one another, the oldest first' }]
        : []),
      ...(isTooMany
        ? [{ at: `${at}/laws/${index}/tiers`, says: `its seats are more than the ${law.direct} that voters fill` }]
        : []),
    ];
  });

const ofElections = ({ elections, next }: Contest, at: string): readonly Misfit[] => {
  const unordered = elections.flatMap(({ from, day }, index) => {
    const before = elections[index - 1]?.day ?? '';
    return (from ?? day) > day || (from ?? day) <= before
      ? [{ at: `${at}/elections/${index}`, says: 'elections must follow one another, and end after they begin' }]
      : [];
  });
  const isBehind = next !== undefined && next <= (elections.at(-1)?.day ?? '').slice(0, next.length);
  return [
    ...unordered,
    ...(isBehind ? [{ at: `${at}/next`, says: 'the next election must come after the last that was held' }] : []),
  ];
};

/** What does not fit together in the contests of a place: ids used twice, rules that overlap, days out of order. */
export const contestMisfits = ({ contests = [] }: Place): readonly Misfit[] => {
  const ids = contests.map(({ id }) => id);
  return contests.flatMap((contest, index) => {
    const at = `/contests/${index}`;
    const isTwice = ids.indexOf(contest.id) < index;
    return [
      ...(isTwice ? [{ at: `${at}/id`, says: `${contest.id} is there twice` }] : []),
      ...ofLaws(contest, at),
      ...ofElections(contest, at),
    ];
  });
};
