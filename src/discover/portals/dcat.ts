import { dcatLists, listRequest } from '../../web/apis.ts';
import { isMarked, type PortalAdapter, type SearchWay } from './adapter.ts';

export { listRequest } from '../../web/apis.ts';

const list = (url: string): SearchWay => ({ covers: 'all', request: () => listRequest(url) });

/** Catalogues that publish one list in DCAT: DCAT-US, JSON-LD, Turtle, RDF/XML, paged with Hydra. */
export const dcat: PortalAdapter = {
  id: 'dcat',
  isMarkedBy: (page) => isMarked(page, /\/data\.json$|\/catalog\.(?:jsonld|ttl|rdf|xml)\b/i),
  ways: (portal) => dcatLists(portal).map(list),
};
