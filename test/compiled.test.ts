import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/* The program starts from code that was compiled when it was built, or, where that is not there, from its modules. */

const root = join(import.meta.dirname, '..');
const path = join(root, 'dist', 'odi.cjs');
const kept = `${path}.${process.version}-${process.arch}`;
const home = mkdtempSync(join(tmpdir(), 'odi-compiled-'));
const source = (): string => readFileSync(path, 'latin1');

/** Long enough for its language to be looked up, and with a letter that no plain expression can be read in. */
const prose = join(home, 'prose.txt');
const rows = join(home, 'rows.csv');

/** The same program, installed elsewhere without what was compiled for it. */
const elsewhere = join(home, 'program');

beforeAll(() => {
  writeFileSync(prose, `${'Les résultats de l’élection sont publiés par le ministère chaque année. '.repeat(12)}\n`);
  writeFileSync(rows, 'région,jour,voix,part\nNord,3 août 2021,1’200,12‰\nSud,4 août 2021,1’300,13‰\n');
  cpSync(join(root, 'bin'), join(elsewhere, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(elsewhere, 'package.json'));
  cpSync(join(root, 'dist'), join(elsewhere, 'dist'), {
    recursive: true,
    filter: (file) => !/\.cjs\b/.test(file),
  });
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (folder: string, words: readonly string[], options: readonly string[] = []) => {
  const bin = join(folder, 'bin', 'odi.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, bin, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

test.each(['', '.inspect', '.audit'])('this Node takes up what it compiled%s', (ending) => {
  const script = new Script(source(), { filename: 'odi.cjs', cachedData: readFileSync(`${kept}${ending}`) });
  expect(script.cachedDataRejected).toBe(false);
});

test('each keeps what its command runs, which is more than the bare file', () => {
  const bare = new Script(source(), { filename: 'odi.cjs' }).createCachedData();
  const sizes = ['', '.inspect', '.audit'].map((ending) => readFileSync(`${kept}${ending}`).length);
  expect([bare.length, ...sizes]).toEqual([bare.length, ...sizes].sort((one, other) => one - other));
  expect(sizes.at(-1)).toBeGreaterThan(2 * bare.length);
});

test('the file has letters of one byte alone', () => {
  expect(readFileSync(path).every((byte) => byte < 0x80)).toBe(true);
});

describe.each([
  ['a table with signs of other scripts', ['inspect', rows, '--category', 'election-results', '--format', 'json']],
  ['prose whose language is looked up', ['inspect', prose, '--format', 'json']],
  ['a word that is no command', ['no-such-command']],
  ['a document of the criteria', ['explain', 'openlicense']],
])('%s', (_, words) => {
  test('is told alike without what was compiled, and by a Node with other flags', () => {
    const told = run(root, words);
    expect(told.stdout + told.stderr).not.toContain('a defect of odi');
    expect(run(elsewhere, words)).toEqual(told);
    expect(run(root, words, ['--max-old-space-size=1000'])).toEqual(told);
  });
});
