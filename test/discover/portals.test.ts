import { afterEach, describe, expect, test } from 'vitest';
import { discover } from '../../src/discover/index.ts';
import { adapters } from '../../src/discover/portals/index.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { saySearchProblem } from '../../src/text/searches.ts';
import { type LoopbackWeb, openWeb, type Site } from './loopback.ts';
import { type Find, type Held, type Shelf, speakers } from './speakers.ts';
import { criteria, place, portal, tools } from './tools.ts';

const told = (note: Sentence | null | undefined): string => (note ? saySearchProblem(note) : '');

const category = criteria.category('election-results');
const wanted: Held = { id: '77', title: 'Election results 2021 by polling station' };
const other = (index: number): Held => ({ id: String(1_000 + index), title: `Road works part ${index}` });

/** A catalogue with the wanted dataset at one place among many. */
const shelfOf = (total: number, wantedAt: number): Shelf => ({
  total,
  at: (index) => (index === wantedAt ? wanted : other(index)),
});

const nothing: Shelf = { total: 0, at: other };

let web: LoopbackWeb | undefined;
afterEach(() => web?.close());

const searchOn = async (software: string, site: Site, url = 'http://portal.example') => {
  web = await openWeb({ 'portal.example': site });
  const found = await discover(
    { place: place({ portals: [portal({ software, url })] }), category, extra: [], previous: [], fetch: web.fetch },
    tools,
  );
  return { ...found, asked: web.asked };
};

const speaker = (software: string, find: Find): Site => {
  const speak = speakers[software];
  if (speak === undefined) throw new Error(`Nobody speaks like ${software}.`);
  return speak(find);
};

const html = (body: string): ReturnType<Site> => ({
  type: 'text/html',
  body: `<!doctype html><html><head><title>Portal</title></head><body>${body}</body></html>`,
});

test('every adapter has somebody who speaks like its portal', () => {
  expect(Object.keys(speakers).sort()).toEqual(adapters.map(({ id }) => id).sort());
});

describe.each(adapters.map(({ id }) => id))('a portal of %s', (software) => {
  test('gives the dataset that is looked for', async () => {
    const { candidates, searched } = await searchOn(
      software,
      speaker(software, () => shelfOf(12, 7)),
    );
    expect(candidates[0]?.title).toMatch(/^Election results 2021/);
    expect(searched).toMatchObject([{ found: 1, note: null }]);
  });

  test('with nothing to offer is searched, and empty', async () => {
    const { candidates, searched } = await searchOn(
      software,
      speaker(software, () => nothing),
    );
    expect(candidates).toEqual([]);
    expect(searched).toMatchObject([{ found: 0, note: null }]);
  });

  test('that answers with a page and status 200 is told to be broken', async () => {
    const { candidates, searched } = await searchOn(software, () => html('<h1>Something went wrong</h1>'));
    expect(candidates).toEqual([]);
    expect(told(searched[0]?.note)).toMatch(/answered with a page instead of data/);
  });

  test('that moved its API is followed', async () => {
    const site = speaker(software, () => shelfOf(5, 3));
    const moved: Site = (url, payload) => {
      if (!url.pathname.startsWith('/new')) return { status: 308, location: `/new${url.pathname}${url.search}` };
      return site(new URL(url.href.replace('/new', '')), payload);
    };
    expect((await searchOn(software, moved)).candidates[0]?.title).toMatch(/^Election results 2021/);
  });

  test('with 100,000 datasets is never pulled whole', async () => {
    let listed = 0;
    const large: Shelf = {
      total: 100_000,
      at: (index) => {
        listed += 1;
        return index === 3 ? wanted : other(index);
      },
    };
    const { candidates, asked } = await searchOn(
      software,
      speaker(software, () => large),
    );
    expect(candidates[0]?.title).toMatch(/^Election results 2021/);
    expect(listed).toBeLessThanOrEqual(2_000);
    expect(asked.length).toBeLessThanOrEqual(12);
  });
});

describe.each(['dcat', 'ogc-records', 'feed'])('a list of %s that goes on', (software) => {
  test('is read to its next page', async () => {
    expect(
      (
        await searchOn(
          software,
          speaker(software, () => shelfOf(60, 55)),
        )
      ).candidates[0]?.title,
    ).toMatch(/^Election results 2021/);
  });
});

test('software that the place file does not know is told by its pages', async () => {
  const api = speaker('ckan', () => shelfOf(3, 1));
  const site: Site = (url, payload) =>
    url.pathname === '/' ? html('<a href="/api/3/action/site_read">API</a>') : api(url, payload);
  const { candidates, searched } = await searchOn('custom', site);
  expect(candidates[0]?.title).toMatch(/^Election results 2021/);
  expect(searched[0]?.note).toBeNull();
});

test('software that was replaced is told by its pages, and the new one is asked', async () => {
  const api = speaker('udata', () => shelfOf(3, 1));
  const site: Site = (url, payload) =>
    url.pathname === '/' ? html('<script src="/static/udata.js"></script>') : api(url, payload);
  expect((await searchOn('ckan', site)).candidates[0]?.title).toMatch(/^Election results 2021/);
});

test('where the API is dead the pages are looked through, and the reviewer is told', async () => {
  const site: Site = (url) =>
    url.pathname === '/'
      ? html('<main><a href="/elections/results.csv">Election results</a> <a href="/about">About us</a></main>')
      : undefined;
  const { candidates, searched } = await searchOn('ckan', site);
  expect(candidates.map(({ url, role }) => [url, role])).toEqual([
    ['http://portal.example/elections/results.csv', 'data-file'],
  ]);
  expect(told(searched[0]?.note)).toMatch(/its API answered with status 404; its pages were looked through instead/);
});

test('where the pages lead nowhere the sitemap is read', async () => {
  const site: Site = (url) => {
    if (url.pathname === '/') return html('<main><p>Welcome</p></main>');
    if (url.pathname === '/sitemap.xml')
      return {
        type: 'application/xml',
        body: '<sitemapindex><sitemap><loc>http://portal.example/news.xml</loc></sitemap><sitemap><loc>http://portal.example/datasets.xml</loc></sitemap></sitemapindex>',
      };
    if (url.pathname === '/datasets.xml')
      return {
        type: 'application/xml',
        body: '<urlset><url><loc>http://portal.example/d/election-results</loc></url><url><loc>http://portal.example/d/roads</loc></url></urlset>',
      };
    return undefined;
  };
  expect((await searchOn('custom', site)).candidates.map(({ url }) => url)).toEqual([
    'http://portal.example/d/election-results',
  ]);
});

test('a host that is gone is asked once', async () => {
  web = await openWeb({});
  const found = await discover({ place: place(), category, extra: [], previous: [], fetch: web.fetch }, tools);
  expect(told(found.searched[0]?.note)).toMatch(/could not be reached/);
  expect(web.asked).toHaveLength(1);
});

test('an API that robots.txt closes is told so', async () => {
  const fetch = async ({ url }: { url: string }) => ({
    url,
    fetchedAt: null,
    hops: [],
    record: null,
    reply: { kind: 'refused' as const, reason: 'robots' as const, detail: 'Disallow: /api/' },
  });
  const found = await discover({ place: place(), category, extra: [], previous: [], fetch }, tools);
  expect(told(found.searched[0]?.note)).toMatch(/is closed to programs by robots.txt/);
});
