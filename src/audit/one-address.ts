import type { Fetch } from '../model/exchange.ts';
import type { Candidate } from '../model/records.ts';
import type { Review } from '../model/review.ts';
import { candidateFor } from '../text/candidates.ts';
import { assess } from './assess.ts';
import { type AuditSubject, openContext } from './context.ts';
import { crawl, defaultLimits } from './crawl.ts';
import type { AuditData } from './data.ts';
import type { Allowance } from './evidence.ts';
import { entryOf } from './frontier.ts';

/** One address, to be checked. */
export interface CheckRequest extends AuditSubject {
  readonly url: string;
  readonly allowance: Allowance;
}

/** Why the address of a check is its candidate. */
const checked = candidateFor('asked');

/** Answers the questions for one address and what it links to, without looking for others. */
export const check = async (request: CheckRequest, fetch: Fetch, data: AuditData): Promise<Review> => {
  const { url, allowance, ...subject } = request;
  const context = openContext({ ...subject, scope: 'address', named: [url] }, fetch, data, allowance);
  const candidate: Candidate = {
    url,
    ...checked,
    role: 'landing-page',
    score: 0,
    parts: [],
    title: null,
    publisher: null,
    official: { verdict: 'unknown', because: checked.why },
    level: { verdict: 'unknown', because: { reason: 'named', args: {} } },
    record: null,
  };
  const crawled = await crawl([entryOf(candidate)], context, {}, { ...defaultLimits, depth: 0 });
  return assess({ ...crawled, candidates: [candidate], beyond: [], mirrors: [], searched: [] }, context);
};
