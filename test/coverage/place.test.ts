import { describe, expect, test } from 'vitest';
import { coverageOfAddress, coverageOfPlace, type Search, type Survey, withFiles } from '../../src/coverage/index.ts';
import { type Coverage, isCovered, unknownAddress } from '../../src/model/coverage.ts';
import { searchProblem } from '../../src/text/searches.ts';
import { arrived, htmlInspection, lost, observation, unseen } from '../builders.ts';
import { candidate, file, group, link, page, pageOfKind, record, seen } from './looks.ts';

const site = 'https://elections.gov.example/';
const results = 'https://elections.gov.example/results';
const dataset = 'https://data.gov.example/set';
const csv = 'https://data.gov.example/results.csv';

const search = (given: Partial<Search> = {}): Search => ({
  url: 'https://data.gov.example',
  name: 'National Data',
  isNational: true,
  reach: 'whole',
  note: null,
  ...given,
});

const front = group(page(1, { url: site }));
const followed = group(page(2, { url: results, via: 'ev-1' }));
const hit = group(page(3, { url: dataset }), file(4, { url: csv, via: 'ev-3' }));

/** A place of which everything was seen: the body's pages, the catalogue, its one hit with its file. */
const survey = (given: Partial<Survey> = {}): Survey => ({
  groups: [front, followed, hit],
  unopened: [],
  body: { name: 'Election Commission', sites: [site], isConfirmed: true },
  searches: [search()],
  candidates: [candidate(dataset)],
  named: [],
  ...given,
});

const notSeen = ({ items }: Coverage): readonly string[] =>
  items.filter((item) => !isCovered({ scope: 'country', items: [item] })).map(({ need, sight }) => `${need} ${sight}`);

