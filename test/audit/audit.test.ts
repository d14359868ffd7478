import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/model/data.ts';
import {
  answersIn,
  auditOf,
  body,
  checkOf,
  dataset,
  hits,
  html,
  nowhere,
  portal,
  results,
  shell,
  unseenIn,
  type Web,
} from './web.ts';

const search = 'http://data.gov.example/api/3/action/package_search';
const page = 'http://data.gov.example/dataset/results';
const csv = 'http://data.gov.example/files/results-2025.csv';
const own = 'http://elections.gov.example/results';
const ownCsv = 'http://elections.gov.example/results-2025.csv';

const set = (files = [{ url: csv }], more = {}) => dataset('results', 'General election results 2025', files, more);

/**
 * A country whose commission and whose catalogue give the results by constituency only: by the ruling of 2015 the data
 * does not exist, and everything there is to see can be seen.
 */
const country: Web = {
  [body]: html(
    'Election Commission',
    '<h1>Election Commission</h1><a href="/results">General election results 2025</a>',
  ),
  [own]: html(
    'General election results 2025',
    '<h1>General election results 2025</h1><a href="/results-2025.csv">Results by constituency (CSV)</a>',
  ),
  [ownCsv]: results('Constituency'),
  'http://data.gov.example/': html('National Data', '<h1>National Data</h1>'),
  [search]: hits(set()),
  [page]: html(
    'General election results 2025',
    `<h1>General election results 2025</h1><a href="${csv}">Results by constituency (CSV)</a>`,
  ),
  [csv]: results('Constituency'),
};

const stations: Web = { ...country, [csv]: results('Polling station', 60) };

describe('a No that was earned', () => {
  test('all that had to be seen was seen, and shows no polling station', async () => {
    const review = await auditOf(country);
    expect(unseenIn(review)).toEqual([]);
    expect(review.answers['exists']).toMatchObject({ answer: 'No', reason: 'criteria-missed' });
    expect(review.criteria.find(({ id }) => id === 'polling_station')).toMatchObject({ answer: 'No' });
  });

  test('the same country with polling stations has the data', async () => {
    expect(answersIn(await auditOf(stations))).toMatchObject({ exists: 'Yes', bulk: 'Yes', machinereadable: 'Yes' });
  });
});

test('the words of a file’s name are read as they are written, not as an address escapes them', async () => {
  const escaped = 'http://data.gov.example/files/r%C3%A9sultats-l%C3%A9gislatives.csv';
  const review = await checkOf(escaped, { [escaped]: 'a,b,c\n1,2,3\n4,5,6\n' });
  const quoted = review.criteria.flatMap(({ where }) => where.map(({ part }) => part));
  expect(quoted.filter((part) => part.includes('%'))).toEqual([]);
});

const challenge = { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: html('Just a moment...', '') };
const login = html(
  'Sign in',
  '<h1>Sign in</h1><form method="post"><input name="u"><input type="password" name="p"></form>',
);
const two = hits(
  set(),
  dataset('others', 'Election results by polling station', [{ url: 'http://data.gov.example/b.csv' }]),
);
const many = JSON.stringify({ success: true, result: { count: 4000, results: [set()] } });
const rest = (url: string, served: Web[string]): Web => ({ ...country, [url]: served });

/** Stations with accounts beside columns that nobody can explain: some may be votes, one the registered voters. */
const unexplained = [
  'Polling station,qx,vk,Invalid votes,Blank ballots,pl',
  ...Array.from({ length: 40 }, (_, row) => {
    const [one, other] = [80 + ((row * 131) % 420), 60 + ((row * 89) % 200)];
    return `Hall ${String.fromCharCode(65 + (row % 20))}${row < 20 ? 'a' : 'e'},${one},${other},${1 + (row % 9)},${1 + (row % 7)},${one + other + 140 + ((row * 57) % 300)}`;
  }),
].join('\r\n');

