import type { CriterionFinding, Ground } from '../model/check.ts';
import type { ContestSight, ContestsSeen } from '../model/contest.ts';
import type { Args, Sentence } from '../model/sentence.ts';
import { type ContestReason, sayFinding } from './words.ts';

/** A contest and the day it was decided. */
const named = ({ name, election }: ContestSight): Sentence => ({
  reason: 'contest',
  args: { name, day: election?.to ?? '' },
});

/** How many of the units of a contest are there: 40 of 92. */
const partOf = ({ name, counted }: ContestSight): Sentence => ({
  reason: 'units',
  args: { name, shown: counted?.shown ?? 0, of: counted?.units ?? 0 },
});

const groundsOf = (seats: readonly ContestSight[], parts: readonly ContestSight[]): readonly Ground[] => [
  ...seats.flatMap(({ seatsInstead }) => (seatsInstead === null ? [] : [seatsInstead])),
  ...parts.flatMap(({ counted }) => (counted === null ? [] : [counted.ground])),
];

/** What keeps the votes of all contests from being shown. */
interface Lacking {
  /** Nothing of them was seen. */
  readonly missing: readonly ContestSight[];
  /** Their tables hold seats. */
  readonly seats: readonly ContestSight[];
  /** Their tables hold some of their units. */
  readonly parts: readonly ContestSight[];
}

const lackingIn = (all: readonly ContestSight[], isAllSeen: boolean): Lacking => {
  const contests = all.filter(({ election }) => election !== null);
  const isSeats = ({ seatsInstead }: ContestSight): boolean => seatsInstead !== null;
  return {
    // Beside others of its election it may be in a file that was not read; once all were read, it is not.
    missing: contests.filter(({ seen }) => seen === null || (seen.how === 'together' && isAllSeen)),
    seats: contests.filter(isSeats),
    parts: contests.filter((one) => !isSeats(one) && one.counted?.extent === 'part'),
  };
};

const reasonOf = ({ missing, seats }: Lacking): ContestReason =>
  missing.length > 0 ? 'contest-missing' : seats.length > 0 ? 'seats-not-votes' : 'units-missing';

const argsOf = ({ missing, seats, parts }: Lacking): Args => ({
  missing: missing.map(named),
  seats: seats.map(named),
  parts: parts.map(partOf),
});

/** A finding with another answer, which its sentence says. */
const changed = (
  finding: CriterionFinding,
  { answer, reason, args }: Pick<CriterionFinding, 'answer' | 'args'> & { readonly reason: ContestReason },
): CriterionFinding => ({
  ...finding,
  ...{ answer, reason, args, says: sayFinding(finding.label, answer, { reason, args }) },
});

/**
 * What becomes of a Yes for the votes of all major national contests. It is taken back where one contest is nowhere, where
 * tables sum to the seats, or where only a part of the units is there; and it becomes a No only where all was seen, every file
 * says which contest it is of, and the number of units was read in a source. Null where the Yes stands.
 */
export const judgeContests = (
  finding: CriterionFinding,
  { contests, isUnderstood }: ContestsSeen,
  isAllSeen: boolean,
): CriterionFinding | null => {
  if (finding.answer !== 'Yes') return null;
  const lacking = lackingIn(contests, isAllSeen);
  const { missing, seats, parts } = lacking;
  if (missing.length + seats.length + parts.length === 0) return null;
  const isShown = contests.some(({ seen }) => seen?.how === 'data');
  const isStated = parts.every(({ counted }) => counted?.isStated === true);
  const answer = isAllSeen && isUnderstood && isShown && isStated ? 'No' : 'Unsure';
  return {
    ...changed(finding, { answer, reason: reasonOf(lacking), args: argsOf(lacking) }),
    where: [...groundsOf(seats, parts), ...finding.where],
  };
};

/**
 * What becomes of a Yes for results by station: where results cover all units of a contest and the tables of stations have fewer
 * rows than there are units, what is called a station is none. Null where the Yes stands.
 */
export const judgeStations = (finding: CriterionFinding, { contests }: ContestsSeen): CriterionFinding | null => {
  const found = contests.find(({ counted, tooFewStations }) => counted?.extent === 'whole' && tooFewStations !== null);
  if (finding.answer !== 'Yes' || !found?.tooFewStations) return null;
  const { name, counted, tooFewStations } = found;
  return {
    ...changed(finding, { answer: 'Unsure', reason: 'fewer-than-units', args: { name, of: counted?.units ?? 0 } }),
    where: [tooFewStations],
  };
};
