import type { SigningRole } from '../audit/decisions.ts';
import type { Verdict } from '../model/review.ts';
import type { FetchOptions, Format, NoiseOptions } from './options.ts';

/** One `--set`. */
export interface SetAnswer {
  readonly on: string;
  readonly answer: Verdict;
}

/** Everything that `odi review` is asked. */
export interface ReviewOptions extends FetchOptions, NoiseOptions {
  readonly store: string;
  readonly year?: number;
  readonly set?: readonly SetAnswer[];
  readonly because?: string;
  readonly reviewer?: string;
  readonly as: SigningRole;
  readonly evidence?: readonly string[];
  readonly quote?: string;
  readonly comment?: string;
  readonly sign?: boolean;
  readonly candidate?: string;
  readonly url?: readonly string[];
  readonly terminal?: boolean;
  /** Language of the desk. */
  readonly lang?: string;
  readonly format?: Format;
  readonly out?: string;
}
