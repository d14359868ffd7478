import type { Json } from '../model/basics.ts';
import type { CatalogueReading, DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
import type { JsonReader } from './answer.ts';
import { arcgisServer, readServer } from './arcgis-server.ts';
import { dayOf, dayOfEpoch } from './day.ts';
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
} from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  errorReading,
  given,
  recordReading,
  rootBefore,
  segmentOf,
  withoutTags,
  withQuery,
} from './record.ts';

/* ArcGIS: Hub search and Portal items (ArcGIS REST API, "Search", "Item"). */

const hub = 'arcgis-hub';
const portal = 'arcgis-portal';

/** Dates are milliseconds since 1970 in Portal, ISO texts in some answers of Hub. */
const moment = (value: Json | undefined): string | null => dayOfEpoch(value) ?? dayOf(value);

/** `file` types can be had as they are; a service is asked for its features. */
const formatOfType = (type: string): string => {
  const name = type.toLowerCase();
  if (name.includes('service')) return name.includes('wms') ? 'wms' : 'arcgis geoservices rest api';
  return name;
};

/** Where the links of an HTML fragment lead: terms are often no more than a link. */
const linksIn = (html: string): readonly string[] =>
  distinct(
    [...html.slice(0, 100_000).matchAll(/href\s{0,5}=\s{0,5}["']([^"'<>\s]{1,2000})["']/gi)].map(
      ([, link = '']) => link,
    ),
  );

const conditionsOf = (item: JsonObject): readonly DeclaredLicence[] => {
  const terms = textOf(item['licenseInfo']);
  const structured = objectOf(item['structuredLicense']) ?? {};
  return [
    ...declared('licenseInfo', withoutTags(terms), 'dataset'),
    ...linksIn(terms).flatMap((link) => declared('licenseInfo', link, 'dataset')),
    ...declared('license', textOf(item['license']), 'dataset'),
    ...['abbr', 'type', 'text', 'url'].flatMap((part) =>
      declared('structuredLicense', withoutTags(textOf(structured[part])), 'dataset'),
    ),
    ...declared('accessInformation', withoutTags(textOf(item['accessInformation'])), 'dataset'),
    ...(item['access'] === 'public' ? [] : declared('access', textOf(item['access']), 'dataset')),
  ];
};

/** Forms in which a Hub gives out the features of a service (ArcGIS Hub, "Download API"). */
const downloadForms = ['csv', 'geojson'] as const;

/** The files that a Hub makes of a layer of features, of the first where the address of the service names none. */
const downloadsOf = (id: string, type: string, service: string | null, root: string): readonly Distribution[] => {
  if (service === null || !/^feature (?:service|layer)$/i.test(type)) return [];
  const [item = id] = id.split('_');
  const layer = /\/(\d+)\/?$/.exec(service)?.[1] ?? /_(\d+)$/.exec(id)?.[1] ?? '0';
  return downloadForms.map((format) =>
    distribution({
      url: `${root}/api/download/v1/items/${segmentOf(item)}/${format}?redirect=true&layers=${layer}`,
      title: format,
      format,
    }),
  );
};

