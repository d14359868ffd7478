import { rescore } from '../audit/rescore.ts';
import type { Edition } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Scorecard, ScoredEntry } from '../model/scorecard.ts';
import { glanceOf, type ReviewGlance, type Store } from '../reviews/index.ts';
import { scoredGlance } from '../reviews/scored.ts';
import { type OpenScorecard, openScorecard } from '../score/index.ts';
import { countingRules } from './counting.ts';
import { titlesOf } from './published-names.ts';
import type { Shell } from './shell.ts';
import { breathing, glancesOf, type Side, type SideGlance } from './sides.ts';
import { editionOf } from './subject.ts';

/** What is counted of a review: its entry, and the edition that it was judged under. */
export interface CountedEntry {
  readonly edition: string;
  readonly year: number;
  /** Null for a review without place or category. */
  readonly entry: ScoredEntry | null;
}

/** Adds entries up while they pass by. */
export interface EntryCount {
  readonly take: (counted: CountedEntry) => void;
  readonly compete: (counted: CountedEntry) => void;
  /** @throws UserError where there was nothing to count. */
  readonly close: () => Scorecard;
  readonly editions: () => readonly string[];
}

/** Adds reviews up while they pass by. */
export interface Count {
  /** Counts a review and hands it on, under the edition of the scorecard where one was asked for. */
  readonly take: (one: SideGlance) => SideGlance;
  /** Counts a review of a neighbouring year that entries of this one are ranked among. */
  readonly compete: (glance: ReviewGlance) => void;
  /** @throws UserError where there was nothing to count. */
  readonly close: () => Scorecard;
  /** Editions that were met. */
  readonly editions: () => readonly string[];
}

/** A review as it is under an edition, which it may have been made under. */
export const underEdition = (review: Review, edition: Edition, shell: Shell): Review =>
  review.edition === edition.id
    ? review
    : rescore(review, editionOf(review.edition, shell), edition, (one) => countingRules(one, shell));

/** Counts entries. Without an edition asked for, the first one's counts; those of others count as they are. */
export const countEntries = (year: number | null, asked: string | undefined, shell: Shell): EntryCount => {
  const met = new Set<string>();
  const titles = titlesOf(shell.criteria);
  const names = { place: (id: string) => titles.place(id).name, category: titles.category };
  let card: OpenScorecard | undefined;
  return {
    take: ({ edition, year: own, entry }) => {
      met.add(edition);
      card ??= openScorecard(editionOf(asked ?? edition, shell), year ?? own, names);
      if (entry !== null) card.add(entry);
    },
    compete: ({ entry }) => {
      if (entry !== null) card?.compete(entry);
    },
    close: () => {
      if (card === undefined) throw new UserError('There is no review to count: import or audit some first.');
      return card.close();
    },
    editions: () => [...met].sort(),
  };
};

const countedGlance = (glance: ReviewGlance): CountedEntry => ({
  edition: glance.edition,
  year: glance.year,
  entry: scoredGlance(glance),
});

/** What is counted of a review. */
export const countedEntry = (review: Review): CountedEntry => countedGlance(glanceOf(review));

/** A review as it is under an edition; only one that was made under another has to be read whole. */
const sideUnder = (one: SideGlance, edition: Edition, shell: Shell): SideGlance => {
  if (one.glance.edition === edition.id) return one;
  const review = underEdition(one.whole(), edition, shell);
  return { glance: glanceOf(review), whole: () => review };
};

/**
 * Counts the reviews of one side. Without an edition asked for, the first review's edition counts; reviews of others
 * count as they are, and the caller is told by `editions`.
 */
export const countReviews = (year: number | null, asked: string | undefined, shell: Shell): Count => {
  const count = countEntries(year, asked, shell);
  const wanted = asked === undefined ? undefined : editionOf(asked, shell);
  return {
    ...count,
    take: (one) => {
      const own = wanted === undefined ? one : sideUnder(one, wanted, shell);
      count.take(countedGlance(own.glance));
      return own;
    },
    compete: (glance) => count.compete(countedGlance(glance)),
  };
};

/** Which years an edition ranks the entries of a year among besides it: those beside its own year, where it ranks by printed year. */
const competingYears = (edition: Edition, year: number): readonly number[] =>
  edition.scorecard.rankEntriesWithin !== 'printed-year' || edition.year !== year ? [] : [year - 1, year + 1];

/** Is an entry of a neighbouring year ranked among those of a year? One before it is; one after it where it bears the year in print. */
const competes = (beside: number, printed: number, year: number): boolean => beside < year || printed === year;

/** Entries of the years beside one that its entries were ranked among. @param entriesOf - the entries of a year */
export const competingEntries = (
  edition: Edition,
  year: number,
  entriesOf: (year: number) => readonly CountedEntry[],
): readonly CountedEntry[] =>
  competingYears(edition, year).flatMap((beside) =>
    entriesOf(beside).filter(({ entry }) => entry !== null && competes(beside, entry.printedYear, year)),
  );

/**
 * Reviews of the years beside one that its entries were ranked among when the index was published: an entry that was
 * carried forward bears its old year and competes there.
 */
export function* competitorsOf(store: Store, edition: Edition, year: number, shell: Shell): Generator<ReviewGlance> {
  for (const beside of competingYears(edition, year)) {
    for (const { glance } of glancesOf(store, beside, shell)) {
      if (competes(beside, glance.printedYear, year)) yield glance;
    }
  }
}

/** The scorecard of one side: the file as it is, or its reviews added up. */
export const cardOf = async (side: Side, asked: string | undefined, shell: Shell): Promise<Scorecard> => {
  if (side.kind === 'scorecard') return side.card;
  const count = countReviews(side.year, asked, shell);
  for await (const one of breathing(side.glances(), shell)) count.take(one);
  return count.close();
};
