import type { Day } from '../../model/basics.ts';
import type { Defects } from '../../model/defect.ts';
import type { PortalData } from './data.ts';
import type { PortalLog } from './log.ts';

/** Everything that the parts of one survey have in common. */
export interface SurveyRun {
  readonly log: PortalLog;
  readonly data: PortalData;
  readonly defects: Defects;
  readonly asOf: Day;
  /** Waits before what was in trouble is asked once more. */
  readonly secondLook: () => Promise<void>;
}
