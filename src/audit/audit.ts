import { type Discovered, discover } from '../discover/index.ts';
import type { Category, Place } from '../model/data.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Review } from '../model/review.ts';
import { assess } from './assess.ts';
import { isNearlyMet, lackingOf, openAnswered, worthReadingWhole } from './choice.ts';
import { type AuditSubject, openContext } from './context.ts';
import { crawl } from './crawl.ts';
import type { AuditData } from './data.ts';
import type { Allowance } from './evidence.ts';
import { entryOf } from './frontier.ts';
import { type Meeting, openMeeting } from './met.ts';

/** One category of one place, to be audited. */
export interface AuditRequest extends AuditSubject {
  readonly place: Place;
  readonly category: Category;
  /** Addresses that the reviewer names. */
  readonly urls: readonly string[];
  readonly allowance: Allowance;
}

/** What discovery found, with what came of catalogues that were met later; what they gave before is told once. */
const withMet = (found: Discovered, met: ReturnType<Meeting['found']>): Discovered => {
  const known = new Set(found.candidates.map(({ url }) => url));
  const again = new Set(met.searched.map(({ url }) => url));
  return {
    ...found,
    candidates: [...found.candidates, ...met.candidates.filter(({ url }) => !known.has(url))],
    searched: [...found.searched.filter(({ url }) => !again.has(url)), ...met.searched],
  };
};

/**
 * The whole audit: proposes addresses, opens the best of them with what hangs on them, chooses the dataset, and judges
 * it. Everything that was fetched is numbered as evidence, which the review cites.
 */
export const audit = async (request: AuditRequest, fetch: Fetch, data: AuditData): Promise<Review> => {
  const { urls, allowance, ...subject } = request;
  const context = openContext({ ...subject, scope: 'country', named: urls }, fetch, data, allowance);
  const { place, category, asOf, previous, evidence, defects } = context;
  const chosenBefore = previous?.candidates.filter(({ chosen }) => chosen).map(({ url }) => url) ?? [];

  const wanted = { place, category, asOf, extra: urls, previous: chosenBefore, fetch: evidence.fetch };
  const found = await discover(wanted, { words: data.discovery, read: evidence.read, report: defects.report });
  const meeting = openMeeting(found, wanted, context);
  const isAnswered = openAnswered(context);
  const described = [...found.mirrors, ...found.beyond];
  const crawled = await crawl(found.candidates.map(entryOf), context, {
    described,
    meet: meeting.at,
    isWorthMore: (group, groups) =>
      isNearlyMet(group, { ...withMet(found, meeting.found()), groups, unopened: [] }, context),
    lacking: (groups) => lackingOf({ ...withMet(found, meeting.found()), groups, unopened: [] }, context),
    unread: (groups) => worthReadingWhole({ ...withMet(found, meeting.found()), groups, unopened: [] }, context),
    isEnough: (groups, waiting) => isAnswered({ ...withMet(found, meeting.found()), groups, unopened: [] }, waiting),
  });
  return assess({ ...crawled, ...withMet(found, meeting.found()) }, context);
};
