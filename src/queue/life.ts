import { hostname } from 'node:os';
import type { Database } from './database.ts';
import { GivenUp, isAway } from './faults.ts';

/** How a worker shows that it lives. */
export interface LifeOptions {
  /** Milliseconds between two signs of life. */
  readonly beat: number;
  /** Milliseconds without one after which a worker is taken for dead, and its places are given to others. */
  readonly silence: number;
}

export const usualLife: LifeOptions = { beat: 3_000, silence: 15_000 };

/** A worker that the others know to live. */
export interface Life {
  /** Rejects when the others gave this worker up, or the database stays away. */
  readonly lost: Promise<never>;
  /** Says that it ends, and gives back what it has. */
  readonly end: () => Promise<void>;
}

/**
 * Begins to show that a worker lives, and gives back what dead ones left. After the database was away, all are given time to show
 * themselves first.
 *
 * @param atBeat - done with every sign of life
 */
export const beginLife = async (
  { rows }: Database,
  id: string,
  { beat, silence }: LifeOptions,
  atBeat: () => Promise<void>,
): Promise<Life> => {
  await rows(
    'insert into odi_queue.workers (id, machine, process) values ($1, $2, $3) on conflict (id) do update set seen_at = clock_timestamp()',
    [id, hostname(), process.pid],
  );
  let isOver = false;
  let seen = performance.now();
  let quietUntil = seen;
  let timer: NodeJS.Timeout | null = null;

  const show = async (): Promise<void> => {
    const alive = await rows('update odi_queue.workers set seen_at = clock_timestamp() where id = $1 returning id', [
      id,
    ]);
    if (alive.length === 0) throw new GivenUp();
    const now = performance.now();
    if (now - seen > silence / 2) quietUntil = now + silence;
    seen = now;
    if (now >= quietUntil) await rows('select odi_queue.sweep($1::double precision)', [silence]);
    await atBeat();
  };

  const lost = new Promise<never>((_, reject) => {
    const next = (): void => {
      if (isOver) return;
      timer = setTimeout(() => void show().then(next, (error: unknown) => !isOver && reject(error)), beat);
    };
    next();
  });
  lost.catch(() => undefined);
  return {
    lost,
    end: async () => {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      await rows('select odi_queue.give_back(array[$1::text], false)', [id]);
    },
  };
};

/** Is it worth to go on as another worker: the database was away, or the others gave this one up? */
export const mayBeginAgain = (error: unknown): boolean => error instanceof GivenUp || isAway(error);
