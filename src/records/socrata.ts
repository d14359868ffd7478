import type { Json } from '../model/basics.ts';
import type { DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
import type { JsonReader } from './answer.ts';
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
  formatOf,
  mediaTypeIn,
  ownFields,
  recordReading,
  rootBefore,
  segmentOf,
  withoutTags,
  withQuery,
} from './record.ts';

/* Socrata: the views of a domain, and the discovery API (dev.socrata.com, socratadiscovery.docs.apiary.io). */

const software = 'socrata';
const isId = (id: string): boolean => /^[a-z0-9]{4}-[a-z0-9]{4}$/.test(id);

const tableExports = (id: string, root: string, modified: string | null): readonly Distribution[] => [
  distribution({ url: `${root}/api/views/${id}/rows.csv?accessType=DOWNLOAD`, title: 'CSV', format: 'csv', modified }),
  distribution({
    url: `${root}/api/views/${id}/rows.json?accessType=DOWNLOAD`,
    title: 'JSON',
    format: 'json',
    modified,
  }),
  distribution({ url: `${root}/resource/${id}.json`, title: 'API', format: 'json', modified }),
];

const fileOf = (view: JsonObject, id: string, root: string): readonly Distribution[] => {
  const name = textOf(view['blobFilename']);
  if (name === '') return [];
  const url = addressOf(`${root}/download/${id}/${segmentOf(name)}`, root);
  if (url === null) return [];
  const type = textOf(view['blobMimeType']);
  return [
    distribution({
      url,
      title: name,
      format: formatOf(type),
      mediaType: mediaTypeIn(type),
      bytes: countOf(view['blobFileSize']),
    }),
  ];
};

/** Links of a view that only points elsewhere (`href`). */
const linkedOf = (view: JsonObject, root: string): readonly Distribution[] =>
  Object.entries(objectOf(at(view, 'metadata', 'accessPoints')) ?? {}).flatMap(([type, link]) => {
    const url = addressOf(textOf(link), root);
    return url === null ? [] : distribution({ url, title: type, format: formatOf(type), mediaType: mediaTypeIn(type) });
  });

/** Fields that publishers add, in groups of their own naming. */
const customFields = (view: JsonObject): readonly (readonly [name: string, value: Json])[] => {
  const groups = Object.values(objectOf(at(view, 'metadata', 'custom_fields')) ?? {});
  return groups.flatMap((group) => Object.entries(objectOf(group) ?? {}));
};

/** Whom to name, and whether the owner of the portal or one of its users made the view. */
const creditsOf = (view: JsonObject): readonly (readonly [name: string, value: Json])[] =>
  ['attribution', 'attributionLink', 'provenance'].map((name) => [name, view[name] ?? null]);

const licenceOf = (view: JsonObject): readonly DeclaredLicence[] => [
  ...declared('license_id', textOf(view['licenseId']), 'dataset'),
  ...declared('license_title', firstText(at(view, 'license', 'name'), view['license']), 'dataset'),
  ...declared('license_url', textOf(at(view, 'license', 'termsLink')), 'dataset'),
];

