import type { Json } from '../model/basics.ts';
import type { CatalogueReading, DatasetRecord, Distribution } from '../model/records.ts';
import type { JsonReader } from './answer.ts';
import { dayOf, periodOf } from './day.ts';
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
  errorReading,
  formatOf,
  given,
  ownFields,
  recordReading,
  rootBefore,
  segmentOf,
  withoutTags,
  withQuery,
} from './record.ts';

/* Opendatasoft: Explore API 2.1, 2.0 and the older 1.0 (help.opendatasoft.com/apis). */

const software = 'opendatasoft';

const rootOf = (url: string): string => rootBefore(url, /\/+api\/(?:explore|v2|datasets|catalog|records)\b/);

/** Every dataset with records can be had whole in these formats; those with shapes as GeoJSON too. */
const exportsOf = (
  id: string,
  features: readonly string[],
  hasRecords: boolean,
  url: string,
): readonly Distribution[] => {
  if (!hasRecords) return [];
  const formats = ['csv', 'json', 'xlsx', ...(features.includes('geo') ? ['geojson'] : [])];
  // The older version is asked where it answered: the newer one may not be there.
  const base = `${rootOf(url)}${/\/api\/v2\//.test(url) ? '/api/v2' : '/api/explore/v2.1'}/catalog/datasets/${segmentOf(id)}`;
  return formats.map((format) =>
    distribution({ url: `${base}/exports/${format}`, title: `Export as ${format}`, format }),
  );
};

const filesOf = (dataset: JsonObject, url: string): readonly Distribution[] =>
  [...objectsOf(dataset['attachments']), ...objectsOf(dataset['alternative_exports'])].flatMap((file) => {
    const address = addressOf(firstText(file['url'], at(file, 'href')), url);
    const title = firstText(file['title'], file['id']);
    const format = formatOf(firstText(file['mimetype'], file['mime-type']));
    return address === null ? [] : distribution({ url: address, title, format });
  });

const temporalOf = (metas: JsonObject): DatasetRecord['temporal'] =>
  periodOf(firstText(at(metas, 'dcat', 'temporal'), at(metas, 'default', 'temporal'), metas['temporal'])) ?? null;

/** Metadata stand by template in version 2 (`default`, `dcat`, `inspire`, own ones), side by side in version 1. */
const read = (metas: JsonObject, ...names: readonly string[]): string =>
  firstText(
    ...names.flatMap((name) => [
      at(metas, 'default', name),
      at(metas, 'dcat', name),
      at(metas, 'custom', name),
      metas[name],
    ]),
  );

const wordsOf = (metas: JsonObject, name: string): readonly string[] => {
  const value = at(metas, 'default', name) ?? metas[name];
  return distinct(Array.isArray(value) ? listOf(value).map(textOf) : [textOf(value)]);
};

/** Every field of every template, and those that stand beside them. */
const fieldsOf = (metas: JsonObject): readonly (readonly [name: string, value: Json])[] =>
  Object.entries(metas).flatMap(([name, value]) => {
    const template = objectOf(value);
    return template === null ? [[name, value] as const] : Object.entries(template);
  });

/** The later of some days, those that are not told left out. */
const newestOf = (...days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

const known: ReadonlySet<string> = new Set(['license', 'license_url', 'rights', 'title', 'description']);

const datasetOf = (dataset: JsonObject, url: string): readonly DatasetRecord[] => {
  const id = firstText(dataset['dataset_id'], dataset['datasetid']);
  const metas = objectOf(dataset['metas']) ?? {};
  if (id === '') return [];
  const licenceUrl = read(metas, 'license_url');
  const features = listOf(dataset['features']).map(textOf);
  return [
    datasetRecord({
      id,
      title: read(metas, 'title') || id,
      description: withoutTags(read(metas, 'description')),
      landingPage: `${rootOf(url)}/explore/dataset/${segmentOf(id)}/`,
      publisher: orNull(read(metas, 'publisher', 'creator')),
      keywords: wordsOf(metas, 'keyword'),
      themes: wordsOf(metas, 'theme'),
      issued: dayOf(read(metas, 'issued', 'created')),
      // The records may be newer than the day the publisher last touched the metadata.
      modified: newestOf(dayOf(read(metas, 'data_processed')), dayOf(read(metas, 'modified'))),
      temporal: temporalOf(metas),
      frequency: orNull(read(metas, 'accrualperiodicity', 'update_frequency', 'frequency')),
      spatial: orNull(read(metas, 'spatial', 'territory').slice(0, 300)),
      licence: [
        ...declared('license', read(metas, 'license'), 'dataset'),
        ...declared('license_url', licenceUrl, 'dataset'),
        ...declared('dct:rights', read(metas, 'rights'), 'dataset'),
      ],
      fields: ownFields(fieldsOf(metas).filter(([name]) => !known.has(name))),
      isPublic: flagOf(dataset['data_visible']),
      ...given({
        contact: read(metas, 'contact_email', 'contact_name'),
        language: read(metas, 'language', 'metadata_languages'),
        accessRights: read(metas, 'accessrights', 'access_rights'),
        conformsTo: read(metas, 'conforms_to', 'data_dictionary'),
      }),
      distributions: [...exportsOf(id, features, dataset['has_records'] !== false, url), ...filesOf(dataset, url)],
    }),
  ];
};

const paged = (
  items: readonly JsonObject[],
  total: number | null,
  offsetName: string,
  url: string,
): CatalogueReading => {
  const offset = countOf(new URL(url).searchParams.get(offsetName) ?? '0') ?? 0;
  const isMore = total !== null && items.length > 0 && offset + items.length < total;
  const next = isMore ? withQuery(url, { [offsetName]: offset + items.length }) : null;
  return catalogueReading(
    software,
    items.flatMap((item) => datasetOf(item, url)),
    { total, next },
  );
};

/** Reads answers of Opendatasoft. */
export const readOpendatasoft: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  if (hasKey(object, 'error_code') && hasKey(object, 'message'))
    return errorReading(software, textOf(object['message']));
  if (hasKey(object, 'nhits') && Array.isArray(object['datasets'])) {
    return paged(objectsOf(object['datasets']), countOf(object['nhits']), 'start', url);
  }
  const listed = Array.isArray(object['datasets']) ? objectsOf(object['datasets']) : objectsOf(object['results']);
  const items = listed.map((item) => objectOf(item['dataset']) ?? item);
  const isOurs = items.every((item) => hasKey(item, 'dataset_id') && hasKey(item, 'metas'));
  if (hasKey(object, 'total_count') && isOurs) return paged(items, countOf(object['total_count']), 'offset', url);
  const single = objectOf(object['dataset']) ?? object;
  const [dataset] =
    (hasKey(single, 'dataset_id') || hasKey(single, 'datasetid')) && hasKey(single, 'metas')
      ? datasetOf(single, url)
      : [];
  return dataset === undefined ? null : recordReading(software, dataset);
};
