/**
 * Measures the store: import, scorecard and diff of the published index against the bare start of node, with the bare writing
 * of the same files beside them; and scorecard and diff over synthetic years of growing size, with their time and their
 * peak memory.
 *
 *     node benchmarks/store.mjs [rows…]      rows of ten synthetic years, 10000 100000 unless told otherwise
 *
 * Needs `npm run build` first. The published index is taken from ../shared (or the folder in ODI_SHARED), else skipped.
 * The synthetic store is made of one real file, written again under other names; it is removed in the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = process.env.ODI_BIN ?? join(root, 'bin', 'odi.js');
const entries = join(process.env.ODI_SHARED ?? join(root, '..', 'shared'), 'godi', 'entries.csv');
const work = mkdtempSync(join(tmpdir(), 'odi-store-'));

/** Seconds and peak memory in MiB of one run; the peak is told by GNU time. */
const run = (words, options = []) => {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...options, ...words], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return { seconds, mebibytes: Number(stderr.trim().split('\n').at(-1)) / 1024 };
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

const categories = 15;
const years = Array.from({ length: 10 }, (_, at) => 2016 + at);

/** Ten years of made-up places, every third year with another answer, so that the diff has something to find. */
const synthetic = (rows, store) => {
  const model = JSON.parse(readFileSync(join(work, 'reviews', '2015', 'ma', 'election-results.json'), 'utf8'));
  const places = Math.ceil(rows / years.length / categories);
  for (const year of years) {
    const yes = { ...model.answers.exists, answer: year % 3 === 0 ? 'Yes' : 'No', points: year % 3 === 0 ? 5 : 0 };
    for (let place = 0; place < places; place += 1) {
      const id = `p${String(place).padStart(6, '0')}`;
      const folder = join(store, String(year), id);
      mkdirSync(folder, { recursive: true });
      for (let at = 0; at < categories; at += 1) {
        const category = { id: `category-${at + 1}`, title: `Category ${at + 1}` };
        const answers = at === 0 ? { ...model.answers, exists: yes } : model.answers;
        const score = { ...model.score, points: at === 0 ? yes.points : 0 };
        const review = { ...model, year, place: { id, name: `Place ${place}` }, category, answers, score };
        writeFileSync(join(folder, `category-${at + 1}.json`), `${JSON.stringify(review, null, 2)}\n`);
      }
    }
  }
  return { reviews: places * categories * years.length, places };
};

const growth = (sizes) => {
  row('reviews', 'places a year', 'scorecard of a year, s', 'MiB', 'diff of two years, s', 'MiB');
  row('---:', '---:', '---:', '---:', '---:', '---:');
  for (const size of sizes) {
    const store = join(work, `store-${size}`);
    const { reviews, places } = synthetic(size, store);
    const card = run([bin, 'scorecard', '--store', store, '--year', '2025', '--format', 'csv', '--out', 'card.csv']);
    const diff = run([bin, 'diff', '2023', '2024', '--store', store, '--format', 'csv', '--out', 'diff.csv']);
    row(
      reviews,
      places,
      card.seconds.toFixed(2),
      card.mebibytes.toFixed(0),
      diff.seconds.toFixed(2),
      diff.mebibytes.toFixed(0),
    );
    rmSync(store, { recursive: true, force: true });
  }
};

try {
  const sizes = process.argv.slice(2).map(Number);
  if (existsSync(entries)) {
    published();
    console.log();
    growth(sizes.length > 0 ? sizes : [10_000, 100_000]);
  } else {
    console.log(`Skipped: ${entries} is not there.`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
