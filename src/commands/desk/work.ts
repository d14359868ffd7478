import { DeskRefusal, type DeskWork } from '../../desk/index.ts';
import { UserError } from '../../model/errors.ts';
import type { Review } from '../../model/review.ts';
import type { Progress } from '../progress.ts';
import { type Addition, judgeWithAddition } from '../review-judge.ts';
import type { ReviewOptions } from '../review-options.ts';
import type { Target } from '../review-target.ts';
import type { Shell } from '../shell.ts';

/** What is to be judged again, and where the person goes on from there. */
export interface WorkOrder {
  readonly target: Target;
  readonly addition: Addition;
  readonly title: string;
  readonly to: string;
}

/** The one thing that a desk does at a time besides showing pages. */
export interface WorkBench {
  readonly now: () => DeskWork | null;
  /** Begins; @throws DeskRefusal while something else is under way. */
  readonly begin: (order: WorkOrder, told: (after: Review) => string) => void;
  /** Waits until nothing is under way. */
  readonly done: () => Promise<void>;
}

/** Steps that are kept of one work. */
const mostSteps = 500;

/** Opens the place where reviews are judged again, in the background of the pages. */
export const openBench = (options: ReviewOptions, shell: Shell): WorkBench => {
  let work: DeskWork | null = null;
  let running: Promise<void> = Promise.resolve();

  const carryOut = async ({ target, addition }: WorkOrder, told: (after: Review) => string): Promise<void> => {
    const add = (step: string): void => {
      if (work !== null) work = { ...work, steps: [...work.steps, step].slice(-mostSteps) };
    };
    const end = (state: DeskWork['state'], says: string): void => {
      if (work !== null) work = { ...work, state, says };
    };
    const progress: Progress = { step: add, note: add, close: () => {} };
    try {
      const after = await judgeWithAddition(target, addition, { ...options, quiet: true }, shell, progress);
      if (after === null) end('stopped', '');
      else end('done', told(after));
    } catch (error) {
      if (!(error instanceof UserError)) {
        end('failed', 'This is a defect of odi; the terminal tells more.');
        throw error;
      }
      end('failed', error.message);
    }
  };

  return {
    now: () => work,
    begin: (order, told) => {
      if (work?.state === 'running') throw new DeskRefusal('busy');
      work = { title: order.title, state: 'running', steps: [], says: '', to: order.to };
      running = carryOut(order, told).catch((error: unknown) => {
        shell.tell(`odi: a defect of odi itself: ${error instanceof Error ? error.stack : String(error)}\n`);
        shell.exit(70);
      });
    },
    done: () => running,
  };
};
