import {
  bare,
  getJson,
  isMarked,
  type PortalAdapter,
  pageSize,
  rootsOf,
  type SearchWay,
  withQuery,
} from './adapter.ts';

/** Version 1 searches the words of titles as they are written; `*` stands for any. */
const older = (api: string): readonly SearchWay[] => [
  { covers: 'query', request: (phrase) => getJson(withQuery(api, { query: phrase })) },
  { covers: 'all', request: () => getJson(withQuery(api, { query: '*', filter: '*' })) },
  { covers: 'all', request: () => getJson(api) },
];

/** PxWeb: version 2 searches its tables; version 1 searches or lists a database. */
export const pxweb: PortalAdapter = {
  id: 'pxweb',
  isMarkedBy: (page) => isMarked(page, /\bpxweb\b/i),
  ways: (portal) => {
    const roots = rootsOf(portal);
    const newer = roots.map(
      (root): SearchWay => ({
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${root}/api/v2/tables`, { query: phrase, pageSize })),
      }),
    );
    const language = portal.languages[0] ?? 'en';
    const api = portal.api === null ? `${roots.at(-1)}/api/v1/${language}` : bare(portal.api);
    return portal.api === null ? [...newer, ...older(api)] : [...older(api), ...newer];
  },
};
