import type { EvidenceId } from './observation.ts';

/** Where a stranger can look to see what an answer rests on. */
export interface Ground {
  readonly evidence: EvidenceId;
  /** Sheet, column, JSON path, page or heading. */
  readonly part?: string;
  /** Words that stand there, as they stand. */
  readonly quote?: string;
  /** How many different values the column at that place holds. */
  readonly distinct?: number;
}
