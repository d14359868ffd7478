import { expect, test } from 'vitest';
import { answersIn, auditOf, body, dataset, hits, html, nowhere, results, shell, type Web } from './web.ts';

/* Catalogues that are met on the way, and when nothing more need be asked. */

const own = 'http://elections.gov.example';
const csv = `${own}/files/results-2025.csv`;
const set = dataset('results-2025', 'General election results 2025', [{ url: csv }], { organization: null });

/** A front page that shows which software it runs, and links nothing on the subject. */
const ckanFront = `<!doctype html><html><head><title>Open Data</title><meta name="generator" content="ckan 2.9.5"></head><body><main><h1>Open Data</h1></main></body></html>`;

const silent: Web = { 'http://data.gov.example/': shell };

/** The commission has a catalogue of its own at the address that the place's file names. */
const withOwn: Web = {
  ...silent,
  [body]: ckanFront,
  [`${own}/api/3/action/package_search`]: hits(set),
  [`${own}/dataset/results-2025`]: html(
    'General election results 2025',
    `<h1>General election results 2025</h1><a href="${csv}">Results (CSV)</a>`,
  ),
  [csv]: results('Polling station', 60),
};

test('the catalogue of the responsible body is searched', async () => {
  const review = await auditOf(withOwn);
  expect(answersIn(review)).toMatchObject({ exists: 'Yes', machinereadable: 'Yes' });
  expect(review.candidates.filter(({ chosen }) => chosen).map(({ url }) => url)).toEqual([
    `${own}/dataset/results-2025`,
  ]);
});

test('so is one behind a link of it', async () => {
  const review = await auditOf({
    ...withOwn,
    [body]: html(
      'Election Commission',
      '<h1>Election Commission</h1><a href="/data">Open data on election results</a>',
    ),
    [`${own}/data`]: ckanFront,
  });
  expect(answersIn(review)).toMatchObject({ exists: 'Yes' });
});

test('what a newspaper runs is not', async () => {
  const place = nowhere({ domains: [{ value: 'data.gov.example', source: 'made up' }] });
  const paper = 'http://paper.test/';
  const addresses = [{ ...place.addresses[0], url: paper }] as never;
  const web: Web = { ...silent, [paper]: ckanFront, 'http://paper.test/api/3/action/package_search': hits(set) };
  const review = await auditOf(web, { ...place, addresses });
  expect(
    review.evidence.map(({ url }) => url).filter((url) => url.includes('package_search') && url.includes('paper')),
  ).toEqual([]);
});

const search = 'http://data.gov.example/api/3/action/package_search';
const at = (name: string): string => `http://data.gov.example/dataset/${name}`;
const fileOf = (name: string): string => `http://data.gov.example/files/${name}.csv`;
const pageOf = (name: string, title: string): string =>
  html(title, `<h1>${title}</h1><a href="${fileOf(name)}">CSV</a>`);

const catalogue = (
  ...sets: readonly (readonly [name: string, title: string, unit: string, publisher?: string])[]
): Web => ({
  [body]: html('Election Commission', '<h1>Election Commission</h1>'),
  [search]: hits(
    ...sets.map(([name, title, , publisher = 'Election Commission']) =>
      dataset(name, title, [{ url: fileOf(name) }], { organization: { title: publisher } }),
    ),
  ),
  ...Object.fromEntries(
    sets.flatMap(([name, title, unit]) => [
      [at(name), pageOf(name, title)],
      [fileOf(name), results(unit, 60)],
    ]),
  ),
});

const openedIn = async (web: Web): Promise<readonly string[]> => {
  const review = await auditOf(web);
  const names = review.evidence.map(({ url }) => /\/dataset\/([^/?]+)$/.exec(url)?.[1]);
  return names.filter((name) => name !== undefined);
};

test('where a dataset shows all that is asked for, older editions are left alone', async () => {
  const web = catalogue(
    ['r2025', 'General election results 2025', 'Polling station'],
    ['r2021', 'General election results 2021', 'Polling station'],
    ['r2017', 'General election results 2017', 'Polling station'],
  );
  expect(await openedIn(web)).toEqual(['r2025']);
});

test('one that is called newer is opened all the same', async () => {
  const web = catalogue(
    ['r2021', 'Election results by polling station 2021', 'Polling station'],
    ['r2025', 'Votes 2025', 'Constituency'],
  );
  expect(await openedIn(web)).toContain('r2025');
});

