import { describe, expect, test } from 'vitest';
import { type AuditContext, openContext } from '../../src/audit/context.ts';
import { type CrawlLimits, crawl, defaultLimits } from '../../src/audit/crawl.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { type Group, observationsOf } from '../../src/audit/dataset/index.ts';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import type { FrontierEntry } from '../../src/audit/frontier.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { unknownAddress } from '../../src/model/coverage.ts';
import type { Candidate, DatasetRecord } from '../../src/model/records.ts';
import { distribution, record } from '../coverage/looks.ts';
import { html, nowhere, serve, type Web } from './web.ts';

/* A walk over a made-up site, whose addresses are named by their path. */

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);

const site = 'https://site.example/';
const at = (path: string): string => site + path;
const pathOf = (url: string): string => url.replace(site, '');

interface Links {
  readonly files?: readonly string[];
  readonly terms?: readonly string[];
  /** Pages that speak of the subject, the more the earlier. */
  readonly pages?: readonly string[];
}

/** Texts of links that speak of the subject, each less than the one before. */
const texts = ['Election results', 'Results of the vote', 'Votes'];

const pageOf = ({ files = [], terms = [], pages = [] }: Links): string =>
  html(
    'A page',
    [
      ...files.map((path) => `<p><a href="/${path}">File ${path}</a></p>`),
      ...terms.map((path) => `<p><a href="/${path}">Terms of use</a></p>`),
      ...pages.map((path, index) => `<p><a href="/${path}">${texts[index]}</a></p>`),
    ].join(''),
  );

const contextOver = (pages: Readonly<Record<string, Links>>): AuditContext => {
  const web: Web = Object.fromEntries(Object.entries(pages).map(([path, links]) => [at(path), pageOf(links)]));
  const subject = { place: nowhere(), category: criteria.category('election-results'), edition, year: 2026 };
  return openContext(
    { ...subject, asOf: '2026-10-01', previous: null, scope: 'country', named: [] },
    serve({ ...web, [site]: '' }).fetch,
    data,
    defaultAllowance,
  );
};

const entry = (path: string, score = 0, given: Partial<FrontierEntry> = {}): FrontierEntry => ({
  ...{ url: at(path), score, role: 'landing-page', depth: 0, candidate: null, via: null },
  ...given,
});

const candidate = (path: string, score: number, named: DatasetRecord | null = null): Candidate => ({
  ...{ url: at(path), why: 'x', role: 'landing-page', score, parts: [], title: 'A town', publisher: 'The town' },
  official: { verdict: 'official', because: 'x' },
  level: { verdict: 'local', because: { reason: 'x', args: {} } },
  record: named,
});

const walk = async (
  pages: Readonly<Record<string, Links>>,
  entries: readonly FrontierEntry[],
  limits: Partial<CrawlLimits> = {},
) => {
  const { groups, unopened } = await crawl(entries, contextOver(pages), {}, { ...defaultLimits, ...limits });
  return {
    groups: groups.map((group) => observationsOf(group).map(({ url, role }) => `${role} ${pathOf(url)}`)),
    unopened: unopened.map(({ url, role, via }) => `${role} ${pathOf(url)} by ${via}`),
  };
};

test('the best candidate is opened first, with its files and its terms', async () => {
  const { groups, unopened } = await walk({ best: { files: ['file.csv'], terms: ['terms'] } }, [
    entry('good', 1),
    entry('best', 2),
  ]);
  expect(groups).toEqual([['landing-page best', 'data-file file.csv', 'licence terms'], ['landing-page good']]);
  expect(unopened).toEqual([]);
});

test('a page that was followed is opened in its turn by its score, and only to the depth allowed', async () => {
  const { groups } = await walk(
    { start: { pages: ['deep'] }, deep: { pages: ['deeper'] }, deeper: { pages: ['end'] } },
    [entry('start', 1000), entry('other', 900), entry('last', -100)],
    { depth: 2 },
  );
  expect(groups.flat()).toEqual(['start', 'other', 'deep', 'deeper', 'last'].map((path) => `landing-page ${path}`));
});

