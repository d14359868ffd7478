import type { Json } from '../model/basics.ts';
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
} from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  formatOf,
  mediaTypeIn,
  recordReading,
} from './record.ts';

/* Magda (magda.io): records of its registry, whose aspects hold DCAT, and answers of its search, which hold the same flat. */

const software = 'magda';

/** The aspect of a record that holds what is asked for. */
const aspectOf = (record: JsonObject, name: string): JsonObject => objectOf(at(record, 'aspects', name)) ?? {};

const licenceOf = (license: Json | undefined): string => firstText(license, at(license, 'url'), at(license, 'name'));

const fileOf = (strings: JsonObject, base: string): readonly Distribution[] => {
  const url = addressOf(firstText(strings['downloadURL'], strings['accessURL']), base);
  if (url === null) return [];
  const mediaType = textOf(strings['mediaType']);
  return [
    distribution({
      url,
      title: textOf(strings['title']),
      description: textOf(strings['description']),
      format: formatOf(firstText(strings['format'], mediaType)),
      mediaType: mediaTypeIn(mediaType),
      bytes: countOf(strings['byteSize']),
      modified: dayOf(strings['modified']) ?? dayOf(strings['issued']),
      licence: declared('license', licenceOf(strings['license']), 'file'),
    }),
  ];
};

interface Parts {
  readonly id: string;
  readonly strings: JsonObject;
  readonly publisher: string;
  readonly files: readonly JsonObject[];
}

const datasetOf = ({ id, strings, publisher, files }: Parts, base: string): DatasetRecord => {
  const [start, end] = [dayOf(at(strings, 'temporal', 'start')), dayOf(at(strings, 'temporal', 'end'), 'last')];
  return datasetRecord({
    id,
    title: firstText(strings['title'], id),
    description: textOf(strings['description']),
    landingPage:
      addressOf(textOf(strings['landingPage']), base) ?? addressOf(`/dataset/${encodeURIComponent(id)}`, base),
    publisher: orNull(publisher),
    keywords: distinct([...listOf(strings['keywords']), ...listOf(strings['themes'])].map(textOf)),
    issued: dayOf(strings['issued']),
    modified: dayOf(strings['modified']),
    temporal: start === null && end === null ? null : { from: start, to: end },
    frequency: orNull(textOf(strings['accrualPeriodicity'])),
    distributions: files.flatMap((file) => fileOf(file, base)),
  });
};

const ofRegistry = (record: JsonObject): Parts => {
  const strings = aspectOf(record, 'dcat-dataset-strings');
  const files = objectsOf(aspectOf(record, 'dataset-distributions')['distributions']);
  return {
    id: textOf(record['id']),
    strings,
    publisher: firstText(at(aspectOf(record, 'dataset-publisher'), 'publisher', 'name'), strings['publisher']),
    files: files.map((file) => aspectOf(file, 'dcat-distribution-strings')),
  };
};

const ofSearch = (dataset: JsonObject): Parts => ({
  id: textOf(dataset['identifier']),
  strings: dataset,
  publisher: firstText(at(dataset, 'publisher', 'name')),
  files: objectsOf(dataset['distributions']),
});

/** Reads a record of Magda's registry, and an answer of its search. */
export const readMagda: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  if (objectOf(at(object, 'aspects', 'dcat-dataset-strings')) !== null)
    return recordReading(software, datasetOf(ofRegistry(object), url));
  if (!hasKey(object, 'hitCount') || !Array.isArray(object['dataSets'])) return null;
  const datasets = objectsOf(object['dataSets']).filter((one) => hasKey(one, 'identifier'));
  return catalogueReading(
    software,
    datasets.map((one) => datasetOf(ofSearch(one), url)),
    { total: countOf(object['hitCount']), next: null },
  );
};
