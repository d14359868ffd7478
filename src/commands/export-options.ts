import type { NoiseOptions } from './options.ts';

/** What a store can be written as. */
export const exportForms = ['godi-csv', 'tidy', 'dqv'] as const;

/** Formats of the forms that have several. */
export const exportFormats = ['csv', 'parquet', 'turtle', 'json-ld'] as const;

/** Everything that `odi export` is asked. */
export interface ExportOptions extends NoiseOptions {
  readonly store: string;
  readonly to: (typeof exportForms)[number];
  readonly format?: (typeof exportFormats)[number];
  readonly out?: string;
  readonly year?: number;
  readonly edition: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly licence?: string;
  readonly url?: string;
  readonly doi?: string;
}
