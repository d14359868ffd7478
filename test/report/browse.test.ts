import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../browser/chromium.ts';
import { run } from '../commands/in-process.ts';
import { brokenLinks, openBrowser, overflow, type SiteBrowser, serve, violations } from './browser.ts';
import { pagesOf } from './pages.ts';
import { hostile, writeStore } from './store.ts';

/*
 * A site as readers see it: in a browser, with light and dark colours, in three languages, wide and narrow, with scripts and without.
 *
 * A few kinds of page are looked at with every change, and every kind in every language, colour and width where ODI_SITE is `whole`, which takes
 * minutes. ODI_SITE_ENTRIES names the file of the published index: then the site is of that, and the same is done.
 */

const entries = process.env['ODI_SITE_ENTRIES'];
const isWhole = entries !== undefined || process.env['ODI_SITE'] === 'whole';
const widths = [360, 768, 1440];
const folders = ['', 'fr/', 'ar/'];

let dir: string;
let site: string;
let root: string;
let browser: SiteBrowser;
let kinds: readonly (readonly [kind: string, page: string])[];

/** Kinds that are looked at with every change. */
const few: ReadonlySet<string> = new Set(
  ['', 'year/matrix/', 'year/place/', 'year/place/review/', 'compare/years/', 'portals/one/'].map(
    (kind) => `${kind}index.html`,
  ),
);

