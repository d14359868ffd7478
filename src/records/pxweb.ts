import type { JsonReader } from './answer.ts';
import { dayOf } from './day.ts';
import {
  at,
  countOf,
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
  distribution,
  recordReading,
  segmentOf,
  withQuery,
} from './record.ts';

/* PxWeb: folders and tables of version 1, its search, and the tables of version 2 (www.scb.se/api). */

const software = 'pxweb';

const beneath = (url: string, id: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/$/, '')}/${id.split('/').map(segmentOf).join('/')}`;
};

/** A table answers a GET with its variables, and a POST with its figures. */
const tableOf = (id: string, title: string, updated: string | null, url: string) =>
  datasetRecord({
    id,
    title,
    landingPage: url,
    modified: updated,
    distributions: [distribution({ url, title, format: 'px-json', modified: updated })],
  });

const isNodeOfFolder = (item: JsonObject): boolean =>
  (hasKey(item, 'text') && (item['type'] === 'l' || item['type'] === 't')) ||
  (hasKey(item, 'dbid') && hasKey(item, 'text'));

const isHit = (item: JsonObject): boolean => hasKey(item, 'path') && hasKey(item, 'title') && hasKey(item, 'score');

const secondVersion = (object: JsonObject, url: string) => {
  const datasets = objectsOf(object['tables']).map((table) => {
    const links = objectsOf(table['links']);
    const data = links.find((link) => link['rel'] === 'data') ?? links.find((link) => link['rel'] === 'self');
    const address = addressOf(textOf(data?.['href']), url) ?? beneath(url, `${textOf(table['id'])}/data`);
    const from = dayOf(textOf(table['firstPeriod']).slice(0, 4));
    const to = dayOf(textOf(table['lastPeriod']).slice(0, 4), 'last');
    return {
      ...tableOf(textOf(table['id']), firstText(table['label'], table['id']), dayOf(table['updated']), address),
      description: textOf(table['description']),
      publisher: orNull(textOf(table['source'])),
      temporal: from === null && to === null ? null : { from, to },
    };
  });
  const page = countOf(at(object, 'page', 'pageNumber'));
  const pages = countOf(at(object, 'page', 'totalPages'));
  return catalogueReading(software, datasets, {
    total: countOf(at(object, 'page', 'totalElements')),
    next: page !== null && pages !== null && page < pages ? withQuery(url, { pageNumber: page + 1 }) : null,
  });
};

/** Reads answers of PxWeb. */
export const readPxweb: JsonReader = (json, { url }) => {
  const object = objectOf(json);
  if (object !== null) {
    if (Array.isArray(object['tables']) && objectOf(object['page']) !== null) return secondVersion(object, url);
    const variables = objectsOf(object['variables']);
    const isTable =
      hasKey(object, 'title') &&
      variables.length > 0 &&
      variables.every((one) => hasKey(one, 'code') && hasKey(one, 'values'));
    return isTable ? recordReading(software, tableOf(url, textOf(object['title']), null, url)) : null;
  }
  const items = objectsOf(json);
  if (items.length === 0 || items.length !== listOf(json).length) return null;
  if (items.every(isHit)) {
    const [root = url] = url.split('?');
    const hits = items.map((item) => {
      const id = `${textOf(item['path'])}/${textOf(item['id'])}`.replace(/^\/+/, '');
      return tableOf(id, firstText(item['title'], item['id']), dayOf(item['published']), beneath(root, id));
    });
    return catalogueReading(software, hits, { total: hits.length });
  }
  if (!items.every(isNodeOfFolder)) return null;
  const nodes = items.map((item) => {
    const id = firstText(item['dbid'], item['id']);
    const node = tableOf(id, firstText(item['text'], id), dayOf(item['updated']), beneath(url, id));
    return item['type'] === 't' ? node : { ...node, distributions: [] };
  });
  return catalogueReading(software, nodes, { total: nodes.length });
};
