import { expect, test } from 'vitest';
import { defaultDiscoveryLimits, discover } from '../../src/discover/index.ts';
import type { Place } from '../../src/model/data.ts';
import { dataset, hits, html, nowhere, portal, serve, shell, type Web } from '../audit/web.ts';
import { criteria, tools } from './tools.ts';

/* How long a catalogue is asked, with what, and by which way. */

const at = 'http://data.gov.example';
const search = `${at}/api/3/action/package_search`;
const category = criteria.category('election-results');

const find = async (web: Web, given: Partial<Place> = {}) => {
  const { fetch, asked } = serve(web);
  const request = {
    place: nowhere({ addresses: [], ...given }),
    category,
    extra: [],
    previous: [],
    fetch,
    asOf: '2026-10-01',
  };
  const { candidates, searched } = await discover(request, tools);
  return { titles: candidates.map(({ title }) => title), urls: candidates.map(({ url }) => url), searched, asked };
};

/** The words of each question, in their order, and the place in the list where it is not the first. */
const questionsIn = (asked: readonly string[], path: string): readonly string[] =>
  asked
    .filter((url) => new URL(url).pathname === path)
    .map((url) => {
      const { searchParams } = new URL(url);
      const from = searchParams.get('start') ?? searchParams.get('page');
      return `${searchParams.get('q')}${from === null ? '' : ` from ${from}`}`;
    });

const api = '/api/3/action/package_search';
const set = (name: string, title: string, publisher: string) =>
  dataset(name, title, [{ url: `${at}/${name}.csv` }], { organization: { title: publisher } });
const ofTown = (index: number) => set(`town-${index}`, `Election results ${index}`, `City of Alba ${index}`);
const ofBody = set('national', 'Election results 2025', 'Election Commission');
const towns = Array.from({ length: 30 }, (_, index) => ofTown(index));
const page = (count: number, ...results: readonly object[]): string =>
  JSON.stringify({ success: true, result: { count, results } });

test('one dataset of the whole country is enough', async () => {
  const { asked } = await find({ [search]: hits(ofBody) });
  expect(questionsIn(asked, api)).toHaveLength(1);
});

/** A catalogue that answers each question with datasets of other towns. */
const otherTowns = (asked: string[]) => (request: { readonly url: string }) => {
  asked.push(request.url);
  return serve({ [search]: hits(ofTown(asked.length)) }).fetch(request);
};

test('any number of datasets of towns is not: the responsible body is asked for next, then other words', async () => {
  const asked: string[] = [];
  await discover(
    {
      place: nowhere({ addresses: [] }),
      category,
      extra: [],
      previous: [],
      fetch: otherTowns(asked),
      asOf: '2026-10-01',
    },
    tools,
  );
  expect(questionsIn(asked, api).slice(0, 2)).toEqual(['Election Results', 'Election Commission']);
  const others = category.topics['en']?.slice(1) ?? [];
  expect(questionsIn(asked, api).slice(2)).toEqual(others.slice(0, defaultDiscoveryLimits.phrases - 2));
});

test('a catalogue that lists the same whatever it is asked is asked no further, and was searched only if that is all of it', async () => {
  const all = await find({ [search]: hits(...towns.slice(0, 5)) });
  expect([questionsIn(all.asked, api).length, all.searched[0]?.reach]).toEqual([3, 'whole']);
  const first = await find({ [search]: page(9_000, ...towns.map((one) => ({ ...one, title: 'Roads' }))) });
  expect([questionsIn(first.asked, api).length, first.searched[0]?.reach]).toEqual([3, 'part']);
});

test('a category in halves is asked for in all its words, though one dataset fits', async () => {
  const halved = { ...category, halves: [['results'], ['registered']] };
  const { fetch, asked } = serve({ [search]: hits(ofBody) });
  const request = { place: nowhere({ addresses: [] }), extra: [], previous: [], fetch, asOf: '2026-10-01' as const };
  await discover({ ...request, category: halved }, tools);
  expect(questionsIn(asked, api).length).toBeGreaterThan(1);
});

test('where words give nothing, the list of all datasets is looked through', async () => {
  const list = `${at}/api/3/action/package_list`;
  const { urls } = await find({
    [search]: hits(),
    [list]: JSON.stringify({ success: true, result: ['bus-stops', 'election-results-2025'] }),
  });
  expect(urls).toContain(`${at}/dataset/election-results-2025`);
});

test('the list of all is not asked for where words gave something', async () => {
  const { asked } = await find({ [search]: hits(...towns.slice(0, 5)) });
  expect(asked.filter((url) => url.includes('package_list'))).toEqual([]);
});

