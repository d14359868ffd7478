import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import type { CatalogueAnswer } from './answer.ts';
import { dayOf } from './day.ts';
import { countOf, distinct, orNull } from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  formatOf,
  mediaTypeIn,
  withoutTags,
} from './record.ts';
import { childOf, childrenOf, type Element, innerText } from './xml.ts';

/* RSS 2.0 and 1.0, and Atom (RFC 4287; INSPIRE's download services are Atom). */

const software = 'feed';

const read = (entry: Element, ...names: readonly string[]): string =>
  names.map((name) => innerText(childOf(entry, name))).find((text) => text !== '') ?? '';

const rssItem = (item: Element, base: string): DatasetRecord => {
  const link = addressOf(read(item, 'link'), base);
  const files = childrenOf(item, 'enclosure').flatMap(({ attributes }) => {
    const url = addressOf(attributes['url'] ?? '', base);
    const type = attributes['type'] ?? '';
    return url === null
      ? []
      : distribution({
          url,
          format: formatOf(type),
          mediaType: mediaTypeIn(type),
          bytes: countOf(attributes['length']),
        });
  });
  const date = dayOf(read(item, 'pubDate', 'date'));
  return datasetRecord({
    id: read(item, 'guid') || (link ?? read(item, 'title')),
    title: read(item, 'title'),
    description: withoutTags(read(item, 'description', 'encoded')),
    landingPage: link,
    publisher: orNull(read(item, 'creator', 'author')),
    keywords: distinct(childrenOf(item, 'category').map(innerText)),
    issued: date,
    modified: date,
    distributions: files,
  });
};

const atomEntry = (entry: Element, base: string): DatasetRecord => {
  const links = childrenOf(entry, 'link');
  const to = (relation: string): string | null => {
    const link = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === relation);
    return link === undefined ? null : addressOf(link.attributes['href'] ?? '', base);
  };
  const files = links.flatMap(({ attributes }) => {
    const isFile = ['enclosure', 'section', 'data'].includes(attributes['rel'] ?? '');
    const url = isFile ? addressOf(attributes['href'] ?? '', base) : null;
    const type = attributes['type'] ?? '';
    return url === null
      ? []
      : distribution({
          url,
          title: attributes['title'] ?? '',
          format: formatOf(type),
          mediaType: mediaTypeIn(type),
          bytes: countOf(attributes['length']),
        });
  });
  return datasetRecord({
    id: read(entry, 'id') || read(entry, 'title'),
    title: read(entry, 'title'),
    description: withoutTags(read(entry, 'summary', 'content')),
    landingPage: to('alternate'),
    publisher: orNull(innerText(childOf(childOf(entry, 'author') ?? entry, 'name'))),
    keywords: distinct(
      childrenOf(entry, 'category').map(({ attributes }) => attributes['label'] ?? attributes['term'] ?? ''),
    ),
    issued: dayOf(read(entry, 'published')),
    modified: dayOf(read(entry, 'updated')),
    licence: declared('rights', read(entry, 'rights'), 'dataset'),
    distributions: files,
  });
};

/** Reads a feed as a list of what it announces. */
export const readFeed = (root: Element, { url }: CatalogueAnswer): CatalogueReading | null => {
  if (root.name === 'feed') {
    const next = childrenOf(root, 'link').find(({ attributes }) => attributes['rel'] === 'next');
    const datasets = childrenOf(root, 'entry').map((entry) => atomEntry(entry, url));
    return catalogueReading(software, datasets, {
      total: countOf(innerText(childOf(root, 'totalResults'))),
      next: next === undefined ? null : addressOf(next.attributes['href'] ?? '', url),
    });
  }
  const channel = childOf(root, 'channel') ?? root;
  const items = [...childrenOf(channel, 'item'), ...(root.name === 'RDF' ? childrenOf(root, 'item') : [])];
  if (root.name !== 'rss' && items.length === 0) return null;
  return catalogueReading(
    software,
    items.map((item) => rssItem(item, url)),
  );
};
