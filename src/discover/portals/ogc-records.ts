import { bare, getJson, isMarked, type PortalAdapter, pageSize, rootsOf, withQuery } from './adapter.ts';

/** OGC API Records: a collection of records is searched, else the collections are listed. */
export const ogcRecords: PortalAdapter = {
  id: 'ogc-records',
  isMarkedBy: (page) => isMarked(page, /pygeoapi|\/collections\/[\w-]+\/items\b/i),
  ways: (portal) => {
    const api = portal.api === null ? null : bare(portal.api);
    const items = api !== null && /\/items$/.test(api) ? [api] : [];
    const lists = [...(api !== null && !/\/items$/.test(api) ? [api] : []), ...rootsOf(portal)].map((root) =>
      root.replace(/\/collections$/, ''),
    );
    return [
      ...items.map((url) => ({
        covers: 'query' as const,
        request: (phrase: string) => getJson(withQuery(url, { q: phrase, limit: pageSize, f: 'json' })),
      })),
      ...[...new Set(lists)].map((root) => ({
        covers: 'all' as const,
        request: () => getJson(withQuery(`${root}/collections`, { f: 'json' })),
      })),
    ];
  },
};