test('other catalogues of the file are asked where the national ones give nothing that fits, and only then', async () => {
  const others = ['hub', 'maps', 'lake', 'news'].map((name) => ({
    ...portal,
    ...{ name, url: `http://${name}.example/`, software: 'custom', national: false, owner: `${name} Agency` },
  }));
  const portals = [portal, { ...portal, url: 'http://second.gov.example' }, ...others];
  const nothing = await find({ [search]: hits(), ['http://hub.example/']: html('Hub', '') }, { portals });
  expect(nothing.searched.map(({ name }) => name)).toEqual(expect.arrayContaining(['hub', 'maps', 'lake', 'news']));
  const fitting = await find({ [search]: hits(ofBody) }, { portals });
  expect(fitting.searched.map(({ name }) => name)).not.toContain('hub');
});

test('a host that is out of service is asked once, and one whose program failed in other ways, too', async () => {
  const out = await find({ [search]: { status: 503, body: '' } });
  expect(out.asked).toHaveLength(1);
  const failed = await find({ [search]: { status: 500, body: '' } });
  expect(failed.asked.length).toBeGreaterThan(1);
});

test('a page of a national body that is named for the subject is enough, so that no other catalogue is asked', async () => {
  const site = {
    ...portal,
    software: 'custom',
    url: 'http://votes.gov.example/',
    name: 'Votes',
    owner: 'Election Commission',
  };
  const other = { ...portal, name: 'hub', url: 'http://hub.example/', national: false, owner: 'Hub Agency' };
  const web = { ['http://votes.gov.example/']: html('Votes', '<a href="/r">Election results 2025</a>') };
  const { searched } = await find(web, { portals: [site, { ...site, url: 'http://second.gov.example' }, other] });
  expect(searched.map(({ name }) => name)).not.toContain('hub');
});

test('a catalogue in software that is made for the category comes before those made for others', async () => {
  const of = (software: string) => ({
    ...portal,
    ...{ name: software, url: `http://${software}.example/`, software, national: false, owner: 'Mapping Agency' },
  });
  const portals = [of('pxweb'), of('custom'), of('geonetwork'), of('ckan')];
  const { fetch } = serve({});
  const request = {
    place: nowhere({ addresses: [], portals }),
    extra: [],
    previous: [],
    fetch,
    asOf: '2026-10-01' as const,
  };
  const { searched } = await discover({ ...request, category: criteria.category('national-map') }, tools);
  expect(searched.map(({ name }) => name)).toEqual(['geonetwork', 'ckan', 'custom', 'pxweb']);
});