describe('no No after seeing nothing', () => {
  const rows: readonly (readonly [string, Web, readonly string[], Partial<Place>?])[] = [
    [
      'no source says that the body is the one',
      country,
      ['responsible-body not-confirmed'],
      {
        responsible: {
          'election-results': { value: { en: 'Election Commission' }, source: 'made up', unconfirmed: true },
        },
      },
    ],
    [
      'the body’s front page leads nowhere',
      rest(body, html('Election Commission', '<h1>Welcome</h1>')),
      ['responsible-body off-subject'],
    ],
    ['the body’s site is a challenge', rest(body, challenge), ['responsible-body behind-a-wall']],
    ['the body’s site is a log-in', rest(body, login), ['responsible-body behind-a-wall']],
    ['the body’s site is drawn by a script', rest(body, shell), ['responsible-body behind-a-wall']],
    ['the body’s site is silent', rest(body, { lost: 'timeout' }), ['responsible-body not-reached']],
    [
      'the body’s site has closed',
      rest(body, html('Notice', '<p>This website has closed.</p>')),
      ['responsible-body gone'],
    ],
    [
      'the body’s page on the subject is gone',
      rest(own, { status: 404, body: html('404', '<h1>404</h1>') }),
      ['responsible-body off-subject', 'page gone'],
    ],
    ['its file is gone', rest(ownCsv, { status: 404, body: '' }), ['page files-unseen']],
    ['its file came in part', rest(ownCsv, { body: results('Constituency'), cutAfter: 200 }), ['page files-unseen']],
    [
      'its file is still being made',
      rest(ownCsv, { status: 202, body: '{"message":"try again later"}' }),
      ['page files-unseen'],
    ],
    [
      'its file is a page',
      rest(ownCsv, { type: 'text/html', body: html('Results', '<p>Please see our new portal for this.</p>') }),
      ['page files-unseen'],
    ],
    ['its file is an error with success', rest(ownCsv, '{"error":"no such file"}'), ['page files-unseen']],
    ['its file is empty', rest(ownCsv, ''), ['page files-unseen']],
    ['the catalogue’s search fails', rest(search, { status: 500, body: '{}' }), ['national-catalogue not-searched']],
    [
      'the catalogue’s search answers with a page',
      rest(search, html('Portal', '<h1>Portal</h1>')),
      ['national-catalogue not-searched'],
    ],
    [
      'the catalogue’s answer stops while it speaks of the subject',
      rest(search, many),
      ['national-catalogue searched-in-part'],
    ],
    ['another hit of the catalogue could not be opened', rest(search, two), ['hit files-unseen']],
    ['the file of the catalogue’s hit is gone', rest(csv, { status: 404, body: '' }), ['hit files-unseen']],
    ['the place’s file names no body', country, ['responsible-body not-named'], { responsible: {} }],
    ['the place’s file knows no address of the body', country, ['responsible-body no-address'], { addresses: [] }],
    ['the place’s file names no catalogue', country, ['national-catalogue not-named'], { portals: [] }],
    [
      'the catalogue has no search that is known',
      country,
      ['national-catalogue not-searched'],
      { portals: [{ ...portal, software: 'custom' }] },
    ],
  ];
  test.each(rows.map((row) => ({ name: row[0], web: row[1], unseen: row[2], given: row[3] })))(
    '$name',
    async ({ web, unseen, given }) => {
      const review = await auditOf(web, nowhere(given));
      expect(unseenIn(review).filter((one) => !one.startsWith('declared-file'))).toEqual(unseen);
      expect(Object.values(answersIn(review)).filter((answer) => answer === 'No')).toEqual([]);
      expect(review.criteria.filter(({ answer }) => answer === 'No')).toEqual([]);
    },
  );

  test('another hit of the catalogue may be what the chosen one lacks', async () => {
    const review = await auditOf({ ...rest(search, two), 'http://data.gov.example/b.csv': unexplained });
    expect(unseenIn(review)).toEqual(['hit undecided']);
    expect(answersIn(review)['exists']).toBe('Unsure');
  });

  test('a page that a reviewer named and that is silent', async () => {
    const review = await auditOf({ ...country, 'http://new.gov.example/': { lost: 'timeout' } }, nowhere(), [
      'http://new.gov.example/',
    ]);
    expect([unseenIn(review), answersIn(review)['exists']]).toEqual([['named-address not-reached'], 'Unsure']);
  });
});

describe('the files that a catalogue declares', () => {
  test.each<readonly [string, Web]>([
    ['whose page is gone', { ...stations, [page]: { status: 404, body: html('Not found', '<h1>Not found</h1>') } }],
    ['whose page is drawn by a script', { ...stations, [page]: shell }],
    [
      'whose page lists none',
      { ...stations, [page]: html('General election results 2025', '<h1>General election results 2025</h1>') },
    ],
  ])('%s are the data', async (_, web) => {
    const review = await auditOf(web);
    expect(answersIn(review)).toMatchObject({
      exists: 'Yes',
      online: 'Yes',
      free: 'Yes',
      machinereadable: 'Yes',
      bulk: 'Yes',
    });
  });

  test('of which the newest is opened first', async () => {
    const years = Array.from({ length: 9 }, (_, i) => 2017 + i);
    const files = years.map((year) => ({ url: `http://data.gov.example/files/${year}.csv`, name: `Results ${year}` }));
    const web = {
      ...country,
      [search]: hits(set(files)),
      [`http://data.gov.example/files/2025.csv`]: results('Polling station'),
    };
    const review = await auditOf(web);
    expect(review.evidence.map(({ url }) => url)).toContain('http://data.gov.example/files/2025.csv');
    expect(review.evidence.map(({ url }) => url)).not.toContain('http://data.gov.example/files/2017.csv');
  });

  test('of which the newest is told by the day where no year is named', async () => {
    const files = Array.from({ length: 9 }, (_, i) => ({
      url: `http://data.gov.example/files/${'abcdefghi'[i]}.csv`,
      last_modified: `20${17 + i}-03-01T00:00:00`,
    }));
    const review = await auditOf({ ...country, [search]: hits(set(files)) });
    const asked = review.evidence.map(({ url }) => url);
    expect([
      asked.includes('http://data.gov.example/files/i.csv'),
      asked.includes('http://data.gov.example/files/a.csv'),
    ]).toEqual([true, false]);
  });
});

