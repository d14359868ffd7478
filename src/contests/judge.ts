import type { CriterionFinding, Ground } from '../model/check.ts';
import type { ContestSight, ContestsSeen } from '../model/contest.ts';
import { inWords } from './words.ts';

const named = (sights: readonly ContestSight[]): string =>
  inWords(sights.map(({ name, election }) => `${name} (${election?.to})`));

/** `House of Representatives: 40 of 92`. */
const partOf = ({ name, counted }: ContestSight): string => `${name}: ${counted?.shown} of ${counted?.units}`;

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

const reasonOf = ({ missing, seats }: Lacking): string =>
  missing.length > 0 ? 'contest-missing' : seats.length > 0 ? 'seats-not-votes' : 'units-missing';

const toldOf = ({ missing, seats, parts }: Lacking, answer: CriterionFinding['answer']): string =>
  [
    missing.length === 0 ? '' : `nothing ${answer === 'No' ? 'is' : 'was seen that is'} of ${named(missing)}`,
    seats.length === 0 ? '' : `what is counted sums to the seats of ${named(seats)} and is no votes`,
    parts.length === 0 ? '' : `units are shown in part (${parts.map(partOf).join('; ')})`,
  ]
    .filter((text) => text !== '')
    .join('; ');

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
    ...finding,
    answer,
    reason: reasonOf(lacking),
    says: `${finding.label}: ${answer}, ${toldOf(lacking, answer)}.`,
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
    ...finding,
    answer: 'Unsure',
    reason: 'fewer-than-units',
    says: `${finding.label}: Unsure, the data has fewer rows than the ${counted?.units} units of ${name}.`,
    where: [tooFewStations],
  };
};
