import type { Link, Page } from '../model/inspection.ts';
import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import { hostOf, withoutFragment } from '../web/address.ts';

/* Pages on which a catalogue lists datasets for people, read as its answers to programs are. */

/** Datasets that are taken from one page. */
const mostListed = 100;

/** A link in the shape of a dataset's record; what only its own page tells is not known. */
const recordOf = (url: string, links: readonly Link[]): DatasetRecord => {
  // A list repeats its links, on formats and on pictures: the longest text is the title.
  const title = links.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '');
  const description = links.reduce((longest, { context }) => (context.length > longest.length ? context : longest), '');
  return {
    ...{ id: url, title: title === '' ? url : title, description, landingPage: url, publisher: null },
    ...{ keywords: [], themes: [], issued: null, modified: null, temporal: null, frequency: null, spatial: null },
    ...{ licence: [], fields: [], isPublic: null, distributions: [] },
  };
};

/** The number of a page of a list, counted from one; of an address that names none, the first. */
const numberOf = (url: string): number => Number(new URL(url).searchParams.get('page') ?? '1');

/** The next page of a list, where one of its links leads there; the question stays the one that was asked. */
const nextOf = ({ links }: Page, url: string): string | null => {
  const next = numberOf(url) + 1;
  if (!Number.isInteger(next) || !links.some((link) => hostOf(link.url) === hostOf(url) && numberOf(link.url) === next))
    return null;
  const address = new URL(url);
  address.searchParams.set('page', String(next));
  return address.href;
};

/** The datasets that a page lists, in its order; an empty reading where it lists none. */
export const readListed = (
  software: string,
  page: Page,
  url: string,
  isDataset: (url: string) => boolean,
): CatalogueReading => {
  const byUrl = new Map<string, Link[]>();
  for (const link of page.links) {
    if (link.region !== 'main' || !URL.canParse(link.url) || hostOf(link.url) !== hostOf(url)) continue;
    const key = withoutFragment(link.url);
    if (!isDataset(key)) continue;
    const known = byUrl.get(key);
    if (known === undefined) byUrl.set(key, [link]);
    else known.push(link);
  }
  const datasets = [...byUrl].slice(0, mostListed).map(([address, links]) => recordOf(address, links));
  const kind = datasets.length === 0 ? 'empty' : 'catalogue';
  return {
    software,
    kind,
    datasets,
    total: null,
    next: datasets.length === 0 ? null : nextOf(page, url),
    message: null,
  };
};
