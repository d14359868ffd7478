import type { FetchRequest } from '../../model/exchange.ts';
import type { CountedGroup, GroupKind } from '../../model/survey.ts';
import { bare, cswService, geonetworkRoot, withQuery } from '../../web/apis.ts';
import { at, countOf } from '../json.ts';
import { asked, type CatalogueApi, type CatalogueSurvey, catalogueApi, groupsIn } from './survey.ts';

/* GeoNetwork 4 by its search; any other catalogue service by CSW 2.0.2 (OGC 07-006). */

const pageSize = 100;

/** The place from which on the index gives out no more. */
const lastPlace = 10_000;

/** Fields of the index that it counts by. */
const fields: Readonly<Record<string, GroupKind>> = {
  OrgForResource: 'publisher',
  'cl_topic.key': 'theme',
  format: 'format',
};

const search = (root: string, body: object): FetchRequest => ({
  url: `${root}/srv/api/search/records/_search`,
  method: 'POST',
  accept: 'application/json',
  payload: { mediaType: 'application/json', text: JSON.stringify(body) },
});

/** Records that are no templates for others. */
const query = { query_string: { query: '+isTemplate:n' } };

const mostGroups = 1_000;

const searchAt = (root: string): CatalogueApi =>
  catalogueApi({
    address: `${root}/srv/api`,
    count: asked(
      ['total', 'groups'],
      search(root, {
        ...{ from: 0, size: 0, query, track_total_hits: true },
        aggregations: Object.fromEntries(
          Object.keys(fields).map((field) => [field, { terms: { field, size: mostGroups } }]),
        ),
      }),
      (json) => {
        const total = countOf(at(json, 'hits', 'total', 'value')) ?? countOf(at(json, 'hits', 'total'));
        if (total === null) return null;
        const groups = Object.entries(fields).flatMap(
          ([field, kind]): readonly (readonly [GroupKind, readonly CountedGroup[]])[] => {
            const counted = groupsIn(at(at(json, 'aggregations'), field, 'buckets'), {
              key: 'key',
              count: 'doc_count',
            });
            return counted.length === 0 ? [] : [[kind, counted]];
          },
        );
        return { total, ...(groups.length === 0 ? {} : { groups: Object.fromEntries(groups) }) };
      },
    ),
    listing: {
      kind: 'pages',
      size: pageSize,
      most: lastPlace,
      page: (start, size) => search(root, { from: start, size, query, sort: [{ createDate: 'asc' }] }),
    },
    feeds: [{ url: `${root}/srv/eng/rss.search?sortBy=changeDate`, accept: 'application/rss+xml, */*;q=0.5' }],
  });

/** Records in full: by ISO 19139, which tells conditions and contacts, else in Dublin Core. */
const schemas = [
  { typeNames: 'gmd:MD_Metadata', outputSchema: 'http://www.isotc211.org/2005/gmd' },
  { typeNames: 'csw:Record', outputSchema: 'http://www.opengis.net/cat/csw/2.0.2' },
] as const;

const cswAt = (service: string): readonly CatalogueApi[] =>
  schemas.map((schema) =>
    catalogueApi({
      address: service,
      listing: {
        kind: 'pages',
        size: pageSize,
        page: (start, size) => ({
          url: withQuery(service, {
            ...{
              service: 'CSW',
              version: '2.0.2',
              request: 'GetRecords',
              resultType: 'results',
              elementSetName: 'full',
            },
            ...schema,
            ...{ maxRecords: size, startPosition: start + 1 },
          }),
          accept: 'application/xml, text/xml;q=0.9, */*;q=0.5',
        }),
      },
      isOurs: ({ software, total }) => software === 'csw' && total !== null,
    }),
  );

export const geonetwork: CatalogueSurvey = {
  software: 'geonetwork',
  apis: (portal) => {
    const isCsw = portal.api !== null && /csw/i.test(portal.api);
    const own = searchAt(geonetworkRoot(portal));
    return isCsw ? [...cswAt(cswService(portal)), own] : [own, ...cswAt(cswService(portal))];
  },
};

/** The service stands at the address itself, where it says so, else where GeoNetwork has it. */
export const csw: CatalogueSurvey = {
  software: 'csw',
  apis: (portal) => {
    const own = /csw/i.test(portal.url) ? [bare(portal.url)] : [];
    return [...new Set([...own, cswService(portal)])].flatMap(cswAt);
  },
};
