import type { Day } from '../model/basics.ts';
import type { Calendar, Contest, Election, KnownElection, NationalElection } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import { listed } from '../text/lists.ts';
import { plus } from '../time/duration.ts';
import type { Period } from '../time/period.ts';
import { readPeriod } from '../time/written.ts';
import { isDirect } from './laws.ts';
import { contestNamed, nameOf } from './names.ts';

type Contests = Pick<Place, 'contests' | 'elections'>;

/** The contests that voters decide. */
export const directContests = ({ contests = [] }: Contests): readonly Contest[] => contests.filter(isDirect);

const added = (contest: Contest, { contests = [], elections = [] }: Contests): readonly Election[] =>
  elections.filter(({ name }) => contestNamed(name, contests) === contest);

/** Elections of a contest in the order of time, with those that the place knows besides. */
export const electionsOf = (contest: Contest, place: Contests): readonly Election[] =>
  [...contest.elections, ...added(contest, place)].sort((one, other) => (one.day < other.day ? -1 : 1));

const firstDay = ({ from, day }: Election): Day => from ?? day;

const national = (election: Election, name: string): NationalElection => ({
  from: firstDay(election),
  to: election.day,
  name,
});

/** The days of a year, a month or a day of the place file. */
const daysOf = (due: string): Period => readPeriod(due, { order: null, monthOf: null }) ?? { from: due, to: due };

/** Votes on neighbouring days, or in rounds that overlap, are one election of all that was elected. */
const joined = (elections: readonly NationalElection[]): readonly NationalElection[] => {
  const sorted = [...elections].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const groups: NationalElection[][] = [];
  for (const election of sorted) {
    const group = groups.at(-1);
    const isSame = group?.some(({ to }) => election.from <= to) ?? false;
    if (isSame) group?.push(election);
    else groups.push([election]);
  }
  return groups.map((group) => ({
    from: group[0]?.from ?? '',
    to:
      group
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
    name: listed([...new Set(group.map(({ name }) => name))]),
  }));
};

/** When the next election of a contest is due: as its source says, else at the end of a term. None once a newer one is known. */
export const dueOf = (contest: Contest, place: Contests): readonly NationalElection[] => {
  const newest = contest.elections.at(-1);
  if (newest === undefined || added(contest, place).some(({ day }) => day > newest.day)) return [];
  const { next, term, renewal } = contest;
  const atTheEnd = term === undefined || renewal !== undefined ? undefined : plus(newest.day, term);
  const due = next ?? atTheEnd;
  return due === undefined ? [] : [{ ...daysOf(due), name: nameOf(contest) }];
};

/** An election that is due may be one that the place knows under a name of its own. */
const isKnown = (due: NationalElection, known: readonly NationalElection[]): boolean =>
  known.some(({ from, to }) => from <= due.to && due.from <= to);

/** The national elections of a place: of the contests that voters decide, and those that are known besides. */
export const calendarOf = (place: Contests): Calendar => {
  const direct = directContests(place);
  const { contests = [], elections = [] } = place;
  const own = direct.flatMap((contest) =>
    electionsOf(contest, place).map((election) => national(election, nameOf(contest))),
  );
  // What a person calls a national election is one, also of a chamber that voters are not known to elect.
  const isOther = ({ name }: KnownElection): boolean => {
    const contest = contestNamed(name, contests);
    return contest === null || !direct.includes(contest);
  };
  const others = elections.filter(isOther).map((election) => national(election, election.name));
  const firsts = direct.map(({ elections: [first] }) => (first === undefined ? null : firstDay(first)));
  const isComplete = firsts.length > 0 && !firsts.includes(null);
  return {
    held: joined([...own, ...others]),
    due: joined(direct.flatMap((contest) => dueOf(contest, place)).filter((due) => !isKnown(due, others))),
    knownFrom: isComplete ? ([...firsts].sort().at(-1) ?? null) : null,
  };
};
