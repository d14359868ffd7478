import type { CountedGroup, GroupKind } from '../../model/survey.ts';
import { getJson, rootsOf, withQuery } from '../../web/apis.ts';
import { at, countOf, firstText, objectsOf, textOf } from '../json.ts';
import { asked, type CatalogueSurvey, catalogueApi } from './survey.ts';

/* DKAN 2 (dkan.readthedocs.io); version 1 answers like CKAN, and is surveyed as one. */

const pageSize = 100;

const kinds: Readonly<Record<string, GroupKind>> = {
  publisher__name: 'publisher',
  publisher: 'publisher',
  theme: 'theme',
};

export const dkan: CatalogueSurvey = {
  software: 'dkan',
  apis: (portal) =>
    rootsOf(portal).map((root) => {
      const search = `${root}/api/1/search`;
      return catalogueApi({
        address: `${root}/api/1`,
        count: asked(
          ['total', 'groups'],
          getJson(withQuery(search, { 'page-size': 1, facets: 'theme,publisher__name' })),
          (json) => {
            const total = countOf(at(json, 'total'));
            if (total === null || at(json, 'results') === undefined) return null;
            const groups: Partial<Record<GroupKind, CountedGroup[]>> = {};
            for (const facet of objectsOf(at(json, 'facets'))) {
              const kind = kinds[textOf(facet['type'])];
              const [key, datasets] = [firstText(facet['name']), countOf(facet['total'])];
              if (kind === undefined || key === '' || datasets === null || datasets === 0) continue;
              groups[kind] = [...(groups[kind] ?? []), { key, label: key, datasets }];
            }
            return { total, ...(Object.keys(groups).length === 0 ? {} : { groups }) };
          },
        ),
        listing: {
          kind: 'pages',
          size: pageSize,
          page: (start, size) =>
            getJson(withQuery(search, { 'page-size': size, page: Math.floor(start / size) + 1, sort: 'title' })),
        },
        bulk: [getJson(`${root}/data.json`)],
      });
    }),
};
