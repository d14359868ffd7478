import type { CountedGroup, GroupKind } from '../../model/survey.ts';
import { getJson, rootsOf, withQuery } from '../../web/apis.ts';
import { at, objectsOf, textOf } from '../json.ts';
import { asked, type CatalogueApi, type CatalogueSurvey, catalogueApi, groupsIn, totalOf } from './survey.ts';

/* Opendatasoft (help.opendatasoft.com/apis): Explore 2.1. */

/** Datasets of one page, and the place from which on none are given out. */
const pageSize = 100;
const lastPlace = 10_000;

const facets: readonly (readonly [facet: string, kind: GroupKind])[] = [
  ['publisher', 'publisher'],
  ['theme', 'theme'],
  ['license', 'licence'],
];

const facetsUrl = (root: string): string => {
  const url = new URL(`${root}/api/explore/v2.1/catalog/facets`);
  for (const [facet] of facets) url.searchParams.append('facet', facet);
  return url.href;
};

const apiAt = (root: string): CatalogueApi => {
  const catalogue = `${root}/api/explore/v2.1/catalog`;
  return catalogueApi({
    address: `${root}/api/explore/v2.1`,
    count: asked(['total'], getJson(withQuery(`${catalogue}/datasets`, { limit: 0 })), (json) =>
      totalOf(at(json, 'total_count')),
    ),
    questions: [
      asked(['groups'], getJson(facetsUrl(root)), (json) => {
        const told = objectsOf(at(json, 'facets'));
        // Older catalogues have no facet of licences.
        const groups = facets.flatMap(([facet, kind]): readonly (readonly [GroupKind, readonly CountedGroup[]])[] => {
          const one = told.find(({ name }) => textOf(name) === facet);
          return one === undefined ? [] : [[kind, groupsIn(one['facets'], { key: 'name', count: 'count' })]];
        });
        return groups.length === 0 ? null : { groups: Object.fromEntries(groups) };
      }),
    ],
    listing: {
      kind: 'pages',
      size: pageSize,
      most: lastPlace,
      page: (start, size) => getJson(withQuery(`${catalogue}/datasets`, { limit: size, offset: start })),
    },
    bulk: [{ url: `${catalogue}/exports/ttl`, accept: 'text/turtle, */*;q=0.5' }],
    feeds: [{ url: `${catalogue}/exports/rss`, accept: 'application/rss+xml, */*;q=0.5' }],
  });
};

export const opendatasoft: CatalogueSurvey = {
  software: 'opendatasoft',
  apis: (portal) => [...rootsOf(portal)].reverse().slice(0, 1).map(apiAt),
};
