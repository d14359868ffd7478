import type { GroupKind } from '../../model/survey.ts';
import { getJson, withQuery } from '../../web/apis.ts';
import { at, objectsOf, textOf } from '../json.ts';
import { asked, type CatalogueSurvey, catalogueApi, groupsIn, totalOf } from './survey.ts';

/* ArcGIS Hub: its search, an OGC API of records, and its feeds (Hub API, "Search"). */

const pageSize = 100;

/** Fields that it counts by, and what these are groups of. */
const fields: Readonly<Record<string, GroupKind>> = { source: 'publisher', type: 'format', categories: 'theme' };

export const arcgisHub: CatalogueSurvey = {
  software: 'arcgis-hub',
  apis: ({ url }) => {
    const { origin } = new URL(url);
    const collection = `${origin}/api/search/v1/collections/dataset`;
    const terms = `terms(${Object.keys(fields).join(',')})`;
    return [
      catalogueApi({
        address: `${origin}/api/search/v1`,
        count: asked(['total'], getJson(withQuery(`${collection}/items`, { limit: 1 })), (json) =>
          totalOf(at(json, 'numberMatched')),
        ),
        questions: [
          asked(['groups'], getJson(withQuery(`${collection}/aggregations`, { aggregations: terms })), (json) => {
            const told = objectsOf(at(json, 'aggregations', 'aggregations'));
            const groups = told.flatMap((one) => {
              const kind = fields[textOf(one['field'])];
              const counted = groupsIn(one['aggregations'], { key: 'label', count: 'value' });
              return kind === undefined || counted.length === 0 ? [] : [[kind, counted] as const];
            });
            return groups.length === 0 ? null : { groups: Object.fromEntries(groups) };
          }),
        ],
        listing: {
          kind: 'pages',
          size: pageSize,
          page: (start, size) =>
            getJson(withQuery(`${collection}/items`, { limit: size, startindex: start + 1, sortBy: 'created' })),
        },
        bulk: [getJson(`${origin}/api/feed/dcat-us/1.1.json`)],
        feeds: [{ url: `${origin}/api/feed/rss/2.0`, accept: 'application/rss+xml, */*;q=0.5' }],
      }),
    ];
  },
};