test('data of years ago ends no search, since what follows it need not be called newer', async () => {
  const web = catalogue(
    ['r2023', 'General election results 2023', 'Polling station'],
    ['votes', 'Votes', 'Constituency'],
  );
  expect(await openedIn(web)).toEqual(['r2023', 'votes']);
});

test('nor does any data while a link waits whose address is of a later year', async () => {
  const web = catalogue(['r2025', 'General election results 2025', 'Polling station']);
  const asked = async (path: string): Promise<boolean> => {
    const page = html(
      'General election results 2025',
      `<h1>General election results 2025</h1><a href="${fileOf('r2025')}">CSV</a> <a href="${own}${path}">Election results</a>`,
    );
    const review = await auditOf({
      ...web,
      [at('r2025')]: page,
      [own + path]: html('Election results', '<p>Soon.</p>'),
    });
    return review.evidence.some(({ url }) => url === own + path);
  };
  expect([await asked('/results-2026'), await asked('/results-2021')]).toEqual([true, false]);
});

test('where nothing shows it, all are opened', async () => {
  const web = catalogue(
    ['r2025', 'Election results 2025', 'Constituency'],
    ['r2021', 'Election results 2021', 'Constituency'],
  );
  expect(await openedIn(web)).toEqual(['r2025', 'r2021']);
});

test('what is of a town is opened only where nothing else shows data', async () => {
  const town = ['town', 'Election results 2025', 'Polling station', 'City of Alba'] as const;
  const national = ['r2021', 'Election results 2021', 'Constituency'] as const;
  expect(await openedIn(catalogue(town, national))).toEqual(['r2021']);
  expect(await openedIn(catalogue(town))).toEqual(['town']);
});

test('an address that answered is not asked again with www. before it', async () => {
  const web: Web = {
    ...silent,
    [body]: html(
      'Election Commission',
      '<h1>Election Commission</h1><a href="http://www.elections.gov.example/results">Election results</a> <a href="/results">Election results 2025</a>',
    ),
    [`${own}/results`]: html('Election results 2025', '<h1>Election results 2025</h1><p>None yet.</p>'),
    'http://www.elections.gov.example/results': html(
      'Election results 2025',
      '<h1>Election results 2025</h1><p>None yet.</p>',
    ),
  };
  const review = await auditOf(web);
  expect(review.evidence.filter(({ url }) => url.endsWith('/results'))).toHaveLength(1);
});

test('one that was not found there is', async () => {
  const web: Web = {
    ...silent,
    [body]: html(
      'Election Commission',
      '<h1>Election Commission</h1><a href="/results">Election results</a> <a href="http://www.elections.gov.example/results">Election results</a>',
    ),
    'http://www.elections.gov.example/results': html(
      'Election results 2025',
      '<h1>Election results 2025</h1><p>None yet.</p>',
    ),
  };
  const review = await auditOf(web);
  expect(review.evidence.filter(({ url }) => url.endsWith('/results'))).toHaveLength(2);
});

test('one page of many is not enough', async () => {
  const api = 'http://data.gov.example/api/results';
  const records = results('Polling station', 60)
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [station, voters, valid, invalid, blank, oak, elm] = line.split(',');
      return {
        'Polling station': station,
        'Registered voters': voters,
        'Valid votes': valid,
        'Invalid votes': invalid,
        'Blank ballots': blank,
        'Votes Oak': oak,
        'Votes Elm': elm,
      };
    });
  const web = catalogue(
    ['r2025', 'General election results 2025', 'Polling station'],
    ['r2021', 'General election results 2021', 'Polling station'],
  );
  const page = (links: string): Web => ({
    ...web,
    [at('r2025')]: html('General election results 2025', `<h1>General election results 2025</h1>${links}`),
  });
  const paged = JSON.stringify({ total: 9_000, results: records.map((one) => ({ ...one })) });
  const only = hits(
    dataset('r2025', 'General election results 2025', [{ url: api, format: 'JSON' }]),
    dataset('r2021', 'General election results 2021', [{ url: fileOf('r2021') }]),
  );
  const whole = JSON.stringify({ results: records });
  expect(await openedIn({ ...page(''), [search]: only, [api]: whole })).toEqual(['r2025']);
  expect(await openedIn({ ...page(''), [search]: only, [api]: paged })).toEqual(['r2025', 'r2021']);
});
