import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import type { CatalogueAnswer, JsonReader } from './answer.ts';
import { at, distinct, firstText, hasKey, type JsonObject, objectOf, objectsOf, orNull, textOf } from './json.ts';
import { catalogueReading, datasetRecord, distribution, rootBefore, segmentOf } from './record.ts';
import { allOf, childrenOf, type Element } from './xml.ts';

/* SDMX registries: the dataflows of a structure message, in XML or JSON (sdmx.org, REST API). */

const software = 'sdmx';

interface Flow {
  readonly id: string;
  readonly agency: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
}

const flowRecord = ({ id, agency, version, name, description }: Flow, url: string): DatasetRecord => {
  const root = rootBefore(url, /\/dataflow\b/);
  const key = [agency, id, version]
    .filter((part) => part !== '')
    .map(segmentOf)
    .join(',');
  return datasetRecord({
    id: key,
    title: name || id,
    description,
    landingPage: null,
    publisher: orNull(agency),
    distributions: [distribution({ url: `${root}/data/${key}`, title: name || id, format: 'sdmx' })],
  });
};

const namesOf = (element: Element, name: string): string =>
  distinct(childrenOf(element, name).map(({ text }) => text))
    .slice(0, 4)
    .join(' / ');

/** Reads the dataflows of a structure message in XML. */
export const readSdmxXml = (root: Element, { url }: CatalogueAnswer): CatalogueReading | null => {
  const flows = allOf(root, 'Dataflow').filter(({ attributes }) => attributes['id'] !== undefined);
  const datasets = flows.map((flow) =>
    flowRecord(
      {
        id: flow.attributes['id'] ?? '',
        agency: flow.attributes['agencyID'] ?? '',
        version: flow.attributes['version'] ?? '',
        name: namesOf(flow, 'Name'),
        description: namesOf(flow, 'Description'),
      },
      url,
    ),
  );
  return catalogueReading(software, datasets, { total: datasets.length });
};

const isFlow = (item: JsonObject): boolean => hasKey(item, 'id') && hasKey(item, 'agencyID');

/** Reads the dataflows of a structure message in JSON. */
export const readSdmxJson: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object === null) return null;
  const references = Object.values(objectOf(object['references']) ?? {});
  const listed = objectsOf(at(object, 'data', 'dataflows') ?? object['dataflows'] ?? object['Dataflow'] ?? references);
  if (listed.length === 0 || !listed.every(isFlow)) return null;
  const datasets = listed.map((flow) =>
    flowRecord(
      {
        id: textOf(flow['id']),
        agency: textOf(flow['agencyID']),
        version: textOf(flow['version']),
        name: firstText(flow['names'], flow['name']),
        description: firstText(flow['descriptions'], flow['description']),
      },
      url,
    ),
  );
  return catalogueReading(software, datasets, { total: datasets.length });
};
