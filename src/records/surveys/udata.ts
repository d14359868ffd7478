import { getJson, udataApis, withQuery } from '../../web/apis.ts';
import { at, countOf, objectsOf } from '../json.ts';
import {
  asked,
  type CatalogueApi,
  type CatalogueSurvey,
  catalogueApi,
  type SurveyQuestion,
  totalOf,
} from './survey.ts';

/* udata (udata.readthedocs.io): version 1 of its API. */

/** Datasets, and organisations, of one page. */
const pageSize = 100;

const count = (api: string): SurveyQuestion =>
  asked(['total'], getJson(withQuery(`${api}/datasets/`, { page_size: 1 })), (json) =>
    Array.isArray(at(json, 'data')) ? totalOf(at(json, 'total')) : null,
  );

const site = (api: string): SurveyQuestion =>
  asked(['reuses'], getJson(`${api}/site/`), (json) => {
    const reuses = countOf(at(json, 'metrics', 'reuses'));
    return reuses === null ? null : { reuses };
  });

/** Only where all organisations stand on one page is it known how many of them are empty. */
const organisations = (api: string): SurveyQuestion =>
  asked(['publishers'], getJson(withQuery(`${api}/organizations/`, { page_size: pageSize })), (json) => {
    const listed = objectsOf(at(json, 'data'));
    const counts = listed.flatMap((one) => countOf(at(one, 'metrics', 'datasets')) ?? []);
    const isWhole = countOf(at(json, 'total')) === listed.length && counts.length === listed.length;
    if (!isWhole || listed.length === 0) return null;
    return { publishers: { listed: listed.length, empty: counts.filter((one) => one === 0).length } };
  });

const apiAt = (api: string): CatalogueApi =>
  catalogueApi({
    address: api,
    count: count(api),
    questions: [site(api), organisations(api)],
    listing: {
      kind: 'pages',
      size: pageSize,
      page: (start, size) =>
        getJson(
          withQuery(`${api}/datasets/`, { page: Math.floor(start / size) + 1, page_size: size, sort: 'created' }),
        ),
    },
    bulk: [{ url: `${api}/site/catalog.ttl`, accept: 'text/turtle, */*;q=0.5' }],
    // Themes are pages that point to datasets, and no field tells in which language one is.
    lacks: ['theme', 'language'],
    feeds: [{ url: `${api}/datasets/recent.atom`, accept: 'application/atom+xml, */*;q=0.5' }],
  });

export const udata: CatalogueSurvey = { software: 'udata', apis: (portal) => udataApis(portal).map(apiAt) };
