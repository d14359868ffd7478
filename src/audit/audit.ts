import { discover } from '../discover/index.ts';
import type { Category, Place } from '../model/data.ts';
import { openDefects } from '../model/defect.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Candidate } from '../model/records.ts';
import type { Review } from '../model/review.ts';
import { conclude, type Subject, withNamedElections } from './assess.ts';
import type { Stages } from './context.ts';
import { gather, type Lead } from './crawl.ts';
import { type Allowance, openLedger } from './evidence.ts';

/** One category of one place, to be audited. */
export interface AuditRequest extends Subject {
  readonly place: Place;
  readonly category: Category;
  /** Addresses that the reviewer names. */
  readonly urls: readonly string[];
  readonly allowance: Allowance;
}

const leadOf = (candidate: Candidate): Lead => ({
  url: candidate.url,
  role: candidate.role,
  score: candidate.score,
  depth: 0,
  candidate,
  via: null,
});

/**
 * The whole audit: proposes addresses, opens the best of them with what hangs on them, chooses the dataset, and judges
 * it. Everything that was fetched is numbered in the ledger, which the review cites.
 */
export const audit = async (asked: AuditRequest, fetch: Fetch, stages: Stages): Promise<Review> => {
  const request = withNamedElections(asked);
  const { place, category, urls, previous, allowance } = request;
  const ledger = openLedger(fetch, allowance);
  const defects = openDefects();
  const found = await discover(
    {
      place,
      category,
      extra: urls,
      previous: previous?.candidates.filter(({ chosen }) => chosen).map(({ url }) => url) ?? [],
      fetch: ledger.fetch,
      asOf: request.asOf,
    },
    stages.discovery(defects.report),
  );
  const tools = stages.observer({ place, category, named: urls, asOf: request.asOf }, defects.report);
  const others = new Map([...found.mirrors, ...found.beyond].map((candidate) => [candidate.url, candidate]));
  const recall = (url: string): Candidate | null => others.get(url) ?? null;
  const gathered = await gather(found.candidates.map(leadOf), ledger, { ...tools, recall });
  return conclude(request, { ...gathered, ...found, scope: 'country', named: urls, ledger, defects }, stages);
};
