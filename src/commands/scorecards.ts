import { rescore } from '../audit/rescore.ts';
import type { Edition } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Scorecard } from '../model/scorecard.ts';
import type { Store } from '../reviews/index.ts';
import { scoredEntry } from '../reviews/scored.ts';
import { type OpenScorecard, openScorecard } from '../score/index.ts';
import { countingRules } from './counting.ts';
import { titlesOf } from './published-names.ts';
import type { Shell } from './shell.ts';
import { breathing, reviewsOf, type Side } from './sides.ts';
import { editionOf } from './subject.ts';

/** Adds reviews up while they pass by. */
export interface Count {
  /** Counts a review and hands it on, under the edition of the scorecard where one was asked for. */
  readonly take: (review: Review) => Review;
  /** Counts a review of a neighbouring year that entries of this one are ranked among. */
  readonly compete: (review: Review) => void;
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

/**
 * Counts the reviews of one side. Without an edition asked for, the first review's edition counts; reviews of others
 * count as they are, and the caller is told by `editions`.
 */
export const countReviews = (year: number | null, asked: string | undefined, shell: Shell): Count => {
  const met = new Set<string>();
  const titles = titlesOf(shell.criteria);
  const names = { place: (id: string) => titles.place(id).name, category: titles.category };
  const wanted = asked === undefined ? undefined : editionOf(asked, shell);
  let card: OpenScorecard | undefined;
  let edition: Edition | undefined = wanted;
  const open = (review: Review): OpenScorecard => {
    edition ??= editionOf(review.edition, shell);
    return openScorecard(edition, year ?? review.year, names);
  };
  return {
    take: (review) => {
      const own = wanted === undefined ? review : underEdition(review, wanted, shell);
      met.add(own.edition);
      card ??= open(own);
      const entry = scoredEntry(own);
      if (entry !== null) card.add(entry);
      return own;
    },
    compete: (review) => {
      const entry = scoredEntry(review);
      if (entry !== null) card?.compete(entry);
    },
    close: () => {
      if (card === undefined) throw new UserError('There is no review to count: import or audit some first.');
      return card.close();
    },
    editions: () => [...met].sort(),
  };
};

/**
 * Reviews of the years beside one that its entries were ranked among when the index was published: an entry that was
 * carried forward bears its old year and competes there.
 */
export function* competitorsOf(store: Store, edition: Edition, year: number, shell: Shell): Generator<Review> {
  if (edition.scorecard.rankEntriesWithin !== 'printed-year' || edition.year !== year) return;
  for (const beside of [year - 1, year + 1]) {
    for (const review of reviewsOf(store, { year: beside }, shell)) {
      if (beside < year || review.published?.['year'] === String(year)) yield review;
    }
  }
}

/** The scorecard of one side: the file as it is, or its reviews added up. */
export const cardOf = async (side: Side, asked: string | undefined, shell: Shell): Promise<Scorecard> => {
  if (side.kind === 'scorecard') return side.card;
  const count = countReviews(side.year, asked, shell);
  for await (const review of breathing(side.reviews(), shell)) count.take(review);
  return count.close();
};