test('no address is opened twice, whatever its fragment', async () => {
  const { groups } = await walk({ start: { pages: ['start#part'] } }, [entry('start', 1), entry('start')]);
  expect(groups).toEqual([['landing-page start']]);
});

test('what is left unopened is told, with what led there', async () => {
  const links = { files: ['a.csv', 'b.csv', 'c.csv'], terms: ['terms-1', 'terms-2', 'terms-3'] };
  const { groups, unopened } = await walk({ start: links }, [entry('start')], { files: 2, terms: 2 });
  expect(groups[0]).toHaveLength(5);
  expect(unopened).toEqual(['data-file c.csv by ev-1', 'licence terms-3 by ev-1']);
});

test('of what lacks something the other files are opened in the end, and of nothing else', async () => {
  const pages = { country: { files: ['a.csv', 'b.csv', 'c.csv', 'd.csv'] }, other: { files: ['x.csv', 'y.csv'] } };
  const lacking = (groups: readonly Group[]) => groups.filter(({ root }) => pathOf(root.url) === 'country');
  const { groups, unopened } = await crawl(
    [entry('country', 2), entry('other', 1)],
    contextOver(pages),
    { lacking },
    { ...defaultLimits, files: 1, moreFiles: 2 },
  );
  expect(groups.map((group) => observationsOf(group).map(({ url }) => pathOf(url)))).toEqual([
    ['country', 'a.csv', 'b.csv', 'c.csv'],
    ['other', 'x.csv'],
  ]);
  expect(unopened.map(({ url }) => pathOf(url))).toEqual(['d.csv', 'y.csv']);
});

test('one dataset that is nearly what is looked for is opened whole before anything else, and no second one', async () => {
  const files = ['a.csv', 'b.csv'];
  const context = contextOver({ one: { files }, two: { files: ['x.csv', 'y.csv'] }, three: {} });
  const { groups } = await crawl(
    [entry('one', 3), entry('two', 2), entry('three', 1)],
    context,
    { isWorthMore: () => true },
    { ...defaultLimits, files: 1 },
  );
  expect(groups.map((group) => observationsOf(group).map(({ url }) => pathOf(url)))).toEqual([
    ['one', 'a.csv', 'b.csv'],
    ['two', 'x.csv'],
    ['three'],
  ]);
  const asked = (await context.evidence.entries()).map(({ exchange }) => pathOf(exchange.url));
  expect(asked).toEqual(['one', 'a.csv', 'b.csv', 'two', 'x.csv', 'three']);
});

test('so are candidates beyond the number that is opened', async () => {
  const { unopened } = await walk({}, [entry('one', 2), entry('two', 1)], { candidates: 1, moreCandidates: 0 });
  expect(unopened).toEqual(['landing-page two by null']);
});

test('so are pages too deep, and pages beyond the best of one page', async () => {
  const { unopened } = await walk({ start: { pages: ['a', 'b', 'c'] }, a: { pages: ['deep'] } }, [entry('start')], {
    pages: 2,
    depth: 1,
  });
  expect(unopened).toEqual(['landing-page c by ev-1', 'landing-page deep by ev-2']);
});

test('what is opened in the end is not told as left', async () => {
  const { unopened } = await walk({ start: { pages: ['other'] } }, [entry('start', 2), entry('other')], { pages: 0 });
  expect(unopened).toEqual([]);
});

test('a file that the catalogue declares does not hang on the page it stands on', async () => {
  const named = { ...record(), distributions: [distribution(at('declared.csv'))] };
  const context = contextOver({ page: { files: ['linked.csv'] } });
  const { groups } = await crawl([entry('page', 0, { candidate: candidate('page', 0, named) })], context);
  expect(groups[0]?.members.map(({ url, via }) => [pathOf(url), via])).toEqual([
    ['declared.csv', null],
    ['linked.csv', 'ev-1'],
  ]);
});

test('a page that is linked and proposed is opened as the candidate that it is', async () => {
  const { groups } = await walk({ start: { pages: ['known'] } }, [
    entry('start', 10),
    entry('other', 7),
    entry('known', 1),
  ]);
  expect(groups.flat()).toEqual(['landing-page start', 'landing-page other', 'landing-page known']);
});

