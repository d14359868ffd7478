import { openDefects } from '../model/defect.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Candidate } from '../model/records.ts';
import type { Review } from '../model/review.ts';
import { conclude, type Subject, withNamedElections } from './assess.ts';
import type { Stages } from './context.ts';
import { defaultLimits, gather, type Lead } from './crawl.ts';
import { type Allowance, openLedger } from './evidence.ts';

/** One address, to be checked. */
export interface CheckRequest extends Subject {
  readonly url: string;
  readonly allowance: Allowance;
}

/** Why the address of a check is its candidate. */
const checkedAddress = 'Named by the reviewer.';

/** Answers the questions for one address and what it links to, without looking for others. */
export const check = async (asked: CheckRequest, fetch: Fetch, stages: Stages): Promise<Review> => {
  const request = withNamedElections(asked);
  const { url, place, category, allowance } = request;
  const ledger = openLedger(fetch, allowance);
  const defects = openDefects();
  const candidate: Candidate = {
    url,
    why: checkedAddress,
    role: 'landing-page',
    score: 0,
    parts: [],
    title: null,
    publisher: null,
    official: { verdict: 'unknown', because: checkedAddress },
    level: { verdict: 'unknown', because: checkedAddress },
    record: null,
  };
  const lead: Lead = { url, role: candidate.role, score: 0, depth: 0, candidate, via: null };
  const tools = stages.observer({ place, category, named: [url], asOf: request.asOf }, defects.report);
  const found = { candidates: [candidate], beyond: [], mirrors: [], searched: [] };
  const gathered = await gather([lead], ledger, tools, { ...defaultLimits, depth: 0 });
  return conclude(request, { ...gathered, ...found, scope: 'address', named: [url], ledger, defects }, stages);
};
