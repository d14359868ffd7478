import type { SharedRun } from '../model/shared-run.ts';
import type { Database } from './database.ts';

/** A place that a worker has taken. */
export interface TakenPlace {
  readonly run: string;
  readonly place: string;
  readonly categories: readonly string[];
  /** Categories of it that this run has kept already. */
  readonly kept: readonly string[];
}

/** What the work on a place is given. */
export interface JobSurroundings {
  readonly together: SharedRun;
  /** Aborted where the place was given to another worker, or this one ends. */
  readonly signal: AbortSignal;
  /** Notes what is being done: the last words, should the worker end over it. */
  readonly doing: (what: string) => void;
  /** Is the place still this worker's? To be asked before a review is written. */
  readonly isOurs: () => Promise<boolean>;
  /** Notes that the review of a category was kept. */
  readonly kept: (category: string) => Promise<void>;
}

/** Does the work on a place: null where all of it is finished, else why not; it is tried again then. */
export type DoPlace = (job: TakenPlace, around: JobSurroundings) => Promise<string | null>;

/** Characters of what is noted of a place. */
const mostNoted = 500;

/** Text that the database takes: no NUL, and no more than anybody reads. */
export const noted = (text: string): string => text.replaceAll('\0', '').slice(0, mostNoted);

/** The statements about one place that one worker has. */
export const jobStatements = (
  { rows }: Database,
  { run, place }: Pick<TakenPlace, 'run' | 'place'>,
  worker: string,
) => {
  const ours = [run, place, worker] as const;
  const where = 'where run = $1::bigint and place = $2 and worker = $3';
  return {
    /** Takes it; undefined where nothing of it is left to do, or the worker was given up. */
    take: async (): Promise<Pick<TakenPlace, 'categories' | 'kept'> | undefined> => {
      const [row] = await rows<{ categories: string[]; kept: string[] }>(
        `with alive as (select id from odi_queue.workers where id = $3 for share)
         update odi_queue.places set state = 'running', worker = $3, begun_at = clock_timestamp(), ended_at = null
         from alive where run = $1::bigint and place = $2 and state in ('waiting', 'running') returning categories, kept`,
        ours,
      );
      return row;
    },
    isOurs: async (): Promise<boolean> =>
      (await rows(`select 1 from odi_queue.places ${where} and state = 'running'`, ours)).length > 0,
    kept: async (category: string): Promise<void> => {
      await rows(
        `update odi_queue.places set kept = array(select distinct unnest(kept || $4::text) order by 1) ${where}`,
        [...ours, category],
      );
    },
    doing: async (what: string): Promise<void> => {
      await rows(`update odi_queue.places set doing = $4 ${where}`, [...ours, noted(what)]);
    },
    /** Notes how it ended; false where it was another worker's meanwhile. */
    end: async (state: 'done' | 'waiting' | 'failed', says: string | null): Promise<boolean> =>
      (
        await rows(
          `update odi_queue.places set state = $4, says = $5, worker = null, ended_at = clock_timestamp() ${where} returning 1`,
          [...ours, state, says === null ? null : noted(says)],
        )
      ).length > 0,
  };
};
