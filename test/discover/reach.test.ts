import { expect, test } from 'vitest';
import { discover } from '../../src/discover/index.ts';
import type { Place, Portal } from '../../src/model/data.ts';
import { dataset, hits, html, nowhere, portal, serve, shell, type Web } from '../audit/web.ts';
import { criteria, tools } from './tools.ts';

const at = 'http://data.gov.example';
const search = `${at}/api/3/action/package_search`;
const list = `${at}/data.json`;

/** How far each catalogue of a place was searched, with whether it is the place's own. */
const reachOf = async (web: Web, given: Partial<Place> = {}): Promise<readonly string[]> => {
  const { searched } = await discover(
    {
      ...{ place: nowhere(given), category: criteria.category('election-results'), extra: [], previous: [] },
      ...{ fetch: serve(web).fetch, asOf: '2026-10-01' },
    },
    tools,
  );
  return searched.map(({ name, reach, isNational }) => `${isNational ? 'national ' : ''}${name}: ${reach}`);
};

const rain = dataset('rain', 'Rainfall', [{ url: `${at}/rain.csv` }]);
const vote = dataset('vote', 'Election results', [{ url: `${at}/vote.csv` }]);
const counted = (count: number, ...results: readonly object[]): string =>
  JSON.stringify({ success: true, result: { count, results } });

/** A catalogue that answers the first question and fails from the second on. */
const onlyFirst: Web = { [`${at}/`]: shell, [search]: { status: 503, body: '' } };
const first = (web: Web): Web => {
  const question = `${search}?q=${encodeURIComponent(criteria.category('election-results').topics['en']?.[0] ?? '').replaceAll('%20', '+')}&rows=30`;
  return { ...web, [question]: hits(rain) };
};

test.each<readonly [string, Web, string]>([
  ['a search that finds nothing was a search', { [search]: hits() }, 'whole'],
  ['one whose last hit is of something else was read far enough', { [search]: counted(4000, vote, rain) }, 'whole'],
  ['one whose last hit is on the subject, of many more, was not', { [search]: counted(4000, rain, vote) }, 'part'],
  ['one that gave all there are was', { [search]: counted(2, rain, vote) }, 'whole'],
  ['a search of which a later question failed was not', first(onlyFirst), 'part'],
  ['a search that fails is none', { [`${at}/`]: shell, [search]: { status: 500, body: '' } }, 'none'],
  [
    'a front page that was looked through is no search',
    { [`${at}/`]: html('Data', '<a href="/e">Election results</a>') },
    'none',
  ],
  ['a script in the place of the front page is none', { [`${at}/`]: shell }, 'none'],
  ['silence is none', { [search]: { lost: 'timeout' } }, 'none'],
])('%s', async (_, web, expected) => {
  expect(await reachOf(web)).toEqual([`national National Data: ${expected}`]);
});

const catalogue = (count: number): string =>
  JSON.stringify({
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: Array.from({ length: count }, (_, i) => ({
      ...{ '@type': 'dcat:Dataset', title: `Rainfall ${i}`, identifier: `${i}`, description: 'Rain' },
      distribution: [{ '@type': 'dcat:Distribution', downloadURL: `${at}/${i}.csv`, mediaType: 'text/csv' }],
    })),
  });

test('a list of everything was read whole', async () => {
  expect(await reachOf({ [list]: catalogue(3) }, { portals: [{ ...portal, software: 'dcat' }] })).toEqual([
    'national National Data: whole',
  ]);
});

const other = (given: Partial<Portal>): Portal => ({ ...portal, name: 'Other', url: 'http://other.example', ...given });
test.each<readonly [string, readonly Portal[], readonly string[]]>([
  ['the first national catalogue is the place’s own', [portal], ['national National Data: whole']],
  [
    'so is another under a domain of the government',
    [portal, other({ url: 'http://two.gov.example' })],
    ['national National Data: whole', 'national Other: none'],
  ],
  [
    'not one for figures of one subject',
    [portal, other({ url: 'http://justice.gov.example', software: 'custom', name: 'Justice in figures' })],
    ['national National Data: whole', 'Justice in figures: none'],
  ],
  [
    'one without a protocol is, where it is called one',
    [portal, other({ url: 'http://two.gov.example', software: 'custom', name: 'Open data of the ministries' })],
    ['national National Data: whole', 'national Open data of the ministries: none'],
  ],
  [
    'or stands where such stand',
    [portal, other({ url: 'http://www.opendata.gov.example', software: 'custom' })],
    ['national National Data: whole', 'national Other: none'],
  ],
  [
    'one elsewhere that is called national is not',
    [portal, other({})],
    ['national National Data: whole', 'Other: none'],
  ],
  [
    'one of a single subject is not',
    [portal, other({ national: false })],
    ['national National Data: whole', 'Other: none'],
  ],
])('%s', async (_, portals, expected) => {
  expect(await reachOf({ [search]: hits() }, { portals })).toEqual(expected);
});

test('a national catalogue that others were asked before is told as not searched', async () => {
  const portals = Array.from({ length: 8 }, (_, i) =>
    i === 0 ? portal : other({ name: `Open data ${i}`, url: `http://d${i}.gov.example`, software: 'custom' }),
  );
  const reach = await reachOf({ [search]: hits() }, { portals });
  expect(reach).toHaveLength(8);
  expect(reach.filter((one) => one.startsWith('national ') && one.endsWith(': none'))).toHaveLength(7);
});

test('what catalogues are asked is asked once for all programs of a run', async () => {
  const asked: (true | undefined)[] = [];
  const { fetch } = serve({ [search]: hits() });
  await discover(
    {
      ...{ place: nowhere(), category: criteria.category('election-results'), extra: [], previous: [] },
      fetch: async (request) => {
        if (request.url.startsWith(search)) asked.push(request.forAll);
        return fetch(request);
      },
      asOf: '2026-10-01',
    },
    tools,
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set([true]));
});
