import { randomUUID } from 'node:crypto';
import type { Asked, Capture } from '../model/archive.ts';
import type { SharedRun } from '../model/shared-run.ts';
import type { Database } from './database.ts';
import { GivenUp } from './faults.ts';

/** Milliseconds between two looks whether another's request has ended. */
const look = 60;

/** Milliseconds between two looks whether a reply that another asks for is there. */
const lookForReply = 150;

/** Milliseconds after which a turn is asked for again, however far off it seemed: the wait ends with the work. */
const longestWait = 1_000;

/** Bytes of a payload that is kept for others. */
const mostShared = 1024 * 1024;

/** Whose turns and replies these are. */
export interface RunMember {
  readonly run: string;
  readonly worker: string;
  readonly signal: AbortSignal;
}

interface KeptReply {
  /** JSON of a capture without its payload. */
  readonly capture: string;
  readonly payload: Buffer | null;
}

const pause = (milliseconds: number): Promise<void> => new Promise((next) => setTimeout(next, milliseconds));

const nameOf = ({ url, method, accept, payload }: Asked): string =>
  JSON.stringify([method, url, accept, payload?.text ?? null]);

/** A capture as text, its payload apart. */
const textOf = (capture: Capture): string =>
  JSON.stringify(capture, (name, value: unknown) => (name === 'payload' && value instanceof Uint8Array ? null : value));

const captureOf = ({ capture, payload }: KeptReply): Capture => {
  const { came, ...rest } = JSON.parse(capture) as Capture;
  return { ...rest, came: came.kind === 'replied' ? { ...came, payload: payload ?? Buffer.alloc(0) } : came };
};

const claim = `insert into odi_queue.replies as kept (run, request, worker) values ($1::bigint, $2, $3)
  on conflict (run, request) do update set worker = excluded.worker
  where kept.capture is null and (kept.worker = excluded.worker or not exists (select 1 from odi_queue.workers where id = kept.worker))
  returning request`;

/** What the workers of a run agree on over its database. */
export const openTogether = ({ rows }: Database, { run, worker, signal }: RunMember): SharedRun => {
  /** Milliseconds to wait; null until another's request ends. One that was given up waits for its end, which is near. */
  const tryTurn = async (id: string, host: string, room: number, between: number): Promise<number | null> => {
    try {
      const [row] = await rows<{ wait: number | null }>(
        'select odi_queue.take_turn($1, $2, $3, $4::integer, $5::double precision) as wait',
        [id, host, worker, room, between],
      );
      return row?.wait ?? null;
    } catch (error) {
      if (error instanceof GivenUp) return null;
      throw error;
    }
  };

  const turn: SharedRun['turn'] = async (host, { room, between }) => {
    const id = randomUUID();
    const over = async (): Promise<void> => {
      await rows('delete from odi_queue.turns where id = $1', [id]);
    };
    while (!signal.aborted) {
      const wait = await tryTurn(id, host, room, between);
      if (wait === 0) return over;
      await pause(Math.min(wait ?? look * (0.5 + Math.random()), longestWait));
    }
    return over;
  };

  const keep = async (request: string, capture: Capture): Promise<void> => {
    const { came } = capture;
    // What did not come, or is too large to be handed around, is asked for again by whoever needs it.
    if (came.kind !== 'replied' || came.payload.length > mostShared) {
      await rows('delete from odi_queue.replies where run = $1::bigint and request = $2 and worker = $3', [
        run,
        request,
        worker,
      ]);
      return;
    }
    await rows(
      'update odi_queue.replies set capture = $4, payload = $5 where run = $1::bigint and request = $2 and worker = $3',
      [run, request, worker, textOf(capture), Buffer.from(came.payload)],
    );
  };

  const own = new Map<string, Promise<Capture>>();
  const askForAll = async (request: string, ask: () => Promise<Capture>): Promise<Capture> => {
    const capture = await ask();
    await keep(request, capture);
    return capture;
  };

  const once: SharedRun['once'] = async (asked, ask) => {
    const request = nameOf(asked);
    while (!signal.aborted) {
      const underWay = own.get(request);
      if (underWay !== undefined) return underWay;
      const [mine] = await rows<{ request: string }>(claim, [run, request, worker]);
      if (mine !== undefined) {
        const asking = own.get(request) ?? askForAll(request, ask);
        own.set(request, asking);
        return asking.finally(() => own.delete(request));
      }
      const [kept] = await rows<KeptReply>(
        'select capture, payload from odi_queue.replies where run = $1::bigint and request = $2 and capture is not null',
        [run, request],
      );
      if (kept !== undefined) return captureOf(kept);
      await pause(lookForReply);
    }
    return ask();
  };

  return {
    turn,
    once,
    rest: async (host, milliseconds) => {
      await rows(
        `insert into odi_queue.hosts as known (host, free_at) values ($1, clock_timestamp() + $2 * interval '1 millisecond')
         on conflict (host) do update set free_at = greatest(known.free_at, excluded.free_at)`,
        [host, milliseconds],
      );
    },
  };
};
