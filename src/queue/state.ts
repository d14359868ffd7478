import type { QueueState } from '../model/queue.ts';
import type { Database } from './database.ts';
import type { RunSettings } from './plan.ts';

interface RunRow {
  readonly id: string;
  readonly name: string;
  readonly settings: RunSettings;
  readonly planned_at: Date;
  readonly done: number;
  readonly running: number;
  readonly waiting: number;
  readonly failed: number;
  readonly reviews: number;
  readonly left: number;
  readonly seconds: number | null;
}

const runs = `select runs.id::text, runs.name, runs.settings, runs.planned_at,
  count(*) filter (where state = 'done')::int as done,
  count(*) filter (where state = 'running')::int as running,
  count(*) filter (where state = 'waiting')::int as waiting,
  count(*) filter (where state = 'failed')::int as failed,
  coalesce(sum(cardinality(kept)), 0)::int as reviews,
  coalesce(sum(cardinality(categories) - cardinality(kept)) filter (where state in ('waiting', 'running')), 0)::int as left,
  extract(epoch from clock_timestamp() - min(begun_at))::float8 as seconds
  from odi_queue.runs join odi_queue.places on places.run = runs.id
  group by runs.id order by runs.id`;

const failures = `select run::text, place, coalesce(says, '') as says from odi_queue.places
  where state = 'failed' order by run, place`;

const living = `select machine, process, extract(epoch from clock_timestamp() - seen_at)::float8 as silent,
  array(select place from odi_queue.places where worker = workers.id and state = 'running' order by place) as places
  from odi_queue.workers order by machine, process, id`;

/** What a queue holds now. */
export const stateOf = async ({ rows }: Database): Promise<QueueState> => {
  const failed = await rows<{ run: string; place: string; says: string }>(failures);
  const found = await rows<RunRow>(runs);
  const workers = await rows<{ machine: string; process: number; silent: number; places: string[] }>(living);
  return {
    format: 'odi-queue/1',
    runs: found.map((row) => {
      const { id, name, settings, reviews, left, seconds, done, running, waiting } = row;
      const rate = reviews === 0 || seconds === null || seconds <= 0 ? null : (reviews * 3600) / seconds;
      return {
        ...{ name, edition: settings.edition, year: settings.year, store: settings.store },
        planned: row.planned_at.toISOString(),
        places: { all: done + running + waiting + row.failed, done, running, waiting, failed: row.failed },
        ...{ reviews, left, rate: rate === null ? null : Math.round(rate) },
        secondsLeft: rate === null ? null : Math.round((left / rate) * 3600),
        failed: failed.filter(({ run }) => run === id).map(({ place, says }) => ({ place, says })),
      };
    }),
    workers: workers.map((worker) => ({ ...worker, silent: Math.round(worker.silent) })),
  };
};
