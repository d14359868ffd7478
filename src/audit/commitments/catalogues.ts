import { firstDays, type PortalFigures } from '../../commitments/portal-figures.ts';
import { adapterOf, adapters } from '../../discover/portals/index.ts';
import type { Day } from '../../model/basics.ts';
import type { Portal } from '../../model/data.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import type { EvidenceId, Observation } from '../../model/observation.ts';
import type { CatalogueReading, DatasetRecord } from '../../model/records.ts';
import { siteOf } from '../../web/address.ts';
import type { AuditContext } from '../context.ts';
import type { PlanLook } from './look.ts';

/* Catalogues are asked in the protocol of their software: whether they answer, and what they list. */

/** Pages of a list that are read: as many datasets as a plan's targets are about, in a few requests. */
const mostPages = 12;

/** Ways that are tried until one is answered. */
const mostWays = 4;

/** What a catalogue listed, and the answers that did. */
export interface ListedPortal {
  readonly figures: PortalFigures;
  readonly evidence: readonly EvidenceId[];
}

const ask = async (request: FetchRequest, context: AuditContext) => {
  const { id, exchange } = await context.evidence.ask(request);
  const { reply } = exchange;
  const reading = reply.kind === 'arrived' && reply.status < 400 ? (await context.evidence.read(reply)).reading : null;
  return { id, exchange, reading };
};

const isListing = (reading: CatalogueReading | null): reading is CatalogueReading =>
  reading !== null && reading.kind === 'catalogue' && reading.datasets.length > 0;

/** Datasets that are the same by their id count once, and those that are said not to be public do not count. */
const distinct = (datasets: readonly DatasetRecord[]): readonly DatasetRecord[] => [
  ...new Map(datasets.filter(({ isPublic }) => isPublic !== false).map((one) => [one.id, one])).values(),
];

/**
 * Lists a portal, a page after the other. Null where it does not answer as its software does.
 *
 * @param asOf the day of the values where an exchange carries none
 */
export const listPortal = async (portal: Portal, context: AuditContext, asOf: Day): Promise<ListedPortal | null> => {
  const adapter = adapterOf(portal.software);
  if (adapter === undefined) return null;
  for (const way of adapter.ways(portal).slice(0, mostWays)) {
    const first = await ask(way.request(''), context);
    if (!isListing(first.reading)) continue;
    const [evidence, datasets]: [EvidenceId[], DatasetRecord[]] = [[first.id], [...first.reading.datasets]];
    let { next } = first.reading;
    let isCut = false;
    while (next !== null && evidence.length < mostPages) {
      const more = await ask({ url: next }, context);
      evidence.push(more.id);
      isCut ||= !isListing(more.reading);
      if (!isListing(more.reading)) break;
      datasets.push(...more.reading.datasets);
      next = more.reading.next;
    }
    const own = distinct(datasets);
    const { total } = first.reading;
    const isWhole = !isCut && next === null && total !== null && datasets.length >= total;
    const on = first.exchange.fetchedAt?.slice(0, 10) ?? asOf;
    return { figures: figuresOf(portal, own, isWhole, on), evidence };
  }
  return null;
};

/** From when on it was in the catalogue, at the latest: what was issued long before may have been taken in later. */
const thereSince = ({ issued, recorded }: DatasetRecord): Day | null =>
  [issued, recorded]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;

const figuresOf = (portal: Portal, datasets: readonly DatasetRecord[], isWhole: boolean, asOf: Day): PortalFigures => {
  const publishers = new Set(datasets.map(({ publisher }) => publisher).filter((one) => one !== null));
  const figure = (id: string, value: number) => ({
    ...{ id, value, low: value, high: isWhole ? value : null },
    strength: isWhole ? ('whole' as const) : ('interval' as const),
  });
  const dated = datasets.flatMap((one) => {
    const day = thereSince(one);
    return day === null ? [] : [{ day, publisher: one.publisher }];
  });
  return {
    url: portal.url,
    hosts: [...new Set([portal.url, portal.api ?? portal.url].map(siteOf))],
    asOf,
    figures: [figure('datasets-distinct', datasets.length), figure('publishers', publishers.size)],
    created: dated.length === 0 ? null : dated.map(({ day }) => day),
    firstByPublisher: firstDays(dated),
  };
};

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
