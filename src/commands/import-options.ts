import type { NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi import` is asked. */
export interface ImportOptions extends NoiseOptions, OutputOptions {
  readonly store: string;
  readonly force?: boolean;
}
