import { EventEmitter } from 'node:events';
import { type JobHelpers, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { type Database, refuseAway } from './database.ts';
import { GivenUp } from './faults.ts';
import { type DoPlace, jobStatements, type TakenPlace } from './job.ts';
import { beginLife, type Life, type LifeOptions, mayBeginAgain, usualLife } from './life.ts';
import { taskName } from './schema.ts';
import { silent } from './silent.ts';
import { openTogether } from './together.ts';

/** How a worker works. */
export interface WorkOptions {
  /** Places at once. */
  readonly atOnce: number;
  /** Goes on to wait when nothing is left. */
  readonly stay: boolean;
  /** Ends the work: what is under way is given back. */
  readonly signal: AbortSignal;
  /** Asked with every sign of life: is the work to end for a reason of its own? */
  readonly isOver: () => boolean;
  readonly life?: LifeOptions;
  /** Told when the work begins again as another worker, and why. */
  readonly onAgain: (why: string) => void;
}

/** Milliseconds between two looks for work where nobody tells of any. */
const pollInterval = 1_000;

/** Milliseconds that a worker which ends waits for the database, and for the engine. */
const patience = 10_000;

const isKey = (payload: unknown): payload is Pick<TakenPlace, 'run' | 'place'> =>
  typeof payload === 'object' &&
  payload !== null &&
  'run' in payload &&
  'place' in payload &&
  typeof payload.run === 'string' &&
  typeof payload.place === 'string';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const within = (milliseconds: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, milliseconds).unref())]);

/** Is anything left that some worker has, or could have? */
const isEmpty = async ({ rows }: Database): Promise<boolean> =>
  (await rows("select 1 from odi_queue.places where state in ('waiting', 'running') limit 1")).length === 0;

/** Do the others take a worker for living? */
const isKnown = async ({ rows }: Database, worker: string): Promise<boolean> =>
  (await rows('select 1 from odi_queue.workers where id = $1', [worker])).length > 0;

/** One life of a worker: from when the others know it to when it ends, or is given up. */
const oneLife = async (database: Database, doPlace: DoPlace, options: WorkOptions): Promise<void> => {
  const { signal, atOnce, stay, isOver, life: lifeOptions = usualLife } = options;
  const ending = new AbortController();
  const doing = new Map<string, { readonly note: (what: string) => Promise<void>; what: string; told: string }>();
  const events: WorkerEvents = new EventEmitter();
  let begun: Promise<Life> | null = null;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  let giveBack: () => void = () => {};
  const givenBack = new Promise<void>((resolve) => {
    giveBack = resolve;
  });

  const atBeat = async (): Promise<void> => {
    for (const one of doing.values()) {
      if (one.what === one.told) continue;
      one.told = one.what;
      await one.note(one.what);
    }
    if (isOver() || (!stay && (await isEmpty(database)))) finish();
  };

  events.on('pool:create', ({ workerPool }) => {
    begun = beginLife(database, workerPool.id, lifeOptions, atBeat);
    begun.then(({ lost }) => lost).catch(fail);
  });

  const task = async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    const worker = job.locked_by;
    if (!isKey(payload) || worker === null) return;
    await begun;
    const { run: runId, place } = payload;
    const key = `${runId}:${place}`;
    const statements = jobStatements(database, { run: runId, place }, worker);
    try {
      const taken = await statements.take();
      if (taken === undefined) {
        if (ending.signal.aborted || !(await isKnown(database, worker))) throw new GivenUp();
        return;
      }
      if (ending.signal.aborted) throw new GivenUp();
      doing.set(key, { note: statements.doing, what: '', told: '' });
      const why = await doPlace(
        { run: runId, place, ...taken },
        {
          ...{ signal: ending.signal, isOurs: statements.isOurs, kept: statements.kept },
          together: openTogether(database, { run: runId, worker, signal: ending.signal }),
          doing: (what) => {
            const own = doing.get(key);
            if (own !== undefined) own.what = what;
          },
        },
      );
      if (ending.signal.aborted) throw new GivenUp();
      const last = job.attempts >= job.max_attempts ? 'failed' : 'waiting';
      if (!(await statements.end(why === null ? 'done' : last, why))) throw new GivenUp();
      // The engine waits and tries again by what a task throws.
      if (why !== null) throw new Unfinished(why);
    } catch (error) {
      if (error instanceof Unfinished) throw error;
      // The engine takes the job of a task that ends for its own: it must see first that it was given back.
      if (!ending.signal.aborted) fail(error);
      await givenBack;
      throw error;
    } finally {
      doing.delete(key);
    }
  };

  let runner: Runner | null = null;
  const onAbort = (): void => finish();
  signal.addEventListener('abort', onAbort);
  try {
    if (signal.aborted) return;
    runner = await run({
      ...{ pgPool: database.pool, logger: silent, noHandleSignals: true, concurrency: atOnce, pollInterval, events },
      ...{ taskList: { [taskName]: task }, parsedCronItems: [] },
      // What it tells the database in batches it tries again, and ends for, where the database went away; alone it would go unheard.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    await Promise.race([finished, failed, runner.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    // What is under way sees that it is over; nothing of it is kept from here on.
    ending.abort();
    const life = await Promise.resolve(begun).catch(() => null);
    await within(patience, (life as Life | null)?.end() ?? Promise.resolve());
    giveBack();
    await within(patience, Promise.resolve(runner?.stop()));
  }
};

/** A place that was not finished, and is to be tried again. */
class Unfinished extends Error {}

/**
 * Takes places from the queue and works on them, until nothing is left, or it is stopped. Where the database goes away and comes
 * back, or this worker was given up meanwhile, it begins again as another one.
 *
 * @throws UserError for what a person can put right: the database stays away, the store cannot be written.
 */
export const workOn = async (database: Database, doPlace: DoPlace, options: WorkOptions): Promise<void> => {
  for (;;) {
    try {
      await oneLife(database, doPlace, options);
      return;
    } catch (error) {
      if (options.signal.aborted) return;
      if (!mayBeginAgain(error)) throw database.told(error);
      options.onAgain(messageOf(database.told(error)));
      await refuseAway(database);
    }
  }
};
