import { bare, getJson, rootsOf, withQuery } from '../../web/apis.ts';
import { at } from '../json.ts';
import { asked, type CatalogueApi, type CatalogueSurvey, catalogueApi, totalOf } from './survey.ts';

/* PxWeb (www.scb.se/api): version 2 pages its tables; version 1 lists all that its search finds. */

const pageSize = 100;

const newer = (root: string): CatalogueApi => {
  const tables = `${root}/api/v2/tables`;
  return catalogueApi({
    address: `${root}/api/v2`,
    count: asked(['total'], getJson(withQuery(tables, { pageSize: 1 })), (json) =>
      totalOf(at(json, 'page', 'totalElements')),
    ),
    listing: {
      kind: 'pages',
      size: pageSize,
      page: (start, size) => getJson(withQuery(tables, { pageSize: size, pageNumber: Math.floor(start / size) + 1 })),
    },
  });
};

const older = (api: string): CatalogueApi =>
  catalogueApi({
    address: api,
    listing: { kind: 'whole', request: getJson(withQuery(api, { query: '*', filter: '*' })) },
    isOurs: ({ software }) => software === 'pxweb',
  });

export const pxweb: CatalogueSurvey = {
  software: 'pxweb',
  apis: (portal) => {
    const roots = rootsOf(portal);
    const language = portal.languages[0] ?? 'en';
    const told = portal.api === null ? `${roots.at(-1)}/api/v1/${language}` : bare(portal.api);
    return portal.api === null ? [...roots.map(newer), older(told)] : [older(told), ...roots.map(newer)];
  },
};
