import { getJson, isMarked, type PortalAdapter, pageSize, rootsOf, withQuery } from './adapter.ts';

/** DKAN 2 (dkan.readthedocs.io); version 1 answers like CKAN, and all versions keep a `data.json`. */
export const dkan: PortalAdapter = {
  id: 'dkan',
  isMarkedBy: (page) => isMarked(page, /\bdkan\b|\/api\/1\/metastore/i),
  ways: (portal) =>
    rootsOf(portal).flatMap((root) => [
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${root}/api/1/search`, { fulltext: phrase, 'page-size': pageSize })),
      },
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${root}/api/3/action/package_search`, { q: phrase, rows: pageSize })),
      },
      { covers: 'all', request: () => getJson(`${root}/data.json`) },
    ]),
};
