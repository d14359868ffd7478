/**
 * Keeps the bytecode of what common runs compile: runs them on a bundle, and asks V8 for what it made of each chunk.
 * `node bytecode.mjs <folder of the bundle>`, called by `build.mjs`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const capture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'captures', 'morocco-2015.warc.gz');
const store = mkdtempSync(join(tmpdir(), 'odi-bytecode-'));

const runs = [
  ['--version'],
  ['explain', 'bulk'],
  ['audit', 'morocco', 'election-results', '--replay', capture, '--store', store, '--quiet'],
];

// V8 drops the bytecode of functions that rest; it is refused where it was made under another flag, so the flag is set back.
setFlagsFromString('--no-flush-bytecode');
const { main, scripts } = await import(pathToFileURL(join(resolve(process.argv[2]), 'cli.cjs')).href);
const write = process.stdout.write;
process.stdout.write = () => true;
for (const words of runs) await main(words); // how they end is for the tests to say
process.stdout.write = write;
rmSync(store, { recursive: true });
setFlagsFromString('--flush-bytecode');
for (const [file, script] of scripts) writeFileSync(`${file}.bytecode`, script.createCachedData());
