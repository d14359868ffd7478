import type { Json } from '../../model/basics.ts';
import type { CountedGroup, GroupKind, SurveyFacts } from '../../model/survey.ts';
import { ckanApis, getJson, withQuery } from '../../web/apis.ts';
import { at, countOf, listOf, textOf } from '../json.ts';
import { asked, type CatalogueApi, type CatalogueSurvey, catalogueApi, groupsIn } from './survey.ts';

/* CKAN (docs.ckan.org, API guide). A private dataset is in none of its counts. */

/** Datasets of one page; the server gives out 1,000 at most. */
const pageSize = 1_000;

/** What the facets of its search are groups of. */
const facets: readonly (readonly [field: string, kind: GroupKind])[] = [
  ['organization', 'publisher'],
  ['groups', 'theme'],
  ['res_format', 'format'],
  ['license_id', 'licence'],
];

const groupsOf = (result: Json | undefined): SurveyFacts['groups'] => {
  const found = facets.flatMap(([field, kind]): readonly (readonly [GroupKind, readonly CountedGroup[]])[] => {
    const items = at(result, 'search_facets', field, 'items');
    return items === undefined ? [] : [[kind, groupsIn(items, { key: 'name', label: 'display_name', count: 'count' })]];
  });
  return Object.fromEntries(found);
};

const count = (api: string): NonNullable<CatalogueApi['count']> =>
  asked(
    ['total', 'groups'],
    getJson(
      withQuery(`${api}/action/package_search`, {
        rows: 0,
        'facet.field': JSON.stringify(facets.map(([field]) => field)),
        'facet.limit': -1,
      }),
    ),
    (json) => {
      const result = at(json, 'result');
      const total = countOf(at(result, 'count'));
      const groups = groupsOf(result);
      return at(json, 'success') !== true || total === null
        ? null
        : { total, ...(Object.keys(groups ?? {}).length === 0 || groups === undefined ? {} : { groups }) };
    },
  );

const version = (api: string) =>
  asked(['version'], getJson(`${api}/action/status_show`), (json) => {
    const told = textOf(at(json, 'result', 'ckan_version'));
    return told === '' ? null : { version: told };
  });

/** A list of so many names may be cut: then nothing is said of how many are empty. */
const mostOrganizations = 1_000;

const organizations = (api: string) =>
  asked(['publishers'], getJson(withQuery(`${api}/action/organization_list`, { limit: mostOrganizations })), (json) => {
    if (at(json, 'success') !== true) return null;
    const organisations = listOf(at(json, 'result')).map(textOf);
    return organisations.length === 0 || organisations.length >= mostOrganizations ? null : { organisations };
  });

const reuses = (api: string) =>
  asked(['reuses'], getJson(`${api}/action/ckanext_showcase_list`), (json) =>
    at(json, 'success') === true ? { reuses: listOf(at(json, 'result')).length } : null,
  );

const apiAt = (api: string): CatalogueApi => {
  const root = api.replace(/\/api\/3$/, '');
  return catalogueApi({
    address: api,
    count: count(api),
    questions: [version(api), organizations(api), reuses(api)],
    listing: {
      kind: 'pages',
      size: pageSize,
      page: (start, size) =>
        getJson(
          withQuery(`${api}/action/package_search`, {
            rows: size,
            start,
            sort: 'metadata_created asc, id asc',
          }),
        ),
    },
    bulk: [
      { url: `${root}/catalog.rdf`, accept: 'application/rdf+xml, */*;q=0.5' },
      { url: `${root}/catalog.ttl`, accept: 'text/turtle, */*;q=0.5' },
    ],
    feeds: [{ url: `${root}/feeds/dataset.atom`, accept: 'application/atom+xml, */*;q=0.5' }],
  });
};

export const ckan: CatalogueSurvey = { software: 'ckan', apis: (portal) => ckanApis(portal).map(apiAt) };