describe('what must be seen of a place', () => {
  test('a place of which everything was seen is covered', () => {
    const coverage = coverageOfPlace(survey());
    expect([isCovered(coverage), coverage.items.map(({ need }) => need)]).toEqual([
      true,
      ['responsible-body', 'page', 'national-catalogue', 'hit'],
    ]);
  });

  test('nothing that had to be seen is nothing that was seen', () => {
    expect(isCovered({ scope: 'country', items: [] })).toBe(false);
  });

  const gone = unseen(2, lost(), { url: results, via: 'ev-1', role: 'landing-page' });
  test.each<readonly [string, Partial<Survey>, readonly string[]]>([
    ['a body that the place’s file does not name', { body: null }, ['responsible-body not-named']],
    [
      'a body of which no address is known',
      { body: { name: 'X', sites: [], isConfirmed: true } },
      ['responsible-body no-address'],
    ],
    [
      'a body that no source names as the one',
      { body: { name: 'Election Commission', sites: [site], isConfirmed: false } },
      ['responsible-body not-confirmed'],
    ],
    ['a site of the body that was not asked', { groups: [hit] }, ['responsible-body not-asked']],
    ['a front page that leads nowhere', { groups: [front, hit] }, ['responsible-body off-subject']],
    [
      'a front page whose one page on the subject stayed silent',
      { groups: [front, group(gone), hit] },
      ['responsible-body off-subject', 'page not-reached'],
    ],
    [
      'a front page that is a challenge',
      { groups: [group(pageOfKind(1, 'captcha', { url: site })), followed, hit] },
      ['responsible-body behind-a-wall'],
    ],
    [
      'a page on the subject with a file that was not opened',
      {
        groups: [front, followed, hit],
        unopened: [{ url: 'https://elections.gov.example/a.pdf', role: 'data-file', via: 'ev-2' }],
      },
      ['page files-unseen'],
    ],
    [
      'a page on the subject of which it could not be told where it leads',
      { unopened: [{ url: unknownAddress, role: 'data-file', via: 'ev-2' }] },
      ['page files-unseen'],
    ],
    [
      'a page on the subject that was left',
      { unopened: [{ url: 'https://elections.gov.example/more', role: 'landing-page', via: 'ev-1' }] },
      ['page not-asked'],
    ],
    ['no national catalogue', { searches: [search({ isNational: false })] }, ['national-catalogue not-named']],
    [
      'a search that failed',
      { searches: [search({ reach: 'none', note: searchProblem('not-captured') })] },
      ['national-catalogue not-searched'],
    ],
    ['a search that was cut short', { searches: [search({ reach: 'part' })] }, ['national-catalogue searched-in-part']],
    [
      'one of two national catalogues that was not searched',
      { searches: [search(), search({ url: 'https://two.gov.example', reach: 'none' })] },
      ['national-catalogue not-searched'],
    ],
    [
      'a hit that was not opened',
      { candidates: [candidate(dataset), candidate('https://data.gov.example/2')] },
      ['hit not-asked'],
    ],
    [
      'a hit whose file came in part',
      {
        groups: [front, followed, group(page(3, { url: dataset }), file(4, { outcome: arrived({ complete: false }) }))],
      },
      ['hit files-unseen'],
    ],
    [
      'a file of a hit that its record names and that was not asked for',
      { candidates: [candidate(dataset, { record: record(csv, 'https://data.gov.example/other.csv') })] },
      ['hit files-unseen'],
    ],
    [
      'an address of the reviewer’s that was not opened',
      { named: ['https://named.example/'] },
      ['named-address not-asked'],
    ],
  ])('%s forbids a No', (_, given, expected) => {
    expect(notSeen(coverageOfPlace(survey(given)))).toEqual(expected);
  });

  describe('another form of a table', () => {
    const at = 'https://data.gov.example/api/datasets/votes/exports';
    const notSeenOf = (read: string, other: string) => {
      const refused = file(5, { url: other, via: null, outcome: arrived({ status: 400 }) });
      const exported = group(page(3, { url: dataset }), file(4, { url: read, via: null }), refused);
      const named = [candidate(dataset, { record: record(read, other) })];
      return notSeen(coverageOfPlace(survey({ groups: [front, followed, exported], candidates: named })));
    };

    test('need not be seen where one was read whole', () => {
      expect(notSeenOf(`${at}/csv`, `${at}/xlsx`)).toEqual([]);
    });

    test.each([
      ['of another table', `${at}/csv`, 'https://data.gov.example/api/datasets/people/exports/xlsx'],
      ['that holds what a table cannot', `${at}/csv`, `${at}/geojson`],
      ['that is only called alike', 'https://data.gov.example/votes.csv', 'https://data.gov.example/votes.xlsx'],
    ])('%s must be', (_, read, other) => {
      expect(notSeenOf(read, other)).toEqual(['hit files-unseen']);
    });
  });

  const notFound = { url: `${site}old`, via: 'ev-1', role: 'landing-page', outcome: arrived({ status: 404 }) } as const;
  const pdf = file(5, { url: 'https://data.gov.example/results.pdf', via: 'ev-3', outcome: arrived({ status: 404 }) });
  test.each<readonly [string, Partial<Survey>, readonly string[]]>([
    [
      'a page of the body that is gone, beside others that lead to no data',
      { groups: [front, followed, group(page(6, notFound)), hit] },
      ['page gone'],
    ],
    [
      'the only file of a hit that is gone',
      { groups: [front, followed, group(page(3, { url: dataset }), pdf)] },
      ['hit files-unseen'],
    ],
  ])('%s forbids a No', (_, given, expected) => {
    expect(notSeen(coverageOfPlace(survey(given)))).toEqual(expected);
  });

  test.each<readonly [string, Partial<Survey>]>([
    [
      'a page of the body that is gone, beside others that lead to data',
      {
        groups: [
          front,
          group(page(2, { url: results, via: 'ev-1' }), file(7, { via: 'ev-2' })),
          group(page(6, notFound)),
          hit,
        ],
      },
    ],
    [
      'a page of the body that is gone, beside one that links data which was opened for a hit',
      {
        groups: [
          front,
          group(
            page(2, {
              url: results,
              via: 'ev-1',
              inspection: htmlInspection({ text: 'The results', links: [link(csv)] }),
            }),
          ),
          group(page(6, notFound)),
          hit,
        ],
      },
    ],
    [
      'a file of a hit that is gone, beside one that was read',
      { groups: [front, followed, group(page(3, { url: dataset }), file(4, { url: csv, via: 'ev-3' }), pdf)] },
    ],
    [
      'an address deep in the body’s site is on the subject by itself',
      { body: { name: 'X', sites: [results], isConfirmed: true }, groups: [group(page(1, { url: results })), hit] },
    ],
    ['a front page with a file on it', { groups: [group(page(1, { url: site }), file(2, { via: 'ev-1' })), hit] }],
    ['a catalogue of one subject that failed', { searches: [search(), search({ isNational: false, reach: 'none' })] }],
    [
      'data of a part of the country, unopened',
      {
        candidates: [
          candidate(dataset),
          candidate('https://town.gov.example/', {
            level: { verdict: 'local', because: { reason: 'test', args: {} } },
          }),
        ],
      },
    ],
    [
      'a hit that hardly touches the subject',
      {
        candidates: [
          candidate(dataset),
          candidate('https://x.example/', { parts: [{ name: 'words', points: 8, says: '' }] }),
        ],
      },
    ],
    [
      'a newspaper that was not opened',
      {
        candidates: [
          candidate(dataset),
          candidate('https://news.example/', { official: { verdict: 'third-party', because: '' } }),
        ],
      },
    ],
    [
      'a page that is gone whose files the catalogue names',
      {
        groups: [
          front,
          followed,
          group(
            pageOfKind(3, 'error', { url: dataset, outcome: arrived({ status: 404 }) }),
            file(4, { url: csv, via: null }),
          ),
        ],
        candidates: [candidate(dataset, { record: record(csv) })],
      },
    ],
    [
      'a page that a script draws whose files the catalogue names',
      {
        groups: [
          front,
          followed,
          group(pageOfKind(3, 'app-shell', { url: dataset }), file(4, { url: csv, via: null })),
        ],
        candidates: [candidate(dataset, { record: record(csv) })],
      },
    ],
    [
      'a file that was opened for another dataset',
      { candidates: [candidate(dataset, { record: record(csv, results) })] },
    ],
  ])('%s does not', (_, given) => {
    expect(notSeen(coverageOfPlace(survey(given)))).toEqual([]);
  });

  test('a page that is gone, and no file that the catalogue names, is a hit that was not seen', () => {
    const groups = [front, followed, group(pageOfKind(3, 'app-shell', { url: dataset }))];
    const empty = [candidate(dataset, { record: record() })];
    expect(notSeen(coverageOfPlace(survey({ groups, candidates: empty })))).toEqual(['hit behind-a-wall']);
  });
});

