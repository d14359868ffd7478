// Reads each hostile file with the built program and holds it against the bounds of SECURITY.md:
//   node benchmarks/attacks/run.mjs [GROUP or part of a name …]
// Whole processes are watched, with all that they start. Exit 1 where one breaks a bound.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { files } from './files.mjs';

const bounds = { seconds: 30, megabytes: 600 };
const program = join(import.meta.dirname, '../../bin/odi.js');
const folder = mkdtempSync(join(tmpdir(), 'odi-attacks-'));
const ticksPerSecond = 100;
const pageBytes = 4096;

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [
          {
            id: Number(id),
            parent: Number(fields[1]),
            ticks: Number(fields[11]) + Number(fields[12]),
            pages: Number(fields[21]),
          },
        ];
      } catch {
        return [];
      }
    });

/** What a process and all that it started take now. */
const usage = (root, ticks) => {
  const all = processes();
  const ids = new Set([root]);
  for (let before = 0; before < ids.size; ) {
    before = ids.size;
    for (const one of all) if (ids.has(one.parent)) ids.add(one.id);
  }
  let pages = 0;
  for (const one of all.filter(({ id }) => ids.has(id))) {
    pages += one.pages;
    ticks.set(one.id, one.ticks);
  }
  return {
    megabytes: (pages * pageBytes) / 1e6,
    seconds: [...ticks.values()].reduce((sum, n) => sum + n, 0) / ticksPerSecond,
  };
};

const attempt = (args) =>
  new Promise((done) => {
    const started = Date.now();
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ticks = new Map();
    let text = '';
    let worst = { megabytes: 0, seconds: 0 };
    let ended = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => (text += text.length < 5e6 ? bytes : ''));
    const watch = setInterval(() => {
      const now = usage(child.pid, ticks);
      worst = { megabytes: Math.max(worst.megabytes, now.megabytes), seconds: now.seconds };
      if (now.seconds > 60 || now.megabytes > 4000) {
        ended = true;
        child.kill('SIGKILL');
      }
    }, 50);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      done({ code, signal, text, ended, ...worst, wall: (Date.now() - started) / 1000 });
    });
  });

const faults = (run) => [
  ...(run.ended || run.seconds > bounds.seconds ? [`${run.seconds.toFixed(1)} s`] : []),
  ...(run.megabytes > bounds.megabytes ? [`${Math.round(run.megabytes)} MB`] : []),
  ...(!run.ended && run.signal ? [`ended by ${run.signal}`] : []),
  ...(run.signal || run.code === 0 ? [] : [`exit ${run.code}`]),
  ...(/\n\s+at .+:\d+:\d+|a defect of odi|FATAL ERROR|node:internal\//.test(run.text) ? ['stack'] : []),
  ...(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(run.text)
    ? ['drives the terminal']
    : []),
];

const wanted = process.argv.slice(2);
const chosen = files.filter(
  ({ group, file }) => wanted.length === 0 || wanted.some((word) => group === word || file.includes(word)),
);
const tally = new Map();
let failed = 0;
for (const { group, file, make } of chosen) {
  const path = join(folder, basename(file));
  writeFileSync(path, make());
  const size = statSync(path).size;
  const run = await attempt(['inspect', path, '--format', 'json']);
  rmSync(path);
  const found = faults(run);
  const sum = tally.get(group) ?? { tried: 0, ok: 0, seconds: 0, megabytes: 0 };
  tally.set(group, {
    tried: sum.tried + 1,
    ok: sum.ok + (found.length === 0 ? 1 : 0),
    seconds: Math.max(sum.seconds, run.seconds),
    megabytes: Math.round(Math.max(sum.megabytes, run.megabytes)),
  });
  failed += found.length === 0 ? 0 : 1;
  console.log(
    [
      found.length === 0 ? 'ok  ' : 'FAIL',
      group,
      file,
      `${(size / 1e6).toFixed(1)} MB`,
      `cpu ${run.seconds.toFixed(1)} s`,
      `rss ${Math.round(run.megabytes)} MB`,
      ...found,
    ].join('  '),
  );
}
rmSync(folder, { recursive: true, force: true });
console.table(Object.fromEntries(tally));
process.exit(failed === 0 ? 0 : 1);
