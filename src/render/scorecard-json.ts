import type { Regression } from '../model/regression.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { forJson } from './escape.ts';

/** The scorecard as it is; with `regression` where it was held against a baseline. */
export const scorecardJson = (card: Scorecard, regression: Regression | null): string =>
  `${forJson(JSON.stringify(regression === null ? card : { ...card, regression }, null, 2))}\n`;
