import type { Diff } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import { forJson } from './escape.ts';

const withFalls = (value: Partial<Diff>, regression: Regression | null): string =>
  `${forJson(JSON.stringify(regression === null ? value : { ...value, regression }, null, 2))}\n`;

/** The comparison as it is; with `regression` where falls were looked for. */
export const diffJson = (diff: Diff, regression: Regression | null): string => withFalls(diff, regression);

/** The comparison without the changes that its summary adds up. */
export const diffSummaryJson = (diff: Diff, regression: Regression | null): string => {
  const { before, after, comparable, definitions, places, summary } = diff;
  return withFalls({ before, after, comparable, definitions, places, summary }, regression);
};