const itemOf = (item: JsonObject, root: string, page: (id: string) => string): DatasetRecord => {
  const id = firstText(item['id'], item['itemId']);
  const url = addressOf(textOf(item['url']), root);
  const type = textOf(item['type']);
  const isFile = url === null && /csv|excel|shapefile|geojson|kml|package|geodatabase|pdf/i.test(type);
  const modified = moment(item['modified']) ?? moment(item['itemModified']);
  const data = isFile ? `${root}/sharing/rest/content/items/${segmentOf(id)}/data` : url;
  return datasetRecord({
    id,
    title: firstText(item['title'], item['name'], id),
    description: withoutTags(firstText(item['description'], item['snippet'], item['searchDescription'])),
    landingPage: page(id),
    // The owner is the name of an account, not of a body.
    publisher: orNull(firstText(item['source'], item['orgName'], item['accessInformation'])),
    keywords: distinct(listOf(item['tags']).map(textOf)),
    themes: distinct(listOf(item['categories']).map((category) => textOf(category).replace(/^.*\//, ''))),
    issued: moment(item['created']),
    modified,
    licence: conditionsOf(item),
    ...given({ language: textOf(item['culture']), contact: textOf(item['contactEmail']) }),
    isPublic: textOf(item['access']) === '' ? null : textOf(item['access']) === 'public',
    distributions:
      data === null ? [] : [distribution({ url: data, title: type, format: formatOfType(type), modified })],
  });
};

const portalReading = (object: JsonObject, url: string): CatalogueReading => {
  const root = rootBefore(url, /\/sharing\/rest\b/);
  const total = countOf(object['total']);
  const nextStart = countOf(object['nextStart']);
  const datasets = objectsOf(object['results']).map((item) =>
    itemOf(item, root, (id) => `${root}/home/item.html?id=${id}`),
  );
  return catalogueReading(portal, datasets, {
    total,
    next: nextStart === null || nextStart <= 0 ? null : withQuery(url, { start: nextStart }),
  });
};

/** A dataset of a Hub with the files that the Hub makes of it. */
const withDownloads = (dataset: DatasetRecord, item: JsonObject, root: string): DatasetRecord => {
  const service = addressOf(textOf(item['url']), root);
  const downloads = downloadsOf(dataset.id, textOf(item['type']), service, root);
  return { ...dataset, distributions: [...downloads, ...dataset.distributions] };
};

/** Hub of today lists features of its search, the older one JSON:API resources. */
const hubReading = (object: JsonObject, url: string): CatalogueReading | null => {
  const root = new URL(url).origin;
  const page = (id: string): string => `${root}/datasets/${segmentOf(id)}`;
  const features = objectsOf(object['features']);
  const entries =
    features.length > 0
      ? features.map((feature) => ({ feature, of: objectOf(feature['properties']) ?? {} }))
      : objectsOf(object['data']).map((feature) => ({ feature, of: objectOf(feature['attributes']) ?? {} }));
  const datasets = entries.map(({ feature, of }) =>
    withDownloads(itemOf({ ...of, id: firstText(feature['id'], of['id']) }, root, page), of, root),
  );
  const next =
    objectsOf(object['links']).find((link) => link['rel'] === 'next')?.['href'] ??
    at(object, 'links', 'next') ??
    at(object, 'meta', 'next');
  return catalogueReading(hub, datasets, {
    total:
      countOf(object['numberMatched']) ??
      countOf(at(object, 'meta', 'stats', 'totalCount')) ??
      countOf(at(object, 'meta', 'total')),
    next: addressOf(textOf(next), url),
  });
};

/** One resource of the older Hub, asked for by its id. */
const hubRecord = (object: JsonObject, url: string): CatalogueReading | null => {
  const attributes = objectOf(at(object, 'data', 'attributes'));
  if (attributes === null || !/\/api\/v\d\/datasets\//.test(url)) return null;
  const root = new URL(url).origin;
  const item = { ...attributes, id: textOf(at(object, 'data', 'id')) };
  const record = itemOf(item, root, (id) => `${root}/datasets/${segmentOf(id)}`);
  return recordReading(hub, withDownloads(record, item, root));
};

const isHub = (object: JsonObject, url: string): boolean => {
  const isSearch = /\/api\/(?:search\/v\d|v\d\/datasets|v\d\/search)/.test(url);
  if (!isSearch) return false;
  const attributes = at(listOf(object['data'])[0], 'attributes') ?? at(listOf(object['features'])[0], 'properties');
  const isEmpty = (Array.isArray(object['data']) || Array.isArray(object['features'])) && attributes === undefined;
  return isEmpty || (objectOf(attributes) !== null && hasKey(objectOf(attributes) ?? {}, 'owner'));
};

const isItem = (object: JsonObject): boolean =>
  /^[0-9a-f]{32}$/.test(textOf(object['id'])) &&
  hasKey(object, 'owner') &&
  hasKey(object, 'type') &&
  hasKey(object, 'title');

/** Reads answers of ArcGIS; its faults come with status 200. */
export const readArcgis: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  const fault = objectOf(object['error']);
  const isOurs = /\/rest\/|\/sharing\//.test(url);
  if (isOurs && fault !== null && hasKey(fault, 'code'))
    return errorReading(arcgisServer, firstText(fault['message'], fault['code']));
  if (isItem(object)) {
    const root = rootBefore(url, /\/sharing\/rest\b/);
    return recordReading(
      portal,
      itemOf(object, root, (id) => `${root}/home/item.html?id=${id}`),
    );
  }
  if (hasKey(object, 'nextStart') && Array.isArray(object['results'])) return portalReading(object, url);
  const single = hubRecord(object, url);
  if (single !== null) return single;
  if (isHub(object, url)) return hubReading(object, url);
  return readServer(object, url);
};
