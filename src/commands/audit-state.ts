import type { AuditData } from '../audit/data.ts';
import type { Category, Edition } from '../model/data.ts';
import type { Store } from '../reviews/index.ts';
import type { AuditOptions } from './audit-options.ts';
import type { Fetching } from './fetching.ts';
import type { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** Everything that the reviews of one run have in common. */
export interface Run {
  readonly edition: Edition;
  readonly categories: readonly Category[];
  readonly options: AuditOptions;
  readonly store: Store;
  readonly shell: Shell;
  readonly progress: Progress;
  readonly fetching: Fetching;
  readonly data: AuditData;
  readonly asOf: string;
  readonly year: number;
}
