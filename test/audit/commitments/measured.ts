import { fullPortal, sitemapOf } from '../../../fixtures/commitments/pages.ts';
import { type CommitmentsRequest, measurePlan } from '../../../src/audit/commitments/index.ts';
import { openContext } from '../../../src/audit/context.ts';
import { openAuditData } from '../../../src/audit/data.ts';
import type { Allowance } from '../../../src/audit/evidence.ts';
import { openPortalData } from '../../../src/audit/portal/data.ts';
import { openCriteria } from '../../../src/criteria/load.ts';
import type { CommitmentPlan } from '../../../src/model/commitments.ts';
import type { CommitmentsReport } from '../../../src/model/commitments-report.ts';
import type { Place } from '../../../src/model/data.ts';
import type { Checklist, FunctionWords } from '../../../src/model/functions.ts';
import { serve, type Web } from '../web.ts';

/* A plan measured against a made-up web, in this process. */

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);

export const morocco = criteria.data<CommitmentPlan>('commitments/ma-2018');

/** The part of the plan that is one commitment. */
export const only = (id: string): CommitmentPlan => ({
  ...morocco,
  commitments: morocco.commitments.filter((commitment) => commitment.id === id),
});

/** Pages of a site at an origin, with its sitemap. */
export const siteAt = (origin: string, pages: Readonly<Record<string, string>>): Web => ({
  ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [`${origin}${path}`, body])),
  [`${origin}/sitemap.xml`]: { body: sitemapOf(origin, pages), type: 'application/xml' },
});

export const origin = 'https://www.chafafiya.ma';

/** A catalogue that answers a question for all of it. */
export const catalogue: Web = {
  'https://www.data.gov.ma/':
    '<html lang="fr"><head><title>Données ouvertes du Maroc</title></head><body><h1>Données ouvertes</h1></body></html>',
  'https://www.data.gov.ma/data/api/3/action/package_search': JSON.stringify({
    success: true,
    result: {
      count: 1,
      results: [
        { id: 'a', name: 'a', title: 'Budget', resources: [], license_id: 'odbl', organization: { title: 'MEF' } },
      ],
    },
  }),
};

/** The portal with all functions. */
export const full: Web = { ...siteAt(origin, fullPortal), ...catalogue };

/** What a plan comes to on a day, and what was asked for. */
export const measured = async (
  web: Web,
  given: Partial<CommitmentsRequest> & { readonly allowance?: Allowance } = {},
): Promise<CommitmentsReport & { readonly asked: readonly string[] }> => {
  const { allowance = { requests: 180, bytes: 100_000_000 }, ...rest } = given;
  const { fetch, asked } = serve(web);
  const place: Place = criteria.place('ma');
  const asOf = rest.asOf ?? '2020-08-31';
  const request: CommitmentsRequest = {
    ...{ plan: only('MO0006'), place, asOf, portalReports: [], reviews: [], sites: [] },
    checklist: (id) => criteria.data<Checklist>(`functions/${id}`),
    words: criteria.data<FunctionWords>('vocabulary/function-words'),
    portalData: () => openPortalData(criteria, place, edition),
    tool: { name: 'odi', version: '0' },
    ...rest,
  };
  const subject = {
    place,
    category: null,
    edition,
    year: 2020,
    asOf,
    previous: null,
    scope: 'address' as const,
    named: [],
  };
  return { ...(await measurePlan(request, openContext(subject, fetch, data, allowance))), asked };
};
