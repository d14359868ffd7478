import type { CriteriaVerdict } from '../../model/check.ts';
import type { Observation } from '../../model/observation.ts';

/** A candidate with what hangs on it: its files, its catalogue record, the terms it links to. */
export interface Group {
  readonly root: Observation;
  readonly members: readonly Observation[];
}

/** Root and members, in the order they were asked for. */
export const observationsOf = ({ root, members }: Group): readonly Observation[] => [root, ...members];

/** Judges the criteria over the files of some groups together. */
export type VerdictOf = (groups: readonly Group[]) => CriteriaVerdict;
