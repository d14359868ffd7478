import type { FetchOptions, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi discover` is asked. */
export interface DiscoverOptions extends FetchOptions, NoiseOptions, OutputOptions {
  readonly url?: readonly string[];
}
