import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../src/browser/find.ts';
import { canSandbox } from '../../src/browser/index.ts';
import { hasChromium } from '../browser/chromium.ts';
import { decisionsIn, type Office, type OpenDesk, openDesk, openOffice } from './desk.ts';

/* A day at the desk in a browser, by the keyboard alone. */

/** What takes minutes, of which `.ci/long desk` does all: every page in every language, and a day without scripts. */
const isWhole = process.env['ODI_DESK'] === 'whole';

const axe = await import('axe-core').then(
  ({ source }) => source as string,
  () => null,
);

describe.skipIf(!hasChromium)('a day at the desk', () => {
  let browser: Browser;
  let office: Office;
  const desks: OpenDesk[] = [];
  beforeAll(async () => {
    office = openOffice();
    browser = await chromium.launch({ executablePath: findChromium(process.env), chromiumSandbox: canSandbox() });
  });
  afterAll(async () => {
    await browser?.close();
    for (const desk of desks) await desk.end();
    office.close();
  });

  /** A browser of somebody, with the desk open in it; errors of pages are kept. */
  const open = async (
    ...words: readonly string[]
  ): Promise<{ readonly page: Page; readonly errors: string[]; readonly desk: OpenDesk }> => {
    const desk = await openDesk(office.dir, 'morocco', ...words);
    desks.push(desk);
    const page = await (await browser.newContext({ viewport: { width: 400, height: 800 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(desk.address);
    return { page, errors, desk };
  };

  /** Presses a key that leads to another page. */
  const leap = async (page: Page, key: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };

  /** Nothing stands beside the page, which is read on a phone, too. */
  const fits = (page: Page): Promise<readonly string[]> =>
    page.evaluate(`(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const isOut = (one) => { const { left, right, width } = one.getBoundingClientRect(); return width > 0 && (left < -1 || right > clientWidth + 1); };
      return [...document.querySelectorAll('main *, header *')].filter(isOut).slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 200));
    })()`);

  const faultsOf = async (page: Page): Promise<readonly string[]> => {
    if (axe === null) return [];
    // The page's own policy lets no script of others in: this one comes by the debugger.
    await page.evaluate(axe);
    const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    };
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  test('from the address of the terminal to a signed review, without a mouse', async () => {
    const { page, errors, desk } = await open();
    // The token is in no address that the browser keeps.
    expect(page.url()).not.toContain('token');
    await page.keyboard.type('Ada');
    await leap(page, 'Enter');
    expect(await page.title()).toContain('What needs a person');
    expect(await fits(page)).toEqual([]);

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await leap(page, 'Enter');
    expect(await page.locator('h1').innerText()).toBe('Does the data exist?');
    expect(await fits(page)).toEqual([]);
    await page.keyboard.press('y');
    await page.keyboard.type('yes, no and n stand in the bulletin.');
    await leap(page, 'Control+Enter');
    expect(await page.locator('[role=status]').innerText()).toContain('5 of 100 points');
    expect(await page.locator('h1').innerText()).toBe('Is data in digital form?');

    // On without an answer, back, and left Unsure with a reason.
    await leap(page, 'j');
    await leap(page, 'k');
    await page.keyboard.press('u');
    await page.keyboard.type('Nobody can tell.');
    await leap(page, 'Control+Enter');
    await page.keyboard.press('m');
    await page.keyboard.type('A slow day.');
    await leap(page, 'Control+Enter');

    await leap(page, 'r');
    await page.keyboard.press('s');
    await leap(page, 'Enter');
    expect(await page.locator('[role=status]').innerText()).toBe('The review is signed.');
    expect(decisionsIn(office.kept())).toEqual(['exists Yes Ada counts', 'digital Unsure Ada counts']);
    expect(office.kept().decisions?.[0]?.because).toBe('yes, no and n stand in the bulletin.');
    expect(office.kept().people).toMatchObject({ reviewers: ['Ada'], comments: 'Ada: A slow day.' });

    await leap(page, 'l');
    await page.locator('button.quiet').focus();
    await leap(page, 'Enter');
    expect((await desk.ended).code).toBe(0);
    expect(errors).toEqual([]);
  });

  test('letters do nothing once they are switched off', async () => {
    const { page } = await open('--reviewer', 'Ada');
    await page.keyboard.press('?');
    await page.locator('#keys-used').press('Space');
    const before = page.url();
    await page.locator('main').focus();
    await page.keyboard.press('l');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-row")')).toBe(false);
    expect(page.url()).toBe(before);
  });

  test.runIf(isWhole)('everything works without scripts', async () => {
    const desk = await openDesk(office.dir, 'morocco', '--reviewer', 'Cy');
    desks.push(desk);
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(desk.address);
    await page.getByRole('link', { name: 'Available in bulk?' }).click();
    await page.getByLabel('No', { exact: false }).first().check();
    await page.getByLabel('Because').fill('Page by page alone.');
    await page.getByRole('button', { name: 'Keep the answer' }).click();
    expect(decisionsIn(office.kept())).toContain('bulk No Cy counts');
    await page.locator('summary', { hasText: 'Choose another candidate' }).click();
    const other = page.getByRole('radio', { name: /^http/ }).last();
    await other.check();
    const chosen = await other.getAttribute('value');
    await page.getByRole('button', { name: 'Choose and judge again' }).click();
    await page.getByRole('link', { name: 'On to the review' }).click({ timeout: 40_000 });
    expect(office.kept().request?.choose).toBe(chosen);
  });

  test('another page in the same browser can neither write nor frame it', async () => {
    const { page } = await open('--reviewer', 'Ada');
    const base = page.url();
    const action = `${base}r/ma-election-results-2015/answer`;
    const hits: string[] = [];
    const evil = createServer((asked, reply) => {
      hits.push(`${asked.url} ${asked.headers.cookie ?? ''} ${asked.headers.referer ?? ''}`);
      reply.setHeader('content-type', 'text/html');
      reply.end(
        `<!doctype html><iframe src="${base}"></iframe><form method="post" action="${action}"><input name="on" value="free"><input name="answer" value="No"><input name="because" value="Forged."><input name="who" value="Ada"><input name="stand" value="x"></form>`,
      );
    });
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
    try {
      const other = await page.context().newPage();
      await other.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
      const framed = other.frames()[1];
      expect((await framed?.content().catch(() => '')) ?? '').not.toContain('Morocco');
      const read = await other.evaluate(
        `fetch(${JSON.stringify(base)}, { credentials: 'include' }).then((reply) => reply.text(), () => 'refused')`,
      );
      expect(read).toBe('refused');
      await Promise.all([other.waitForNavigation(), other.evaluate('document.forms[0].submit()')]);
      expect(await other.content()).not.toContain('Morocco');
      expect(decisionsIn(office.kept()).filter((line) => line.startsWith('free'))).toEqual([]);
      // Cookies know no ports, but paths: the other program of this machine was sent none of the desk's.
      expect(hits.join('\n')).not.toContain('odi-desk');
    } finally {
      evil.close();
    }
  });

  const looks = [
    ['ar', 'dark'],
    ['en', 'light'],
    ['fr', 'light'],
  ] as const;

  test.each(isWhole ? looks : looks.slice(0, 1))(
    'every page in %s, %s, fits a phone and has no fault that axe-core knows',
    async (lang, colorScheme) => {
      const { page, errors } = await open('--reviewer', 'Bo', '--lang', lang);
      await page.emulateMedia({ colorScheme });
      const base = page.url();
      const review = 'r/ma-election-results-2015';
      const paths = ['', `${review}/q/exists`, review, `${review}/q/dataset`, `${review}/e/ev-11`, 'name'];
      for (const path of isWhole ? paths : paths.slice(0, 2)) {
        await page.goto(`${base}${path}`);
        expect([path, await fits(page)]).toEqual([path, []]);
        expect([path, await faultsOf(page)]).toEqual([path, []]);
        if (lang !== 'ar') continue;
        const start = (await page.evaluate(
          'document.querySelector("h1").getBoundingClientRect().right / document.documentElement.clientWidth',
        )) as number;
        expect([path, start > 0.9]).toEqual([path, true]);
      }
      expect(errors).toEqual([]);
    },
  );
});
