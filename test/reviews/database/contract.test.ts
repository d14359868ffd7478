import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDatabaseAddress } from '../../../src/model/database-address.ts';
import type { Review } from '../../../src/model/review.ts';
import { openStatements, type Statements } from '../../../src/queue/statements.ts';
import { type BulkOutcome, writeAll } from '../../../src/reviews/bulk.ts';
import { writeAllRows } from '../../../src/reviews/database/bulk.ts';
import { type DatabaseStore, openDatabaseStore } from '../../../src/reviews/database/store.ts';
import { openStore, pathOf, type ReviewKey, type Store, serialise } from '../../../src/reviews/index.ts';
import { type Cluster, openCluster, programs } from '../../queue/cluster.ts';
import { review } from '../builders.ts';

/* What every store does, whether its reviews lie in a folder or in a database. */

const asWritten = (given: Review): Review => given;

/** A store under test, with a second door to it and what a hand from outside would do. */
interface Tried {
  readonly store: Store;
  /** The same store, as another program has it open. */
  readonly other: Store;
  readonly textOf: (key: ReviewKey) => string;
  readonly spoil: (key: ReviewKey, text: string) => Promise<void>;
  readonly writeAll: (reviews: readonly Review[], mayReplace: boolean) => BulkOutcome;
}

let cluster: Cluster;
let address = '';
let statements: Statements[] = [];
let dir = '';

beforeAll(async () => {
  if (programs !== null) cluster = await openCluster();
});
afterAll(() => cluster?.remove());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'odi-store-'));
  if (programs !== null) address = await cluster.create();
});
afterEach(() => {
  for (const one of statements) one.close();
  statements = [];
  rmSync(dir, { recursive: true, force: true });
});

const openDatabase = (at = address, writes = true, archives: string | null = null): DatabaseStore => {
  const own = openStatements(at, '--store', 5_000);
  statements.push(own);
  return openDatabaseStore(own, {
    shown: readDatabaseAddress(at, '--store').shown,
    counting: asWritten,
    writes,
    archives,
  });
};

const last = <T>(items: Iterable<T>): T => [...items].at(-1) as T;

const kinds: Readonly<Record<string, () => Tried>> = {
  'a folder': () => ({
    store: openStore(dir, asWritten),
    other: openStore(dir, asWritten),
    textOf: (key) => readFileSync(join(dir, pathOf(key)), 'utf8'),
    spoil: async (key, text) => {
      mkdirSync(dirname(join(dir, pathOf(key))), { recursive: true });
      writeFileSync(join(dir, pathOf(key)), text);
    },
    writeAll: (reviews, mayReplace) => last(writeAll(dir, [reviews], () => mayReplace)),
  }),
  'a database': () => {
    const store = openDatabase();
    return {
      ...{ store, other: openDatabase() },
      textOf: (key) => store.text(key) ?? '',
      spoil: async ({ year, place, category }, text) => {
        await cluster.run(
          address,
          `insert into odi_reviews.reviews (year, place, category, text, review)
           values (${year}, '${place}', '${category}', $text$${text}$text$, '{}')
           on conflict (year, place, category) do update set text = excluded.text`,
        );
      },
      writeAll: (reviews, mayReplace) => last(writeAllRows(store, [reviews], () => mayReplace)),
    };
  },
};

const key = { year: 2015, place: 'ma', category: 'election-results' };

const odd = review({
  notes: 'حررت في الرباط\nzero \u0000, half a pair \ud800, a backslash \\u0000 and \\\\',
  place: { id: 'ma', name: 'Zürich "10"' },
  score: { points: 1e21, ceiling: 0.1, outOf: 100 },
});

