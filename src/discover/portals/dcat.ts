import type { FetchRequest } from '../../model/exchange.ts';
import { isMarked, type PortalAdapter, rootsOf, type SearchWay } from './adapter.ts';

const accept = 'application/ld+json, text/turtle, application/rdf+xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** Asks for a list in DCAT, in whichever way it is written. */
export const listRequest = (url: string): FetchRequest => ({ url, accept });

const list = (url: string): SearchWay => ({ covers: 'all', request: () => listRequest(url) });

/** Places where a catalogue in DCAT is kept by convention. */
const files = ['data.json', 'catalog.jsonld', 'catalog.ttl', 'catalog.rdf', 'catalog.xml'];

/** Catalogues that publish one list in DCAT: DCAT-US, JSON-LD, Turtle, RDF/XML, paged with Hydra. */
export const dcat: PortalAdapter = {
  id: 'dcat',
  isMarkedBy: (page) => isMarked(page, /\/data\.json$|\/catalog\.(?:jsonld|ttl|rdf|xml)\b/i),
  ways: (portal) => {
    const told = portal.api === null ? [] : [portal.api];
    const guessed = rootsOf(portal).flatMap((root) => files.map((file) => `${root}/${file}`));
    return [...new Set([...told, ...guessed])].map(list);
  },
};
