import { type Discovered, type DiscoveryRequest, type Searched, searchMet } from '../discover/index.ts';
import type { Observation } from '../model/observation.ts';
import type { Candidate } from '../model/records.ts';
import { siteOf } from '../web/address.ts';
import type { AuditContext } from './context.ts';

/* Catalogues that nobody named: they are met on pages that were opened, and asked like those of the place's file. */

/** Catalogues that are searched besides those of the place's file. */
const mostMet = 2;

/** Searches the catalogues that are met, each once. */
export interface Meeting {
  /** What the catalogue behind a page gives; nothing where there is none, or where it was searched before. */
  readonly at: (root: Observation) => Promise<readonly Candidate[]>;
  /** Everything that was found so, and where. */
  readonly found: () => { readonly candidates: readonly Candidate[]; readonly searched: readonly Searched[] };
}

/** Opens a meeting: what discovery searched is known, unless nothing came of it. */
export const openMeeting = (
  { searched }: Pick<Discovered, 'searched'>,
  request: DiscoveryRequest,
  { data, evidence, defects }: Pick<AuditContext, 'data' | 'evidence' | 'defects'>,
): Meeting => {
  const known = new Set(searched.filter(({ reach }) => reach !== 'none').map(({ url }) => siteOf(url)));
  const candidates: Candidate[] = [];
  const met: Searched[] = [];
  const tools = { words: data.discovery, read: evidence.read, report: defects.report };
  return {
    at: async ({ inspection, finalUrl, official, subject }) => {
      const site = siteOf(finalUrl);
      const page = inspection?.page ?? null;
      const isDone = met.length >= mostMet || known.has(site);
      if (isDone || page === null || subject !== null || official.verdict !== 'official') return [];
      const found = await searchMet(page, finalUrl, request, tools);
      if (found === null) return [];
      known.add(site);
      met.push(found.searched);
      candidates.push(...found.candidates);
      return found.candidates;
    },
    found: () => ({ candidates, searched: met }),
  };
};
