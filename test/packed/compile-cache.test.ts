import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { folder, node, run } from './program.ts';

/* The code that Node compiled is kept for the next start; by Node itself from 22.1 on. */

const version = (await node(['-p', 'process.version'])).out.trim();
const keepsItself = (await node(['-p', 'typeof require("node:module").enableCompileCache'])).out.trim() === 'function';

const words = ['explain', 'bulk'];
const plain = await run(words, { NODE_DISABLE_COMPILE_CACHE: '1' });

/** A folder for caches of its own, where the program puts what it compiled, and how it is started with it. */
const start = () => {
  const caches = mkdtempSync(join(folder, 'caches-'));
  const kept = join(caches, 'odi', 'compiled');
  const again = (environment: Readonly<Record<string, string>> = {}) =>
    run(words, { XDG_CACHE_HOME: caches, ...environment });
  const files = (): readonly string[] =>
    readdirSync(kept, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  return { caches, kept, again, files };
};

test('what was compiled is kept in the folder for caches, and the next run is the same from it', async () => {
  const { again, files } = start();
  expect(await again()).toEqual(plain);
  expect(await again()).toEqual(plain);
  const first = files().map((path) => [path, statSync(path).mtimeMs]);
  expect(first.length).toBeGreaterThan(5);
  expect(await again()).toEqual(plain);
  expect(files().map((path) => [path, statSync(path).mtimeMs])).toEqual(first);
});

test('nothing is kept where it is turned off', async () => {
  const { kept, again } = start();
  expect(await again({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(plain);
  expect(existsSync(kept)).toBe(false);
});

test('without a folder that can be written the program runs as always', async () => {
  const { caches, again } = start();
  writeFileSync(join(caches, 'odi'), 'a file where a folder would be');
  expect(await again()).toEqual(plain);
});

const altered = (bytes: Buffer, at: number): Buffer => {
  bytes[at] = Number(bytes[at]) ^ 1;
  return bytes;
};

test.each<[string, (bytes: number, path: string) => Buffer]>([
  ['cut short', (bytes) => Buffer.alloc(Math.floor(bytes / 2), 1)],
  ['emptied', () => Buffer.alloc(0)],
  ['of zeros', (bytes) => Buffer.alloc(bytes)],
  ['one letter off', (bytes, path) => altered(readFileSync(path), Math.floor(bytes / 3))],
])('what was kept and is %s does no harm', async (_, damaged) => {
  const { again, files } = start();
  await again();
  await again();
  for (const path of files()) writeFileSync(path, damaged(statSync(path).size, path));
  expect(await again()).toEqual(plain);
});

describe.skipIf(keepsItself)(`where Node does not keep it itself (this is ${version})`, () => {
  test('the first run of a build makes a folder of its own, and keeps nothing', async () => {
    const { kept, again, files } = start();
    await again();
    expect(readdirSync(kept)).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  test('what was damaged is made anew', async () => {
    const { again, files } = start();
    await again();
    await again();
    for (const path of files()) writeFileSync(path, 'damaged');
    await again();
    for (const path of files()) expect(statSync(path).size).not.toBe('damaged'.length);
  });

  /** Puts there what Node compiled of another script of the same length, which is all that it looks at. */
  const replaced = async (kept: string) => {
    const script = join(dirname(dirname(inject('installed').bin)), 'dist', 'cli.js');
    await node(['-e', compileOther, script, kept]);
  };
  const compileOther = `
    const { readFileSync, writeFileSync } = require('node:fs');
    const { length } = '(function (exports, require, module, __filename, __dirname) { ' + readFileSync(process.argv[1], 'utf8') + '\\n})';
    const other = '(function (exports) { exports.main = (async function () { console.log("from the cache"); return 0; }); })';
    const compiled = new (require('node:vm').Script)(other.padEnd(length), { filename: process.argv[1] }).createCachedData();
    writeFileSync(process.argv[2], Buffer.concat([compiled, compiled]));`;

  test('what is kept is what is run, if the folder is the own one and nobody else may write there', async () => {
    const { kept, again } = start();
    await again();
    await again();
    const own = join(kept, String(readdirSync(kept)[0]));
    await replaced(join(own, 'cli.js'));
    expect(await again()).toEqual({ code: 0, out: 'from the cache\n', err: '' });
    for (const mode of [0o777, 0o770, 0o702]) {
      chmodSync(own, mode);
      expect(await again()).toEqual(plain);
    }
    chmodSync(own, 0o700);
    // Only root gives a folder away.
    if (process.getuid?.() === 0) {
      chownSync(own, 65_534, 65_534);
      expect(await again()).toEqual(plain);
      chownSync(own, 0, 0);
    }
    renameSync(own, `${own}.elsewhere`);
    symlinkSync(`${own}.elsewhere`, own);
    expect(await again()).toEqual(plain);
  });

  test('nothing is put into a folder that others may write', async () => {
    const { kept, again, files } = start();
    await again();
    await again();
    for (const path of files()) rmSync(path);
    chmodSync(join(kept, String(readdirSync(kept)[0])), 0o777);
    await again();
    expect(files()).toEqual([]);
  });

  test('what another build left a month ago is removed, and what it left of late stays', async () => {
    const { kept, again } = start();
    const [old, late] = [join(kept, 'old'), join(kept, 'late')];
    for (const path of [old, late]) mkdirSync(path, { recursive: true });
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(old, daysAgo(31), daysAgo(31));
    utimesSync(late, daysAgo(29), daysAgo(29));
    await again();
    expect([existsSync(old), existsSync(late)]).toEqual([false, true]);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  test('several runs at once leave whole files and nothing else', async () => {
    const { again, files } = start();
    await again();
    const runs = await Promise.all([again(), again(), again()]);
    for (const one of runs) expect(one).toEqual(plain);
    expect(files().filter((path) => !path.endsWith('.js'))).toEqual([]);
  });
});
