import type { Day } from '../model/basics.ts';
import type { PromiseStatus } from '../model/commitments-report.ts';
import type { FetchOptions, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi commitments` is asked. */
export interface CommitmentsOptions extends FetchOptions, NoiseOptions, OutputOptions {
  readonly store: string;
  readonly asOf?: Day;
  /** Id of a plan, or the path of its file. */
  readonly plan?: string;
  readonly portalReport?: readonly string[];
  readonly url?: readonly string[];
  readonly deadline: number;
  readonly failIf?: readonly PromiseStatus[];
}

/** Everything that `odi commitments import` is asked. */
export interface ImportedPlanOptions {
  readonly place: string;
  readonly plan?: string;
  readonly out?: string;
}
