/**
 * Scores a batch of files that the program has never met: `node benchmarks/first-sight/score.mjs <batch> [name]`.
 *
 * A batch is a folder with `labels.jsonl` (one object a file: file, repository, path, commit, category, country, format, shape, criteria,
 * also_acceptable) and the files it names. The built program inspects each; the answers are compared with the labels, and with a name
 * the manifest is written to `benchmarks/first-sight/<name>.json`: where each file is, its labels and the answers, never the file.
 */
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const program = process.env.ODI ?? join(root, 'bin', 'odi.js');
const [batch, name] = process.argv.slice(2);
if (batch === undefined) {
  console.error('Usage: node benchmarks/first-sight/score.mjs <batch folder> [name of the manifest]');
  process.exit(2);
}

const labels = readFileSync(join(batch, 'labels.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

/** The answers of the program for one file, by criterion; `crash` where it ended in any other way than with a result. */
const answersOf = async ({ file, category = 'election-results' }) => {
  const words = [program, 'inspect', resolve(batch, file), '--category', category, '--format', 'json'];
  try {
    const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 28, timeout: 300_000 });
    return Object.fromEntries(
      JSON.parse(stdout).criteria.map(({ id, answer, reason, says }) => [id, { answer, reason, says }]),
    );
  } catch (error) {
    return { crash: String(error.stderr ?? error.message).slice(0, 300) };
  }
};

/** `right`, `unsure` (Unsure where a reader can tell), `wrong` (Yes for No or No for Yes), `overclaim` (certain where nobody can be). */
const compare = (given, label, also = []) => {
  const got = given?.answer ?? 'Unsure';
  if (got === label || also.includes(got)) return 'right';
  if (got === 'Unsure') return 'unsure';
  return label === 'Unsure' ? 'overclaim' : 'wrong';
};

const groupBy = (list, key) => {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};

const asList = (value) => (value === undefined ? [] : [value].flat());

const rows = [];
const queue = labels.map((label, at) => ({ label, at }));
const work = async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { label, at } = next;
    const answers = await answersOf(label);
    for (const [criterion, { answer: truth, why }] of Object.entries(label.criteria)) {
      const outcome = compare(answers[criterion], truth, asList(label.also_acceptable?.[criterion]));
      rows.push({ at, label, criterion, truth, why, given: answers[criterion], crash: answers.crash, outcome });
    }
  }
};
await Promise.all([work(), work()]);
rows.sort((left, right) => left.at - right.at);

const outcomes = ['right', 'unsure', 'wrong', 'overclaim'];
const share = (some, of) => `${((100 * some.length) / Math.max(1, of.length)).toFixed(1)} %`;
const line = (title, some) =>
  `${title.padEnd(28)} ${String(some.length).padStart(4)}  ${outcomes
    .map((outcome) =>
      `${outcome} ${share(
        some.filter((row) => row.outcome === outcome),
        some,
      )}`.padEnd(18),
    )
    .join(' ')}`;

/** A seeded generator, so that the interval is the same each time (mulberry32). */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** 95 % interval of the share of wrong answers with overclaims: 4,000 draws of whole countries. */
const intervalOf = (all) => {
  const countries = [...groupBy(all, ({ label }) => label.country).values()];
  const random = generator(2026);
  const isWrong = ({ outcome }) => outcome === 'wrong' || outcome === 'overclaim';
  const shares = Array.from({ length: 4_000 }, () => {
    const drawn = countries.flatMap(() => countries[Math.floor(random() * countries.length)]);
    return drawn.filter(isWrong).length / drawn.length;
  }).sort((left, right) => left - right);
  return [shares[100], shares[3_899]].map((value) => `${(100 * value).toFixed(1)}`).join('–');
};

const grouped = (title, key) =>
  [...groupBy(rows, key)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([value, some]) => line(`${title} ${value}`, some));

for (const { label, criterion, truth, why, given, outcome } of rows) {
  if (outcome !== 'right') {
    console.log(`${outcome.padEnd(9)} ${label.file} ${criterion}: label ${truth} (${why})`);
    console.log(`          got ${given?.answer}: ${given?.says}`);
  }
}
const countries = new Set(rows.map(({ label }) => label.country)).size;
console.log(
  [
    '',
    `${labels.length} files, ${countries} countries, ${rows.length} answers; crashes ${new Set(rows.filter(({ crash }) => crash).map(({ at }) => at)).size}`,
    line('all', rows),
    `wrong with overclaim: ${share(
      rows.filter(({ outcome }) => outcome === 'wrong' || outcome === 'overclaim'),
      rows,
    )}, 95 % interval by country ${intervalOf(rows)} %`,
    ...grouped('criterion', ({ criterion }) => criterion),
    ...grouped('category', ({ label }) => label.category ?? 'election-results'),
  ].join('\n'),
);

if (name !== undefined) {
  const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  const files = labels.map((label, at) => ({
    ...{ repository: label.repository, path: label.path, commit: label.commit },
    ...{ category: label.category ?? 'election-results', country: label.country },
    ...{ language: label.language, format: label.format, shape: label.shape },
    answers: Object.fromEntries(
      rows
        .filter((row) => row.at === at)
        .map(({ criterion, truth, label: { also_acceptable: also = {} }, given, outcome }) => [
          criterion,
          {
            label: truth,
            also: asList(also[criterion]),
            answer: given?.answer ?? null,
            reason: given?.reason ?? null,
            outcome,
          },
        ]),
    ),
  }));
  const total = Object.fromEntries(
    outcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  );
  const scored = { program: git('rev-parse', 'HEAD'), day: new Date().toISOString().slice(0, 10) };
  const summary = {
    ...scored,
    files: labels.length,
    countries,
    answers: rows.length,
    ...total,
    interval: intervalOf(rows),
  };
  writeFileSync(join(here, `${name}.json`), `${JSON.stringify({ ...summary, manifest: files }, null, 1)}\n`);
}
