/**
 * Runs the program in one file on what is tried first, and keeps its code as this Node has compiled it by then: from there
 * `bin/odi.js` takes it up. Commands that run much of the program have one of their own, since to take up what is not run
 * costs as well. `build.mjs` calls it: `node compile.mjs FOLDER`
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const root = dirname(fileURLToPath(import.meta.url));
const path = resolve(process.argv[2] ?? 'dist', 'odi.cjs');
const work = mkdtempSync(join(tmpdir(), 'odi-compile-'));
const capture = join(root, 'fixtures', 'captures', 'morocco-2015.warc.gz');
const small = join(work, 'small.csv');
writeFileSync(small, 'region,party,votes\nNorth,Green,10\nNorth,Union,20\nSouth,Green,5\nSouth,Union,7\n');

/** From the least to the most: each is kept with what those before it ran, the first for all commands that have none. */
const lines = [
  ['--version'],
  ['inspect', small, '--category', 'election-results'],
  ['audit', 'morocco', 'election-results', '--replay', capture, '--store', work, '--quiet'],
];

const run = async (main, words) => {
  const code = await main(words);
  if (code !== 0) throw new Error(`odi ${words.join(' ')} ended with ${code}.`);
};

const keep = (script, [command]) => {
  // A Node with other flags would not take it up.
  setFlagsFromString('--flush-bytecode');
  const ending = /^[a-z]+$/.test(command) ? `.${command}` : '';
  writeFileSync(`${path}.${process.version}-${process.arch}${ending}`, script.createCachedData());
  // What is not called for a while would be forgotten.
  setFlagsFromString('--no-flush-bytecode');
};

setFlagsFromString('--no-flush-bytecode');
try {
  const script = new Script(readFileSync(path, 'latin1'), { filename: 'odi.cjs' });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, createRequire(path), program, pathToFileURL(path).href);
  for (const words of lines) {
    await run(program.exports.main, words);
    keep(script, words);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
