import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../src/browser/find.ts';
import { canSandbox } from '../../src/browser/index.ts';
import { type Review, standingAnswer } from '../../src/model/review.ts';
import { hasChromium } from '../browser/chromium.ts';
import { openDesk } from './desk.ts';
import { run } from './in-process.ts';

/*
 * All categories of a place in one sitting, by the keyboard: answers, an address that the program did not find, a criterion; then a
 * second reviewer. What every other command tells of the store afterwards is held against it, point by point.
 */

const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');
const dir = mkdtempSync(join(tmpdir(), 'odi-desk-year-'));
const folder = join(dir, 'reviews', '2015', 'ma');
const election = 'r/ma-election-results-2015';

const results = `constituency,candidate,votes\n${Array.from({ length: 40 }, (_, at) => `C${at},Party ${at % 4},${100 + at}`).join('\n')}\n`;
const server = createServer((request, reply) => {
  if (request.url === '/results.csv') reply.setHeader('content-type', 'text/csv').end(results);
  else reply.writeHead(404).end();
});

/** It takes longer than all that every change is held by should: `.ci/long desk` does it. */
const isWhole = process.env['ODI_DESK'] === 'whole';

let browser: Browser | undefined;
beforeAll(async () => {
  if (!isWhole) return;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await run(['audit', 'morocco', '--replay', capture, '--store', 'reviews', '--quiet'], dir);
  cpSync(join(dir, 'reviews'), join(dir, 'before'), { recursive: true });
  cpSync(capture, join(dir, 'reviews', 'morocco-2015.warc.gz'));
  if (hasChromium)
    browser = await chromium.launch({ executablePath: findChromium(process.env), chromiumSandbox: canSandbox() });
});
afterAll(async () => {
  await browser?.close();
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

const kept = (): readonly Review[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Review);

/** What people decided, and counts. */
const decisions = () =>
  kept().flatMap(({ category, decisions = [] }) =>
    decisions.map(({ on, answer, reviewer, state }) => ({ of: category?.id ?? '', on, answer, reviewer, state })),
  );

const sit = async (reviewer: string): Promise<{ readonly page: Page; readonly end: () => Promise<unknown> }> => {
  const desk = await openDesk(dir, 'morocco', '--reviewer', reviewer, '--allow-private');
  const page = await (browser as Browser).newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(desk.address);
  return { page, end: desk.end };
};

const leap = async (page: Page, key: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
};

const answer = async (page: Page, key: string, because: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.keyboard.type(because);
  await leap(page, 'Control+Enter');
};

const json = async (...words: readonly string[]) => {
  const { out, err, code } = await run([...words, '--format', 'json'], dir);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

/** Rows of a table as `odi export --to tidy` writes it; none of the cells asked for holds a comma. */
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
};

test.runIf(isWhole && hasChromium)(
  'what is decided at the desk is what every command tells',
  async () => {
    const before = kept();
    expect(before).toHaveLength(15);

    const ada = await sit('Ada');
    const base = ada.page.url();
    // An address that the program did not find; it is fetched, kept, and all is judged again.
    await ada.page.goto(`${base}${election}/q/exists`);
    await ada.page.keyboard.press('a');
    await ada.page.keyboard.type(`http://127.0.0.1:${(server.address() as AddressInfo).port}/results.csv`);
    await leap(ada.page, 'Control+Enter');
    await ada.page.getByRole('link', { name: 'On to the review' }).click({ timeout: 40_000 });
    const judged = kept().find(({ category }) => category?.id === 'election-results');
    expect(judged?.evidence.map(({ url }) => url).join(' ')).toContain('/results.csv');

    // From the list on, each answer leads to the next question.
    await leap(ada.page, 'l');
    await ada.page.keyboard.press('j');
    await leap(ada.page, 'Enter');
    for (const at of Array.from({ length: 10 }, (_, at) => at))
      await answer(ada.page, ['y', 'n', 'u'][at % 3] ?? 'y', `Seen on page ${at + 1} of the bulletin.`);
    const ten = decisions();
    expect(ten).toHaveLength(10);
    expect(new Set(ten.map(({ answer }) => answer))).toEqual(new Set(['Yes', 'No', 'Unsure']));

    // A criterion, and the signature.
    await ada.page.goto(`${base}${election}/q/criteria.registered`);
    await answer(ada.page, 'y', 'Column 4 of the bulletin has the registered voters.');
    await ada.page.goto(`${base}${election}`);
    await ada.page.keyboard.press('s');
    await leap(ada.page, 'Enter');
    await ada.end();

    // A second reviewer, who says otherwise in two of them.
    const bo = await sit('Bo');
    const two = ten.filter(({ answer }) => answer !== 'Unsure').slice(0, 2);
    for (const { of, on, answer: first } of two) {
      await bo.page.goto(`${bo.page.url().replace(/r\/.*$/, '')}r/ma-${of}-2015/q/${on}`);
      await answer(bo.page, first === 'Yes' ? 'n' : 'y', 'The bulletin is of another year.');
    }
    await bo.end();

    const after = kept();
    const counting = decisions().filter(({ state }) => state === 'counts');
    expect(counting.filter(({ reviewer }) => reviewer === 'Bo').map(({ of, on }) => [of, on])).toEqual(
      expect.arrayContaining(two.map(({ of, on }) => [of, on])),
    );
    expect(after.find(({ category }) => category?.id === 'election-results')?.people.reviewers).toContain('Ada');
    const points: Readonly<Record<string, number>> = Object.fromEntries(
      after.map(({ category, score }) => [category?.id ?? '', score.points]),
    );
    expect(Object.values(points).some((value) => value > 0)).toBe(true);

    // The scorecard.
    const { places } = await json('scorecard', '--store', 'reviews');
    const [own] = places.filter(({ id }: { readonly id: string }) => id === 'ma');
    for (const [id, one] of Object.entries<{ readonly points: number }>(own.categories)) {
      expect([id, one.points]).toEqual([id, points[id]]);
    }
    // What is shown of each.
    for (const { category, score, answers } of after) {
      const shown = await json('show', 'ma', category?.id ?? '', '--store', 'reviews');
      expect([category?.id, shown.score]).toEqual([category?.id, score]);
      for (const [id, one] of Object.entries(answers)) {
        expect([category?.id, id, standingAnswer(shown.answers[id])]).toEqual([category?.id, id, standingAnswer(one)]);
      }
    }
    // The tables.
    expect((await run(['export', '--to', 'tidy', '--store', 'reviews', '--out', 'tidy', '--quiet'], dir)).code).toBe(0);
    const table = (name: string) => rowsOf(readFileSync(join(dir, 'tidy', name), 'utf8'));
    const exported = new Map(table('reviews.csv').map((row) => [row['category_id'], Number(row['points'])]));
    for (const [id, value] of Object.entries(points)) expect([id, exported.get(id)]).toEqual([id, value]);
    const overrides = table('overrides.csv').filter(({ state }) => state === 'counts');
    expect(overrides.map((row) => [row['review_id'], row['subject'], row['answer'], row['reviewer']])).toEqual(
      counting.map(({ of, on, answer, reviewer }) => [`2015/ma/${of}`, on, answer, reviewer]),
    );
    // What changed since: of the questions that nothing new was seen of, only what people decided and what follows from it.
    const { changes } = await json('diff', 'before', 'reviews');
    const gained = new Map<string, number>();
    for (const { category, points: by } of changes) gained.set(category, (gained.get(category) ?? 0) + by);
    for (const { category, score } of after) {
      const old = before.find((one) => one.category?.id === category?.id)?.score.points ?? 0;
      expect([category?.id, old + (gained.get(category?.id ?? '') ?? 0)]).toEqual([category?.id, score.points]);
    }
    const elsewhere = changes.filter(({ category }: { readonly category: string }) => category !== 'election-results');
    expect(new Set(elsewhere.map(({ cause }: { readonly cause: string }) => cause))).toEqual(new Set(['reviewer']));
    // Scored once more by the same method, nothing changes.
    expect(
      (await run(['rescore', '--edition', 'godi-2015', '--into', 'again', '--store', 'reviews', '--quiet'], dir)).code,
    ).toBe(0);
    for (const { category, score } of after) {
      const again = await json('show', 'ma', category?.id ?? '', '--store', 'again');
      expect([category?.id, again.score]).toEqual([category?.id, score]);
    }
  },
  180_000,
);
