import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './evaluation.ts';

/** Figures that were kept for later runs to be held against. */
export interface Baseline {
  readonly evaluation: string;
  /** Which code and material they were measured on. */
  readonly of: string;
  readonly figures: Readonly<Record<string, number>>;
}

const folder = join(import.meta.dirname, '..', 'baseline');

const fileOf = (id: string): string => join(folder, `${id}.json`);

/** The kept figures of an evaluation; null where none are kept. */
export const baselineOf = (id: string): Baseline | null =>
  existsSync(fileOf(id)) ? JSON.parse(readFileSync(fileOf(id), 'utf8')) : null;

/** Times are of one machine on one day: they are neither kept nor compared. */
const isTime = ({ unit }: Figure): boolean => unit === 'seconds' || unit === 'rate';

/** Keeps the figures of an evaluation. */
export const keepBaseline = (id: string, of: string, figures: readonly Figure[]): void => {
  const values = figures.filter((figure) => !isTime(figure)).map(({ name, value }) => [name, value] as const);
  const baseline: Baseline = { evaluation: id, of, figures: Object.fromEntries(values) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(id), `${JSON.stringify(baseline, null, 2)}\n`);
};

/** Which way a figure is better: what it says itself, else what its bar says. */
const betterOf = ({ better, atLeast, atMost }: Figure): Figure['better'] =>
  better ?? (atLeast !== undefined ? 'more' : atMost !== undefined ? 'less' : undefined);

/** Is a figure worse than the kept one? */
export const hasFallen = (figure: Figure, kept: number | undefined): boolean => {
  const better = betterOf(figure);
  if (kept === undefined || better === undefined) return false;
  return better === 'more' ? figure.value < kept - 1e-9 : figure.value > kept + 1e-9;
};
