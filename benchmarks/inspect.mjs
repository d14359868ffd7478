/**
 * How fast and in how much memory a large election CSV is profiled, beside DuckDB, Miller and csvkit in the same run:
 *
 *     npm run build && npm install --prefix benchmarks/peers && node benchmarks/inspect.mjs [megabytes] [times]
 *
 * Peers that are not installed are left out, loudly. Times are medians of whole processes, memory is the peak resident
 * size; processor seconds are told besides, since they hold on a busy machine too.
 */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [megabytes = 200, times = 3] = process.argv.slice(2).map(Number);
const parties = ['Parti Vert', 'Union du Peuple', 'Alliance Démocratique', 'Front Civique', 'Liste Citoyenne'];

/** The same numbers in every run. */
const generator = (seed) => () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

/** Some 14,000 rows to the megabyte, each with ten fields: texts, codes, a day, counts and a share. */
const writeCsv = (path, bytes) => {
  const random = generator(42);
  const file = openSync(path, 'w');
  let written = writeSync(file, 'region,province,constituency,station,date,party,registered,votes,invalid,turnout\n');
  for (let at = 0; written < bytes; ) {
    const lines = [];
    for (let line = 0; line < 5_000; line += 1, at += 1) {
      const registered = 200 + Math.floor(random() * 800);
      const votes = Math.floor(random() * registered);
      const day = String(1 + (at % 28)).padStart(2, '0');
      const place = `Region ${at % 12},Province ${at % 75},${String(at % 305).padStart(3, '0')},${at}`;
      const counts = `${registered},${votes},${Math.floor(random() * 20)},${((votes / registered) * 100).toFixed(2)}`;
      lines.push(`${place},2016-10-${day},${parties[at % 5]},${counts}\n`);
    }
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
};

const readStatus = (pid) => {
  try {
    const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { memory, processor: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null; // The process has just ended; the last reading stands.
  }
};

const measure = (command, words) =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    let last = { memory: 0, processor: 0 };
    const watch = setInterval(() => {
      const now = readStatus(child.pid);
      if (now !== null) last = { memory: Math.max(last.memory, now.memory), processor: now.processor };
    }, 20);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`${command} ended with ${code}`));
      else resolve({ ...last, seconds: (performance.now() - begun) / 1000 });
    });
  });

const isInstalled = (command) => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const folder = mkdtempSync(join(tmpdir(), 'odi-benchmark-'));
const csv = join(folder, 'election.csv');
const duckdb = join(root, 'benchmarks', 'peers', 'duckdb.mjs');
const inspect = [join(root, 'bin', 'odi.js'), 'inspect', csv, '--format', 'json'];
const contenders = [
  ['odi inspect', process.execPath, inspect, true],
  // Judging may take 0.3 times as long again, within 220 MiB.
  ['odi … --category', process.execPath, [...inspect, '--category', 'election-results'], true],
  ['DuckDB SUMMARIZE', process.execPath, [duckdb, csv], existsSync(join(root, 'benchmarks', 'peers', 'node_modules'))],
  ['Miller summary', 'mlr', ['--icsv', '--ojson', 'summary', csv], isInstalled('mlr')],
  ['csvkit csvstat', 'csvstat', [csv], isInstalled('csvstat') && megabytes <= 50],
];

try {
  writeCsv(csv, megabytes * 1e6);
  console.log(`${(statSync(csv).size / 1e6).toFixed(0)} MB, median of ${times}`);
  for (const [name, command, words, isThere] of contenders) {
    if (!isThere) {
      console.log(`${name.padEnd(20)} LEFT OUT: not installed, or too slow for this size`);
      continue;
    }
    const runs = [];
    for (let time = 0; time < times; time += 1) runs.push(await measure(command, words));
    runs.sort((a, b) => a.seconds - b.seconds);
    const { seconds, processor, memory } = runs[Math.floor(runs.length / 2)];
    console.log(
      `${name.padEnd(20)} ${seconds.toFixed(2).padStart(8)} s ${processor.toFixed(2).padStart(8)} s of processor ${memory.toFixed(0).padStart(6)} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
