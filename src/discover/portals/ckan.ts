import { ckanApis } from '../../web/apis.ts';
import { getJson, isMarked, type PortalAdapter, pageSize, rootsOf, type SearchWay, withQuery } from './adapter.ts';

const search = (api: string): SearchWay => ({
  covers: 'query',
  request: (phrase) => getJson(withQuery(`${api}/action/package_search`, { q: phrase, rows: pageSize })),
});

/** Version 1 and 2 of the API, before `package_search`. */
const oldSearch = (root: string): SearchWay => ({
  covers: 'query',
  request: (phrase) =>
    getJson(withQuery(`${root}/api/2/search/dataset`, { q: phrase, all_fields: 1, limit: pageSize })),
});

/** The names of all datasets, which are made of their titles. */
const names = (api: string): SearchWay => ({ covers: 'all', request: () => getJson(`${api}/action/package_list`) });

/** A page of a dataset: `/dataset/NAME`, behind whatever the portal stands under. */
const isDataset = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return /\/dataset\/[^/]+\/?$/.test(pathname) && search === '';
};

/** The search for people. It stays open where the robots.txt that CKAN ships closes the API to programs. */
const pageSearch = (root: string): SearchWay => ({
  covers: 'query',
  request: (phrase) => ({ url: withQuery(`${root}/dataset/`, { q: phrase }) }),
  isDataset,
});

/** CKAN (docs.ckan.org, API guide). */
export const ckan: PortalAdapter = {
  id: 'ckan',
  isMarkedBy: (page) => isMarked(page, /\bckan\b|\/api\/3\/action\//i),
  ways: (portal) => [
    ...ckanApis(portal).map(search),
    ...rootsOf(portal).slice(0, 1).map(oldSearch),
    ...rootsOf(portal).slice(0, 1).map(pageSearch),
    ...ckanApis(portal).map(names),
  ],
};
