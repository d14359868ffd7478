/**
 * What a command costs before it does anything, as a multiple of a bare `node -e 0` in the same run; of a command `beside`
 * another one, what it costs more, in milliseconds. Medians of whole processes, taken in turns so that a busy moment of the machine falls on
 * all of them: `node benchmarks/startup.mjs [runs]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const odi = join(root, 'bin', 'odi.js');
const store = mkdtempSync(join(tmpdir(), 'odi-startup-'));
const runs = Number(process.argv[2] ?? 21);
const capture = join(root, 'fixtures', 'captures', 'morocco-2015.warc.gz');

const small = join(store, 'small.csv');
writeFileSync(
  small,
  'region,station,party,votes\nNorth,1,Green,10\nNorth,2,Union,20\nSouth,3,Green,5\nSouth,4,Union,7\n',
);
const inspect = [odi, 'inspect', small];
const plain = 'odi inspect small.csv';

const cases = [
  { name: 'node -e 0', words: ['-e', '0'], atMost: null },
  { name: 'odi --version', words: [odi, '--version'], atMost: 2 },
  { name: 'odi explain bulk', words: [odi, 'explain', 'bulk'], atMost: 3 },
  {
    name: 'odi audit morocco election-results --replay …',
    words: [odi, 'audit', 'morocco', 'election-results', '--replay', capture, '--store', store, '--quiet'],
    atMost: 8,
  },
  { name: plain, words: inspect, atMost: null },
  // Judging adds at most 40 ms.
  ...['election-results', 'procurement', 'national-map'].map((category) => ({
    name: `odi inspect small.csv --category ${category}`,
    words: [...inspect, '--category', category],
    beside: plain,
    atMost: 40,
  })),
];

const milliseconds = (words) => {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - begun;
};

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

const times = new Map(cases.map(({ name }) => [name, []]));
for (const { words } of cases) milliseconds(words);
for (let run = 0; run < runs; run += 1) {
  for (const { name, words } of cases) times.get(name).push(milliseconds(words));
}
rmSync(store, { recursive: true, force: true });

const bare = median(times.get('node -e 0'));
let isMissed = false;
for (const { name, atMost, beside } of cases) {
  const less = beside === undefined ? null : times.get(beside);
  const own = median(times.get(name).map((time, run) => (less === null ? time : time - less[run])));
  const ratio = own / bare;
  const missed = atMost !== null && (beside === undefined ? ratio : own) > atMost;
  isMissed ||= missed;
  const most = beside === undefined ? `at most ${atMost?.toFixed(1)}×` : `more than ${beside}, at most ${atMost} ms`;
  const bar = atMost === null ? '' : `${most}${missed ? '  MISSED' : ''}`;
  console.log(
    `${name.padEnd(48)} ${own.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(5)}×  ${bar}`.trimEnd(),
  );
}
process.exitCode = isMissed ? 1 : 0;