describe('a catalogue vouches', () => {
  const elsewhere = 'http://results-host.example/2025.csv';
  const listed = hits(set([{ url: elsewhere }], { url: '' }));

  test('for what it names at a host that nothing is known of', async () => {
    const review = await auditOf({
      ...country,
      [search]: listed,
      [page]: { lost: 'timeout' },
      [elsewhere]: results('Polling station', 60),
    });
    expect(answersIn(review)).toMatchObject({ exists: 'Yes' });
  });
});

describe('one address', () => {
  const start = 'http://portal.example/set';
  const file = 'http://portal.example/set.csv';
  const linked = html(
    'General election results 2025',
    '<h1>Election results of the 2025 parliament</h1><a href="/set.csv">Results (CSV)</a>',
  );

  test.each<readonly [string, Web[string], string]>([
    ['a dead link', { status: 404, body: '' }, 'No'],
    ['one that is gone for good', { status: 410, body: '' }, 'No'],
    [
      'a site that has closed',
      { type: 'text/html', body: html('Sorry', '<p>Cette page: le site est fermé.</p>') },
      'No',
    ],
    [
      'a file that is still being made',
      { status: 202, type: 'application/json', body: '{"status":"queued"}' },
      'Unsure',
    ],
    [
      'a page in the place of a file',
      { type: 'text/html', body: html('Home', '<p>Welcome to the portal of the shore.</p>') },
      'Unsure',
    ],
    ['a fault with success', '{"success":false,"message":"Something went wrong."}', 'Unsure'],
    ['a broken server', { status: 503, body: 'Service Unavailable' }, 'Unsure'],
  ])('whose only file is %s leaves open whether the data exists', async (_, served, online) => {
    const review = await checkOf(start, { [start]: linked, [file]: served });
    expect(answersIn(review)).toMatchObject({ exists: 'Unsure', online });
    expect(review.criteria.filter(({ answer }) => answer === 'No')).toEqual([]);
  });

  test('that sells a register leaves open that it exists, and is not free', async () => {
    const shop = html(
      'Order the company register',
      '<h1>Order the company register</h1><p>The whole register costs a fee: price 4,500 € a year.</p><form method="post"><button>Add to cart</button></form>',
    );
    expect(answersIn(await checkOf(start, { [start]: shop }, 'company-register'))).toMatchObject({
      exists: 'Unsure',
      free: 'No',
      bulk: 'No',
    });
  });

  test('without a category is answered by what it shows itself, whatever data it may be', async () => {
    const url = 'https://data.example/x';
    expect((await checkOf(url, { [url]: login }, null)).answers['public']).toMatchObject({ answer: 'No' });
    const licensed = `<h1>Data</h1><p>All data of this site is licensed under the Creative Commons Attribution 4.0 licence.</p>`;
    const review = await checkOf(url, { [url]: html('Data', licensed) }, null);
    expect(review.answers).toMatchObject({ exists: { answer: 'Unsure' }, openlicense: { answer: 'Yes' } });
  });

  test('whose file is a page is not judged by what that page says', async () => {
    const text = '<p>Registered voters: 22,120,458</p><p>Invalid votes: 113,614</p>';
    const review = await checkOf(start, { [start]: linked, [file]: { type: 'text/html', body: html('Notice', text) } });
    expect(review.criteria.filter(({ answer }) => answer === 'Yes')).toEqual([]);
  });

  test('that lacks something does not show that no other has it', async () => {
    const review = await checkOf(start, { [start]: linked, [file]: results('Constituency') });
    expect(review.answers['exists']).toMatchObject({ answer: 'Unsure', reason: 'criteria-not-here' });
    expect(review.criteria.find(({ id }) => id === 'polling_station')).toMatchObject({ answer: 'No' });
  });

  test('that leads to another page on the subject was not seen whole', async () => {
    const more = linked.replace('<h1>', '<a href="/more">Election results by polling station</a><h1>');
    const review = await checkOf(start, { [start]: more, [file]: results('Constituency') });
    expect(unseenIn(review)).toEqual(['page not-asked']);
    expect(review.criteria.filter(({ answer }) => answer === 'No')).toEqual([]);
  });

  test('that gives out an extract is not bulk, whatever else is open', async () => {
    const text = '<p>Below is an extract of 60 polling stations; the full results (9,812 stations) can be ordered.</p>';
    const web = {
      [start]: linked.replace('</h1>', `</h1>${text}`).replace('Results (CSV)', 'Extract (CSV)'),
      [file]: results('Polling station', 60),
    };
    expect(answersIn(await checkOf(start, web))).toMatchObject({ exists: 'Unsure', bulk: 'No', free: 'Unsure' });
  });

  test('whose answer of a catalogue was cut off is not read as the catalogue’s', async () => {
    const answer = JSON.stringify({ success: true, result: set([{ url: file }]) });
    const cut = {
      [start]: { type: 'application/json', body: `${answer}${' '.repeat(50)}`, cutAfter: answer.length },
      [file]: results('Polling station'),
    };
    const [whole, part] = [await checkOf(start, { ...cut, [start]: answer }), await checkOf(start, cut)];
    expect([whole, part].map(({ evidence }) => evidence.map(({ url }) => url))).toEqual([[start, file], [start]]);
  });

  test('that is a list of datasets was not seen whole', async () => {
    const answer = hits(set([{ url: file }]), dataset('other', 'Rainfall', [{ url: 'http://portal.example/b.csv' }]));
    const review = await checkOf(start, { [start]: answer, [file]: results('Constituency') });
    expect(unseenIn(review)).toContain('named-address only-a-list');
    expect(review.criteria.filter(({ answer: verdict }) => verdict === 'No')).toEqual([]);
  });
});

