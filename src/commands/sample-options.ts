import type { SampleFormat } from '../render/sample.ts';
import type { NoiseOptions } from './options.ts';

/** What strata can be made of. */
export type StratifiedBy = 'category' | 'answer' | 'place' | 'year';

/** Everything that `odi sample` is asked. */
export interface SampleOptions extends NoiseOptions {
  readonly format: SampleFormat;
  readonly out?: string;
  readonly store: string;
  readonly year?: number;
  readonly sample: number;
  readonly seed: string;
  readonly by: readonly StratifiedBy[];
  readonly question?: string;
}
