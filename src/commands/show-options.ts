import type { LanguageOptions } from './language.ts';
import type { AnyFormat, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi show` is asked. */
export interface ShowOptions extends Pick<OutputOptions, 'out'>, NoiseOptions, LanguageOptions {
  readonly format: AnyFormat;
  readonly store: string;
  readonly year?: number;
}
