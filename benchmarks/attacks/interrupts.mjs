// Sends Ctrl-C at a moment of chance into the reading of each hostile file, and looks whether the program ends within two
// seconds, with 130, and leaves neither process nor temporary file:
//   node benchmarks/attacks/interrupts.mjs [FOLDER of other hostile files …]
// Where other work makes the machine slow, a run that took too long by the clock alone is made again, and counts by its processor
// time. Exit 1 where a promise is broken.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { files } from './files.mjs';
import { chance } from './make.mjs';

const most = { milliseconds: 2_000, tries: 3 };
const program = join(import.meta.dirname, '../../bin/odi.js');
const folder = mkdtempSync(join(tmpdir(), 'odi-interrupts-'));
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
const random = chance(20_261_130);

/** Milliseconds of processor time that a process took so far; 0 where it has ended. The moments are told by it, so that a busy machine changes nothing. */
const spent = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
};

/** The same with the processes that it started. */
const spentInAll = (pid) => {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return spent(pid) + children.reduce((all, child) => all + spent(Number(child)), 0);
  } catch {
    return 0;
  }
};

const isGroupAlive = (pid) => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

const interrupt = (words, after) =>
  new Promise((done) => {
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, env, stdio: 'ignore', detached: true });
    let asked = null;
    let before = 0;
    let processor = 0;
    const look = setInterval(() => {
      if (asked === null && spentInAll(child.pid) >= after) {
        before = spent(child.pid);
        asked = performance.now();
        process.kill(-child.pid, 'SIGINT');
      }
      if (asked !== null) processor = Math.max(processor, spent(child.pid) - before);
      if (asked !== null && performance.now() - asked > 30_000) process.kill(-child.pid, 'SIGKILL');
    }, 20);
    child.on('exit', async (code, signal) => {
      clearInterval(look);
      const milliseconds = asked === null ? 0 : Math.round(performance.now() - asked);
      const exited = performance.now();
      while (isGroupAlive(child.pid) && performance.now() - exited < most.milliseconds)
        await new Promise((next) => setTimeout(next, 20));
      const isLeft = isGroupAlive(child.pid);
      if (isLeft) process.kill(-child.pid, 'SIGKILL');
      done({ code, signal, isLate: asked === null, milliseconds, processor, isLeft });
    });
  });

const faults = ({ code, signal, isLate, milliseconds, isLeft }) => [
  ...(isLate || milliseconds <= most.milliseconds ? [] : ['slow']),
  // Before the program listens, the system ends it.
  ...(isLate || code === 130 || (code === null && signal === 'SIGINT') ? [] : [`exit ${code ?? signal}`]),
  ...(isLeft ? ['a process is left'] : []),
  ...readdirSync(temporary).map((name) => `${name} is left`),
];

const sum = { inputs: 0, midway: 0, failed: 0, milliseconds: 0, processor: 0 };
const tryOut = async (name, words) => {
  let run;
  let found = [];
  for (let attempt = 0; attempt < most.tries; attempt += 1) {
    for (const left of readdirSync(temporary)) rmSync(join(temporary, left), { recursive: true });
    run = await interrupt(words, 150 + random() * 1_500);
    found = faults(run);
    if (!found.every((fault) => fault === 'slow')) break;
    if (found.length === 0) break;
  }
  const isSlowAlone = found.length === 1 && found[0] === 'slow' && run.processor <= most.milliseconds / 2;
  const isBad = found.length > 0 && !isSlowAlone;
  sum.inputs += 1;
  sum.midway += run.isLate ? 0 : 1;
  sum.failed += isBad ? 1 : 0;
  sum.milliseconds = Math.max(sum.milliseconds, run.milliseconds);
  sum.processor = Math.max(sum.processor, run.processor);
  const took = `${run.isLate ? 'ended before' : `${run.milliseconds} ms`}  cpu ${run.processor} ms`;
  console.log([isBad ? 'FAIL' : 'ok  ', words[0], name, took, ...found].join('  '));
};

const wordsFor = (path) =>
  /\.(?:warc|warc\.gz|wacz)$/.test(path)
    ? [
        ['verify', path, '--store', join(folder, 'none')],
        ['check', 'http://e.org/', '--replay', path, '--category', 'election-results', '--place', 'morocco', '--quiet'],
      ]
    : [['inspect', path, '--format', 'json']];

const given = process.argv.slice(2);
for (const { file, make } of given.length === 0 ? files : []) {
  const path = join(folder, basename(file));
  writeFileSync(path, make());
  for (const words of wordsFor(path)) await tryOut(file, words);
  rmSync(path);
}
for (const other of given) {
  for (const name of readdirSync(other)) for (const words of wordsFor(join(other, name))) await tryOut(name, words);
}
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(sum));
process.exit(sum.failed === 0 ? 0 : 1);
