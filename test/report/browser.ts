import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../src/browser/find.ts';

/* A browser that looks at a site as its readers do, and everything that it says on the way. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page did besides being shown: messages of its console, errors of its scripts, and requests that left the site. */
export interface Noise {
  readonly of: string;
  readonly what: string;
}

/** A browser on one site. */
export interface SiteBrowser {
  /** Opens a page, hands it on, and closes it. */
  readonly on: <To>(address: string, look: (page: Page) => Promise<To>, how?: BrowserContextOptions) => Promise<To>;
  /** All that pages did besides, until now. */
  readonly noise: readonly Noise[];
  readonly close: () => Promise<void>;
}

/** Starts a browser; `root` is where all addresses of the site begin. */
export const openBrowser = async (root: string): Promise<SiteBrowser> => {
  const browser: Browser = await chromium.launch({
    ...{ executablePath: findChromium(process.env), headless: true, chromiumSandbox: process.getuid?.() !== 0 },
    args: ['--disable-gpu'],
  });
  const noise: Noise[] = [];
  // To open a page anew is cheap; a window for each would take most of the time.
  const windows = new Map<string, Promise<BrowserContext>>();
  const windowFor = (how: BrowserContextOptions): Promise<BrowserContext> => {
    const key = JSON.stringify(how);
    const opened = windows.get(key) ?? browser.newContext({ viewport: { width: 1440, height: 900 }, ...how });
    windows.set(key, opened);
    return opened;
  };
  return {
    noise,
    on: async (address, look, how = {}) => {
      const page = await (await windowFor(how)).newPage();
      try {
        const tell = (what: string): unknown => noise.push({ of: address, what });
        page.on('console', (message) => tell(message.text()));
        page.on('pageerror', (error) => tell(error.message));
        page.on('dialog', (dialog) => {
          tell(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        page.on('request', (request) => {
          if (!request.url().startsWith(root)) tell(`asked for ${request.url()}`);
        });
        // A page that is left takes back what it still waits for.
        page.on('requestfailed', (request) => {
          if (request.failure()?.errorText !== 'net::ERR_ABORTED') tell(`did not get ${request.url()}`);
        });
        await page.goto(`${root}${address}`);
        return await look(page);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
};

/** What axe finds wrong in a page, each with the element where it is. @param rules - the rules that are asked, all where it is null */
export const violations = async (page: Page, rules: readonly string[] | null = null): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const options = JSON.stringify({ preload: false, ...(rules === null ? {} : { runOnly: rules }) });
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`);
};

/** By how many pixels a page is wider than what it is seen through. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** A site on loopback below a path. */
export const serve = async (
  folder: string,
  below: string,
): Promise<{ readonly root: string; readonly close: () => Promise<void> }> => {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    const file = normalize(join(folder, path.slice(below.length)));
    const named = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
    if (!path.startsWith(below) || !named.startsWith(folder) || !existsSync(named)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[named.slice(named.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(readFileSync(named));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}${below}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** Links of a page that lead nowhere, as the browser resolves them. @param root - where the site begins, on the web or on disk */
export const brokenLinks = async (page: Page, root: string): Promise<readonly string[]> => {
  const links: readonly string[] = await page.evaluate(
    `[...new Set([...document.querySelectorAll('a[href], link[href]')].map(({ href }) => typeof href === 'string' ? href : new URL(href.baseVal, document.baseURI).href))]`,
  );
  const own = [...new Set(links.map((link) => link.split('#')[0] ?? ''))].filter((link) => link.startsWith(root));
  const found = await Promise.all(own.map((link) => isThere(link)));
  const broken = own.filter((_, at) => found[at] === false);
  const strange = links.filter((link) => !link.startsWith(root) && !/^https?:/.test(link));
  return [...broken, ...strange];
};

const looked = new Map<string, Promise<boolean>>();

/** Is there something at an address of the site? */
const isThere = (link: string): Promise<boolean> => {
  const known = looked.get(link);
  if (known !== undefined) return known;
  const asked = link.startsWith('file:')
    ? Promise.resolve(existsSync(fileURLToPath(link)) && statSync(fileURLToPath(link)).isFile())
    : fetch(link, { method: 'HEAD' }).then(({ ok }) => ok);
  looked.set(link, asked);
  return asked;
};
