import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import { distinct, firstText, hasKey, type JsonObject, objectOf, objectsOf, orNull, textOf } from './json.ts';
import {
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  recordReading,
  segmentOf,
  withoutTags,
} from './record.ts';

/* The services of an ArcGIS Server (ArcGIS REST API, "Services Directory", "Map Service", "Feature Service"). */

export const arcgisServer = 'arcgis-server';

const serviceRecord = (name: string, type: string, root: string): DatasetRecord => {
  const url = `${root}/${name.split('/').map(segmentOf).join('/')}/${segmentOf(type)}`;
  return datasetRecord({
    id: `${name}/${type}`,
    title: name.replace(/^.*\//, '').replaceAll('_', ' '),
    landingPage: url,
    distributions: [distribution({ url, title: type, format: 'arcgis geoservices rest api' })],
  });
};

const servicesReading = (object: JsonObject, url: string): CatalogueReading => {
  const { origin, pathname } = new URL(url);
  const root = origin + pathname.replace(/(\/rest\/services)\/.*$/, '$1').replace(/\/$/, '');
  const datasets = objectsOf(object['services']).map((service) =>
    serviceRecord(textOf(service['name']), textOf(service['type']), root),
  );
  return catalogueReading(arcgisServer, datasets, { total: datasets.length });
};

/** One service or layer: what it holds and whose it says it is. */
const serviceReading = (object: JsonObject, url: string): CatalogueReading => {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname.replace(/\/$/, '');
  const layers = objectsOf(object['layers']).map((layer) =>
    distribution({
      url: `${address}/${textOf(layer['id'])}`,
      title: textOf(layer['name']),
      format: 'arcgis geoservices rest api',
    }),
  );
  const info = objectOf(object['documentInfo']) ?? {};
  const title = firstText(info['Title'], object['mapName'], object['name'], pathname.split('/').at(-2));
  const about = firstText(object['serviceDescription'], object['description'], info['Comments'], info['Subject']);
  return recordReading(
    arcgisServer,
    datasetRecord({
      id: address,
      title,
      description: withoutTags(about),
      landingPage: address,
      publisher: orNull(firstText(info['Author'])),
      keywords: distinct(
        textOf(info['Keywords'])
          .split(',')
          .map((word) => word.trim()),
      ),
      licence: declared('copyrightText', withoutTags(textOf(object['copyrightText'])), 'dataset'),
      distributions:
        layers.length > 0 ? layers : [distribution({ url: address, title, format: 'arcgis geoservices rest api' })],
    }),
  );
};

/** Reads the list of services, one service or one layer; null where it is none of them. */
export const readServer = (object: JsonObject, url: string): CatalogueReading | null => {
  if (Array.isArray(object['services']) && (hasKey(object, 'folders') || hasKey(object, 'currentVersion'))) {
    return servicesReading(object, url);
  }
  const isService = hasKey(object, 'currentVersion') && hasKey(object, 'copyrightText');
  return isService || (hasKey(object, 'mapName') && hasKey(object, 'layers')) ? serviceReading(object, url) : null;
};
