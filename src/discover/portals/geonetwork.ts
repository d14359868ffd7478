import { cswService, geonetworkRoot } from '../../web/apis.ts';
import { getJson, isMarked, type PortalAdapter, pageSize, type SearchWay, withQuery } from './adapter.ts';

/** Quotation marks and wildcards would change the query. */
const literal = (phrase: string): string => phrase.replace(/["'%_*?:\\()[\]{}]/g, ' ').trim();

const searchOfVersion4 = (root: string): SearchWay => ({
  covers: 'query',
  request: (phrase) => ({
    url: `${root}/srv/api/search/records/_search`,
    method: 'POST',
    accept: 'application/json',
    payload: {
      mediaType: 'application/json',
      text: JSON.stringify({ from: 0, size: pageSize, query: { query_string: { query: literal(phrase) } } }),
    },
  }),
});

const searchOfVersion3 = (root: string): SearchWay => ({
  covers: 'query',
  request: (phrase) =>
    getJson(
      withQuery(`${root}/srv/eng/q`, {
        _content_type: 'json',
        any: literal(phrase),
        from: 1,
        to: pageSize,
        fast: 'index',
      }),
    ),
});

/** Any catalogue service: a search in all text, asked with CQL. */
const cswSearch = (service: string): SearchWay => ({
  covers: 'query',
  request: (phrase) => ({
    url: withQuery(service, {
      service: 'CSW',
      version: '2.0.2',
      request: 'GetRecords',
      typeNames: 'csw:Record',
      elementSetName: 'full',
      resultType: 'results',
      maxRecords: pageSize,
      constraintLanguage: 'CQL_TEXT',
      constraint_language_version: '1.1.0',
      constraint: `AnyText LIKE '%${literal(phrase)}%'`,
    }),
    accept: 'application/xml, text/xml;q=0.9, */*;q=0.5',
  }),
});

/** GeoNetwork, and any other catalogue that speaks CSW. */
export const geonetwork: PortalAdapter = {
  id: 'geonetwork',
  isMarkedBy: (page) => isMarked(page, /geonetwork|\/srv\/[a-z]{3}\/(?:catalog|csw)/i),
  ways: (portal) => {
    const root = geonetworkRoot(portal);
    return [searchOfVersion4(root), searchOfVersion3(root), cswSearch(cswService(portal))];
  },
};