for (const [kind, open] of Object.entries(kinds)) {
  describe.skipIf(kind === 'a database' && programs === null)(`a store in ${kind}`, () => {
    test('gives a review back byte for byte, in the order of its keys, whatever stands in it', () => {
      const { store, other, textOf } = open();
      store.write(odd);
      expect(textOf(key)).toBe(serialise(odd));
      expect(other.read(key)).toMatchObject({ review: JSON.parse(serialise(odd)) });
      expect([...other.digests()]).toEqual([
        { key, digest: createHash('sha256').update(serialise(odd)).digest('hex') },
      ]);
    });

    test('is empty at first', () => {
      const { store } = open();
      expect([store.years(), store.places(2015), [...store.stream()], [...store.glances(2015)]]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect([store.read(key), store.previous(key)]).toEqual([undefined, null]);
    });

    test('streams in the order of year, place and category, and by selection, however many there are', () => {
      const { store } = open();
      const names = Array.from({ length: 205 }, (_, at) => `p${at}`);
      for (const place of names) store.write(review({ in: place, of: 'land' }));
      for (const [year, place, category] of [
        [2014, 'p1', 'land'],
        [2015, 'p1', 'budget'],
        [2016, 'p1-b', 'budget'],
        [2016, 'p10', 'budget'],
      ] as const)
        store.write(review({ year, in: place, of: category }));
      const inShort = (given?: Parameters<Store['stream']>[0]): readonly string[] =>
        [...store.stream(given)].map((one) => pathOf(one.key));
      const expected = [
        '2014/p1/land.json',
        ...[...names]
          .sort()
          .flatMap((place) => [...(place === 'p1' ? ['2015/p1/budget.json'] : []), `2015/${place}/land.json`]),
        '2016/p1-b/budget.json',
        '2016/p10/budget.json',
      ];
      expect(inShort()).toEqual(expected);
      expect([...store.digests()].map((one) => pathOf(one.key))).toEqual(expected);
      expect([...store.glances(2015)].map((one) => pathOf(one.key))).toEqual(expected.slice(1, -2));
      expect(inShort({ year: 2015, places: new Set(['p1', 'p2']), categories: new Set(['land']) })).toEqual([
        '2015/p1/land.json',
        '2015/p2/land.json',
      ]);
      expect(inShort({ places: new Set() })).toEqual([]);
      expect([store.years(), store.places(2016)]).toEqual([
        [2014, 2015, 2016],
        ['p1-b', 'p10'],
      ]);
    });

    test('takes what is no review for a fault, names it, and costs no other', async () => {
      const { store, spoil } = open();
      store.write(review({ of: 'budget' }));
      await spoil(key, '{"password": PRECIOUS');
      const [fine, faulty] = [...store.stream()];
      expect(fine).toHaveProperty('review');
      expect(faulty).toMatchObject({ file: store.fileOf(key), fault: expect.stringContaining('it is no JSON') });
      expect(JSON.stringify([...store.stream()])).not.toContain('PRECIOUS');
      await spoil({ ...key, category: 'land' }, serialise(review()));
      expect(store.read({ ...key, category: 'land' })).toMatchObject({
        fault: 'it is a review of 2015 ma election-results',
      });
    });

    test('makes a review of the one that is there at that moment', async () => {
      const { store, other } = open();
      expect((await store.replace(key, () => review({ notes: 'a' }))).review.notes).toBe('a');
      const { aside, review: kept } = await other.replace(key, (now) => ({ ...review(), notes: `${now?.notes} b` }));
      expect([aside, kept.notes]).toEqual([null, 'a b']);
      expect(store.read(key)).toMatchObject({ review: { notes: 'a b' } });
    });

    test('loses nothing of two that change the same review again and again', async () => {
      const { store, other } = open();
      store.write(review({ notes: '' }));
      const add = (one: Store, sign: string) =>
        one.replace(key, (now) => ({ ...review(), notes: `${now?.notes}${sign}` }));
      await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? add(store, 'a') : add(other, 'b'))));
      const found = store.read(key);
      expect(found !== undefined && 'review' in found ? [...found.review.notes].sort().join('') : null).toBe(
        'a'.repeat(10) + 'b'.repeat(10),
      );
    });

    test('leaves a review as it is where the change of it is refused', async () => {
      const { store, textOf } = open();
      store.write(review());
      const refused = store.replace(key, () => {
        throw new Error('refused');
      });
      await expect(refused).rejects.toThrow('refused');
      expect(textOf(key)).toBe(serialise(review()));
    });

    test('sets aside what cannot be read, and never writes over it', async () => {
      const { store, spoil } = open();
      await spoil(key, 'half a fi');
      const { aside } = await store.replace(key, (now) => {
        expect(now).toBe(null);
        return review();
      });
      expect(aside).toContain('election-results.json.unreadable-');
      expect(store.read(key)).toMatchObject({ review: review() });
      expect([...store.stream()]).toHaveLength(1);
    });

    test('finds the newest review before a year and passes over faults', async () => {
      const { store, spoil } = open();
      store.write(review({ year: 2012 }));
      store.write(review({ year: 2013 }));
      await spoil({ ...key, year: 2014 }, 'no review');
      expect(store.previous(key)).toMatchObject({ year: 2013 });
      expect(store.previous({ ...key, year: 2012 })).toBe(null);
    });

    test('takes no path for a key', () => {
      const { store } = open();
      expect(() => store.write(review({ in: '../x' }))).toThrow('no address of a review');
      expect(() => store.read({ ...key, place: "x'; drop table y" })).toThrow('no address of a review');
    });

    test('keeps many, tells what was there, and asks before it replaces', () => {
      const { store, writeAll: keep } = open();
      const two = [review({ of: 'budget' }), review({ of: 'land' })];
      expect(keep(two, false)).toEqual({ written: 2, unchanged: 0, kept: [] });
      expect(keep(two, false)).toEqual({ written: 0, unchanged: 2, kept: [] });
      const other = [review({ of: 'budget', notes: 'other' }), review({ of: 'land' })];
      expect(keep(other, false)).toEqual({
        ...{ written: 0, unchanged: 1 },
        kept: [store.fileOf({ ...key, category: 'budget' })],
      });
      expect(keep(other, true)).toEqual({ written: 1, unchanged: 1, kept: [] });
      expect(store.read({ ...key, category: 'budget' })).toMatchObject({ review: { notes: 'other' } });
    });
  });
}

