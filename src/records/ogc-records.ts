import type { DatasetRecord, Distribution } from '../model/records.ts';
import type { JsonReader } from './answer.ts';
import { dayOf } from './day.ts';
import {
  at,
  countOf,
  distinct,
  firstText,
  hasKey,
  type JsonObject,
  listOf,
  objectOf,
  objectsOf,
  orNull,
  textOf,
  textsOf,
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
  recordReading,
} from './record.ts';

/* OGC API: the records of "Records" (OGC 20-004), and the collections of every OGC API. */

const software = 'ogc-records';

/** Relations that lead to the data or a picture of it, not around the catalogue. */
const isData = (link: JsonObject): boolean => {
  const relation = textOf(link['rel']).toLowerCase();
  return ![
    'self',
    'root',
    'parent',
    'collection',
    'alternate',
    'license',
    'next',
    'prev',
    'icon',
    'preview',
    'describedby',
  ].includes(relation);
};

const linkOf = (link: JsonObject, base: string): readonly Distribution[] => {
  const url = addressOf(textOf(link['href']), base);
  if (url === null || !isData(link)) return [];
  const type = textOf(link['type']);
  return [
    distribution({
      url,
      title: textOf(link['title']),
      format: formatOf(type),
      mediaType: mediaTypeIn(type),
      bytes: countOf(link['length']),
    }),
  ];
};

const linkTo = (holder: JsonObject, relation: string, base: string): string | null => {
  const link = objectsOf(holder['links']).find((one) => one['rel'] === relation);
  return link === undefined ? null : addressOf(textOf(link['href']), base);
};

const contactOf = (properties: JsonObject): string => {
  const parties = [...objectsOf(properties['contacts']), ...objectsOf(properties['providers'])];
  return firstText(properties['publisher'], ...parties.flatMap((party) => [party['organization'], party['name']]));
};

const recordOf = (feature: JsonObject, base: string): DatasetRecord => {
  const properties = objectOf(feature['properties']) ?? feature;
  const id = firstText(feature['id'], properties['externalId']);
  const interval = listOf(at(feature, 'time', 'interval') ?? listOf(at(feature, 'extent', 'temporal', 'interval'))[0]);
  const from = dayOf(interval[0]);
  const to = dayOf(interval[1], 'last');
  return datasetRecord({
    id,
    title: firstText(properties['title'], feature['title'], id),
    description: firstText(properties['description'], feature['description']),
    landingPage: linkTo(feature, 'canonical', base) ?? linkTo(feature, 'self', base),
    publisher: orNull(contactOf(properties)),
    keywords: distinct(listOf(properties['keywords']).map(textOf)),
    themes: distinct(
      objectsOf(properties['themes']).flatMap((theme) =>
        objectsOf(theme['concepts']).map((one) => firstText(one['title'], one['id'])),
      ),
    ),
    issued: dayOf(properties['created']),
    modified: dayOf(properties['updated']),
    temporal: from === null && to === null ? null : { from, to },
    ...given({
      contact: firstText(
        ...objectsOf(properties['contacts']).flatMap((one) => [
          ...objectsOf(one['emails']).map((mail) => mail['value']),
          at(one, 'contactInfo', 'email', 'work'),
          one['email'],
        ]),
      ),
      language: firstText(at(properties, 'language', 'code'), properties['language']),
      accessRights: firstText(properties['accessRights']),
    }),
    licence: [
      ...declared('license', textOf(properties['license'] ?? feature['license']), 'dataset'),
      ...declared('license_url', linkTo(feature, 'license', base) ?? '', 'dataset'),
      ...['rights', 'accessRights', 'accessrights', 'accessConstraints', 'useConstraints', 'useLimitation'].flatMap(
        (field) => textsOf(properties[field]).flatMap((text) => declared(field, text, 'dataset')),
      ),
    ],
    distributions: objectsOf(feature['links']).flatMap((link) => linkOf(link, base)),
  });
};

const isRecord = (feature: JsonObject): boolean => {
  const properties = objectOf(feature['properties']);
  return (
    properties !== null && hasKey(properties, 'title') && hasKey(properties, 'type') && Array.isArray(feature['links'])
  );
};

/** Reads records and collections of OGC APIs. Plain features are data, and not read here. */
export const readOgcRecords: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  if (object['type'] === 'Feature' && isRecord(object)) return recordReading(software, recordOf(object, url));
  const features = objectsOf(object['features']);
  if (object['type'] === 'FeatureCollection' && features.length > 0 && features.every(isRecord)) {
    const total = countOf(object['numberMatched']);
    return catalogueReading(
      software,
      features.map((feature) => recordOf(feature, url)),
      { total, next: linkTo(object, 'next', url) },
    );
  }
  const collections = objectsOf(object['collections']);
  const isList =
    Array.isArray(object['collections']) &&
    Array.isArray(object['links']) &&
    collections.every((one) => hasKey(one, 'id'));
  if (!isList) return null;
  return catalogueReading(
    software,
    collections.map((one) => recordOf(one, url)),
    { total: collections.length, next: linkTo(object, 'next', url) },
  );
};
