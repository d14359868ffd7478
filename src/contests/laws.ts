import type { Day } from '../model/basics.ts';
import type { Contest, ElectoralLaw, Tier } from '../model/contest.ts';

/** The rules by which a contest is filled on a day; null where they are not known. */
export const lawOn = ({ laws }: Contest, day: Day): ElectoralLaw | null =>
  laws.find(({ from, to }) => (from ?? day) <= day && day <= (to ?? day)) ?? null;

/** Do voters fill it? Where nothing is known of its seats, they do if an office is listed without rules. */
export const isDirect = ({ laws }: Contest): boolean =>
  laws.length === 0 || laws.some(({ direct }) => direct !== null && direct > 0);

/** Are these all the units there are? Only where their seats make up all that voters fill. */
const isWhole = ({ direct, tiers }: ElectoralLaw): boolean =>
  tiers.length > 0 &&
  tiers.every(({ seats }) => seats !== null) &&
  tiers.reduce((sum, { seats }) => sum + (seats ?? 0), 0) === direct;

/** A number of units that a file of the contest may have one row or more for. */
export interface UnitCount {
  readonly units: number;
  /** Are the numbers read in a source, and are they all the units of the tiers they name? */
  readonly isStated: boolean;
  readonly tiers: readonly Tier[];
}

const countOf = (tiers: readonly Tier[]): UnitCount => ({
  units: tiers.reduce((sum, { units }) => sum + units, 0),
  isStated: tiers.every(({ basis }) => basis === 'stated'),
  tiers,
});

/** Fewer units than these make no districts whose rows could be counted. */
const leastUnits = 2;

/**
 * The numbers of units that results of the contest may be given for: those of each tier, and of all together where all are
 * known. None for an election that fills a part of the seats, since which of the units vote then is not known.
 */
export const unitCounts = ({ renewal }: Contest, law: ElectoralLaw): readonly UnitCount[] => {
  if (renewal === 'partial') return [];
  const all = isWhole(law) && law.tiers.length > 1 ? [law.tiers] : [];
  const counts = [...law.tiers.map((tier) => [tier]), ...all].map(countOf);
  return counts.filter(({ units }) => units >= leastUnits);
};

/** The sums that a column has which holds the seats of a contest: those of each tier, of all that voters fill, of all. */
export const seatSums = ({ seats, direct, tiers }: ElectoralLaw): readonly number[] =>
  [
    ...new Set([seats, direct, ...tiers.map((tier) => tier.seats)].filter((sum) => sum !== null && sum > 1)),
  ] as readonly number[];
