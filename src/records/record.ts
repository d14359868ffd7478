import type { Json } from '../model/basics.ts';
import type { CatalogueReading, DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
import { mostDatasets, mostDistributions } from './answer.ts';
import { textsOf } from './json.ts';

/** The absolute address, http or https, of a link in an answer; null for anything else. */
export const addressOf = (link: string, base: string): string | null => {
  const trimmed = link.trim();
  if (trimmed === '' || trimmed.length > 4_000 || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
};

/** A name as one segment of a path. Lone surrogates, which no encoding knows, become the sign for what is unreadable. */
export const segmentOf = (name: string): string => encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'));

/** The part of an address before one of its path segments: the root of a portal under which its API stands. */
export const rootBefore = (address: string, marker: RegExp): string => {
  const url = new URL(address);
  const index = url.pathname.search(marker);
  return url.origin + (index < 0 ? '' : url.pathname.slice(0, index)).replace(/\/+$/, '');
};

/** The text of an HTML fragment; descriptions are often written in it. */
export const withoutTags = (html: string): string =>
  html
    .slice(0, 100_000)
    .replace(/<[^<>]{0,5000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * A declared format as its catalogue writes it, in lower case: `CSV`, `.csv` and an authority's `…/file-type/CSV` are all
 * `csv`, an authority's `…/media-types/text/csv` is `text/csv`. What it means is for the registry of formats.
 */
export const formatOf = (declared: string): string | null => {
  const text = declared.trim().toLowerCase();
  if (text === '' || text.length > 300) return null;
  const media = mediaTypeIn(text);
  if (media !== null) return media;
  const last = /^https?:/.test(text) ? text.replace(/\/$/, '').replace(/^.*[/#]/, '') : text;
  return last.replace(/^\./, '') || null;
};

/** The media type in a declared value; null where it holds none. */
export const mediaTypeIn = (declared: string): string | null =>
  /(?:^|media-types\/)([a-z]+\/[a-z0-9.+-]+)/.exec(declared.trim().toLowerCase().slice(0, 300))?.[1] ?? null;

/** One statement about a licence, or none where the field is empty. */
export const declared = (field: string, value: string, scope: DeclaredLicence['scope']): readonly DeclaredLicence[] =>
  value.trim() === '' ? [] : [{ field, value: value.trim().slice(0, 20_000), scope }];

/** Fields that are kept of one dataset besides those of its catalogue's own. */
const mostFields = 300;

/** Every value of every field that holds text, as it was written; of a list each item. */
export const ownFields = (entries: readonly (readonly [name: string, value: Json])[]): readonly DeclaredLicence[] =>
  entries
    .flatMap(([name, value]) => textsOf(value).flatMap((text) => declared(name, text, 'dataset')))
    .slice(0, mostFields);

/** Fields that say something; the others are left out. */
export const given = <Fields extends object>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)) as {
    readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

/** A file of a dataset; what is not given is not known. */
export const distribution = (known: Partial<Distribution> & Pick<Distribution, 'url'>): Distribution => ({
  title: '',
  format: null,
  mediaType: null,
  bytes: null,
  modified: null,
  licence: [],
  description: '',
  ...known,
});

/** A dataset; what is not given is not known. */
export const datasetRecord = (known: Partial<DatasetRecord> & Pick<DatasetRecord, 'id'>): DatasetRecord => ({
  title: known.id,
  description: '',
  landingPage: null,
  publisher: null,
  keywords: [],
  themes: [],
  issued: null,
  modified: null,
  temporal: null,
  frequency: null,
  spatial: null,
  licence: [],
  fields: [],
  isPublic: null,
  ...known,
  distributions: (known.distributions ?? []).slice(0, mostDistributions),
});

/** A reading of one dataset, asked for by name. */
export const recordReading = (software: string, dataset: DatasetRecord): CatalogueReading => ({
  software,
  kind: 'record',
  datasets: [dataset],
  total: 1,
  next: null,
  message: null,
});

/** A reading of a list or a search; without datasets it is empty. */
export const catalogueReading = (
  software: string,
  datasets: readonly DatasetRecord[],
  { total = null, next = null }: { readonly total?: number | null; readonly next?: string | null } = {},
): CatalogueReading => ({
  software,
  kind: datasets.length === 0 ? 'empty' : 'catalogue',
  datasets: datasets.slice(0, mostDatasets),
  total,
  next: datasets.length === 0 ? null : next,
  message: null,
});

/** A reading of a refusal or a fault, in the catalogue's own words. */
export const errorReading = (software: string, message: string): CatalogueReading => ({
  software,
  kind: 'error',
  datasets: [],
  total: null,
  next: null,
  message: message.slice(0, 500),
});

/** The same address with some query parameters changed. */
export const withQuery = (address: string, changes: Readonly<Record<string, string | number>>): string => {
  const url = new URL(address);
  for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, String(value));
  return url.href;
};
