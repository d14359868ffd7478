import type { FetchOptions, JudgingOptions, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi audit` is asked. */
export interface AuditOptions extends FetchOptions, JudgingOptions, NoiseOptions, OutputOptions {
  readonly store: string;
  readonly url?: readonly string[];
  readonly all?: boolean;
  readonly again?: boolean;
  readonly deadline?: number;
  readonly failUnder?: number;
  readonly failOnRegression?: string;
}
