import type { Day } from '../model/basics.ts';
import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Ground } from '../model/check.ts';
import type { Contest, ContestSight, ContestsSeen } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import { dueOf } from './elections.ts';
import { type Expected, expectedContests } from './expected.ts';
import { type ContestFile, contestsOf, type NamedContest, tablesOf } from './named.ts';
import { nameOf } from './names.ts';
import { seatsInstead } from './seats.ts';
import { countedUnits, fewerStations } from './units.ts';
import { namingOf, type Vocabulary } from './vocabulary.ts';

/** Something that the same country offers beside the data, under a title: a dataset of a catalogue, a link of a page. */
export interface ContestOffer {
  readonly evidence: Ground['evidence'];
  readonly title: string;
  /** What stands around it: it dates what bears no year of its own. */
  readonly context: string;
}

/** What the contests are looked for in. */
export interface ContestInput {
  readonly place: Pick<Place, 'contests' | 'elections'>;
  readonly asOf: Day;
  readonly which: 'all' | 'newest';
  readonly files: readonly ContestFile[];
  readonly offers: readonly ContestOffer[];
  readonly vocabulary: Vocabulary;
}

const mostGrounds = 3;

const yearsIn = (text: string): readonly string[] => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];

const yearsOf = (title: string, context: string): readonly string[] => {
  const own = yearsIn(title);
  return own.length > 0 ? own : yearsIn(context);
};

/** Results under a title that names the contest and a year no older than its newest election. */
const offeredIn = ({ contest, election }: Expected, { offers, vocabulary }: ContestInput): readonly Ground[] => {
  if (election === null) return [];
  const naming = namingOf([contest], vocabulary);
  const year = (election.from ?? election.day).slice(0, 4);
  return offers
    .filter(({ title }) => vocabulary.speaksOfResults(title))
    .filter(({ title, context }) => yearsOf(title, context).some((other) => other >= year))
    .filter(({ title }) => naming(title).length > 0)
    .map(({ evidence, title }) => ({ evidence, part: 'title', quote: title.slice(0, 120) }));
};

const grounds = (found: readonly Ground[]): NonEmpty<Ground> | null => {
  const first = found.slice(0, mostGrounds);
  return isNonEmpty(first) ? first : null;
};

/** Offices of one election, two or more of which a file tells apart: it is of the election, not of one of them. */
const leastOffices = 2;

/** Where data tells apart the offices of an election in which a contest was decided, too. */
const togetherIn = (
  { election }: Expected,
  all: readonly Expected[],
  named: readonly NamedContest[],
): readonly Ground[] => {
  const isSame = ({ election: other }: Expected): boolean =>
    election !== null &&
    other !== null &&
    (other.from ?? other.day) <= election.day &&
    (election.from ?? election.day) <= other.day;
  const others = all.filter(isSame).map(({ contest }) => contest);
  const offices = named.filter(({ contest, isOffice }) => isOffice && others.includes(contest));
  return new Set(offices.map(({ contest }) => contest)).size >= leastOffices ? offices.map(({ ground }) => ground) : [];
};

const dueBy = ({ contest }: Expected, { place, asOf }: ContestInput): string | null =>
  dueOf(contest, place).some(({ to }) => to <= asOf) ? (contest.next ?? null) : null;

const seenOf = (
  expected: Expected,
  all: readonly Expected[],
  named: readonly NamedContest[],
  input: ContestInput,
): ContestSight['seen'] => {
  const own = grounds(named.filter(({ contest }) => contest === expected.contest).map(({ ground }) => ground));
  if (own !== null) return { how: 'data', grounds: own };
  const offered = grounds(offeredIn(expected, input));
  if (offered !== null) return { how: 'offered', grounds: offered };
  const together = grounds(togetherIn(expected, all, named));
  return together === null ? null : { how: 'together', grounds: together };
};

const sightOf = (
  expected: Expected,
  all: readonly Expected[],
  named: readonly NamedContest[],
  input: ContestInput,
): ContestSight => {
  const { contest, election, law } = expected;
  const { files, vocabulary } = input;
  const own = new Set(named.filter((one) => one.contest === contest).map(({ ground }) => ground.evidence));
  const tables = files.filter(({ evidence }) => own.has(evidence)).flatMap(tablesOf);
  return {
    id: contest.id,
    name: nameOf(contest),
    election: election === null ? null : { from: election.from ?? election.day, to: election.day },
    due: dueBy(expected, input),
    tiers: (law?.tiers ?? []).map(({ kind, units }) => ({ kind, units })),
    seen: seenOf(expected, all, named, input),
    counted: law === null ? null : countedUnits(contest, law, tables, vocabulary),
    seatsInstead: law === null ? null : seatsInstead(law, tables, vocabulary),
    tooFewStations: law === null ? null : fewerStations(contest, law, tables, vocabulary),
  };
};

const holdsRows = ({ inspection }: ContestFile): boolean =>
  inspection.tables.length > 0 || inspection.text.trim() !== '';

/** A file needs no name where there is but one contest that it can be of. */
const ofTheOnly = ({ evidence, name }: ContestFile, contest: Contest): NamedContest => ({
  ...{ contest, isOffice: false },
  ground: { evidence, part: 'name', quote: name.slice(0, 120) },
});

/** Which of the contests of a place some data is of, how much of each it has, and which are nowhere. Null where none is known. */
export const contestsSeen = (input: ContestInput): ContestsSeen | null => {
  const { place, asOf, which, files, vocabulary } = input;
  const expected = expectedContests(place, asOf, which);
  const [only, ...others] = expected;
  if (only === undefined) return null;
  const contests = expected.map(({ contest }) => contest);
  const byFile = files.filter(holdsRows).map((file) => {
    const named = contestsOf(file, contests, vocabulary);
    return named.length === 0 && others.length === 0 ? [ofTheOnly(file, only.contest)] : named;
  });
  const sights = expected.map((one) => sightOf(one, expected, byFile.flat(), input));
  return isNonEmpty(sights) ? { contests: sights, isUnderstood: byFile.every((named) => named.length > 0) } : null;
};
