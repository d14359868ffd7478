import type { Json } from '../model/basics.ts';
import type { DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
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
} from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  given,
  rootBefore,
  segmentOf,
} from './record.ts';

/* GeoNetwork: the search of version 4 (Elasticsearch) and the `q` service of version 3. */

const software = 'geonetwork';

/** Objects by language, the catalogue's own under `default`. */
const localised = (value: Json | undefined): string => firstText(at(value, 'default'), at(value, 'langeng'), value);

const serviceOf = (protocol: string): string | null =>
  /wms|wfs|wcs|wmts|atom/i.exec(protocol)?.[0].toLowerCase() ?? null;

const landing = (uuid: string, url: string): string =>
  `${rootBefore(url, /\/srv\/|\/api\//)}/srv/api/records/${segmentOf(uuid)}`;

const linkOf = (link: JsonObject, base: string): readonly Distribution[] => {
  const url = addressOf(localised(link['urlObject'] ?? link['url']), base);
  const title = localised(link['nameObject'] ?? link['name']);
  return url === null ? [] : [distribution({ url, title, format: serviceOf(textOf(link['protocol'])) })];
};

/** Where the index keeps each element of the constraints: texts with where they lead, and codes. */
const constraintFields = [
  ['gmd:otherConstraints', 'MD_LegalConstraintsOtherConstraintsObject'],
  ['gmd:useLimitation', 'MD_LegalConstraintsUseLimitationObject'],
  ['gmd:useLimitation', 'MD_ConstraintsUseLimitationObject'],
  ['gmd:useLimitation', 'MD_SecurityConstraintsUseLimitationObject'],
  ['license', 'licenseObject'],
  ['gmd:accessConstraints', 'cl_accessConstraints'],
  ['gmd:useConstraints', 'cl_useConstraints'],
  ['gmd:classification', 'cl_classification'],
] as const;

const conditionsOf = (source: JsonObject): readonly DeclaredLicence[] =>
  constraintFields.flatMap(([field, key]) =>
    objectsOf(source[key]).flatMap((one) =>
      distinct([textOf(one['link']), textOf(one['key']), localised(one)]).flatMap((text) =>
        declared(field, text, 'dataset'),
      ),
    ),
  );

/** Names of organisations, which the index keeps besides the contacts: as texts, and by language. */
const namesIn = (source: JsonObject, key: string): readonly string[] => [
  ...objectsOf(source[`${key}Object`]).map(localised),
  ...listOf(source[key]).map(textOf),
  textOf(source[key]),
];

const hitOf = (source: JsonObject, base: string): DatasetRecord => {
  const uuid = firstText(source['uuid'], source['metadataIdentifier']);
  const organisations = [...objectsOf(source['contactForResource']), ...objectsOf(source['contact'])].map((one) =>
    localised(one['organisationObject'] ?? one['organisation']),
  );
  return datasetRecord({
    id: uuid,
    title: localised(source['resourceTitleObject']) || uuid,
    description: localised(source['resourceAbstractObject']),
    landingPage: landing(uuid, base),
    publisher: orNull(firstText(...organisations, ...namesIn(source, 'OrgForResource'), ...namesIn(source, 'Org'))),
    keywords: distinct(objectsOf(source['tag']).map(localised)),
    issued: dayOf(listOf(source['publicationDateForResource'])[0]),
    modified: dayOf(listOf(source['revisionDateForResource'])[0]) ?? dayOf(source['dateStamp']),
    licence: conditionsOf(source),
    ...given({
      contact: firstText(
        ...[...objectsOf(source['contactForResource']), ...objectsOf(source['contact'])].map((one) => one['email']),
      ),
      language: firstText(listOf(source['resourceLanguage'])[0], source['mainLanguage']),
    }),
    distributions: objectsOf(source['link']).flatMap((link) => linkOf(link, base)),
  });
};

/** `name|description|url|protocol|mime|…`, as the older version packs a link into one text. */
const packedLink = (packed: string, base: string): readonly Distribution[] => {
  const [name = '', description = '', link = '', protocol = ''] = packed.split('|');
  const url = addressOf(link, base);
  return url === null ? [] : [distribution({ url, title: name, description, format: serviceOf(protocol) })];
};

/** The older version writes a list of one as the item itself. */
const oneOrMore = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? listOf(value) : value === undefined ? [] : [value];

const oldHitOf = (hit: JsonObject, base: string): DatasetRecord => {
  const uuid = firstText(at(hit, 'geonet:info', 'uuid'), hit['identifier']);
  return datasetRecord({
    id: uuid,
    title: firstText(hit['title'], hit['defaultTitle'], uuid),
    description: textOf(hit['abstract']),
    landingPage: landing(uuid, base),
    publisher: orNull(textOf(oneOrMore(hit['responsibleParty'])[0]).split('|')[2] ?? ''),
    keywords: distinct(oneOrMore(hit['keyword']).map(textOf)),
    issued: dayOf(hit['publicationDate']),
    modified: dayOf(hit['revisionDate']) ?? dayOf(at(hit, 'geonet:info', 'changeDate')),
    licence: oneOrMore(hit['legalConstraints']).flatMap((one) =>
      declared('gmd:otherConstraints', textOf(one), 'dataset'),
    ),
    distributions: oneOrMore(hit['link']).flatMap((link) => packedLink(textOf(link), base)),
  });
};

/** Reads answers of GeoNetwork's own searches; its CSW is read as such. */
export const readGeonetwork: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  const hits = objectsOf(at(object, 'hits', 'hits'));
  // Without hits only the address tells that it is no other index's answer.
  const isNothingFound =
    hits.length === 0 && at(object, 'hits', 'hits') !== undefined && /\/srv\/api\/search\//.test(url);
  if (isNothingFound || hits.some((hit) => hasKey(objectOf(hit['_source']) ?? {}, 'resourceTitleObject'))) {
    const total = countOf(at(object, 'hits', 'total', 'value')) ?? countOf(at(object, 'hits', 'total'));
    return catalogueReading(
      software,
      hits.flatMap((hit) => hitOf(objectOf(hit['_source']) ?? {}, url)),
      { total },
    );
  }
  const old = oneOrMore(object['metadata']).flatMap((item): readonly JsonObject[] => {
    const hit = objectOf(item);
    return hit !== null && hasKey(hit, 'geonet:info') ? [hit] : [];
  });
  const isOurs = old.length > 0 || (hasKey(object, '@from') && objectOf(object['summary']) !== null);
  if (!isOurs) return null;
  return catalogueReading(
    software,
    old.map((hit) => oldHitOf(hit, url)),
    { total: countOf(at(object, 'summary', '@count')) },
  );
};
