import { describe, expect, test } from 'vitest';
import { foldedAddress } from '../../src/discover/fold.ts';
import { discover, lensOf, scoreLinks } from '../../src/discover/index.ts';
import { locationsOf } from '../../src/discover/sitemap.ts';
import type { Link, Page } from '../../src/model/inspection.ts';
import { openWeb } from './loopback.ts';
import { criteria, place, portal, tools } from './tools.ts';

const category = criteria.category('election-results');
const country = place({ domains: [{ value: 'gov.example', source: 'made up' }] });
const lens = lensOf(country, category, tools.words);

const link = (url: string, text: string, given: Partial<Link> = {}): Link => ({
  url,
  text,
  rel: null,
  context: '',
  region: 'main',
  ...given,
});
const page = (links: readonly Link[]): Page => ({
  ...{ title: '', headings: [], text: '', footer: '', links, forms: [], meta: [], jsonLd: [], mounts: [], iframes: [] },
  ...{ scripts: { count: 0, bytes: 0, sources: [] }, refresh: null, canonical: null, images: 0 },
});

describe('of two links the better is', () => {
  test.each([
    [
      'the one on the subject',
      link('https://a.example/1', 'Election results'),
      link('https://a.example/2', 'Statistics'),
    ],
    ['the file', link('https://a.example/r.csv', 'Election results'), link('https://a.example/r', 'Election results')],
    [
      'data, not news of it',
      link('https://a.example/r', 'Election results'),
      link('https://a.example/n', 'News: election results'),
    ],
    [
      'the country’s, not a city’s',
      link('https://a.example/r', 'Election results'),
      link('https://a.example/c', 'Election results, City of Alba'),
    ],
    [
      'the government’s',
      link('https://x.gov.example/r', 'Election results'),
      link('https://a.example/r', 'Election results'),
    ],
    [
      'in the text, not in the footer',
      link('https://a.example/r', 'Election results'),
      link('https://a.example/f', 'Election results', { region: 'footer' }),
    ],
    [
      'a table, not a document',
      link('https://a.example/r.xlsx', 'Election results'),
      link('https://a.example/r.pdf', 'Election results'),
    ],
  ])('%s', (_, better, worse) => {
    expect(scoreLinks(page([worse, better]), lens)[0]?.url).toBe(better.url);
  });
});

test('links that lead nowhere near data are left out', () => {
  const links = [
    link('https://a.example/contact', 'Contact'),
    link('mailto:a@a.example', 'Election results'),
    link('https://a.example/data', 'Open data'),
  ];
  expect(scoreLinks(page(links), lens).map(({ url, isOnTopic }) => [url, isOnTopic])).toEqual([
    ['https://a.example/data', false],
  ]);
});

test('the order of links on the page changes nothing', () => {
  const links = ['b', 'a', 'c'].map((name) => link(`https://a.example/${name}`, 'Election results'));
  expect(scoreLinks(page(links), lens)).toEqual(scoreLinks(page([...links].reverse()), lens));
});

