import type { JsonReader } from './answer.ts';
import { readGraph } from './dcat.ts';
import { countOf, hasKey, listOf, objectOf } from './json.ts';
import { graphOfJson } from './jsonld.ts';
import { catalogueReading, withQuery } from './record.ts';

/**
 * Reads the search of DKAN 2 (`/api/1/search`): DCAT-US datasets by key, or in a list. Its metastore answers in plain
 * DCAT-US, its older version like CKAN.
 */
export const readDkan: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null || !hasKey(object, 'total') || !hasKey(object, 'results') || !/\/api\/1\/search/.test(url))
    return null;
  const byKey = objectOf(object['results']);
  const items = byKey === null ? listOf(object['results']) : Object.values(byKey);
  const total = countOf(object['total']);
  const query = new URL(url).searchParams;
  const page = countOf(query.get('page') ?? '1') ?? 1;
  const size = countOf(query.get('page-size') ?? '10') ?? 10;
  const isMore = total !== null && items.length > 0 && page * size < total;
  const reading = readGraph(graphOfJson(items, 'Dataset'), url, 'dcat', '');
  const datasets = reading?.datasets ?? [];
  return catalogueReading('dkan', datasets, { total, next: isMore ? withQuery(url, { page: page + 1 }) : null });
};
