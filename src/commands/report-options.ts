import type { NoiseOptions } from './options.ts';

/** Everything that `odi report` is asked. */
export interface ReportOptions extends NoiseOptions {
  readonly store: string;
  readonly out: string;
  readonly lang: readonly string[];
  readonly baseUrl?: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly licence?: string;
  /** Own data, laid over that of the program. */
  readonly criteria?: string;
}
