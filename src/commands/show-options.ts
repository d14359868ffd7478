import type { NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi show` is asked. */
export interface ShowOptions extends OutputOptions, NoiseOptions {
  readonly store: string;
  readonly year?: number;
}
