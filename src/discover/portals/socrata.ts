import { getJson, isMarked, type PortalAdapter, pageSize, withQuery } from './adapter.ts';

/** Its answers are short, and by default as long. */
const entries = 100;

/** Socrata: the discovery API of the domain, its older search, and its `data.json` (dev.socrata.com). */
export const socrata: PortalAdapter = {
  id: 'socrata',
  isMarkedBy: (page) => isMarked(page, /socrata/i),
  ways: ({ url }) => {
    const { origin, host } = new URL(url);
    const catalogue = { domains: host, search_context: host, limit: entries };
    return [
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${origin}/api/catalog/v1`, { ...catalogue, q: phrase })),
      },
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${origin}/api/search/views.json`, { q: phrase, limit: pageSize })),
      },
      { covers: 'all', request: () => getJson(`${origin}/data.json`) },
    ];
  },
};