const viewOf = (view: JsonObject, url: string): DatasetRecord => {
  const id = textOf(view['id']);
  const root = rootBefore(url, /\/+api\//);
  const fields = customFields(view);
  // Where two fields disagree, a reader should see both.
  const frequencies = fields.filter(([name]) => /frequency|periodicity/i.test(name)).map(([, value]) => textOf(value));
  // The metadata API writes the same moments as texts.
  const modified =
    dayOfEpoch(view['rowsUpdatedAt']) ??
    dayOf(view['dataUpdatedAt']) ??
    dayOfEpoch(view['viewLastModified']) ??
    dayOf(view['metadataUpdatedAt']);
  const hasRows = view['viewType'] === 'tabular' || listOf(view['columns']).length > 0 || hasKey(view, 'dataUri');
  return datasetRecord({
    id,
    title: firstText(view['name'], view['id']),
    description: withoutTags(textOf(view['description'])),
    landingPage: `${root}/d/${id}`,
    publisher: orNull(
      firstText(view['attribution'], at(view, 'owner', 'displayName'), at(view, 'tableAuthor', 'displayName')),
    ),
    keywords: distinct(listOf(view['tags']).map(textOf)),
    themes: distinct([textOf(view['category'])]),
    issued: dayOfEpoch(view['publicationDate']) ?? dayOfEpoch(view['createdAt']) ?? dayOf(view['createdAt']),
    modified,
    frequency: orNull(distinct(frequencies).join(' / ')),
    licence: licenceOf(view),
    fields: ownFields([...creditsOf(view), ...fields]),
    // The API shows only what the asker may see; `public` appears among the grants where it is told at all.
    isPublic: objectsOf(view['grants']).some((grant) => listOf(grant['flags']).includes('public')) ? true : null,
    distributions: [
      ...(hasRows ? tableExports(id, root, modified) : []),
      ...fileOf(view, id, root),
      ...linkedOf(view, root),
    ],
  });
};

const entryOf = (entry: JsonObject): readonly DatasetRecord[] => {
  const resource = objectOf(entry['resource']) ?? {};
  const id = textOf(resource['id']);
  const domain = textOf(at(entry, 'metadata', 'domain'));
  if (!isId(id) || !/^[a-z0-9.-]+$/i.test(domain)) return [];
  const root = `https://${domain}`;
  const modified = dayOf(resource['data_updated_at']) ?? dayOf(resource['updatedAt']);
  const isTable = resource['type'] === 'dataset' || resource['type'] === 'filter';
  return [
    datasetRecord({
      id,
      title: firstText(resource['name'], resource['id']),
      description: withoutTags(textOf(resource['description'])),
      landingPage: addressOf(firstText(entry['permalink'], entry['link']), root) ?? `${root}/d/${id}`,
      publisher: orNull(firstText(resource['attribution'], at(entry, 'owner', 'display_name'))),
      keywords: distinct(listOf(at(entry, 'classification', 'domain_tags')).map(textOf)),
      themes: distinct([
        textOf(at(entry, 'classification', 'domain_category')),
        ...listOf(at(entry, 'classification', 'categories')).map(textOf),
      ]),
      issued: dayOf(resource['publication_date']) ?? dayOf(resource['createdAt']),
      modified,
      licence: declared('license_title', textOf(at(entry, 'metadata', 'license')), 'dataset'),
      fields: ownFields([
        ...creditsOf(resource),
        ...objectsOf(at(entry, 'classification', 'domain_metadata')).map(
          (one) => [textOf(one['key']), one['value'] ?? null] as const,
        ),
      ]),
      distributions: isTable ? tableExports(id, root, modified) : [],
    }),
  ];
};

const isView = (value: JsonObject): boolean =>
  isId(textOf(value['id'])) &&
  hasKey(value, 'name') &&
  (hasKey(value, 'viewType') || hasKey(value, 'assetType') || hasKey(value, 'dataUri'));

/** Reads answers of Socrata. */
export const readSocrata: JsonReader = (json, { url }) => {
  if (Array.isArray(json)) {
    const views = objectsOf(json);
    if (!/\/api\/(?:views|catalog|search\/views)/.test(url) || !views.every(isView)) return null;
    return catalogueReading(
      software,
      views.map((view) => viewOf(view, url)),
    );
  }
  const object = objectOf(json);
  if (object === null) return null;
  if (hasKey(object, 'resultSetSize') && Array.isArray(object['results'])) {
    const results = objectsOf(object['results']);
    const total = countOf(object['resultSetSize']);
    const offset = countOf(new URL(url).searchParams.get('offset') ?? '0') ?? 0;
    const isMore = total !== null && offset + results.length < total;
    return catalogueReading(software, results.flatMap(entryOf), {
      total,
      next: isMore ? withQuery(url, { offset: offset + results.length }) : null,
    });
  }
  if (isView(object)) return recordReading(software, viewOf(object, url));
  const isFault = /\/api\/(?:views|catalog)/.test(url) && object['error'] === true && hasKey(object, 'message');
  return isFault ? errorReading(software, textOf(object['message'])) : null;
};
