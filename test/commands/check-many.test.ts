import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CheckTable } from '../../src/model/checks.ts';
import { run, type Surroundings } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-check-many-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 30 }, (_, at) => `S${at},2026-0${(at % 9) + 1}-01,${at}.5`).join('\n');

let server: Server;
let base = '';
let asked: string[] = [];
let onAsk: (path: string) => void = () => {};

const urlset = (...paths: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${base}${path}</loc></url>`)
    .join('')}</urlset>`;

const site = (path: string): readonly [type: string, body: string | Buffer] | null => {
  if (path.endsWith('.csv')) return ['text/csv', `station,day,value\n${rows}\n`];
  switch (path) {
    case '/page':
      return [
        'text/html',
        '<title>Water</title><main><p>Licence: <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p><a href="/p.csv">Water, CSV</a></main>',
      ];
    case '/one.xml.gz':
      return ['application/gzip', gzipSync(urlset('/a.csv', '/page'))];
    default:
      return null;
  }
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    onAsk(path);
    const found = site(path);
    if (found === null) response.writeHead(404).end();
    else response.setHeader('Content-Type', found[0]).end(found[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  onAsk = () => {};
});

const check = (words: readonly string[], given: Surroundings = {}) =>
  run(['check', ...words, '--allow-private', '--quiet', '--as-of', '2026-12-01'], folder, given);

const tableOf = async (words: readonly string[], given: Surroundings = {}): Promise<CheckTable> => {
  const { code, out, err } = await check([...words, '--format', 'json'], given);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as CheckTable;
};

const urlsOf = ({ addresses }: CheckTable): readonly string[] => addresses.map(({ url }) => url.replace(base, ''));

describe('a list on standard input', () => {
  test('has an address a line, remarks and blank lines aside, each checked once', async () => {
    const input = `\uFEFF# our data\r\n${base}/a.csv#rows\r\n\r\n${base}/page # the page\n${base}/a.csv\n`;
    const table = await tableOf(['-'], { input });
    expect(urlsOf(table)).toEqual(['/a.csv#rows', '/page']);
    expect(table.notChecked).toEqual([{ why: 'repeated', count: 1, example: `${base}/a.csv` }]);
    expect(table.counts).toEqual({ checked: 2, open: 1, unseen: 0, under: null });
  });

  test('is a sitemap', async () => {
    expect(urlsOf(await tableOf(['-'], { input: urlset('/b.csv', '/page') }))).toEqual(['/b.csv', '/page']);
  });

  test('is a sitemap that is packed', async () => {
    expect(urlsOf(await tableOf(['-'], { input: gzipSync(urlset('/b.csv')) }))).toEqual(['/b.csv']);
  });

  test('is an index of sitemaps, packed ones too; those that cannot be had are told', async () => {
    const input = `<sitemapindex><sitemap><loc>${base}/none.xml</loc></sitemap><sitemap><loc>${base}/one.xml.gz</loc></sitemap></sitemapindex>`;
    const table = await tableOf(['-'], { input });
    expect(urlsOf(table)).toEqual(['/a.csv', '/page']);
    expect(table.notChecked).toEqual([{ why: 'sitemap-not-read', count: 1, example: `${base}/none.xml` }]);
  });

  test('asks for no sitemap beyond the limit', async () => {
    const input = `<sitemapindex><sitemap><loc>${base}/one.xml.gz</loc></sitemap><sitemap><loc>${base}/two.xml</loc></sitemap></sitemapindex>`;
    const table = await tableOf(['-', '--limit', '1'], { input });
    expect(urlsOf(table)).toEqual(['/a.csv']);
    expect(asked).not.toContain('/two.xml');
    expect(table.notChecked).toEqual([
      { why: 'sitemap-not-read', count: 1, example: `${base}/two.xml` },
      { why: 'over-limit', count: 1, example: `${base}/page` },
    ]);
  });

  test('is a catalogue in DCAT: the page of a dataset, else its files, and its title', async () => {
    const input = JSON.stringify({
      dataset: [
        { title: 'With a page', landingPage: `${base}/page`, distribution: [{ downloadURL: `${base}/x.csv` }] },
        { title: 'Files', distribution: [{ downloadURL: `${base}/a.csv` }, { downloadURL: `${base}/b.csv` }] },
        { title: 'Nothing', distribution: [] },
      ],
    });
    const table = await tableOf(['-'], { input });
    expect(table.addresses.map(({ url, title }) => [url.replace(base, ''), title])).toEqual([
      ['/page', 'With a page'],
      ['/a.csv', 'Files'],
      ['/b.csv', 'Files'],
    ]);
    expect(table.notChecked).toEqual([{ why: 'no-address', count: 1, example: 'Nothing' }]);
  });

  test('is an answer of CKAN, whose pages stand where its help does; datasets of other pages are told', async () => {
    const input = JSON.stringify({
      help: `${base}/api/3/action/help_show?name=package_search`,
      success: true,
      result: { count: 7, results: [{ id: 'x', name: 'water', title: 'Water', resources: [] }] },
    });
    const table = await tableOf(['-'], { input });
    expect(urlsOf(table)).toEqual(['/dataset/water']);
    expect(table.notChecked).toEqual([{ why: 'other-page', count: 6, example: null }]);
  });

  test.each([
    [
      'a line that is no address',
      'example.org/a\nnot an address\n',
      /^odi: standard input:2: not an address is no web address/,
    ],
    ['JSON of something else', '{"a": 1}', /^odi: standard input is no list: addresses one a line, a sitemap/],
    ['a page', '<!doctype html><p>Hello</p>', /^odi: standard input is no list/],
    ['nothing', '\n# nothing\n', /^odi: The list on standard input names no address/],
    [
      'what cannot be unpacked',
      Buffer.from([0x1f, 0x8b, 1, 2, 3]),
      /^odi: standard input is packed with gzip, and cannot be/,
    ],
    ['a bomb', gzipSync(Buffer.alloc(65 * 2 ** 20)), /^odi: standard input is packed with gzip, and cannot be/],
  ])('%s is refused before anything is asked', async (_, input, says) => {
    const { code, out, err } = await check(['-'], { input });
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toMatch(says);
    expect(asked).toEqual([]);
  });
});

describe('the table', () => {
  test('has the answers, the score, the format and the first fix of each, and the fixes of all', async () => {
    const { addresses, fixes, reviews } = await tableOf([`${base}/a.csv`, `${base}/page`]);
    expect(addresses).toMatchObject([
      {
        answers: { exists: 'Yes', machinereadable: 'Yes', openlicense: 'Unsure' },
        score: { points: 70, outOf: 100 },
        formats: ['csv'],
        fix: { points: 30, certain: false },
        unseen: null,
      },
      { answers: { exists: 'Yes', openlicense: 'Yes' }, formats: ['csv'], isOpen: true },
    ]);
    const gains = reviews.flatMap((review) => review.gains ?? []);
    expect(reviews.map(({ request }) => request?.urls)).toEqual([[`${base}/a.csv`], [`${base}/page`]]);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { fix, certain, points, addresses } of fixes) {
      const own = gains.filter((gain) => gain.fix === fix && gain.certain === certain);
      expect([points, addresses]).toEqual([own.reduce((sum, gain) => sum + gain.points, 0), own.length]);
    }
    expect(fixes.map(({ points }) => points)).toEqual([...fixes.map(({ points }) => points)].sort((a, b) => b - a));
  });

  test('is text with the fixes before the addresses, at most as wide as the terminal', async () => {
    const { code, out } = await check([`${base}/a.csv`, `${base}/page`]);
    expect(code).toBe(0);
    expect(out.indexOf('What to do first')).toBeLessThan(out.indexOf('Addresses'));
    expect(out).toMatch(/^2 addresses checked, 1 open +2026$/m);
    expect(out).toMatch(/\/a\.csv +✓✓✓✓✓✓✓\?[✓?✗] +70–100 +CSV$/m);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('of one address of a list is still a table', async () => {
    expect((await tableOf(['-'], { input: `${base}/a.csv` })).format).toBe('odi-checks/1');
  });

  test('gives the same bytes from an archive, and needs no network for it', async () => {
    const archive = join(folder, 'list.warc.gz');
    const words = ['-', '--format', 'json'];
    const input = `${base}/a.csv\n${base}/page\n${base}/gone\n`;
    const live = await check([...words, '--record', archive], { input });
    expect(live.code).toBe(0);
    asked = [];
    const [first, second] = [1, 2].map(() => check([...words, '--replay', archive], { input }));
    expect((await first)?.out).toBe((await second)?.out);
    const answers = (text: string | undefined) =>
      (JSON.parse(text ?? '') as CheckTable).addresses.map(({ url, answers }) => [url, answers]);
    expect(answers((await first)?.out)).toEqual(answers(live.out));
    expect(asked).toEqual([]);
  });

  test('goes to the file of --out', async () => {
    const file = join(folder, 'table.csv');
    const { code, out } = await check([`${base}/a.csv`, `${base}/b.csv`, '--format', 'csv', '--out', file]);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(4);
  });
});

describe('how it ends', () => {
  test('with 1 where a score is lower than asked for, which is named', async () => {
    const { code, err, out } = await check([`${base}/a.csv`, `${base}/page`, '--fail-under', '80', '--format', 'json']);
    expect([code, err]).toEqual([1, `${base}/a.csv: 70 points, under 80.\n`]);
    expect((JSON.parse(out) as CheckTable).counts.under).toBe(1);
  });

  test('with 3 where nothing at all could be seen, and with 0 where something was', async () => {
    const dead = 'http://127.0.0.1:1/';
    const { code, out } = await check([dead, `${dead}x`, '--timeout', '2', '--format', 'json']);
    expect(code).toBe(3);
    const table = JSON.parse(out) as CheckTable;
    expect(table.counts).toMatchObject({ checked: 2, unseen: 2 });
    expect(table.fixes).toEqual([]);
    expect(table.addresses[0]?.unseen).toMatch(/^connect/);
    expect((await check([dead, `${base}/a.csv`, '--timeout', '2'])).code).toBe(0);
  });

  test('with 3 where no sitemap of an index could be had', async () => {
    const input = `<sitemapindex><sitemap><loc>${base}/none.xml</loc></sitemap></sitemapindex>`;
    const { code, out } = await check(['-', '--format', 'json'], { input });
    expect(code).toBe(3);
    expect((JSON.parse(out) as CheckTable).notChecked).toMatchObject([{ why: 'sitemap-not-read', count: 1 }]);
  });

  test('on Ctrl-C with what was ended by then', async () => {
    const controller = new AbortController();
    const paths = Array.from({ length: 12 }, (_, at) => `/${at}.csv`);
    onAsk = (path) => {
      if (path === '/9.csv') controller.abort();
    };
    const { code, out } = await check(['-', '--format', 'json'], {
      input: paths.map((path) => base + path).join('\n'),
      interrupted: controller.signal,
    });
    expect(code).toBe(130);
    const { counts, notChecked } = JSON.parse(out) as CheckTable;
    expect(counts.checked).toBeGreaterThan(0);
    expect(notChecked).toMatchObject([{ why: 'interrupted', count: 12 - counts.checked }]);
  });
});

describe('addresses that are not asked', () => {
  test('a private one of a list is a line, and how to let it in is told once', async () => {
    const { code, out, err } = await run(['check', '-', '--quiet', '--format', 'json'], folder, {
      input: 'http://127.0.0.1/\nhttp://localhost/x\n',
    });
    expect(code).toBe(3);
    expect(err).toBe('odi: private addresses were not asked (2 of the list); add --allow-private if you mean them.\n');
    expect((JSON.parse(out) as CheckTable).addresses[0]?.unseen).toMatch(/^private-address/);
  });

  writeFileSync(join(folder, 'votes.csv'), 'a,b\n1,2\n');
  test.each([
    ['a private address', 'http://127.0.0.1:1/', /is a private address and is not asked; add --allow-private/],
    ['the insides of clouds', 'http://169.254.169.254/', /is never asked/],
    ['a file', './votes.csv', /is a file here, .* odi inspect \.\/votes\.csv$/m],
    ['a file without its folder', 'votes.csv', /is a file here/],
    ['a file that is not there', 'results.csv', /is called like a file/],
    ['a folder', './', /is a folder/],
    ['a word', 'water-quality', /is no web address/],
    ['another scheme', 'ftp://example.org/a', /is no web address/],
  ])('%s is answered in one line', async (_, word, says) => {
    for (const words of [[word], [word, 'https://example.org/']]) {
      const { code, out, err } = await run(['check', ...words], folder);
      expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
      expect(err).toMatch(says);
    }
  });
});