test('a catalogue that the head of a front page names is read', async () => {
  const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<${at}/d/1> a dcat:Dataset ; dct:title "Election results 2025" ; dcat:landingPage <${at}/d/1> .`;
  const front = `<!doctype html><html lang="en"><head><title>Data</title><link rel="alternate" type="text/turtle" href="/all.ttl"></head><body><div id="app"></div></body></html>`;
  const { urls } = await find(
    { [`${at}/`]: front, [`${at}/all.ttl`]: { body: turtle, type: 'text/turtle' } },
    { portals: [{ ...portal, url: `${at}/`, software: 'custom' }] },
  );
  expect(urls).toContain(`${at}/d/1`);
});

test('a site of its own is looked through page by page, where its front page names no subject', async () => {
  const pages = {
    [`${at}/`]: html('Authority', '<a href="/about">About us</a> <a href="/data">Data</a>'),
    [`${at}/data`]: html('Data', '<a href="/data/votes">Votes</a>'),
    [`${at}/data/votes`]: html('Votes', '<a href="/files/results.csv">Election results 2025</a>'),
  };
  const { urls } = await find(pages, { portals: [{ ...portal, url: `${at}/`, software: 'custom' }] });
  expect(urls).toContain(`${at}/data/votes`);
});

test('a dataset that is called otherwise is found by who publishes it', async () => {
  const { titles } = await find({
    [search]: hits(...towns.slice(0, 5)),
    [`${search}?q=Election+Commission&rows=30`]: hits(set('votes', 'Votes by polling station', 'Election Commission')),
  });
  expect(titles[0]).toBe('Votes by polling station');
});

test('a list that still speaks of the subject is read on, until one fits', async () => {
  const first = `${search}?q=Election+Results&rows=30`;
  const { titles, asked } = await find({
    [first]: page(9_000, ...towns),
    [`${first}&start=30`]: page(9_000, ...towns.map((_, index) => ofTown(30 + index))),
    [`${first}&start=60`]: page(9_000, ofBody, ...towns.slice(1).map((_, index) => ofTown(60 + index))),
    [search]: hits(),
  });
  expect(titles[0]).toBe('Election results 2025');
  expect(questionsIn(asked, api)).toEqual(['Election Results', 'Election Results from 30', 'Election Results from 60']);
});

test('where one fits, the list is read on only as far as its end can be reached', async () => {
  const first = `${search}?q=Election+Results&rows=30`;
  const rest = { [`${first}&start=30`]: page(40, ...towns.slice(0, 10)), [search]: hits() };
  const short = await find({ ...rest, [first]: page(40, ofBody, ...towns.slice(1)) });
  expect([questionsIn(short.asked, api).length, short.searched[0]?.reach]).toEqual([2, 'whole']);
  const long = await find({ ...rest, [first]: page(9_000, ofBody, ...towns.slice(1)) });
  expect([questionsIn(long.asked, api).length, long.searched[0]?.reach]).toEqual([1, 'part']);
});

test('a server that gives the first page again is not asked for a third', async () => {
  const { asked } = await find({ [search]: page(9_000, ...towns) });
  expect(questionsIn(asked, api).filter((one) => one.startsWith('Election Results'))).toEqual([
    'Election Results',
    'Election Results from 30',
  ]);
});

test('one portal is asked a dozen times at most', async () => {
  const asked: string[] = [];
  // Each answer lists other towns, and says that there are thousands more.
  const fetch = (request: { readonly url: string }) => {
    asked.push(request.url);
    const results = towns.map((_, index) => ofTown(1_000 * asked.length + index));
    return serve({ [search]: page(9_000, ...results) }).fetch(request);
  };
  await discover({ place: nowhere(), category, extra: [], previous: [], fetch, asOf: '2026-10-01' }, tools);
  expect(questionsIn(asked, api)).toHaveLength(12);
});

/** A page of results as CKAN writes it for people. */
const listed = (names: readonly (readonly [name: string, title: string])[], next = false): string =>
  `<!doctype html><html lang="en"><head><title>Datasets</title><meta name="generator" content="ckan 2.9.11"></head><body><main><h1>${names.length} datasets</h1><ul>${names
    .map(
      ([name, title]) =>
        `<li><h2><a href="/dataset/${name}">${title}</a></h2><a href="/dataset/${name}">CSV</a> <a href="/dataset/${name}/resource/1">File</a></li>`,
    )
    .join('')}</ul>${next ? '<a href="?page=2">»</a>' : ''}</main></body></html>`;

const people = `${at}/dataset/`;
const closed: Web = { [search]: { status: 403, body: '' }, [`${at}/`]: shell };

test('where its API is closed, a catalogue is searched as people search it', async () => {
  const { titles, urls, searched } = await find({ ...closed, [people]: listed([['one', 'Election results 2025']]) });
  expect([titles, urls]).toEqual([['Election results 2025'], [`${at}/dataset/one`]]);
  expect(searched[0]).toMatchObject({ found: 1, note: null });
});

test('the pages of its results are read on', async () => {
  const first = `${people}?q=Election+Results`;
  const { titles } = await find({
    ...closed,
    [first]: listed([['a', 'Election results of Alba']], true),
    [`${first}&page=2`]: listed([['b', 'Election results of the country']]),
    [people]: listed([]),
  });
  expect(titles).toHaveLength(2);
});

test('a page of results that lists nothing shows nothing of what is not there', async () => {
  const { searched } = await find({ ...closed, [people]: listed([]) });
  expect(searched[0]).toMatchObject({ found: 0, reach: 'part' });
});

test('a page of something else is no answer of a search', async () => {
  const { searched } = await find({ ...closed, [people]: html('Welcome', '<p>Welcome</p>') });
  expect(searched[0]?.reach).toBe('none');
});

const own = { portals: [{ ...portal, software: 'custom' }] };
const front = (form: string): string => html('Data', `<h1>Data</h1>${form}`);
const answer = html('Search', '<ul><li><a href="/results-2025">Election results 2025</a></li></ul>');

test.each([
  [
    'a field for a search',
    '<form action="/find"><input type="search" name="words"></form>',
    '/find?words=Election+Results',
  ],
  [
    'a field that is called as fields for words are',
    '<form action="/s"><input name="q"></form>',
    '/s?q=Election+Results',
  ],
])('a site without a protocol is asked by its own form: %s', async (_, form, question) => {
  const { urls } = await find({ [at]: front(form), [at + question]: answer }, own);
  expect(urls).toEqual([`${at}/results-2025`]);
});

test.each([
  ['that changes something', '<form method="post" action="/s"><input name="q"></form>'],
  ['of another purpose', '<form action="/s"><input name="email"></form>'],
  ['for those who have an account', '<form action="/s"><input name="q"><input type="password" name="p"></form>'],
])('a form %s is left alone', async (_, form) => {
  const { asked } = await find({ [at]: front(form) }, own);
  expect(asked.filter((url) => url.includes('/s?'))).toEqual([]);
});

test('results of a national contest come before those of another', async () => {
  const local = set('local', 'Election results 2025: councils', 'Election Commission');
  const national = set('national', 'Election results 2025: parliament', 'Election Commission');
  const { titles } = await find({ [search]: hits(local, national) });
  expect(titles).toEqual(['Election results 2025: parliament', 'Election results 2025: councils']);
});

test('one word of the name of a contest is not its name', async () => {
  const place = { contests: nowhere().contests?.map((one) => ({ ...one, names: { en: 'National Assembly' } })) };
  const other = set('other', 'Election results 2025: national figures', 'Election Commission');
  const own = set('own', 'Election results 2025: the Assembly, national list', 'Election Commission');
  const { titles } = await find({ [search]: hits(other, own) }, place as Partial<Place>);
  expect(titles[0]).toBe('Election results 2025: the Assembly, national list');
});
