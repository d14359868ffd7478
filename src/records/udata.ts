import type { DatasetRecord, Distribution } from '../model/records.ts';
import type { JsonReader } from './answer.ts';
import { dayOf } from './day.ts';
import {
  at,
  countOf,
  distinct,
  firstText,
  flagOf,
  hasKey,
  type JsonObject,
  listOf,
  objectOf,
  objectsOf,
  orNull,
  textOf,
} from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  formatOf,
  given,
  mediaTypeIn,
  ownFields,
  recordReading,
} from './record.ts';

/* udata (udata.readthedocs.io): API versions 1 and 2. */

const software = 'udata';

const resourceOf = (resource: JsonObject, base: string): readonly Distribution[] => {
  const url = addressOf(firstText(resource['url'], resource['latest']), base);
  if (url === null) return [];
  return [
    distribution({
      url,
      title: textOf(resource['title']),
      description: textOf(resource['description']),
      format: formatOf(firstText(resource['format'], resource['mime'])),
      mediaType: mediaTypeIn(textOf(resource['mime'])),
      bytes: countOf(resource['filesize']),
      modified: dayOf(resource['last_modified']) ?? dayOf(resource['published']),
    }),
  ];
};

/** Where a harvester took it from. */
const sourceOf = (dataset: JsonObject): DatasetRecord['source'] => {
  const id = firstText(at(dataset, 'harvest', 'source_id'), at(dataset, 'harvest', 'domain'));
  return id === '' ? undefined : { id, modified: dayOf(at(dataset, 'harvest', 'modified_at')) };
};

const datasetOf = (dataset: JsonObject, base: string): DatasetRecord => {
  const id = firstText(dataset['id'], dataset['slug']);
  const start = dayOf(at(dataset, 'temporal_coverage', 'start'));
  const end = dayOf(at(dataset, 'temporal_coverage', 'end'), 'last');
  const isPrivate = flagOf(dataset['private']);
  return datasetRecord({
    id,
    title: firstText(dataset['title'], dataset['slug'], id),
    description: textOf(dataset['description']),
    landingPage:
      addressOf(firstText(dataset['page'], dataset['self_web_url']), base) ??
      addressOf(`/datasets/${textOf(dataset['slug']) || id}/`, base),
    publisher: orNull(firstText(at(dataset, 'organization', 'name'), at(dataset, 'owner', 'last_name'))),
    keywords: distinct(listOf(dataset['tags']).map(textOf)),
    issued: dayOf(dataset['created_at']),
    modified: dayOf(dataset['last_update']) ?? dayOf(dataset['last_modified']),
    temporal: start === null && end === null ? null : { from: start, to: end },
    frequency: orNull(textOf(dataset['frequency'])),
    spatial: orNull(textOf(at(dataset, 'spatial', 'granularity'))),
    licence: declared('license', firstText(at(dataset, 'license', 'id'), dataset['license']), 'dataset'),
    fields: ownFields([
      ...Object.entries(objectOf(dataset['extras']) ?? {}),
      ...['access_type', 'access_type_reason'].map((name) => [name, dataset[name] ?? null] as const),
    ]),
    isPublic: isPrivate === null ? null : !isPrivate,
    ...given({
      identifier: textOf(at(dataset, 'harvest', 'remote_id')),
      source: sourceOf(dataset),
      contact: firstText(
        at(dataset, 'contact_point', 'email'),
        ...objectsOf(dataset['contact_points']).flatMap((one) => [one['email'], one['contact_form'], one['name']]),
      ),
      accessRights: textOf(dataset['access_type']),
      conformsTo: firstText(at(dataset, 'schema', 'name'), at(dataset, 'schema')),
    }),
    distributions: objectsOf(dataset['resources']).flatMap((resource) => resourceOf(resource, base)),
  });
};

const isDataset = (value: JsonObject): boolean =>
  hasKey(value, 'slug') && hasKey(value, 'title') && hasKey(value, 'resources');

/** Reads answers of udata. */
export const readUdata: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  if (isDataset(object)) return recordReading(software, datasetOf(object, url));
  const isList = Array.isArray(object['data']) && hasKey(object, 'page_size') && hasKey(object, 'next_page');
  if (!isList) return null;
  const datasets = objectsOf(object['data']).filter((item) => hasKey(item, 'slug') && hasKey(item, 'title'));
  const total = countOf(object['total']);
  return catalogueReading(
    software,
    datasets.map((item) => datasetOf(item, url)),
    { total, next: addressOf(textOf(object['next_page']), url) },
  );
};
