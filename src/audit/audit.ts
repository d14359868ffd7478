import { discover } from '../discover/index.ts';
import type { Category, Place } from '../model/data.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Review } from '../model/review.ts';
import { assess } from './assess.ts';
import { type AuditSubject, openContext } from './context.ts';
import { crawl } from './crawl.ts';
import type { AuditData } from './data.ts';
import type { Allowance } from './evidence.ts';
import { entryOf } from './frontier.ts';

/** One category of one place, to be audited. */
export interface AuditRequest extends AuditSubject {
  readonly place: Place;
  readonly category: Category;
  /** Addresses that the reviewer names. */
  readonly urls: readonly string[];
  readonly allowance: Allowance;
}

/**
 * The whole audit: proposes addresses, opens the best of them with what hangs on them, chooses the dataset, and judges
 * it. Everything that was fetched is numbered as evidence, which the review cites.
 */
export const audit = async (request: AuditRequest, fetch: Fetch, data: AuditData): Promise<Review> => {
  const { urls, allowance, ...subject } = request;
  const context = openContext({ ...subject, scope: 'country', named: urls }, fetch, data, allowance);
  const { place, category, asOf, previous, evidence, defects } = context;
  const chosenBefore = previous?.candidates.filter(({ chosen }) => chosen).map(({ url }) => url) ?? [];

  const found = await discover(
    { place, category, asOf, extra: urls, previous: chosenBefore, fetch: evidence.fetch },
    { words: data.discovery, read: evidence.read, report: defects.report },
  );
  const crawled = await crawl(found.candidates.map(entryOf), context, [...found.mirrors, ...found.beyond]);
  return assess({ ...crawled, ...found }, context);
};
