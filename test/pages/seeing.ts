import { openCriteria } from '../../src/criteria/load.ts';
import { inspect, sourceOfBytes } from '../../src/inspect/index.ts';
import type { DateWords } from '../../src/model/dates.ts';
import type { Hop } from '../../src/model/exchange.ts';
import type { CatalogueReading, DatasetRecord, Distribution } from '../../src/model/records.ts';
import { type PageWords, type View, viewOf } from '../../src/pages/index.ts';
import { openFormats } from '../../src/web/formats.ts';

/* Replies written by the project, through the real inspection, as the readers of pages are handed them. */

const criteria = openCriteria();
export const words = criteria.data<PageWords>('vocabulary/pages');
export const dateWords = criteria.data<DateWords>('vocabulary/dates');
const formats = criteria.data<Parameters<typeof inspect>[1]['formats']>('vocabulary/formats');

export interface Reply {
  readonly url?: string;
  readonly finalUrl?: string;
  readonly hops?: readonly Hop[];
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly reading?: CatalogueReading;
  readonly role?: View['role'];
  readonly seenOn?: string | null;
  readonly isDrawn?: boolean;
}

/** What arrived, as the readers of pages are handed it. */
export const seen = async (reply: Reply): Promise<View> => {
  const { url = 'https://www.agency.example/data/register', status = 200, headers = {}, body } = reply;
  const finalUrl = reply.finalUrl ?? url;
  const declared =
    headers['content-type'] ?? (body.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain');
  const inspection = await inspect(
    sourceOfBytes(Buffer.from(body), {
      name: new URL(finalUrl).pathname.split('/').at(-1) ?? '',
      url: finalUrl,
      declared,
    }),
    { formats, dates: dateWords },
  );
  return viewOf({
    url,
    finalUrl,
    hops: reply.hops ?? (finalUrl === url ? [] : [{ url, status: 302 }]),
    status,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    inspection,
    reading: reply.reading ?? null,
    role: reply.role ?? 'landing-page',
    seenOn: reply.seenOn === undefined ? '2024-05-10' : reply.seenOn,
    isDrawn: reply.isDrawn === true,
    words,
    formats: openFormats(formats.formats),
    dateWords,
  });
};

/** A page with a menu and a footer such as every site has, around a main part. */
export const html = (title: string, main: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>
<header><a href="/">Home</a><a href="/login">Log in</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/contact">Contact</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<main>${main}</main>
<footer><p>© 2024 Agency. Last updated on 3 May 2024. <a href="/terms">Terms of use</a></p></footer></body></html>`;

/** Plain sentences, so that a page is longer than a notice. */
export const prose = (sentences = 20): string =>
  Array.from(
    { length: sentences },
    (_, i) => `<p>The agency keeps the shore in good order, part ${i + 1} of its long report.</p>`,
  ).join('');

export const distribution = (given: Partial<Distribution> = {}): Distribution => ({
  title: 'Figures',
  url: 'https://data.agency.example/files/figures.csv',
  format: 'csv',
  mediaType: null,
  bytes: null,
  modified: null,
  licence: [],
  description: '',
  ...given,
});

export const dataset = (given: Partial<DatasetRecord> = {}): DatasetRecord => ({
  id: 'figures',
  title: 'Figures of the shore',
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
  distributions: [distribution()],
  ...given,
});

export const reading = (given: Partial<CatalogueReading> = {}): CatalogueReading => ({
  software: 'ckan',
  kind: 'record',
  datasets: [dataset()],
  total: null,
  next: null,
  message: null,
  ...given,
});
