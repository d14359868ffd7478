import { getJson, isMarked, type PortalAdapter, pageSize, rootsOf, withQuery } from './adapter.ts';

/** udata (udata.readthedocs.io). */
export const udata: PortalAdapter = {
  id: 'udata',
  isMarkedBy: (page) => isMarked(page, /\budata\b|\/api\/1\/datasets/i),
  ways: (portal) => {
    const told = portal.api === null ? [] : [portal.api.replace(/\/+$/, '')];
    const apis = [...new Set([...told, ...rootsOf(portal).map((root) => `${root}/api/1`)])];
    return apis.map((api) => ({
      covers: 'query',
      request: (phrase) => getJson(withQuery(`${api}/datasets/`, { q: phrase, page_size: pageSize })),
    }));
  },
};
