import { type Database, onlyRow } from './database.ts';
import { mostAttempts } from './schema.ts';

/** What every worker of a run must do alike. */
export interface RunSettings {
  /** The version of odi that planned it: reviews of one run are made by one. */
  readonly version: string;
  readonly edition: string;
  readonly year: number;
  readonly asOf: string;
  readonly categories: readonly string[];
  /** SHA-256 of the criteria that decide, so that no worker judges by others. */
  readonly criteria: string;
  /** Reviews of the run, for what may be asked in all. */
  readonly reviews: number;
  readonly store: string;
  readonly record: string | null;
  readonly allowPrivate: boolean;
  readonly maxRequests: number | null;
  readonly maxBytes: number | null;
  readonly timeout: number | null;
  readonly concurrency: number | null;
  readonly deadline: number | null;
  readonly contact: string | null;
}

/** A place of a run, and what is to be audited of it. */
export interface PlannedPlace {
  readonly place: string;
  readonly categories: readonly string[];
}

/** Puts a run into the queue, all or nothing; places that a worker has at this moment are left alone. Gives how many were put. */
export const putPlan = async (
  { rows }: Database,
  name: string,
  settings: RunSettings,
  places: readonly PlannedPlace[],
): Promise<number> => {
  const [row] = await rows<{ put: number }>('select put from odi_queue.plan($1, $2::jsonb, $3::jsonb, $4::integer)', [
    name,
    JSON.stringify(settings),
    JSON.stringify(places),
    mostAttempts,
  ]);
  return row?.put ?? 0;
};

/** What a run was planned with. @throws UserError where the queue does not know it any more. */
export const settingsOf = async ({ rows }: Database, run: string): Promise<RunSettings> =>
  onlyRow(
    await rows<{ settings: RunSettings }>('select settings from odi_queue.runs where id = $1::bigint', [run]),
    'this run',
  ).settings;
