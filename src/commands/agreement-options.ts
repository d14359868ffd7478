import type { AgreementFormat } from '../render/agreement.ts';
import type { NoiseOptions } from './options.ts';

/** Everything that `odi agreement` is asked. */
export interface AgreementOptions extends NoiseOptions {
  readonly format: AgreementFormat;
  readonly out?: string;
  readonly store: string;
  readonly year?: number;
  readonly unsure: 'answer' | 'missing';
}