test('where it could not be told where a reply leads, something is left, and the defect is reported', async () => {
  const context = contextOver({ page: {} });
  const termsLinks = () => {
    throw new Error('a defect');
  };
  const broken = { ...context, data: { ...data, licences: { ...data.licences, termsLinks } } };
  const { unopened } = await crawl([entry('page')], broken);
  expect(unopened).toEqual([{ url: unknownAddress, role: 'data-file', via: 'ev-1' }]);
  expect(context.defects.list()).toEqual([{ stage: 'analysis', name: at('page'), says: 'a defect' }]);
});

test('a page that a catalogue describes is opened with what it says, and no sooner than that deserves', async () => {
  const context = contextOver({ start: { pages: ['town', 'page'] } });
  const { groups } = await crawl([entry('start', 100)], context, { described: [candidate('town', -50)] });
  expect(groups.map(({ root }) => [pathOf(root.url), root.provenance.level.verdict])).toEqual([
    ['start', 'unknown'],
    ['page', 'unknown'],
    ['town', 'local'],
  ]);
});

const walkWeb = async (web: Web, given: Partial<CrawlLimits> = {}, requests = defaultAllowance.requests) => {
  const subject = { place: nowhere(), category: criteria.category('election-results'), edition, year: 2026 };
  const context = openContext(
    { ...subject, asOf: '2026-10-01', previous: null, scope: 'country', named: [] },
    serve({ [site]: '', ...web }).fetch,
    data,
    { ...defaultAllowance, requests },
  );
  const { groups } = await crawl([entry('start', 50)], context, {}, { ...defaultLimits, ...given });
  return groups.map((group) => observationsOf(group).map(({ url, role }) => `${role} ${pathOf(url)}`));
};

describe('behind a label that promises data', () => {
  test('a file hangs on its page, and a page leads on to what it has', async () => {
    const files = html('Index of /years', '<h1>Index of /years</h1><a href="/years/2025.csv">2025.csv</a>');
    const links =
      '<p><a href="/get/7">Download</a></p><p><a href="/years/">By year (ZIP)</a></p><p><a href="/news">News</a></p>';
    const web = {
      [at('start')]: html('Commission', links),
      [at('get/7')]: { type: 'text/csv', body: 'Station,Votes\nA,1\n' },
      [at('years/')]: files,
      [at('years/2025.csv')]: 'Station,Votes\nA,1\n',
    };
    expect(await walkWeb(web)).toEqual([
      ['landing-page start', 'data-file get/7'],
      ['landing-page years/', 'data-file years/2025.csv'],
    ]);
  });

  test('a wall stays with the page whose file it keeps', async () => {
    const login = html('Log in', '<h1>Log in</h1><form><input name="user"><input type="password" name="p"></form>');
    const web = { [at('start')]: html('Commission', '<a href="/get/7">Download</a>'), [at('get/7')]: login };
    expect(await walkWeb(web)).toEqual([['landing-page start', 'data-file get/7']]);
  });
});

describe('a list of single pages', () => {
  const list = [1, 2, 3, 4, 5].map((id) => `<p><a href="/act/${id}">Election results ${id}</a></p>`).join('');
  const web = {
    [at('start')]: html('Commission', `${list}<p><a href="/other">Votes</a></p>`),
    ...Object.fromEntries([1, 2, 3, 4, 5].map((id) => [at(`act/${id}`), html('An act', 'Text')])),
    [at('other')]: html('Votes', 'Text'),
  };

  test('gives way to others once a few of it were opened', async () => {
    const opened = (await walkWeb(web)).map(([root]) => root);
    expect(opened.slice(0, 4)).not.toContain('landing-page other');
    expect(opened.indexOf('landing-page other')).toBeLessThan(opened.indexOf('landing-page act/5'));
    expect(opened).toContain('landing-page act/5');
  });

  test('is opened further only while requests are left for the files of the dataset', async () => {
    const few = { candidates: 2, moreCandidates: 2, reserve: 4 };
    expect(await walkWeb(web, few)).toHaveLength(4);
    expect(await walkWeb(web, few, 6)).toHaveLength(3);
    expect(await walkWeb(web, few, 4)).toHaveLength(2);
  });
});
