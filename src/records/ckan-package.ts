import type { Json } from '../model/basics.ts';
import type { DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
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
  parseJson,
  textOf,
  textsOf,
} from './json.ts';
import {
  addressOf,
  datasetRecord,
  declared,
  distribution,
  formatOf,
  given,
  mediaTypeIn,
  ownFields,
  rootBefore,
  segmentOf,
} from './record.ts';

/* A package of CKAN as a dataset: fields of the core, of older versions, and of the extensions that are widely used. */

interface Fields {
  (names: readonly string[]): string;
  /** Every field, the extras first, as it is named and written. */
  readonly all: readonly (readonly [name: string, value: Json])[];
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Harvesters put lists into one text: `["2012-05-01"]`. */
const unescaped = (text: string): string => {
  const list = text.startsWith('[') ? listOf(parseJson(text)) : [];
  return list.every((item) => typeof item === 'string') && list.length > 0 ? list.map(textOf).join(' / ') : text;
};

/**
 * Fields by name, however they are spelt (`temporal_coverage-from`). Extensions add them to the package or to its
 * extras, which are a list of `{key, value}` since version 2 and were an object before.
 */
const fieldsOf = (pack: JsonObject): Fields => {
  const extras = pack['extras'];
  const pairs = Array.isArray(extras)
    ? objectsOf(extras).map((extra): readonly [string, Json] => [textOf(extra['key']), extra['value'] ?? null])
    : Object.entries(objectOf(extras) ?? {});
  const texts = new Map<string, string>();
  const all = [...pairs, ...Object.entries(pack)];
  for (const [key, value] of all) {
    const text = unescaped(textOf(value));
    if (text !== '' && !texts.has(plainKey(key))) texts.set(plainKey(key), text);
  }
  const read = (names: readonly string[]): string =>
    names.map((name) => texts.get(name) ?? '').find((text) => text !== '') ?? '';
  return Object.assign(read, { all });
};

/** `[{"type": "publication", "value": "2014-05-07"}]`, as INSPIRE harvesters write it. */
const referenceDate = (read: Fields, type: string): string | null => {
  const dates = objectsOf(parseJson(read(['dataset_reference_date'])));
  return dayOf(dates.find((date) => date['type'] === type)?.['value']);
};

/** Where it is told in words; shapes say nothing to a reader. */
const placeNameOf = (read: Fields): string | null => {
  const names = ['spatial_coverage', 'geographic_coverage', 'geo_coverage', 'spatial_text', 'spatial'];
  const told = names.map((name) => read([name])).find((text) => text !== '' && !text.startsWith('{'));
  return told === undefined ? null : told.slice(0, 300);
};

const namesOf = (value: Json | undefined): readonly string[] =>
  distinct(listOf(value).map((item) => firstText(at(item, 'display_name'), at(item, 'title'), at(item, 'name'), item)));

const licenceFields = ['license_id', 'license_title', 'license_url', 'license', 'license_type', 'rights'];

/** Fields of the INSPIRE and national extensions in which conditions of use are written. */
const licenceExtras = [
  'licence',
  'licence_url',
  'licence_url_title',
  'license_text',
  'access_constraints',
  'use_constraints',
  'use_limitation',
  'use_limitations',
  'other_constraints',
  'access_rights',
  'terms_of_use',
];

const licencesOf = (
  fields: readonly string[],
  read: (name: string) => Json | undefined,
  scope: DeclaredLicence['scope'],
): readonly DeclaredLicence[] =>
  fields.flatMap((field) => textsOf(read(field)).flatMap((text) => declared(field, text, scope)));

/** Fields of the core that say nothing of their own naming. */
const core = [
  ...['id', 'name', 'title', 'notes', 'type', 'state', 'url', 'version', 'private', 'isopen', 'ckan_url'],
  ...['author', 'author_email', 'maintainer', 'maintainer_email', 'owner_org', 'creator_user_id', 'tags', 'groups'],
  ...['metadata_created', 'metadata_modified', 'revision_id', 'revision_timestamp', 'num_resources', 'num_tags'],
];

const known: ReadonlySet<string> = new Set([...licenceFields, ...licenceExtras, ...core]);

const valueIn = ({ all }: Fields, field: string): Json | undefined =>
  all.find(([name, value]) => plainKey(name) === field && textsOf(value).length > 0)?.[1];

/** The fields that are not among those above; those that are no text are left out. */
const othersOf = ({ all }: Fields): readonly DeclaredLicence[] =>
  ownFields(all.filter(([name]) => !known.has(plainKey(name))));

const resourceOf = (resource: JsonObject, base: string): readonly Distribution[] => {
  const url = addressOf(textOf(resource['url']), base);
  if (url === null) return [];
  const mediaType = textOf(resource['mimetype']);
  return [
    distribution({
      url,
      title: firstText(resource['name_translated'], resource['name'], resource['title']),
      description: firstText(resource['description_translated'], resource['description']),
      format: formatOf(firstText(resource['format'], resource['mimetype'])),
      mediaType: mediaTypeIn(mediaType),
      bytes: countOf(resource['size']),
      ...given({
        downloadUrl: textOf(resource['download_url']) || (resource['url_type'] === 'upload' ? url : ''),
        checksum: textOf(resource['hash']),
        rights: textOf(resource['rights']),
      }),
      modified: dayOf(resource['last_modified']) ?? dayOf(resource['created']),
      licence: licencesOf([...licenceFields, ...licenceExtras], (name) => resource[name], 'file'),
    }),
  ];
};

const temporalOf = (pack: JsonObject, read: Fields): DatasetRecord['temporal'] => {
  const [period] = objectsOf(pack['temporals']);
  const from =
    dayOf(period?.['start_date']) ??
    dayOf(
      read([
        'temporal_start',
        'temporal_coverage_from',
        'temporal_coverage_start',
        'begin_collection_date',
        'start_date',
      ]),
    );
  const to =
    dayOf(period?.['end_date'], 'last') ??
    dayOf(
      read(['temporal_end', 'temporal_coverage_to', 'temporal_coverage_end', 'end_collection_date', 'end_date']),
      'last',
    );
  return from === null && to === null ? null : { from, to };
};

/** The publisher's name, where it is told as an object or as JSON in a text. */
const namedPublisher = (pack: JsonObject): string => {
  const told = pack['publisher'];
  return textOf(at(typeof told === 'string' ? parseJson(told) : told, 'name'));
};

const publisherOf = (pack: JsonObject, read: Fields): string =>
  firstText(
    at(pack, 'organization', 'title'),
    at(pack, 'organization', 'name'),
    read(['publisher_name', 'holder_name']) || namedPublisher(pack) || read(['publisher']),
    pack['author'],
    pack['maintainer'],
  );

/** Where a person reads of the package; before version 2 it was told in `ckan_url`. */
export const landingOf = (pack: JsonObject, name: string, base: string): string | null => {
  const told = addressOf(textOf(pack['ckan_url']), base);
  if (told !== null) return told;
  return name === ''
    ? null
    : `${rootBefore(base, /\/+api\/(?:\d\/)?(?:action|rest|search|util)\b/)}/dataset/${segmentOf(name)}`;
};

/** Where a harvester took it from; spatial and DCAT harvesters keep the identifier of the source as `guid`. */
const sourceOf = (read: Fields): DatasetRecord['source'] => {
  const catalogue = read(['harvest_source_id', 'harvest_source_title', 'harvest_object_id']);
  if (catalogue === '') return undefined;
  const id = read(['guid', 'identifier', 'harvest_object_id']);
  return {
    id: `${read(['harvest_source_id'])} ${id}`.trim(),
    modified: dayOf(read(['source_modified', 'metadata_date'])),
  };
};

/** Whom to ask, the surest way first: mail, a page, a name. */
const contactIn = (read: Fields): string =>
  read([
    ...['contact_email', 'contact_point_email', 'publisher_email', 'maintainer_email', 'author_email'],
    ...['contact_uri', 'contact_url', 'contact_point', 'contact_name', 'maintainer'],
  ]);

/** A package, and what it says of its resources. */
export const packageOf = (pack: JsonObject, base: string): DatasetRecord => {
  const read = fieldsOf(pack);
  const name = textOf(pack['name']);
  const id = firstText(pack['id'], name);
  const isPrivate = flagOf(pack['private']);
  const recorded = dayOf(pack['metadata_created']);
  return datasetRecord({
    id,
    ...(recorded === null ? {} : { recorded }),
    title: firstText(pack['title_translated'], pack['title'], pack['name'], id),
    description: firstText(pack['notes_translated'], pack['notes'], pack['description']),
    landingPage: landingOf(pack, name || id, base),
    publisher: orNull(publisherOf(pack, read)),
    keywords: distinct([...namesOf(pack['tags']), ...listOf(at(pack, 'keywords')).map(textOf)]),
    themes: namesOf(pack['groups']),
    issued:
      dayOf(read(['issued', 'release_date', 'date_released', 'publication_date', 'date_published'])) ??
      referenceDate(read, 'publication') ??
      dayOf(pack['metadata_created']),
    modified:
      dayOf(read(['modified', 'last_modified', 'date_modified'])) ??
      dayOf(pack['metadata_modified']) ??
      dayOf(pack['revision_timestamp']),
    temporal: temporalOf(pack, read),
    frequency: orNull(
      read([
        'frequency',
        'update_frequency',
        'update_freq',
        'accrual_periodicity',
        'frequency_of_update',
        'periodicity',
      ]),
    ),
    spatial: placeNameOf(read),
    licence: [
      ...licencesOf(licenceFields, (field) => pack[field] ?? valueIn(read, field), 'dataset'),
      ...licencesOf(licenceExtras, (field) => valueIn(read, field), 'dataset'),
    ],
    fields: othersOf(read),
    isPublic: isPrivate === null ? null : !isPrivate,
    ...given({
      identifier: read(['guid', 'identifier']),
      source: sourceOf(read),
      contact: contactIn(read),
      accessRights: read(['access_rights', 'access_level', 'accesslevel']),
      language: read(['language', 'languages', 'metadata_language']),
      conformsTo: read(['conforms_to', 'data_dictionary', 'described_by', 'schema_url']),
    }),
    distributions: objectsOf(pack['resources']).flatMap((resource) => resourceOf(resource, base)),
  });
};

/** Is it a package in full? */
export const isPackage = (value: Json | undefined): value is JsonObject => {
  const object = objectOf(value);
  if (object === null || !Array.isArray(object['resources'])) return false;
  return hasKey(object, 'license_id') || hasKey(object, 'metadata_modified') || hasKey(object, 'notes');
};
