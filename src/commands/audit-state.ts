import type { AuditData } from '../audit/data.ts';
import type { Category, Edition, Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import type { SummaryLine, UnfinishedReview } from '../model/summary.ts';
import type { ReviewKey, Store } from '../reviews/index.ts';
import type { AuditOptions } from './audit-options.ts';
import type { Fetching } from './fetching.ts';
import type { DocumentLanguage } from './language.ts';
import type { Progress } from './progress.ts';
import type { Gate } from './regression.ts';
import type { Shell } from './shell.ts';

/** Everything that the reviews of one run have in common. */
export interface Run {
  readonly edition: Edition;
  readonly categories: readonly Category[];
  readonly options: AuditOptions;
  readonly store: Store;
  readonly shell: Shell;
  readonly progress: Progress;
  readonly fetching: Fetching;
  readonly data: AuditData;
  readonly language: DocumentLanguage;
  readonly asOf: string;
  readonly year: number;
  /** What the reviews are held against; null where nothing is. */
  readonly gate: Gate | null;
}

/** What the reviews of a run came to: a line each, so that memory does not grow with their evidence. */
export interface RunOutcome {
  readonly lines: readonly SummaryLine[];
  readonly unfinished: readonly UnfinishedReview[];
  /** The reviews in full, one at a time. */
  readonly reviews: () => Iterable<Review>;
  /** Where those of one place were kept, a sentence each. */
  readonly told: readonly string[];
}

/** Could nothing at all be seen, of all that was asked for? */
export const sawNothing = ({ lines, unfinished }: RunOutcome): boolean =>
  lines.length + unfinished.length > 0 && !lines.some(({ seen }) => seen);

/** Where a review of a run is kept. */
export const keyIn = ({ year }: Pick<Run, 'year'>, place: Place, category: Category): ReviewKey => ({
  ...{ year, place: place.id, category: category.id },
});
