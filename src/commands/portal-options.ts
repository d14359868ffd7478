import type { Day } from '../model/basics.ts';
import type { FailIf } from '../model/portal.ts';
import type { AnyFormat, FetchOptions, NoiseOptions, OutputOptions } from './options.ts';

/** Everything that `odi portal` is asked. */
export interface PortalOptions extends FetchOptions, NoiseOptions, Pick<OutputOptions, 'out'> {
  readonly format: AnyFormat;
  readonly store: string;
  readonly asOf?: Day;
  /** Files that are looked at; `files` wins over `sample`. */
  readonly sample: number;
  readonly files?: number;
  readonly compare?: string;
  readonly failIf?: readonly FailIf[];
  readonly allPortals?: boolean;
  readonly secondLook: number;
  readonly deadline: number;
}
