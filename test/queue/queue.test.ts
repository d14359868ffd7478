import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import {
  type Database,
  type DoPlace,
  openDatabase,
  prepareQueue,
  putPlan,
  type RunSettings,
  readDatabaseAddress,
  refuseUnprepared,
  settingsOf,
  stateOf,
  workOn,
} from '../../src/queue/index.ts';
import { jobStatements } from '../../src/queue/job.ts';
import { openTogether } from '../../src/queue/together.ts';
import { capture } from '../archive/files.ts';
import { type Cluster, openCluster, programs } from './cluster.ts';

const settings: RunSettings = {
  ...{ version: '0', edition: 'godi-2015', year: 2026, asOf: '2026-01-01', categories: ['a', 'b'], criteria: '' },
  ...{ reviews: 2, store: '/reviews', record: null, allowPrivate: false, maxRequests: null, maxBytes: null },
  ...{ timeout: null, concurrency: null, deadline: null, contact: null },
};

const quick = { beat: 60, silence: 600 };

describe.skipIf(programs === null)('a queue', () => {
  let cluster: Cluster;
  const opened: Database[] = [];

  beforeAll(async () => {
    cluster = await openCluster();
  });
  afterAll(async () => {
    await Promise.all(opened.map(({ close }) => close()));
    cluster?.remove();
  });

  const open = (address: string, patience = 20_000): Database => {
    const database = openDatabase(readDatabaseAddress(address, '--queue'), {
      ...{ flag: '--queue', patience, connections: 12 },
    });
    opened.push(database);
    return database;
  };

  const filled = async (places: readonly string[]): Promise<{ database: Database; address: string }> => {
    const address = await cluster.create();
    const database = open(address);
    await prepareQueue(database, address);
    await putPlan(
      database,
      'run',
      settings,
      places.map((place) => ({ place, categories: ['a', 'b'] })),
    );
    return { database, address };
  };

  const working = (database: Database, doPlace: DoPlace, stop = new AbortController(), atOnce = 2) =>
    workOn(database, doPlace, {
      ...{ atOnce, stay: false, signal: stop.signal, isOver: () => false, life: quick, onAgain: () => {} },
    });

  const only = async (database: Database) => {
    const [run] = (await stateOf(database)).runs;
    if (run === undefined) throw new Error('no run');
    return run;
  };

  test('has every place done once, by workers that share it', async () => {
    const places = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
    const { database, address } = await filled(places);
    const done: string[] = [];
    const doPlace: DoPlace = async ({ place, categories }, { kept, isOurs }) => {
      for (const category of categories) {
        expect(await isOurs()).toBe(true);
        done.push(`${place} ${category}`);
        await kept(category);
      }
      return null;
    };
    await Promise.all([working(database, doPlace), working(open(address), doPlace)]);
    expect(done.sort()).toEqual(places.flatMap((place) => [`${place} a`, `${place} b`]));
    expect(await only(database)).toMatchObject({
      ...{ name: 'run', reviews: 12, left: 0, secondsLeft: 0, failed: [] },
      places: { all: 6, done: 6, running: 0, waiting: 0, failed: 0 },
    });
    expect((await stateOf(database)).workers).toEqual([]);
  });

  test('tries again what was not finished, and goes on where it was', async () => {
    const { database } = await filled(['p1']);
    const tries: (readonly string[])[] = [];
    await working(database, async ({ kept }, around) => {
      tries.push(kept);
      await around.kept(tries.length === 1 ? 'a' : 'b');
      return tries.length === 1 ? 'b: nothing could be seen' : null;
    });
    expect(tries).toEqual([[], ['a']]);
    expect((await only(database)).places.done).toBe(1);
  });

  test('gives back what an interrupted worker had, as if it had not begun', async () => {
    const { database } = await filled(['p1']);
    const stop = new AbortController();
    let isAborted = false;
    await working(
      database,
      async (_, { signal }) => {
        stop.abort();
        await sleep(50);
        isAborted = signal.aborted;
        return null;
      },
      stop,
    );
    expect(isAborted).toBe(true);
    expect((await only(database)).places).toMatchObject({ waiting: 1, running: 0 });
    const [job] = await database.rows<{ attempts: number }>(
      'select attempts, locked_by from graphile_worker.jobs where locked_by is null and run_at <= now()',
    );
    expect(job?.attempts).toBe(0);
  });

  test('gives everything back where one place shows that the work cannot go on', async () => {
    const { database } = await filled(['p1', 'p2', 'p3', 'p4']);
    const full = new UserError('The disk is full.');
    const ending = working(
      database,
      async () => {
        throw full;
      },
      new AbortController(),
      4,
    );
    await expect(ending).rejects.toBe(full);
    expect((await only(database)).places).toMatchObject({ waiting: 4, running: 0 });
  });

  /** Takes a place as a worker does that ends over it. */
  const die = async (database: Database, id: string): Promise<void> => {
    await database.rows(
      `insert into odi_queue.workers (id, machine, process, seen_at) values ('${id}', 'm', 1, now() - interval '1 hour')`,
    );
    await database.rows(
      `update graphile_worker._private_jobs set locked_by = '${id}', locked_at = now(), attempts = attempts + 1 where locked_by is null`,
    );
    await database.rows(
      `update odi_queue.places set state = 'running', worker = '${id}', doing = 'a: http://data.example/'`,
    );
    await database.rows('select odi_queue.sweep(1000)');
  };

  test('sets aside with its last words what ended its worker three times', async () => {
    const { database, address } = await filled(['p1']);
    await die(database, 'w1');
    await die(database, 'w2');
    expect((await only(database)).places).toMatchObject({ waiting: 1, failed: 0 });
    await die(database, 'w3');
    expect(await only(database)).toMatchObject({
      places: { waiting: 0, failed: 1 },
      failed: [{ place: 'p1', says: 'its worker ended 3 times while it did a: http://data.example/' }],
    });
    const done: string[] = [];
    await working(open(address), async ({ place }) => {
      done.push(place);
      return null;
    });
    expect(done).toEqual([]);
    // Put there again, it has all its tries again.
    expect(await putPlan(database, 'run', settings, [{ place: 'p1', categories: ['a'] }])).toBe(1);
    await working(open(address), async ({ place }) => {
      done.push(place);
      return null;
    });
    expect(done).toEqual(['p1']);
  });

  test('takes from a worker that was silent what it had, and that worker keeps nothing of it', async () => {
    const { database, address } = await filled(['p1']);
    let ours: boolean | null = null;
    const doings: string[] = [];
    const first = working(database, async ({ place }, { isOurs, signal }) => {
      doings.push(place);
      if (doings.length > 1) return null;
      // As if its machine had slept.
      await cluster.run(
        address,
        "update odi_queue.workers set seen_at = now() - interval '1 hour'; select odi_queue.sweep(1000)",
      );
      ours = await isOurs();
      while (!signal.aborted) await sleep(10);
      return null;
    });
    await first;
    expect(ours).toBe(false);
    expect(doings).toEqual(['p1', 'p1']);
    expect((await only(database)).places.done).toBe(1);
  });

  test('lets none but the worker that has a place note, keep or end anything of it', async () => {
    const { database } = await filled(['p1']);
    const [run] = await database.rows<{ id: string }>('select id::text from odi_queue.runs');
    const as = async (worker: string) => {
      await database.rows("insert into odi_queue.workers (id, machine, process) values ($1, 'm', 1)", [worker]);
      return jobStatements(database, { run: run?.id ?? '', place: 'p1' }, worker);
    };
    const [first, second] = [await as('w1'), await as('w2')];
    expect(await first.take()).toEqual({ categories: ['a', 'b'], kept: [] });
    await database.rows("update odi_queue.workers set seen_at = now() - interval '1 hour' where id = 'w1'");
    await database.rows('select odi_queue.sweep(1000)');
    expect(await second.take()).toEqual({ categories: ['a', 'b'], kept: [] });
    expect([await first.isOurs(), await second.isOurs()]).toEqual([false, true]);
    await first.kept('a');
    await first.doing('something');
    expect(await first.end('done', null)).toBe(false);
    expect(await first.take()).toBe(undefined);
    const place = 'select state, worker, kept, doing from odi_queue.places';
    expect(await database.rows(place)).toEqual([{ state: 'running', worker: 'w2', kept: [], doing: null }]);
    await second.kept('a');
    expect(await second.end('done', null)).toBe(true);
    expect(await database.rows(place)).toEqual([{ state: 'done', worker: null, kept: ['a'], doing: null }]);
  });

  test('goes on when its database was started again', async () => {
    const { database } = await filled(['p1', 'p2', 'p3']);
    let isRestarted = false;
    const done = new Set<string>();
    await working(database, async ({ place }, { kept }) => {
      if (!isRestarted) {
        isRestarted = true;
        cluster.restart();
      }
      await kept('a');
      done.add(place);
      return null;
    });
    expect([...done].sort()).toEqual(['p1', 'p2', 'p3']);
    expect((await only(database)).places.done).toBe(3);
  });

  test('leaves alone what a worker has when it is filled again', async () => {
    const { database } = await filled(['p1']);
    const [run] = await database.rows<{ id: string }>('select id::text from odi_queue.runs');
    await database.rows("insert into odi_queue.workers (id, machine, process) values ('w1', 'm', 1)");
    const having = jobStatements(database, { run: run?.id ?? '', place: 'p1' }, 'w1');
    await having.take();
    await having.kept('a');
    const both = ['p1', 'p2'].map((place) => ({ place, categories: ['a', 'b'] }));
    expect(await putPlan(database, 'run', settings, both)).toBe(1);
    expect(await having.isOurs()).toBe(true);
    expect(await only(database)).toMatchObject({ places: { all: 2, running: 1, waiting: 1 }, reviews: 1 });
  });

  test('that one version planned is filled again by another, and keeps what is done', async () => {
    const { database } = await filled(['p1', 'p2']);
    const stop = new AbortController();
    await working(
      database,
      async (_, { kept }) => {
        await kept('a');
        await kept('b');
        stop.abort();
        return null;
      },
      stop,
      1,
    );
    // The one that was under way is given back; what the store has by now is not planned again.
    await database.rows("update odi_queue.places set state = 'done' where place = 'p1'");
    const next = { ...settings, version: '1' };
    expect(await putPlan(database, 'run', next, [{ place: 'p2', categories: ['a', 'b'] }])).toBe(1);
    const [run] = await database.rows<{ id: string }>('select id::text from odi_queue.runs');
    expect(await settingsOf(database, run?.id ?? '')).toEqual(next);
    expect((await only(database)).places).toMatchObject({ all: 2, done: 1, waiting: 1, failed: 0 });
  });

  describe('shares between its workers', () => {
    const member = async (database: Database, worker: string, signal = new AbortController().signal) => {
      await database.rows(
        'insert into odi_queue.workers (id, machine, process) values ($1, $1, 1) on conflict do nothing',
        [worker],
      );
      const [run] = await database.rows<{ id: string }>('select id::text from odi_queue.runs');
      return openTogether(database, { run: run?.id ?? '', worker, signal });
    };

    test('the turns with a host: never more at once, never closer than they may be', async () => {
      const { database } = await filled(['p1']);
      const members = await Promise.all(['w1', 'w2', 'w3'].map((id) => member(database, id)));
      let atOnce = 0;
      let most = 0;
      const starts: number[] = [];
      await Promise.all(
        Array.from({ length: 9 }, async (_, at) => {
          const over = await members[at % 3]?.turn('data.example', { room: 2, between: 40 });
          starts.push(performance.now());
          atOnce += 1;
          most = Math.max(most, atOnce);
          await sleep(60);
          atOnce -= 1;
          await over?.();
        }),
      );
      starts.sort((one, other) => one - other);
      const apart = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
      expect(most).toBe(2);
      expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(8 * 40 - 20);
      // Given in time, two may be told of close together where the machine has other work.
      expect(apart.filter((gap) => gap < 15).length).toBeLessThanOrEqual(2);
    });

    test.each([false, true])(
      'a rest that a host asks for, which no shorter one cuts (asked before: %s)',
      async (isKnown) => {
        const { database } = await filled(['p1']);
        const [one, other] = await Promise.all(['w1', 'w2'].map((id) => member(database, id)));
        if (isKnown) await (await other?.turn('data.example', { room: 1, between: 0 }))?.();
        await one?.rest('data.example', 300);
        await one?.rest('data.example', 1);
        const begun = performance.now();
        await (await other?.turn('data.example', { room: 1, between: 0 }))?.();
        expect(performance.now() - begun).toBeGreaterThan(200);
      },
    );

    test('turns that a dead worker held, once it is swept away', async () => {
      const { database } = await filled(['p1']);
      const [dead, alive] = await Promise.all(['w1', 'w2'].map((id) => member(database, id)));
      await dead?.turn('data.example', { room: 1, between: 0 });
      let isThere = false;
      const waiting = alive?.turn('data.example', { room: 1, between: 0 }).then(() => {
        isThere = true;
      });
      await sleep(300);
      expect(isThere).toBe(false);
      await database.rows("update odi_queue.workers set seen_at = now() - interval '1 hour' where id = 'w1'");
      await database.rows('select odi_queue.sweep(1000)');
      await waiting;
      expect(isThere).toBe(true);
    });

    test('what is asked once a run, with its payload; what did not come is asked again', async () => {
      const { database } = await filled(['p1']);
      const members = await Promise.all(['w1', 'w2'].map((id) => member(database, id)));
      let asked = 0;
      const robots = capture('http://data.example/robots.txt', Buffer.from([0, 1, 255]));
      const ask = async () => {
        asked += 1;
        await sleep(50);
        return robots;
      };
      const got = await Promise.all([...members, ...members].map((one) => one.once(robots.asked, ask)));
      expect(asked).toBe(1);
      for (const one of got) expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(robots)));
      const gone = capture('http://data.example/gone', '', { came: { kind: 'lost', reason: 'connect', detail: '' } });
      let tried = 0;
      const lose = async () => {
        tried += 1;
        return gone;
      };
      await members[0]?.once(gone.asked, lose);
      await members[1]?.once(gone.asked, lose);
      expect(tried).toBe(2);
    });

    test('a request whose worker died before the answer was kept', async () => {
      const { database } = await filled(['p1']);
      const alive = await member(database, 'w2');
      const robots = capture('http://data.example/robots.txt', 'x');
      await database.rows(
        "insert into odi_queue.replies (run, request, worker) select id, $1, 'w1' from odi_queue.runs",
        [JSON.stringify(['GET', 'http://data.example/robots.txt', robots.asked.accept, null])],
      );
      expect(await alive.once(robots.asked, async () => robots)).toEqual(robots);
    });
  });

  describe('that cannot be used says what to do', () => {
    const fails = async (address: string, flag = 'check'): Promise<string> => {
      const database = open(address, 0);
      const shown = readDatabaseAddress(address, '--queue').shown;
      const work = flag === 'fill' ? prepareQueue(database, shown) : refuseUnprepared(database, shown);
      const error = await work.then(
        () => null,
        (cause: unknown) => cause,
      );
      if (!(error instanceof UserError)) throw new Error(`no sentence: ${String(error)}`);
      expect(`${error.message} ${error.stack}`).not.toContain('geheim');
      return error.message.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
    };

    test('a wrong address, a database or a queue that is not there, a wrong password', async () => {
      expect(await fails('postgres://odi:geheim@127.0.0.1:1/x')).toBe(
        'No PostgreSQL answers at postgres://HOST/x. Is it running, and is --queue right?',
      );
      expect(await fails(cluster.address('nowhere'))).toBe(
        'There is no database postgres://HOST/nowhere. Make it with createdb, or check --queue.',
      );
      expect(await fails(cluster.address('postgres', 'odi', 'wrong-geheim'))).toContain(
        'The user odi may not log in at',
      );
      expect(await fails(await cluster.create())).toContain('holds no queue. Fill it first: odi audit --all --queue …');
      expect(() => readDatabaseAddress('mysql://odi:geheim@x/y', '--queue')).toThrow(
        '--queue: an address of a PostgreSQL database is expected: postgres://user@host:5432/name.',
      );
    });

    test('a database that stays away longer than is borne', async () => {
      const { address } = await filled([]);
      const database = open(address, 300);
      await database.rows('select 1');
      cluster.stop();
      const gone = await database.rows('select 1').catch((error: unknown) => error);
      cluster.start();
      expect(gone).toBeInstanceOf(UserError);
      expect(String(gone)).toMatch(/No PostgreSQL answers at postgres:\/\/127\.0\.0\.1:\d+\/test_\d+\. Is it running/);
      expect(await database.rows('select 1 as one')).toEqual([{ one: 1 }]);
    });

    test('an old schema, a newer one, a user that may not', async () => {
      const { address } = await filled([]);
      await cluster.run(address, 'update odi_queue.version set version = 0');
      expect(await fails(address)).toContain('was made by an older odi (schema 0; this one needs 1)');
      expect(await fails(address, 'fill')).toContain('was made by an older odi');
      await cluster.run(address, 'update odi_queue.version set version = 99');
      expect(await fails(address)).toContain('was made by a newer odi (schema 99');
      await cluster.run(address, "update odi_queue.version set version = 1; create role guest login password 'geheim'");
      expect(await fails(address.replace('odi:', 'guest:'))).toContain('The user guest may not do that in');
    });
  });
});
