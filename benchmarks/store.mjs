/**
 * Measures the store: import, scorecard and diff of the published index against the bare start of node, with the bare writing
 * of the same files beside them; and what adds up, compares and exports ten made-up years of growing size: seconds of the clock
 * and of the processor, and peak memory.
 *
 *     node benchmarks/store.mjs [--keep] [--years N] [reviews…]      reviews in ten years: 10000 100000 1000000
 *
 * Needs `npm run build` first, GNU time, and 8 GB of disk for a million reviews. The published index is taken from ../shared (or
 * the folder in ODI_SHARED), else skipped. Bars: 300 MiB of memory, and no more processor time for a review of a larger store than
 * half as much again as for one of the store before it; a bar that is missed ends the program with 1. `--keep` writes the figures
 * to benchmarks/store/figures.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeStore } from './store/made.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = process.env.ODI_BIN ?? join(root, 'bin', 'odi.js');
const entries = join(process.env.ODI_SHARED ?? join(root, '..', 'shared'), 'godi', 'entries.csv');
const work = mkdtempSync(join(tmpdir(), 'odi-store-'));

/** Seconds of the clock and of the processor, and peak memory in MiB, of one run; GNU time tells. */
const run = (words, options = []) => {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', process.execPath, ...options, ...words], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const [user, system, kibibytes] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds, processor: user + system, mebibytes: kibibytes / 1024 };
};

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const seconds = (times, once) => median(Array.from({ length: times }, (_, turn) => once(turn).seconds));
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

/** The texts of a store by folder, to be written again by nothing but a loop. */
const textsOf = (store) =>
  readdirSync(store, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ folder: dirname(name), name, text: readFileSync(join(store, name), 'utf8') }));

/**
 * Seconds that the file system alone takes for these files: what no import can go below. Every turn writes to a folder of
 * its own and nothing is removed before the end: ext4 without a journal does not use an inode again for the five minutes
 * after it was freed, and walks over all that wait whenever a file is made, ten times as slow as a disk at rest.
 */
const writing = (texts, turn) => {
  const target = join(work, `again-${turn}`);
  const began = process.hrtime.bigint();
  for (const folder of new Set(texts.map((one) => one.folder))) mkdirSync(join(target, folder), { recursive: true });
  for (const { name, text } of texts) writeFileSync(join(target, name), text);
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9 };
};

/** At rest a disk writes the files in about the time that node starts in. */
const busy = 4;

const published = () => {
  const bare = seconds(9, () => run(['-e', '0']));
  const imported = seconds(5, (turn) =>
    run([bin, 'import', entries, '--quiet', '--store', turn === 0 ? 'reviews' : `reviews-${turn}`]),
  );
  const texts = textsOf(join(work, 'reviews'));
  const floor = seconds(5, (turn) => writing(texts, turn));
  const card = seconds(5, () => run([bin, 'scorecard', '--year', '2015', '--out', 'card.txt']));
  const summary = seconds(5, () =>
    run([bin, 'diff', '2014', '2015', '--edition', 'godi-2015', '--summary', '--out', 'diff.txt']),
  );
  row('work', 'median s', 'times the bare start of node');
  row('---', '---:', '---:');
  row('node -e 0', bare.toFixed(3), '1.0');
  row(`writing its ${texts.length} files again`, floor.toFixed(3), (floor / bare).toFixed(1));
  row('import of 3,153 entries', imported.toFixed(3), (imported / bare).toFixed(1));
  row('scorecard of 2015', card.toFixed(3), (card / bare).toFixed(1));
  row('diff --summary of 2014 and 2015', summary.toFixed(3), (summary / bare).toFixed(1));
  if (floor > busy * bare)
    console.log('\nThe file system is busy: begin again when nothing was removed from it for five minutes.');
};

const bars = { mebibytes: 300, growth: 1.5 };

/** What is measured; the first of two has no index and makes it, the second has it. */
const works = (store, years) => {
  const [before, after] = years.slice(-2).map(String);
  const card = ['scorecard', '--store', store, '--year', after, '--format', 'csv', '--out', 'card.csv'];
  const diff = ['diff', before, after, '--store', store, '--summary', '--out', 'diff.txt'];
  const tidy = ['export', '--to', 'tidy', '--store', store, '--out', 'tidy', '--quiet'];
  return [
    ['scorecard of a year, first', card],
    ['scorecard of a year', card],
    ['diff --summary of two years, first', diff],
    ['diff --summary of two years', diff],
    ['export --to godi-csv of all', ['export', '--to', 'godi-csv', '--store', store, '--out', 'export.csv', '--quiet']],
    ['export --to tidy of all', tidy],
  ];
};

/** Bars that were missed, in words. */
const missed = [];

const growth = (sizes, yearCount) => {
  row('reviews', 'work', 'clock, s', 'processor, s', 'µs of it a review', 'MiB');
  row('---:', '---', '---:', '---:', '---:', '---:');
  const bare = run([bin, '--version']).processor;
  const earlier = new Map();
  const figures = [];
  for (const size of sizes) {
    const store = join(work, `store-${size}`);
    const { reviews, years } = makeStore(store, size, yearCount);
    for (const [work, words] of works(store, years)) {
      const { seconds, processor, mebibytes } = run([bin, ...words]);
      const each = ((processor - bare) / reviews) * 1e6;
      row(reviews, work, seconds.toFixed(2), processor.toFixed(2), each.toFixed(1), mebibytes.toFixed(0));
      figures.push({ reviews, work, seconds, processor, mebibytes });
      if (mebibytes > bars.mebibytes) missed.push(`${work} of ${reviews} reviews takes ${mebibytes.toFixed(0)} MiB`);
      const before = earlier.get(work);
      if (before !== undefined && each > before * bars.growth)
        missed.push(`${work} takes ${each.toFixed(1)} µs a review of ${reviews}, ${before.toFixed(1)} before`);
      // What is too short to be told from the start of the program says nothing of growth.
      if (processor > 2 * bare) earlier.set(work, each);
    }
    rmSync(store, { recursive: true, force: true });
  }
  return figures;
};

/** Rounds for people. */
const shown = (figures) =>
  figures.map(({ seconds, processor, mebibytes, ...rest }) => ({
    ...rest,
    seconds: Number(seconds.toFixed(2)),
    processor: Number(processor.toFixed(2)),
    mebibytes: Math.round(mebibytes),
  }));

const asked = process.argv.slice(2);
const numbers = asked.filter((word) => /^\d+$/.test(word)).map(Number);
const yearsAt = asked.indexOf('--years');
const yearCount = yearsAt === -1 ? 10 : Number(asked[yearsAt + 1]);
const sizes = yearsAt === -1 ? numbers : numbers.filter((size) => size !== yearCount);

try {
  if (existsSync(entries)) published();
  else console.log(`Skipped the published index: ${entries} is not there.`);
  console.log();
  const figures = growth(sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000], yearCount);
  const machine = { node: process.version, cores: availableParallelism(), load: Math.round(loadavg()[0] * 10) / 10 };
  const kept = join(root, 'benchmarks', 'store', 'figures.json');
  if (asked.includes('--keep'))
    writeFileSync(kept, `${JSON.stringify({ machine, figures: shown(figures) }, null, 2)}\n`);
  for (const one of missed) console.log(`MISSED: ${one}.`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
