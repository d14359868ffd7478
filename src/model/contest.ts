import type { Day, Localised, NonEmpty } from './basics.ts';
import type { Ground } from './ground.ts';

/* What voters of a place decide, as `contests` of its file says: chambers and offices, how they are filled, and when. */

/** Kinds of units that voters decide in. */
export const tierKinds = ['single-member', 'multi-member', 'regional', 'nationwide'] as const;

/** Constituencies of one kind, in which some of the seats are filled. */
export interface Tier {
  /** `regional` ones lie over others, as lists of regions beside local districts do. */
  readonly kind: (typeof tierKinds)[number];
  readonly units: number;
  /** Seats that are filled in all of its units together; null where that is not known. */
  readonly seats: number | null;
  /** Per cent of the votes that a list needs. */
  readonly threshold?: number;
  /** Read in the source, or derived from the number of seats: a derived number is a hint, and never the ground of a No. */
  readonly basis: 'stated' | 'derived';
}

/** How a chamber or office is filled, for as long as the rules hold. */
export interface ElectoralLaw {
  /** First day; null where it is not known. */
  readonly from: Day | null;
  /** Last day; null where the rules still hold, as far as is known. */
  readonly to: Day | null;
  readonly seats: number | null;
  /** Seats that voters fill: 0 where others elect or appoint, null where it is not known. */
  readonly direct: number | null;
  /** Empty where they are not known. Tiers whose seats do not sum to `direct` are not all there are. */
  readonly tiers: readonly Tier[];
  readonly source?: string;
  readonly because?: string;
  readonly doubt?: string;
}

/** An election that was held. */
export interface Election {
  /** The last day of voting. */
  readonly day: Day;
  /** The first one, where there were several days or rounds. */
  readonly from?: Day;
}

/** A chamber of a parliament, or the head of state. */
export interface Contest {
  readonly id: string;
  /** `parliament` has one chamber; `lower` and `upper` are the two of another. */
  readonly kind: 'parliament' | 'lower' | 'upper' | 'president';
  readonly names: Localised;
  /** What those who elect it call it, in whatever language. */
  readonly native: readonly string[];
  /** An election fills a part of the seats. */
  readonly renewal?: 'partial';
  readonly laws: readonly ElectoralLaw[];
  readonly elections: readonly Election[];
  /** When the next election is due: a year, a month or a day. */
  readonly next?: string;
  /** ISO 8601 duration of a full term. */
  readonly term?: string;
  readonly source: string;
  readonly because?: string;
  readonly doubt?: string;
}

/** An election that the contests of a place do not know of yet. */
export interface KnownElection extends Election {
  /** The chamber or office. */
  readonly name: string;
  readonly source: string;
}

/** A national election, of one contest or several at a time. */
export interface NationalElection {
  /** First and last day of voting; of one that is only due, of the time in which it is. */
  readonly from: Day;
  readonly to: Day;
  /** What was elected: `House of Representatives and President`. */
  readonly name: string;
}

/** The national elections of a place, as far as they are known. */
export interface Calendar {
  /** Those that were held, the oldest first. */
  readonly held: readonly NationalElection[];
  /** The next of each contest, when it is due; whether and when it was held is not known. */
  readonly due: readonly NationalElection[];
  /** From this day on none is left out, but for those that came too late to be known; null where nothing is known. */
  readonly knownFrom: Day | null;
}

/** How many of its units the rows of a contest are for. */
export interface CountedUnits {
  /** Different units in the data. */
  readonly shown: number;
  /** Units that the law gives. */
  readonly units: number;
  /** `finer` where the data has more units than the law gives, `open` where it can be neither. */
  readonly extent: 'whole' | 'part' | 'finer' | 'open';
  /** Was the number of the law read in a source? A derived one is a hint. */
  readonly isStated: boolean;
  readonly ground: Ground;
}

/** A contest that results are asked for, and what was seen of it. */
export interface ContestSight {
  readonly id: string;
  readonly name: string;
  /** Its newest election that is known to have been held; null where none up to the day is, and nothing is asked of it. */
  readonly election: { readonly from: Day; readonly to: Day } | null;
  /** Where the next one was due by now, too: when; null where it was not. */
  readonly due: string | null;
  /** Its units by their kinds; empty where they are not known. */
  readonly tiers: readonly Pick<Tier, 'kind' | 'units'>[];
  /**
   * In the data; offered beside it, officially and under a title that names it; or `together` with others of its election, of
   * which the data has a column of offices that names two or more. Null where it was seen in no way.
   */
  readonly seen: { readonly how: 'data' | 'offered' | 'together'; readonly grounds: NonEmpty<Ground> } | null;
  readonly counted: CountedUnits | null;
  /** Where the tables sum to the seats of the contest, and so hold no votes; null where they do not. */
  readonly seatsInstead: Ground | null;
  /** A table of stations that has fewer rows than there are units; null where there is none. */
  readonly tooFewStations: Ground | null;
}

/** The contests that results are asked for. */
export interface ContestsSeen {
  readonly contests: NonEmpty<ContestSight>;
  /** Does every file of data say which contest it is of? Only then can a contest be said to be missing. */
  readonly isUnderstood: boolean;
}
