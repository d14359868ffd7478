import type { AnyFormat, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi show` is asked. */
export interface ShowOptions extends Pick<OutputOptions, 'out'>, NoiseOptions {
  readonly format: AnyFormat;
  readonly store: string;
  readonly year?: number;
}
