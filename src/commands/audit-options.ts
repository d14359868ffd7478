import type { LanguageOptions } from './language.ts';
import type { FetchOptions, Format, JudgingOptions, NoiseOptions } from './options.ts';
import type { RegressionOptions } from './regression.ts';

/** Everything that `odi audit` is asked. */
export interface AuditOptions extends FetchOptions, JudgingOptions, NoiseOptions, LanguageOptions, RegressionOptions {
  readonly format: Format | 'sarif';
  readonly out?: string;
  readonly store: string;
  readonly url?: readonly string[];
  readonly all?: boolean;
  readonly places?: string;
  readonly queue?: string;
  readonly again?: boolean;
  readonly deadline?: number;
  readonly failUnder?: number;
  readonly summary?: boolean;
  readonly summaryFile?: readonly string[];
}
