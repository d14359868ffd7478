import { bare, getJson, isMarked, type PortalAdapter, pageSize, withQuery } from './adapter.ts';

/** ArcGIS Hub: the search of today, the older one, and its feed in DCAT-US. */
export const arcgisHub: PortalAdapter = {
  id: 'arcgis-hub',
  isMarkedBy: (page) => isMarked(page, /hubcdn\.arcgis|hub\.arcgis\.com|opendata\.arcgis\.com/i),
  ways: ({ url }) => {
    const { origin } = new URL(url);
    return [
      {
        covers: 'query',
        request: (phrase) =>
          getJson(withQuery(`${origin}/api/search/v1/collections/dataset/items`, { q: phrase, limit: pageSize })),
      },
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${origin}/api/v3/datasets`, { q: phrase, 'page[size]': pageSize })),
      },
      { covers: 'all', request: () => getJson(`${origin}/api/feed/dcat-us/1.1.json`) },
      { covers: 'all', request: () => getJson(`${origin}/data.json`) },
    ];
  },
};

/** ArcGIS Portal: items by words. */
export const arcgisPortal: PortalAdapter = {
  id: 'arcgis-portal',
  isMarkedBy: (page) => isMarked(page, /\/sharing\/rest\b|\/portal\/home\b/i),
  ways: ({ url }) => {
    const root = bare(url).replace(/\/home(?:\/.*)?$/, '');
    return [
      {
        covers: 'query',
        request: (phrase) => getJson(withQuery(`${root}/sharing/rest/search`, { q: phrase, num: pageSize, f: 'json' })),
      },
    ];
  },
};

/** ArcGIS Server: the list of its services; it has no search. */
export const arcgisServer: PortalAdapter = {
  id: 'arcgis-server',
  isMarkedBy: (page) => isMarked(page, /\/arcgis\/rest\/services|\/server\/rest\/services/i),
  ways: ({ url }) => {
    const root = bare(url);
    const services = /\/rest\/services/.test(root) ? root : `${root}/arcgis/rest/services`;
    return [{ covers: 'all', request: () => getJson(withQuery(services, { f: 'json' })) }];
  },
};