describe('what must be seen of one address', () => {
  const dead = observation(2, { via: 'ev-1', kind: 'error', outcome: arrived({ status: 404 }) });
  const over = (...groups: readonly ReturnType<typeof group>[]) => {
    const all = seen(groups);
    const chosen = groups.map((one) => ({ group: one, record: null }));
    return withFiles(coverageOfAddress(all), chosen, all);
  };

  test('a page with its files', () => {
    expect(isCovered(over(group(page(1), file(2))))).toBe(true);
  });

  test.each([
    ['a dead link', over(group(page(1), dead)), ['declared-file gone']],
    ['a wall', over(group(pageOfKind(1, 'login'))), ['named-address behind-a-wall']],
    ['nothing at all', over(), []],
  ])('%s is not covered', (_, coverage, expected) => {
    expect([isCovered(coverage), notSeen(coverage)]).toEqual([false, expected]);
  });

  test('a page on the subject that was not followed is not covered', () => {
    const all = seen([group(page(1))], [{ url: results, role: 'landing-page', via: 'ev-1' }]);
    expect(notSeen(coverageOfAddress(all))).toEqual(['page not-asked']);
  });

  test('terms are no file of the data', () => {
    const terms = pageOfKind(2, 'error', { role: 'licence', via: 'ev-1', outcome: arrived({ status: 404 }) });
    expect(isCovered(over(group(page(1), terms)))).toBe(true);
  });
});