/** What kind a page is of: its address with years, places, categories and portals left out. */
const kindOf = (page: string): string =>
  page
    .replace(/^(\d{4})-?(\d{4})?\//, 'year/')
    .replace(/^year\/categories\/[^/]+\//, 'year/category/')
    .replace(/^year\/(?!category\/|matrix\/|unsure\/|index)[^/]+\/(?!index)[^/]+\//, 'year/place/review/')
    .replace(/^year\/(?!category\/|matrix\/|unsure\/|index|place\/review)[^/]+\//, 'year/place/')
    .replace(/^compare\/\d{4}-\d{4}\/(?!index)[^/]+\//, 'compare/years/place/')
    .replace(/^compare\/\d{4}-\d{4}\//, 'compare/years/')
    .replace(/^commitments\/[^/]+\/[^/]+\//, 'commitments/place/plan/')
    .replace(/^(places|categories|portals)\/(?!index)[^/]+\//, '$1/one/');

/** Pages that have most to show of their kind, one or two a kind. */
const chosen = [
  '2015/ma/election-results/index.html',
  '2024/ma/election-results/index.html',
  '2024/fr/legislation/index.html',
  '2015/ma/index.html',
  '2015/index.html',
];

beforeAll(async () => {
  if (!hasChromium) return;
  dir = mkdtempSync(join(tmpdir(), 'odi-site-seen-'));
  await (entries === undefined ? writeStore(dir) : writeStore(dir, readFileSync(entries, 'utf8')));
  const words = ['--out', 'site', '--lang', 'en,fr,ar', '--base-url', 'https://open.example/data/', '--quiet'];
  expect((await run(['report', ...words], dir)).code).toBe(0);
  site = join(dir, 'site');
  root = pathToFileURL(`${site}/`).href;
  browser = await openBrowser(root);
  const found = new Map<string, string>();
  const own = pagesOf(site).filter((page) => !/^(fr|ar)\//.test(page));
  for (const page of own) if (!found.has(kindOf(page))) found.set(kindOf(page), page);
  for (const page of chosen) if (own.includes(page)) found.set(`${kindOf(page)} ${page}`, page);
  kinds = [...found];
}, 600_000);
afterAll(async () => {
  if (!hasChromium) return;
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Every kind of page in all languages, or a few by turns in one. */
const looks = (): readonly { readonly page: string; readonly folder: string }[] =>
  kinds
    .filter(([kind]) => isWhole || few.has(kind))
    .flatMap(([, page], at) => (isWhole ? folders : [folders[at % 3] ?? '']).map((folder) => ({ page, folder })));

describe.skipIf(!hasChromium)('in a browser', () => {
  test('every kind of page is there', () => {
    const names = new Set(kinds.map(([kind]) => kind.split(' ')[0]));
    for (const kind of [
      ...['', 'year/', 'year/matrix/', 'year/unsure/', 'year/place/', 'year/place/review/', 'year/category/'],
      ...[
        'places/',
        'places/one/',
        'categories/',
        'categories/one/',
        'compare/',
        'compare/years/',
        'compare/years/place/',
      ],
      ...['portals/', 'portals/one/', 'commitments/', 'commitments/place/plan/', 'method/', 'data/', 'about/'],
    ])
      expect([...names]).toContain(`${kind}index.html`);
    expect([...names]).toContain('404.html');
  });

  test(
    'no kind of page has anything that keeps readers out, asks for anything elsewhere, says anything to the console, or is wider than its window',
    async () => {
      const wrong: unknown[] = [];
      for (const { page, folder } of looks())
        await browser.on(`${folder}${page}`, async (seen) => {
          for (const width of widths) {
            await seen.setViewportSize({ width, height: 900 });
            const beyond = await overflow(seen);
            if (beyond > 0) wrong.push([folder, page, width, `${beyond} px too wide`]);
            if (isWhole && width < 1440)
              for (const found of await violations(seen)) wrong.push([folder, page, width, found]);
          }
          for (const colorScheme of ['light', 'dark'] as const) {
            await seen.emulateMedia({ colorScheme });
            // Colours are all that is another in the dark.
            const rules = colorScheme === 'light' || isWhole ? null : ['color-contrast'];
            for (const found of await violations(seen, rules)) wrong.push([folder, page, colorScheme, found]);
          }
        });
      expect(wrong).toEqual([]);
      expect(browser.noise).toEqual([]);
    },
    isWhole ? 3_600_000 : 240_000,
  );

  test(
    'every link leads to a page, from disk, at the root of a host and below a path',
    async () => {
      const wrong: string[] = [];
      const pages = looks().map(({ page, folder }) => `${folder}${page}`);
      for (const page of pages) wrong.push(...(await browser.on(page, (seen) => brokenLinks(seen, root))));
      for (const [turn, below] of ['/', '/some/where/'].entries()) {
        const { root: web, close } = await serve(site, below);
        const other = await openBrowser(web);
        for (const page of pages.filter((_, at) => isWhole || at % 2 === turn))
          wrong.push(...(await other.on(page, (seen) => brokenLinks(seen, web))));
        wrong.push(...other.noise.map(({ of, what }) => `${of}: ${what}`));
        await other.close();
        await close();
      }
      expect(wrong).toEqual([]);
    },
    isWhole ? 3_600_000 : 240_000,
  );

  test('texts that would be markup or scripts are text alone', async () => {
    const besides = kinds.flatMap(([kind, page]) =>
      /^(portals\/one|commitments\/place)/.test(kind) ? [page.replace('index.html', '')] : [],
    );
    expect(besides.length).toBe(2);
    for (const folder of isWhole ? folders : folders.slice(0, 1))
      for (const page of folder === ''
        ? ['2024/fr/legislation/', '2024/fr/', '2024/categories/legislation/', '2024/', 'places/fr/', ...besides]
        : ['2024/fr/legislation/', ...besides])
        await browser.on(`${folder}${page}index.html`, async (seen) => {
          expect(await seen.evaluate('globalThis.odiWasHere ?? null')).toBe(null);
          expect(await seen.locator('img[src="x"], main script, main style, [onerror], [onmouseover]').count()).toBe(0);
          expect(await seen.locator('a[href^="javascript:"]').count()).toBe(0);
        });
    const text = await browser.on('2024/fr/legislation/index.html', (seen) => seen.locator('main').innerText());
    expect(text).toContain(hostile.markup);
    expect(browser.noise).toEqual([]);
  });

  test('Arabic pages run from right to left, and addresses in them from left to right', async () => {
    await browser.on('ar/2015/ma/election-results/index.html', async (seen) => {
      expect(await seen.evaluate('getComputedStyle(document.body).direction')).toBe('rtl');
      const [home, languages] = [
        await seen.locator('.home').boundingBox(),
        await seen.locator('.languages').boundingBox(),
      ];
      expect(home?.x ?? 0).toBeGreaterThan(languages?.x ?? 0);
      const cards = await seen.locator('.card').evaluateAll((all) => all.map((card) => card.getBoundingClientRect().x));
      expect([...cards].sort((one, other) => other - one)).toEqual(cards);
      // The letters of an address stand in the order in which they are written.
      const order = await seen.evaluate(`[...document.querySelectorAll('.address')].map((element) => {
        const text = element.firstChild; const range = document.createRange();
        const at = (from) => { range.setStart(text, from); range.setEnd(text, from + 1); return range.getBoundingClientRect().x; };
        return at(0) < at(4);
      })`);
      expect(new Set(order as readonly boolean[])).toEqual(new Set([true]));
    });
  });

  test('without scripts everything is there but search, filters and sorting', async () => {
    for (const [, page] of kinds.filter(([kind]) => isWhole || few.has(kind)))
      await browser.on(
        page,
        async (seen) => {
          expect([page, await seen.locator('h1').isVisible()]).toEqual([page, true]);
          expect([page, await seen.locator('form.search').isVisible()]).toEqual([page, false]);
        },
        { javaScriptEnabled: false },
      );
    await browser.on(
      '2024/matrix/index.html',
      async (seen) => {
        const rows = seen.locator('.matrix tbody tr');
        const all = await rows.count();
        await rows.nth(0).locator('input').check();
        await seen.locator('.only-ticked').check();
        expect(all).toBeGreaterThan(1);
        expect(await rows.filter({ visible: true }).count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  test('the script finds a place by a name in another language, sorts, filters, and makes links of cells', async () => {
    await browser.on('index.html', async (seen) => {
      await seen.locator('.search input').fill('المغرب');
      await seen.locator('.search li a').first().waitFor();
      expect(await seen.locator('.search li').allInnerTexts()).toEqual(['Morocco']);
      await seen.locator('.search input').press('Enter');
      await seen.waitForURL(/2024\/ma\/index\.html$/);
      await seen.goBack();
      const names = () => seen.locator('#ranking tbody tr:visible th').allInnerTexts();
      const before = await names();
      await seen.locator('#ranking thead button').nth(1).click();
      expect(await names()).toEqual([...before].sort((one, other) => one.localeCompare(other, 'en')));
      await seen.locator('.filter input').first().fill('moroc');
      await expect.poll(names).toEqual(['Morocco']);
    });
    await browser.on('2024/matrix/index.html', async (seen) => {
      const cell = seen.locator('.matrix tbody tr').filter({ hasText: 'Morocco' }).locator('td[class^=s]').first();
      await cell.hover();
      await cell.locator('a').click();
      await seen.waitForURL(/2024\/ma\/[a-z-]+\/index\.html$/);
    });
    expect(browser.noise).toEqual([]);
  });

  test('scorecards and comparisons that stand alone keep nobody out, and are never wider than their window', async () => {
    const words = ['--format', 'html', '--quiet', '--out'];
    await run(['scorecard', '--year', '2015', '--fail-under', '90', ...words, 'site/scorecard.html'], dir);
    await run(['diff', '2015', '2024', ...words, 'site/diff.html'], dir);
    await run(['diff', '2015', '2024', '--summary', ...words, 'site/summary.html'], dir);
    for (const page of ['scorecard.html', 'diff.html', 'summary.html'])
      for (const colorScheme of isWhole ? (['light', 'dark'] as const) : (['dark'] as const))
        await browser.on(
          page,
          async (seen) => {
            expect([page, await violations(seen)]).toEqual([page, []]);
            for (const width of widths) {
              await seen.setViewportSize({ width, height: 900 });
              expect([page, width, await overflow(seen)]).toEqual([page, width, 0]);
            }
          },
          { colorScheme },
        );
    expect(browser.noise).toEqual([]);
  });

  test("Morocco's elections, why they are not open, what to do and how it was before are two clicks from the front page, without scrolling", async () => {
    await browser.on('index.html', async (seen) => {
      await seen.locator('#ranking a').getByText('Morocco').click();
      await seen.locator('table.ranking a').getByText('Election Results').click();
      await seen.waitForURL(/\/ma\/election-results\/index\.html$/);
      for (const [id, says] of [
        ['why', 'Why it is not open'],
        ['todo', 'What to do'],
        ['before', /^How it was/],
      ] as const) {
        const heading = seen.locator(`#${id}`);
        expect(await heading.innerText()).toMatch(says);
        const card = await seen.locator(`section[aria-labelledby=${id}]`).boundingBox();
        expect([id, (card?.y ?? 0) >= 0, (card?.y ?? 0) + (card?.height ?? 1e6) <= 900]).toEqual([id, true, true]);
        const said = await seen.locator(`section[aria-labelledby=${id}]`).innerText();
        expect(said.length).toBeGreaterThan(60);
      }
      expect(await seen.locator('#before').innerText()).toMatch(/\d{4}/);
      expect(await seen.evaluate('scrollY')).toBe(0);
    });
  });
});
