import type { CheckRequest } from '../audit/one-address.ts';
import type { Review } from '../model/review.ts';
import type { Fetching } from './fetching.ts';
import type { DocumentLanguage, LanguageOptions } from './language.ts';
import type { FetchOptions, JudgingOptions, NoiseOptions, OutputOptions } from './options.ts';
import type { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** Everything that `odi check` is asked. */
export interface CheckOptions extends FetchOptions, JudgingOptions, NoiseOptions, OutputOptions, LanguageOptions {
  readonly category?: string;
  readonly place?: string;
  readonly deadline?: number;
  readonly limit: number;
  readonly failUnder?: number;
}

/** What every check of a run asks, but for the address and the allowance. */
export type CheckSubject = Omit<CheckRequest, 'url' | 'allowance'>;

/** Everything that the checks of one run have in common. */
export interface CheckRun {
  readonly subject: CheckSubject;
  readonly options: CheckOptions;
  readonly fetching: Fetching;
  readonly language: DocumentLanguage;
  readonly progress: Progress;
  readonly shell: Shell;
  /** Checks one address. */
  readonly checkOne: (url: string) => Promise<Review>;
}
