import type { Cause } from '../model/diff.ts';
import type { DiffFormat } from '../render/diff.ts';
import type { NoiseOptions } from './options.ts';
import type { RegressionOptions } from './regression.ts';

/** Everything that `odi diff` is asked. */
export interface DiffOptions extends NoiseOptions, Omit<RegressionOptions, 'failOnRegression'> {
  /** The earlier side once more, or true. */
  readonly failOnRegression?: string | true;
  readonly format: DiffFormat;
  readonly out?: string;
  readonly store: string;
  readonly place?: readonly string[];
  readonly category?: readonly string[];
  readonly question?: readonly string[];
  readonly cause?: readonly Cause[];
  readonly summary?: boolean;
  readonly year?: number;
  readonly edition?: string;
  readonly replay?: readonly string[];
}
