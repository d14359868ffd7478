import type { Json } from '../model/basics.ts';
import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import type { CatalogueAnswer, JsonReader } from './answer.ts';
import { isPackage, landingOf, packageOf } from './ckan-package.ts';
import { at, countOf, firstText, hasKey, type JsonObject, listOf, objectOf } from './json.ts';
import { catalogueReading, datasetRecord, errorReading, recordReading, withQuery } from './record.ts';

/* CKAN: the action API of version 3, and the older REST and search APIs (docs.ckan.org, "API guide"). */

const software = 'ckan';

const nameOnly = (name: string, base: string): DatasetRecord =>
  datasetRecord({ id: name, landingPage: landingOf({}, name, base) });

/** Packages in full, or the names that older searches and `package_list` give. */
const datasetsOf = (items: readonly Json[], base: string): readonly DatasetRecord[] => {
  // A word among packages is no name of a dataset.
  const areNames = items.every((item) => typeof item === 'string');
  return items.flatMap((item) => {
    if (typeof item === 'string') return item === '' || !areNames ? [] : nameOnly(item, base);
    const pack = objectOf(item);
    return pack !== null && firstText(pack['name'], pack['id']) !== '' ? packageOf(pack, base) : [];
  });
};

const nextOf = (base: string, offsetName: string, shown: number, total: number | null): string | null => {
  const offset = countOf(new URL(base).searchParams.get(offsetName) ?? '0') ?? 0;
  return total !== null && shown > 0 && offset + shown < total
    ? withQuery(base, { [offsetName]: offset + shown })
    : null;
};

const searchReading = (found: JsonObject, base: string, offsetName: string): CatalogueReading => {
  const total = countOf(found['count']);
  const datasets = datasetsOf(listOf(found['results']), base);
  return catalogueReading(software, datasets, { total, next: nextOf(base, offsetName, datasets.length, total) });
};

const faultOf = (envelope: JsonObject): string => {
  const error = envelope['error'];
  const told = firstText(at(error, 'message'), at(error, '__type'), error);
  return told === '' ? 'success is false' : told;
};

const fromEnvelope = (envelope: JsonObject, { url }: CatalogueAnswer): CatalogueReading | null => {
  if (envelope['success'] === false) return errorReading(software, faultOf(envelope));
  const result = envelope['result'];
  const object = objectOf(result);
  if (object !== null && Array.isArray(object['results'])) return searchReading(object, url, 'start');
  if (isPackage(object ?? undefined)) return recordReading(software, packageOf(object as JsonObject, url));
  if (!Array.isArray(result)) return null;
  const items = listOf(result);
  // DKAN's copy of this API wraps the one package in a list.
  if (items.length === 1 && isPackage(items[0]) && /package_show/.test(url)) {
    return recordReading('dkan', packageOf(items[0], url));
  }
  const isListOfPackages = items.every((item) => typeof item === 'string' || isPackage(item));
  return isListOfPackages && /package|dataset/.test(url) ? catalogueReading(software, datasetsOf(items, url)) : null;
};

const isOldApi = (url: string): boolean => /\/api\/(?:[12]\/)?(?:rest|search)\//.test(url);

/** Reads answers of CKAN; those of the older APIs have no envelope and are told by their address or their fields. */
export const readCkan: JsonReader = (json, answer) => {
  const object = objectOf(json);
  if (object === null) {
    const names = listOf(json);
    const isListOfNames = isOldApi(answer.url) && names.every((name) => typeof name === 'string');
    return isListOfNames && Array.isArray(json) ? catalogueReading(software, datasetsOf(names, answer.url)) : null;
  }
  if (hasKey(object, 'result') || (object['success'] === false && hasKey(object, 'error')))
    return fromEnvelope(object, answer);
  if (isPackage(object)) return recordReading(software, packageOf(object, answer.url));
  if (isOldApi(answer.url) && Array.isArray(object['results'])) return searchReading(object, answer.url, 'offset');
  return null;
};
