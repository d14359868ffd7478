import type { NoiseOptions } from './options.ts';

/** Everything that `odi export` is asked. */
export interface ExportOptions extends NoiseOptions {
  readonly store: string;
  readonly to: 'godi-csv';
  readonly out?: string;
  readonly year?: number;
  readonly edition: string;
}
