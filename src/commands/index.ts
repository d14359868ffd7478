import { agreement } from './agreement.ts';
import { audit } from './audit.ts';
import { categories } from './categories.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { commitments } from './commitments.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { discover } from './discover.ts';
import { explain } from './explain.ts';
import { exportStore } from './export.ts';
import { importEntries } from './import.ts';
import { init } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { licence } from './licence.ts';
import { places } from './places.ts';
import { portal } from './portal.ts';
import { queueCommand } from './queue.ts';
import { report } from './report.ts';
import { rescoreStore } from './rescore.ts';
import { reviewCommand } from './review.ts';
import { sample } from './sample.ts';
import { scorecard } from './scorecard.ts';
import { show } from './show.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';
import { worker } from './worker.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  audit,
  check,
  inspectCommand,
  licence,
  discover,
  show,
  explain,
  places,
  categories,
  validate,
  reviewCommand,
  importEntries,
  scorecard,
  diff,
  agreement,
  sample,
  exportStore,
  portal,
  commitments,
  report,
  worker,
  queueCommand,
  rescoreStore,
  verify,
  init,
  completion,
];
