import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textsOf } from '../report/pages.ts';
import { keep } from '../report/store.ts';
import { review } from '../reviews/builders.ts';
import { run } from './in-process.ts';
import { odi } from './odi.ts';

/* What `odi report` refuses, and what a build that is killed leaves. */

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-report-command-'));
  for (const place of ['ma', 'tn', 'dz', 'fr']) keep(dir, review({ in: place }));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('odi report ends with 2, in one line,', () => {
  test.each([
    ['for a language that is not known', ['--out', 'a', '--lang', 'en,xx'], 'There is no language xx; known are'],
    ['for an address that is none', ['--out', 'a', '--base-url', 'nowhere'], 'A web address is expected'],
    ['for a licence that is not known', ['--out', 'a', '--licence', 'MINE'], 'There is no licence MINE'],
    ['where there is no review', ['--out', 'a', '--store', 'none'], 'none holds no reviews'],
    ['without a folder', [], "required option '--out <dir>' not specified"],
  ])('%s', async (_, words, says) => {
    const { code, err } = await run(['report', '--quiet', ...words], dir);
    expect([code, err.trim().split('\n').at(-1)]).toEqual([2, expect.stringContaining(says)]);
    expect(existsSync(join(dir, 'a'))).toBe(false);
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('where the folder holds something else, which stays as it is', async () => {
    mkdirSync(join(dir, 'mine'));
    writeFileSync(join(dir, 'mine', 'thesis.txt'), 'years of work');
    const { code, err } = await run(['report', '--out', 'mine', '--quiet'], dir);
    expect([code, err]).toEqual([2, expect.stringContaining('holds no site of odi')]);
    expect(readdirSync(join(dir, 'mine'))).toEqual(['thesis.txt']);
  });
});

test('a build that is killed leaves the old site or the new one, whole, and the next one mends the rest', async () => {
  const words = ['report', '--out', 'site', '--lang', 'en', '--quiet'];
  expect(odi(words, dir).code).toBe(0);
  const before = textsOf(join(dir, 'site'));
  keep(dir, review({ in: 'ma', word: 'YYYYYYYYY' }));
  expect(odi(['report', '--out', 'other', '--lang', 'en', '--quiet'], dir).code).toBe(0);
  const after = textsOf(join(dir, 'other'));
  expect(after).not.toEqual(before);
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');
  for (const wait of [150, 300, 450, 600, 800]) {
    const child = spawn(process.execPath, [bin, ...words], { cwd: dir, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await ended;
    const now = textsOf(join(dir, 'site'));
    expect([before, after].some((site) => JSON.stringify([...site]) === JSON.stringify([...now]))).toBe(true);
  }
  expect(odi(words, dir).code).toBe(0);
  expect(textsOf(join(dir, 'site'))).toEqual(after);
  expect(readdirSync(dir).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(readFileSync(join(dir, 'site', 'index.html'), 'utf8')).toContain('</html>');
}, 120_000);
