import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation, Figure } from './evaluation.ts';
import { evaluations } from './index.ts';

const isMissed = ({ value, atLeast, atMost }: Figure): boolean =>
  (atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost);

const show = (value: number, unit: Figure['unit']): string =>
  unit === 'share' ? `${(value * 100).toFixed(1)} %` : unit === 'seconds' ? `${value.toFixed(2)} s` : String(value);

const line = (figure: Figure): string => {
  const bar =
    figure.atLeast !== undefined
      ? `at least ${show(figure.atLeast, figure.unit)}`
      : figure.atMost !== undefined
        ? `at most ${show(figure.atMost, figure.unit)}`
        : '';
  const mark = bar === '' ? ' ' : isMissed(figure) ? '✗' : '✓';
  return `  ${mark} ${figure.name.padEnd(58)} ${show(figure.value, figure.unit).padStart(9)}  ${bar}`.trimEnd();
};

const chosen = (names: readonly string[]): readonly Evaluation[] => {
  const unknown = names.filter((name) => !evaluations.some(({ id }) => id === name));
  if (unknown.length > 0) {
    const known = evaluations.map(({ id }) => id).join(', ');
    throw new Error(`No evaluation is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  return names.length === 0 ? evaluations : evaluations.filter(({ id }) => names.includes(id));
};

type Figures = Readonly<Record<string, readonly Figure[]>>;

/** Keeps the figures of the day, one file for each evaluation, so that a fall is seen. */
const keep = (figures: Figures, root: string): void => {
  const folder = join(root, 'benchmarks', 'results');
  const day = new Date().toISOString().slice(0, 10);
  mkdirSync(folder, { recursive: true });
  for (const [id, list] of Object.entries(figures)) {
    const text = JSON.stringify({ evaluation: id, figures: list }, null, 2);
    writeFileSync(join(folder, `${day}-${id}.json`), `${text}\n`);
  }
};

/**
 * Runs evaluations, prints their reports and one table of figures; with `--json` the figures as JSON too, with `--keep` they
 * are kept by date in `benchmarks/results`. Exit code 1 when a figure misses its bar.
 */
export const main = async (words: readonly string[], root: string): Promise<number> => {
  const names = words.filter((word) => !word.startsWith('--'));
  const shared = process.env['ODI_SHARED'] ?? join(root, '..', 'shared');
  const table: string[] = [];
  const kept: Record<string, readonly Figure[]> = {};
  let missed = false;
  for (const evaluation of chosen(names)) {
    const absent = evaluation.needs.filter((path) => !existsSync(join(shared, path)));
    if (absent.length > 0) {
      table.push(`${evaluation.title}: SKIPPED, ${absent.join(', ')} is not under ${shared}`);
      continue;
    }
    const { figures, report } = await evaluation.run(shared);
    process.stdout.write(`\n# ${evaluation.title}\n\n${report}\n`);
    table.push(evaluation.title, ...figures.map(line));
    kept[evaluation.id] = figures;
    missed ||= figures.some(isMissed);
  }
  process.stdout.write(`\n${table.join('\n')}\n`);
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(kept, null, 2)}\n`);
  if (words.includes('--keep')) keep(kept, root);
  return missed ? 1 : 0;
};
