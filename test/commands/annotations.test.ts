import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { annotate } from '../../src/commands/annotations.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-annotations-'));
afterAll(() => rmSync(folder, { recursive: true }));

const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');
const audit = ['audit', 'ma', 'election-results', '--replay', capture, '--quiet', '--fail-under', '10'];

const linesOf = async (environment: Shell['environment']) => {
  const { out, err } = await run(audit, folder, { environment });
  return { out, lines: err.split('\n').filter((line) => line.startsWith('::')) };
};

test('on the build server of GitHub each review and each missed bar is told beside the code', async () => {
  const { lines } = await linesOf({ GITHUB_ACTIONS: 'true' });
  const file = 'file=reviews/2015/ma/election-results.json';
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^::notice ${file},title=ma election-results::.*election-results`)),
    `::error ${file},title=Under the bar::ma election-results: 0 points, under 10`,
  ]);
});

test('elsewhere nothing is, and the document is the same', async () => {
  const [there, here] = [await linesOf({ GITHUB_ACTIONS: 'true' }), await linesOf({ GITHUB_ACTIONS: 'false' })];
  expect(here.lines).toEqual([]);
  expect(there.out).toBe(here.out);
});

test('no text ends a line or begins another command', () => {
  const told: string[] = [];
  const shell = { environment: { GITHUB_ACTIONS: 'true' }, tell: (text: string) => told.push(text) };
  const hostile = 'a\n::error::b %0A, c: d';
  annotate([{ level: 'warning', title: hostile, says: hostile, file: 'x,title=y:z' }], shell as unknown as Shell);
  expect(told.join('')).toBe(
    '::warning file=x%2Ctitle=y%3Az,title=a %3A%3Aerror%3A%3Ab %250A%2C c%3A d::a ::error::b %250A, c: d\n',
  );
});
