import { resolve } from 'node:path';
import type { Diff } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Fall, Regression } from '../model/regression.ts';
import { cellFall, fallsAmong } from '../reviews/diff/index.ts';
import type { Comparison } from './compare.ts';
import type { DiffOptions } from './diff-options.ts';
import { fallRuleOf, nothingEarlier } from './regression.ts';
import type { Shell } from './shell.ts';

/** Looks for falls while two sides are compared. */
export interface FallsOfDiff {
  readonly hooks: Pick<Comparison, 'onReviews' | 'onCells'>;
  /** @throws UserError where nothing was compared. */
  readonly result: (diff: Diff) => Regression;
}

/** @throws UserError where a comparison could find no fall whatever happened. */
const refuseVain = (before: string, after: string, named: string | true | undefined, shell: Shell): void => {
  const [old, fresh] = [before, after].map((word) => resolve(shell.cwd, word)) as [string, string];
  if (typeof named === 'string' && resolve(shell.cwd, named) !== old) {
    throw new UserError(
      `--fail-on-regression ${named}: diff looks for what fell since ${before} already; give the flag without a name.`,
    );
  }
  if (old === fresh)
    throw new UserError(`--fail-on-regression: ${before} is compared with itself, so nothing can fall.`);
};

/**
 * Opens the gate of a comparison, whose earlier side is the baseline.
 *
 * @throws UserError where none could be found.
 */
export const fallsOf = (before: string, after: string, options: DiffOptions, shell: Shell): FallsOfDiff => {
  refuseVain(before, after, options.failOnRegression, shell);
  const rule = fallRuleOf(options);
  const falls: Fall[] = [];
  let compared = 0;
  return {
    hooks: {
      onReviews: (old, fresh, changes, context) => {
        compared += 1;
        falls.push(...fallsAmong(changes, old, fresh, rule, context));
      },
      onCells: (cells, [was, is]) => {
        compared += cells.length;
        falls.push(
          ...cells.flatMap(
            (cell) => cellFall(cell, { ...cell.before, year: was }, { ...cell.after, year: is }, rule) ?? [],
          ),
        );
      },
    },
    result: ({ added }) => {
      const unmatched = added.map(({ place, category }) => ({ place, category }));
      if (compared === 0) throw nothingEarlier(before, unmatched);
      return { baseline: before, ...rule, compared, unmatched, falls };
    },
  };
};