describe.skipIf(programs === null)('a store in a database', () => {
  test('lets the other writer win where a review was changed in between, and makes it again', async () => {
    const [store, other] = [openDatabase(), openDatabase()];
    for (const before of [null, review({ notes: 'first' })]) {
      if (before !== null) store.write(before);
      const given: (string | undefined)[] = [];
      await store.replace({ ...key, category: before === null ? 'land' : key.category }, (now) => {
        given.push(now?.notes);
        const of = before === null ? 'land' : key.category;
        if (given.length === 1) other.write(review({ of, notes: 'in between' }));
        return review({ of, notes: `${now?.notes} and mine` });
      });
      expect(given).toEqual([before?.notes, 'in between']);
    }
    expect([...store.stream()].map((one) => ('review' in one ? one.review.notes : one.fault))).toEqual([
      'in between and mine',
      'in between and mine',
    ]);
  });

  test('keeps the same as JSONB, and where the archives lie', async () => {
    openDatabase(address, true, '/evidence/2015').write(odd);
    const [row] = await cluster.run(
      address,
      "select review -> 'place' ->> 'name' as name, review ->> 'notes' as notes, archives from odi_reviews.reviews",
    );
    expect(row).toEqual({
      name: 'Zürich "10"',
      notes: 'حررت في الرباط\nzero \ufffd, half a pair \ufffd, a backslash \\u0000 and \\\\',
      archives: '/evidence/2015',
    });
    openDatabase(address, true, '/evidence/later').write(odd);
    expect(openDatabase(address, false).archives()).toEqual(['/evidence/later']);
  });

  test('outlives its server: what was begun goes on when that is there again', () => {
    const store = openDatabase();
    store.write(review());
    cluster.restart();
    expect(store.read(key)).toMatchObject({ review: review() });
  });

  test('says what to do where there is none, where it is older or newer, and to whoever may not, and never a password', async () => {
    const says = (open: () => unknown): string => {
      try {
        open();
      } catch (error) {
        return error instanceof Error ? `${error.name} ${error.message}` : String(error);
      }
      return 'nothing';
    };
    const read = (at = address): string => says(() => openDatabase(at, false));
    const write = (at = address): string => says(() => openDatabase(at, true));
    expect(read()).toMatch(/UserError .*holds no reviews. Put some there first: odi audit/);
    expect(write()).toBe('nothing');
    expect(read()).toBe('nothing');
    await cluster.run(address, 'update odi_reviews.version set version = 99');
    expect([read(), write()]).toEqual([
      expect.stringMatching(/newer odi \(schema 99; this one knows 1\). Update odi/),
      expect.stringMatching(/newer odi/),
    ]);
    await cluster.run(
      address,
      'drop schema odi_reviews cascade; create schema odi_reviews; create table odi_reviews.version (version integer not null)',
    );
    expect(read()).toMatch(/holds no reviews/);
    expect(write()).toBe('nothing');
    await cluster.run(address, "create role guest login password 'strenggeheim'");
    const guest = address.replace('odi:geheim', 'guest:strenggeheim');
    expect(read(guest)).toMatch(/UserError The user guest may not do that in postgres:.*operations.md/);
    await cluster.run(
      address,
      'drop schema odi_reviews cascade; revoke create on database ' +
        (address.split('/').at(-1) ?? '') +
        ' from public',
    );
    expect(write(guest)).toMatch(/UserError The user guest may not do that/);
    const wrong = [
      read(address.replace('geheim', 'falsch')),
      read(address.replace(/\/[^/]*$/, '/nowhere')),
      read(address.replace(/:\d+\//, ':9/')),
      read(guest),
    ];
    expect(wrong).toEqual([
      expect.stringMatching(/may not log in/),
      expect.stringMatching(/There is no database/),
      expect.stringMatching(/No PostgreSQL answers at/),
      expect.any(String),
    ]);
    expect(wrong.join()).not.toMatch(/geheim|falsch/);
  });

  test('is made once by two that begin at once', () => {
    const [one, other] = [openDatabase(), openDatabase()];
    one.write(review());
    expect(other.read(key)).toMatchObject({ review: review() });
  });
});
