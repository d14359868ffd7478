import type { Diff } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import { forJson } from './escape.ts';

/** The comparison as it is; with `regression` where falls were looked for. */
export const diffJson = (diff: Diff, regression: Regression | null): string =>
  `${forJson(JSON.stringify(regression === null ? diff : { ...diff, regression }, null, 2))}\n`;
