import { adapterOf, adapters } from '../../discover/portals/index.ts';
import type { Portal } from '../../model/data.ts';
import type { Observation } from '../../model/observation.ts';
import type { CatalogueReading } from '../../model/records.ts';
import { siteOf } from '../../web/address.ts';
import type { AuditContext } from '../context.ts';
import type { PlanLook } from './look.ts';

/* Whether what a site calls its catalogue answers as one, in the way of its software. */

/** Ways that are tried until one is answered. */
const mostWays = 4;

const isListing = (reading: CatalogueReading | null): reading is CatalogueReading =>
  reading !== null && reading.kind === 'catalogue' && reading.datasets.length > 0;

/** The software of a portal: as the place's file knows it, or as its page shows it. */
const portalAt = (observation: Observation, { place }: AuditContext): Portal | null => {
  const host = siteOf(observation.finalUrl);
  const known = place?.portals.find(({ url }) => siteOf(url) === host);
  if (known !== undefined) return known;
  const page = observation.inspection?.page ?? null;
  const adapter = page === null ? undefined : adapters.find(({ isMarkedBy }) => isMarkedBy(page));
  const url = new URL('/', observation.finalUrl).href;
  return adapter === undefined
    ? null
    : { name: host, url, software: adapter.id, api: null, national: false, owner: null, languages: [], source: '' };
};

/** Asks what looks like a data portal in the ways of its software, until it answers with datasets; all that came of it. */
export const answersOfCatalogue = async (observation: Observation, look: PlanLook): Promise<readonly Observation[]> => {
  const portal = portalAt(observation, look.context);
  const adapter = portal === null ? undefined : adapterOf(portal.software);
  if (portal === null || adapter === undefined) return [];
  const came: Observation[] = [];
  for (const way of adapter.ways(portal).slice(0, mostWays)) {
    const answer = await look.open(way.request(''), { role: 'api', via: observation.evidence });
    came.push(answer);
    if (isListing(answer.reading)) break;
  }
  return came;
};
