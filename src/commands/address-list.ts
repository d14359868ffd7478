import { gunzipSync } from 'node:zlib';
import { type ReadListApart, readList } from '../audit/read.ts';
import { isSitemapIndex, locationsOf } from '../discover/sitemap.ts';
import type { NotChecked } from '../model/checks.ts';
import type { ReportDefect } from '../model/defect.ts';
import { UserError } from '../model/errors.ts';
import type { Arrival, Fetch } from '../model/exchange.ts';
import type { DatasetRecord } from '../model/records.ts';
import { decoded } from '../web/address.ts';
import { webAddress } from './outcome.ts';

/* Addresses from a list of them: one a line, a sitemap, or what a catalogue answers; told by the bytes alone. */

/** An address of a list, and what the list calls it; empty where it gives the address alone. */
export interface ListedAddress {
  readonly url: string;
  readonly title: string;
}

/** What a list holds. */
export interface AddressList {
  readonly addresses: readonly ListedAddress[];
  /** What of it gave no address, and why. */
  readonly left: readonly NotChecked[];
}

/** What a list is read with. */
export interface ListTools {
  /** As messages name the list. */
  readonly name: string;
  /** Addresses that are wanted at most: no further sitemap is asked for beyond. */
  readonly most: number;
  readonly fetch: Fetch;
  readonly readApart: ReadListApart;
  readonly report: ReportDefect;
}

/** Bytes that a packed list may unpack to; the protocol of sitemaps allows 50 MB. */
const mostUnpacked = 64 * 2 ** 20;

/** Sitemaps that are read of one index. */
const mostSitemaps = 20;

/** Where relative addresses of a catalogue without an address of its own would lead: nowhere. */
const nowhere = 'https://standard-input.invalid/';

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** @throws UserError for bytes that cannot be unpacked, or unpack to more than any list. */
const unpacked = (bytes: Uint8Array, name: string): Uint8Array => {
  if (!isPacked(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpacked });
  } catch (cause) {
    throw new UserError(
      `${name} is packed with gzip, and cannot be unpacked to at most ${mostUnpacked / 2 ** 20} MB.`,
      {
        cause,
      },
    );
  }
};

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const asListed = (url: string): ListedAddress => ({ url, title: '' });

const left = (why: NotChecked['why'], count: number, example: string | null = null): readonly NotChecked[] =>
  count === 0 ? [] : [{ why, count, example }];

/** The addresses of a sitemap; null where it could not be had. */
const askSitemap = async (url: string, { fetch }: ListTools): Promise<readonly string[] | null> => {
  const { reply } = await fetch({ url, accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' });
  if (reply.kind !== 'arrived' || reply.status >= 400) return null;
  try {
    return locationsOf(textOf(unpacked(reply.body, url)));
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
};

/** Asks for the sitemaps of an index, one after the other, until there are addresses enough. */
const fromIndex = async (xml: string, tools: ListTools): Promise<AddressList> => {
  const sitemaps = locationsOf(xml);
  const found = new Set<string>();
  const unread: string[] = [];
  let asked = 0;
  for (const url of sitemaps.slice(0, mostSitemaps)) {
    if (found.size >= tools.most) break;
    asked += 1;
    const own = await askSitemap(url, tools);
    if (own === null) unread.push(url);
    for (const one of own ?? []) found.add(one);
  }
  unread.push(...sitemaps.slice(asked));
  return { addresses: [...found].map(asListed), left: left('sitemap-not-read', unread.length, unread[0] ?? null) };
};

/** The address of a catalogue that answered, where its answer tells it: CKAN names its help page. */
const addressIn = (head: string): string => /"help"\s*:\s*"(https?:\/\/[^"\\]{1,500})"/.exec(head)?.[1] ?? nowhere;

const isSomewhere = (url: string | null): url is string =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) && !url.startsWith(nowhere);

/** The page of a dataset, which leads to its files; else the files. */
const addressesOf = ({ title, landingPage, distributions }: DatasetRecord): readonly ListedAddress[] => {
  const urls = isSomewhere(landingPage) ? [landingPage] : distributions.map(({ url }) => url).filter(isSomewhere);
  return [...new Set(urls)].map((url) => ({ url, title }));
};

const arrivalOf = (body: Uint8Array): Arrival => ({
  kind: 'arrived',
  status: 200,
  headers: [],
  finalUrl: addressIn(textOf(body.subarray(0, 4_000))),
  body,
  complete: true,
  totalBytes: body.byteLength,
  sha256: '',
});

const fromCatalogue = async (bytes: Uint8Array, tools: ListTools): Promise<AddressList | null> => {
  const reading = await readList(arrivalOf(bytes), tools.readApart, tools.report);
  if (reading === null) return null;
  if (reading.kind === 'error')
    throw new UserError(`${tools.name} is the answer of a catalogue that could not be read: ${reading.message ?? ''}`);
  const lists = reading.datasets.map(addressesOf);
  const without = reading.datasets.filter((_, at) => lists[at]?.length === 0);
  const beyond = Math.max(0, (reading.total ?? 0) - reading.datasets.length);
  return {
    addresses: lists.flat(),
    left: [...left('no-address', without.length, without[0]?.title ?? null), ...left('other-page', beyond)],
  };
};

/** A remark begins with `#` at the start of a line or behind a blank; within an address it is a fragment. */
const withoutRemark = (line: string): string => line.replace(/(?:^|\s)#.*$/, '').trim();

/** @throws UserError for the first line that is no address, with its number. */
const fromLines = (text: string, name: string): AddressList => {
  const addresses = text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    const word = withoutRemark(line);
    if (word === '') return [];
    try {
      return [asListed(webAddress(word))];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(
        `${name}:${at + 1}: ${decoded(error.message)} A list has an address a line, or is a sitemap or the answer of a catalogue.`,
        { cause: error },
      );
    }
  });
  return { addresses, left: [] };
};

/**
 * Reads a list of addresses.
 *
 * @throws UserError where it is none of the kinds that are known, with the line of what is no address.
 */
export const readAddressList = async (given: Uint8Array, tools: ListTools): Promise<AddressList> => {
  const bytes = unpacked(given, tools.name);
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  const start = text.slice(0, 5_000).trimStart();
  if (isSitemapIndex(start)) return fromIndex(text, tools);
  if (/<(?:[a-z]{1,10}:)?urlset\b/i.test(start)) return { addresses: locationsOf(text).map(asListed), left: [] };
  if (/^(?:[{[<]|@prefix|@base|PREFIX\s|BASE\s)/.test(start)) {
    const list = await fromCatalogue(bytes, tools);
    if (list !== null) return list;
    throw new UserError(
      `${tools.name} is no list: addresses one a line, a sitemap, or the answer of a catalogue (DCAT, CKAN, data.json and others) is expected.`,
    );
  }
  return fromLines(text, tools.name);
};
