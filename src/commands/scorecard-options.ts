import type { ScorecardFormat } from '../render/scorecard.ts';
import type { NoiseOptions } from './options.ts';
import type { RegressionOptions } from './regression.ts';

/** Everything that `odi scorecard` is asked. */
export interface ScorecardOptions extends NoiseOptions, RegressionOptions {
  readonly format: ScorecardFormat;
  readonly out?: string;
  readonly store: string;
  readonly year?: number;
  readonly edition?: string;
  readonly failUnder?: number;
  readonly replay?: readonly string[];
}
