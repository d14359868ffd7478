import { getJson, withQuery } from '../../web/apis.ts';
import { at } from '../json.ts';
import { asked, type CatalogueSurvey, catalogueApi, groupsIn, totalOf } from './survey.ts';

/* Socrata (dev.socrata.com): the discovery API of a domain. Maps, charts, stories and filters are no datasets. */

const pageSize = 100;

/** The place from which on only a scroll gives more. */
const lastPlace = 10_000;

export const socrata: CatalogueSurvey = {
  software: 'socrata',
  apis: ({ url }) => {
    const { origin, hostname } = new URL(url);
    const api = `${origin}/api/catalog/v1`;
    const datasets = { domains: hostname, search_context: hostname, only: 'dataset' };
    return [
      catalogueApi({
        address: api,
        count: asked(['total'], getJson(withQuery(api, { ...datasets, limit: 0 })), (json) =>
          totalOf(at(json, 'resultSetSize')),
        ),
        questions: [
          asked(['groups'], getJson(withQuery(`${api}/domain_categories`, datasets)), (json) => {
            const theme = groupsIn(at(json, 'results'), { key: 'domain_category', count: 'count' });
            return theme.length === 0 ? null : { groups: { theme } };
          }),
        ],
        listing: {
          kind: 'pages',
          size: pageSize,
          most: lastPlace,
          page: (start, size) =>
            getJson(withQuery(api, { ...datasets, limit: size, offset: start, order: 'createdAt' })),
        },
        bulk: [getJson(`${origin}/data.json`)],
      }),
    ];
  },
};