test('fifteen thousand links are weighed in a moment', () => {
  const links = Array.from({ length: 15_000 }, (_, index) =>
    link(`https://a.example/${index}`, `Election results ${index}`),
  );
  const started = performance.now();
  expect(scoreLinks(page(links), lens)).toHaveLength(40);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('spellings of one address are folded', () => {
  const spellings = ['http://www.a.example/x/', 'https://a.example/x', 'https://a.example/x?utm_source=mail'];
  expect(new Set(spellings.map(foldedAddress)).size).toBe(1);
  expect(foldedAddress('https://a.example/x?id=1')).not.toBe(foldedAddress('https://a.example/x?id=2'));
});

test('a sitemap gives its addresses, escapes undone, and nothing that is not http', () => {
  const xml =
    '<urlset><url><loc> https://a.example/?a=1&amp;b=2 </loc></url><s:url><s:loc><![CDATA[https://a.example/c]]></s:loc></s:url><url><loc>ftp://a.example/</loc></url></urlset>';
  expect(locationsOf(xml)).toEqual(['https://a.example/?a=1&b=2', 'https://a.example/c']);
});

describe('without asking anybody', () => {
  const ask = async (
    extra: readonly string[],
    previous: readonly string[],
    given: Parameters<typeof place>[0] = {},
  ) => {
    const web = await openWeb({});
    try {
      return await discover(
        { place: place({ portals: [], ...given }), category, extra, previous, fetch: web.fetch },
        tools,
      );
    } finally {
      await web.close();
    }
  };

  test('the reviewer’s address comes first, then the place file’s, then last year’s', async () => {
    const addresses = [
      {
        category: 'election-results',
        url: 'https://kept.example/',
        role: 'landing-page' as const,
        why: 'Kept.',
        source: 'made up',
      },
    ];
    const { candidates } = await ask(['https://named.example/r.csv', 'ftp://x.example/'], ['https://before.example/'], {
      addresses,
    });
    expect(candidates.map(({ url, role }) => [url, role])).toEqual([
      ['https://named.example/r.csv', 'data-file'],
      ['https://kept.example/', 'landing-page'],
      ['https://before.example/', 'landing-page'],
    ]);
  });

  test('a site of the government that is named for the subject is proposed', async () => {
    const { candidates } = await ask([], [], { domains: [{ value: 'elections.example', source: 'made up' }] });
    expect(candidates.map(({ url }) => url)).toEqual(['https://elections.example/']);
  });
});

test('a mirror is folded into the official record, which says where it is', async () => {
  const answer = JSON.stringify({
    success: true,
    result: {
      count: 1,
      results: [
        {
          id: 'e',
          name: 'election-results',
          title: 'Election results',
          notes: '',
          license_id: 'x',
          organization: { title: 'Commission' },
          resources: [{ url: 'http://data.gov.example/r.csv', format: 'CSV' }],
        },
      ],
    },
  });
  const site = () => ({ body: answer });
  const web = await openWeb({ 'data.gov.example': site, 'mirror.example': site });
  const portals = [portal({ url: 'http://mirror.example' }), portal({ url: 'http://data.gov.example' })];
  const { candidates } = await discover(
    { place: { ...country, portals }, category, extra: [], previous: [], fetch: web.fetch },
    tools,
  );
  await web.close();
  expect(candidates).toHaveLength(1);
  expect(candidates[0]).toMatchObject({
    url: 'http://data.gov.example/dataset/election-results',
    why: expect.stringContaining('The same is at http://mirror.example/dataset/election-results.'),
  });
});

test('a record of a part of the country comes after one that may be the whole country’s, however well it fits', async () => {
  const found = (name: string, title: string, publisher: string, format: string) => ({
    ...{ id: name, name, title, notes: '', license_id: 'x', organization: { title: publisher } },
    resources: [{ url: `http://data.gov.example/${name}`, format }],
  });
  const results = [
    found('town', 'Election results 2024', 'City of Alba', 'CSV'),
    found('country', 'Elections', 'Archive of Alba', 'PDF'),
  ];
  const body = JSON.stringify({ success: true, result: { count: 2, results } });
  const web = await openWeb({ 'data.gov.example': () => ({ body }) });
  const portals = [portal({ url: 'http://data.gov.example' })];
  const { candidates } = await discover(
    { place: { ...country, portals }, category, extra: [], previous: [], fetch: web.fetch },
    tools,
  );
  await web.close();
  expect(candidates.map(({ title, level }) => [title, level.verdict])).toEqual([
    ['Elections', 'unknown'],
    ['Election results 2024', 'local'],
  ]);
});

test('records of towns do not end the search', async () => {
  const answer = (...titles: readonly (readonly [title: string, publisher: string])[]) => {
    const results = titles.map(([title, publisher], index) => ({
      ...{ id: `${title}-${index}`, name: `${title}-${index}`.replaceAll(' ', '-'), title, notes: '', license_id: 'x' },
      ...{
        organization: { title: publisher },
        resources: [{ url: `http://data.gov.example/${index}`, format: 'CSV' }],
      },
    }));
    return { body: JSON.stringify({ success: true, result: { count: results.length, results } }) };
  };
  const town = (name: string) => [`Election results ${name}`, `City of ${name}`] as const;
  const asked: string[] = [];
  const site = (url: URL) => {
    const words = url.searchParams.get('q') ?? '';
    asked.push(words);
    return asked.length === 1
      ? answer(town('Alba'), town('Beta'), town('Gamma'), town('Delta'))
      : answer(['Votes of the nation', 'Ministry of the Interior']);
  };
  const web = await openWeb({ 'data.gov.example': site });
  const portals = [portal({ url: 'http://data.gov.example' })];
  const { candidates } = await discover(
    { place: { ...country, portals }, category, extra: [], previous: [], fetch: web.fetch },
    tools,
  );
  await web.close();
  expect(new Set(asked).size).toBeGreaterThan(1);
  expect(candidates[0]?.title).toBe('Votes of the nation');
});

test('of the editions of one year the newest comes first, its month told in words of the country', async () => {
  const found = (name: string, title: string) => ({
    ...{ id: name, name, title, notes: '', license_id: 'x', organization: { title: 'Commission' } },
    resources: [{ url: `http://data.gov.example/${name}.csv`, format: 'CSV' }],
  });
  const months = ['01 ianuarie', '01 aprilie', '01 octombrie'];
  const results = months.map((month, at) => found(`e${at}`, `Rezultatele alegerilor, election results ${month} 2026`));
  const body = JSON.stringify({ success: true, result: { count: 3, results } });
  const web = await openWeb({ 'data.gov.example': () => ({ body }) });
  const portals = [portal({ url: 'http://data.gov.example' })];
  const { candidates } = await discover(
    {
      place: { ...country, languages: ['ro'], portals },
      category,
      asOf: '2026-12-01',
      extra: [],
      previous: [],
      fetch: web.fetch,
    },
    tools,
  );
  await web.close();
  expect(candidates.map(({ title }) => title?.slice(-14))).toEqual(
    ['octombrie 2026', ' aprilie 2026', ' ianuarie 2026'].map((end) => expect.stringContaining(end.trim())),
  );
});
