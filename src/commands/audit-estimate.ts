import type { Review } from '../model/review.ts';
import { sizeOf } from '../render/words.ts';
import type { AuditOptions } from './audit-options.ts';
import { allowanceOf } from './fetching.ts';

/** What one review took. */
export interface ReviewCost {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * Seconds for one request where nothing was measured: the pace of a guest (two at once to a host, a quarter of a second apart)
 * and an ordinary reply.
 */
const secondsForRequest = 1;

/** What a review took, by the moments of its evidence; null where it was not fetched live. */
export const costOf = ({ evidence }: Review): ReviewCost | null => {
  const moments = evidence.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [Date.parse(fetchedAt)]));
  if (moments.length < 2) return null;
  const [first, last] = moments.reduce(
    ([least, most], moment) => [Math.min(least, moment), Math.max(most, moment)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  );
  return { requests: evidence.length, seconds: Math.max(1, (last - first) / 1000) };
};

/** A duration for people: `under a minute`, `12 min`, `5 h`. */
export const duration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return minutes < 1 ? 'under a minute' : minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const counted = (count: number): string => String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** What is left of a walk. */
export interface WalkSize {
  readonly places: number;
  readonly reviews: number;
  readonly done: number;
  /** Reviews that are under way at once. */
  readonly atOnce: number;
}

/**
 * What a walk will take, before it starts: by what the reviews that are there already took, else by what they may take at most.
 */
export const estimate = (
  { places, reviews, done, atOnce }: WalkSize,
  costs: readonly ReviewCost[],
  options: AuditOptions,
): string => {
  const what = `${counted(places)} ${places === 1 ? 'place' : 'places'}, ${counted(reviews)} ${reviews === 1 ? 'review' : 'reviews'} to do${done === 0 ? '' : `, ${counted(done)} done already`}`;
  if (reviews === 0) return `${what}.`;
  if (options.replay !== undefined) return `${what}; from archives, without a request.`;
  const { requests, bytes } = allowanceOf(options);
  const most = `at most ${counted(requests * reviews)} requests and ${sizeOf(bytes * reviews)}`;
  const likely = costs.length === 0 ? requests : mean(costs.map((cost) => cost.requests));
  const each = costs.length === 0 ? requests * secondsForRequest : mean(costs.map((cost) => cost.seconds));
  const time = duration((Math.min(each, options.deadline ?? each) * reviews) / Math.min(atOnce, places));
  return costs.length === 0
    ? `${what}: ${most}, perhaps ${time}.`
    : `${what}: about ${counted(likely * reviews)} requests and ${time}, by ${counted(costs.length)} that were done; ${most}.`;
};