describe('a licence that was not found', () => {
  const bare = {
    ...stations,
    [search]: hits(set([{ url: csv }], { license_id: '', license_title: '', isopen: false })),
  };
  const withTerms = (...names: readonly string[]): Web => ({
    ...bare,
    [page]: html(
      'General election 2025 results',
      `<h1>General election 2025 results</h1><a href="${csv}">Results (CSV)</a>${names.map((name) => `<a href="/${name}">Terms of use</a>`).join('')}`,
    ),
  });
  const terms = html('Terms of use', '<h1>Terms of use</h1><p>Be kind to one another.</p>');
  const termsAt = (...names: readonly string[]): Web =>
    Object.fromEntries(names.map((name) => [`http://data.gov.example/${name}`, terms]));

  test('where every place was read is none', async () => {
    expect((await auditOf(withTerms())).answers['openlicense']).toMatchObject({
      answer: 'No',
      reason: 'no-licence-found',
    });
  });

  test.each<readonly [string, Web]>([
    ['terms that failed', { ...withTerms('terms'), 'http://data.gov.example/terms': { status: 503, body: '' } }],
    ['terms behind a challenge', { ...withTerms('terms'), 'http://data.gov.example/terms': challenge }],
    ['terms that are gone', withTerms('terms')],
    [
      'terms that came in part',
      { ...withTerms('terms'), 'http://data.gov.example/terms': { body: terms, cutAfter: 90 } },
    ],
    ['terms beyond those that were opened', { ...withTerms('a', 'b', 'c'), ...termsAt('a', 'b', 'c') }],
  ])('may stand in %s', async (_, web) => {
    expect((await auditOf(web)).answers['openlicense']).toMatchObject({ answer: 'Unsure' });
  });

  test('is found in terms that were opened for another dataset before', async () => {
    const older = dataset('older', 'General election 2026 results by polling station', [
      { url: 'http://data.gov.example/old.csv' },
    ]);
    const link = '<a href="/terms">Terms of use</a>';
    const web = {
      ...withTerms('terms'),
      [search]: hits(older, set([{ url: csv }], { license_id: '', license_title: '', isopen: false })),
      'http://data.gov.example/dataset/older': html(
        'General election 2025 results',
        `<h1>General election 2025 results</h1>${link}`,
      ),
      'http://data.gov.example/terms': html(
        'Terms of use',
        '<h1>Terms of use</h1><p>All data of this site is licensed under the Creative Commons Attribution 4.0 licence.</p>',
      ),
    };
    expect((await auditOf(web)).answers['openlicense']).toMatchObject({ answer: 'Yes' });
  });
});
