import { udataApis } from '../../web/apis.ts';
import { getJson, isMarked, type PortalAdapter, pageSize, withQuery } from './adapter.ts';

/** udata (udata.readthedocs.io). */
export const udata: PortalAdapter = {
  id: 'udata',
  isMarkedBy: (page) => isMarked(page, /\budata\b|\/api\/1\/datasets/i),
  ways: (portal) => {
    return udataApis(portal).map((api) => ({
      covers: 'query',
      request: (phrase) => getJson(withQuery(`${api}/datasets/`, { q: phrase, page_size: pageSize })),
    }));
  },
};
