import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from '../../test/packed/install.ts';
import { baselineOf, hasFallen, keepBaseline } from './baseline.ts';
import type { Bench, Evaluation, Figure } from './evaluation.ts';
import { evaluations } from './index.ts';
import { openProgram } from './program.ts';

/*
 * Runs the evaluations against labelled material in ../shared (or the folder in ODI_SHARED) on the packed and
 * installed program, or the one whose script ODI_PROGRAM names. Exit code 1 when a figure misses its bar or is worse
 * than the one that is kept in `benchmarks/baseline`.
 *
 *   npm run evaluate                          all of them
 *   npm run evaluate -- answers inspect       some
 *   npm run evaluate -- criteria --only water-quality,jp-   labels of a category or file name, listed without figures
 *   npm run evaluate -- --keep "which code"   keeps the figures as the baseline
 */

const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});

const root = join(import.meta.dirname, '..', '..');
const shared = process.env['ODI_SHARED'] ?? join(root, '..', 'shared');

const chosen = (names: readonly string[]): readonly Evaluation[] => {
  const unknown = names.filter((name) => !evaluations.some(({ id }) => id === name));
  if (unknown.length > 0) {
    const known = evaluations.map(({ id }) => id).join(', ');
    throw new Error(`No evaluation is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  return names.length === 0 ? evaluations : evaluations.filter(({ id }) => names.includes(id));
};

const isMissed = ({ value, atLeast, atMost }: Figure): boolean =>
  (atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost);

const show = (value: number, unit: Figure['unit']): string =>
  unit === 'share' ? `${(value * 100).toFixed(1)} %` : unit === 'seconds' ? `${value.toFixed(2)} s` : String(value);

const barOf = ({ atLeast, atMost, unit }: Figure): string =>
  atLeast !== undefined
    ? `at least ${show(atLeast, unit)}`
    : atMost !== undefined
      ? `at most ${show(atMost, unit)}`
      : '';

const line = (figure: Figure, kept: number | undefined): string => {
  const bar = barOf(figure);
  const mark = bar === '' ? ' ' : isMissed(figure) ? '✗' : '✓';
  const before = kept === undefined ? '' : `was ${show(kept, figure.unit)}${hasFallen(figure, kept) ? ' ▼ FALL' : ''}`;
  const now = show(figure.value, figure.unit).padStart(9);
  return `  ${mark} ${figure.name.padEnd(58)} ${now}  ${bar.padEnd(17)}  ${before}`.trimEnd();
};

const evaluate = async (evaluation: Evaluation, bench: Bench): Promise<{ lines: string[]; isWell: boolean }> => {
  const absent = evaluation.needs.filter((path) => !existsSync(join(shared, path)));
  if (absent.length > 0) {
    return { lines: [`${evaluation.title}: SKIPPED, ${absent.join(', ')} is not under ${shared}`], isWell: true };
  }
  const { figures, report } = await evaluation.run(bench);
  process.stdout.write(`\n# ${evaluation.title}\n\n${report}\n`);
  const kept = baselineOf(evaluation.id)?.figures ?? {};
  if (values.keep !== undefined) keepBaseline(evaluation.id, values.keep, figures);
  return {
    lines: [evaluation.title, ...figures.map((figure) => line(figure, kept[figure.name]))],
    isWell: !figures.some((figure) => isMissed(figure) || hasFallen(figure, kept[figure.name])),
  };
};

const list = chosen(positionals);
const scratch = mkdtempSync(join(tmpdir(), 'odi-evaluate-'));
try {
  const bin = process.env['ODI_PROGRAM'] ?? install(scratch).bin;
  const table: string[] = [];
  for (const evaluation of list) {
    const only = values.only?.split(',');
    const bench = { shared, odi: openProgram(bin), scratch, ...(only === undefined ? {} : { only }) };
    const { lines, isWell } = await evaluate(evaluation, bench);
    table.push(...lines);
    if (!isWell) process.exitCode = 1;
  }
  process.stdout.write(`\n${table.join('\n')}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
