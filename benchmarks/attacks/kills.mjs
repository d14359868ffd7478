// Kills commands at random moments, and looks whether anything was lost: node benchmarks/attacks/kills.mjs [runs of each]
// A review is whole or not there, and what was finished stays; no temporary file is left after the next run. Exit 1 otherwise.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chance } from './make.mjs';

const runs = Number(process.argv[2] ?? 75);
const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/odi.js');
const capture = join(root, 'fixtures/captures/morocco-2015.warc.gz');
const folder = mkdtempSync(join(tmpdir(), 'odi-kills-'));
const random = chance(20_261_130);

const run = (words, killAfter) =>
  new Promise((done) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: 'ignore' });
    const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, signal, milliseconds: performance.now() - begun });
    });
  });

const filesIn = (path) =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.name.endsWith('.tmp'))
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
const isLeft = (file) => /\.tmp(?:\/|$)|\.lock$/.test(file);
const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Reviews of a folder by their digests; `torn` are those that are not whole. */
const stateOf = (path) => {
  const reviews = new Map();
  const torn = [];
  for (const file of filesIn(path).filter((one) => one.endsWith('.json') && !isLeft(one))) {
    try {
      const { format, answers } = JSON.parse(readFileSync(file, 'utf8'));
      if (basename(file) === 'datapackage.json') continue;
      if (format !== 'odi-review/1' || answers === undefined) throw new Error('no review');
      reviews.set(file, digest(file));
    } catch {
      torn.push(file);
    }
  }
  return { reviews, torn, left: filesIn(path).filter(isLeft) };
};

const entries = (count) => {
  const head =
    'place,dataset,year,rank,score,isopen,exists,digital,public,online,free,machinereadable,bulk,openlicense,uptodate,url,format,licenseurl,dateavailable,officialtitle,publisher,reviewed,submitter,reviewer,submission_date,details';
  const places = readdirSync(join(root, 'criteria/places'))
    .filter((name) => /^[a-z]{2}\.yaml$/.test(name))
    .map((name) => name.slice(0, 2));
  const datasets = [
    'budget',
    'spending',
    'elections',
    'legislation',
    'company',
    'emissions',
    'timetables',
    'statistics',
  ];
  const rows = [];
  for (let at = 0; at < count; at += 1)
    rows.push(
      `${places[at % places.length]},${datasets[Math.floor(at / places.length) % datasets.length]},2014,1,0,No,Yes,No,No,No,No,No,No,No,No,,,,,,,,,,,`,
    );
  return `${head}\n${rows.join('\n')}\n`;
};

const given = process.argv[3];
const csv = join(folder, 'entries.csv');
if (given === undefined) writeFileSync(csv, entries(1_500));
else cpSync(given, csv);

const whole = join(folder, 'whole');
const first = await run(['import', csv, '--store', whole, '--quiet']);
if (first.code !== 0) throw new Error(`The import that all else begins with ended with ${first.code}.`);

/** Each: the words, the folder that is written, and the folders that must stay as they are. */
const commands = {
  import: { words: (to) => ['import', csv, '--store', to, '--quiet'], resumes: true },
  'audit --all': {
    words: (to) => ['audit', '--all', 'election-results', '--replay', capture, '--store', to, '--quiet'],
    resumes: true,
  },
  rescore: {
    words: (to) => ['rescore', '--store', whole, '--into', to, '--edition', 'godi-2013', '--quiet'],
    resumes: true,
  },
  export: {
    words: (to) => ['export', '--store', whole, '--to', 'godi-csv', '--out', join(to, 'all.csv'), '--quiet'],
    resumes: false,
  },
};

const before = stateOf(whole);
let failed = 0;
for (const [name, { words, resumes }] of Object.entries(commands)) {
  const measure = join(folder, 'measure');
  const { milliseconds } = await run(words(measure));
  const last = stateOf(measure);
  rmSync(measure, { recursive: true, force: true });
  const sum = { killed: 0, midway: 0, lost: 0, torn: 0, left: 0, differs: 0 };
  const to = join(folder, 'to');
  for (let at = 0; at < runs; at += 1) {
    if (!resumes || at % 10 === 0) rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    const kept = stateOf(to);
    const { signal } = await run(words(to), 60 + random() * milliseconds * 0.95);
    const now = stateOf(to);
    if (signal === 'SIGKILL') sum.killed += 1;
    if (now.reviews.size > 0 && now.reviews.size < last.reviews.size) sum.midway += 1;
    sum.torn += now.torn.length;
    for (const file of kept.reviews.keys()) if (!now.reviews.has(file)) sum.lost += 1;
    const table = join(to, 'all.csv');
    if (existsSync(table) && !readFileSync(table, 'utf8').endsWith('\n')) sum.torn += 1;
    if (at % 10 === 9 || at === runs - 1) {
      await run(words(to));
      const end = stateOf(to);
      sum.left += end.left.length;
      sum.torn += end.torn.length;
      if (end.reviews.size !== last.reviews.size) sum.differs += 1;
    }
  }
  const untouched = stateOf(whole);
  if (untouched.reviews.size !== before.reviews.size || untouched.torn.length > 0) sum.lost += 1;
  const isBad = sum.lost + sum.torn + sum.left + sum.differs > 0;
  failed += isBad ? 1 : 0;
  console.log(isBad ? 'FAIL' : 'ok  ', name, JSON.stringify({ whole: Math.round(milliseconds), runs, ...sum }));
}
rmSync(folder, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
