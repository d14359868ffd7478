import { bare, getJson, rootsOf, withQuery } from '../../web/apis.ts';
import type { CatalogueApi, CatalogueSurvey } from './survey.ts';
import { catalogueApi } from './survey.ts';

/* OGC API Records (OGC 20-004): the records of a collection, else the collections that there are. */

const pageSize = 100;

const items = (url: string): CatalogueApi =>
  catalogueApi({
    address: url,
    listing: { kind: 'chain', first: getJson(withQuery(url, { limit: pageSize, f: 'json' })) },
    isOurs: ({ software }) => software === 'ogc-records',
  });

const collections = (root: string): CatalogueApi =>
  catalogueApi({
    address: `${root}/collections`,
    listing: { kind: 'chain', first: getJson(withQuery(`${root}/collections`, { f: 'json' })) },
    isOurs: ({ software }) => software === 'ogc-records',
  });

const isItems = (url: string): boolean => /\/items$/.test(url);

export const ogcRecords: CatalogueSurvey = {
  software: 'ogc-records',
  apis: (portal) => {
    const known = [...(portal.api === null ? [] : [bare(portal.api)]), bare(portal.url)];
    const roots = [...known.filter((url) => !isItems(url)), ...rootsOf(portal).filter((url) => !isItems(url))];
    return [
      ...known.filter(isItems).map(items),
      ...[...new Set(roots.map((root) => root.replace(/\/collections$/, '')))].map(collections),
    ];
  },
};
