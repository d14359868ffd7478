import type { NoiseOptions } from './options.ts';

/** Everything that `odi rescore` is asked. */
export interface RescoreOptions extends NoiseOptions {
  readonly store: string;
  readonly edition: string;
  readonly into: string;
  readonly year?: number;
  readonly replay?: readonly string[];
}
