import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openAuditData } from '../../src/audit/data.ts';
import { verify } from '../../src/audit/verify.ts';
import { auditStop, type JobReview } from '../../src/commands/audit-job.ts';
import type { Run } from '../../src/commands/audit-state.ts';
import { auditPlaces } from '../../src/commands/audit-walk.ts';
import { openFetching } from '../../src/commands/fetching.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { english } from '../../src/messages/english.ts';
import type { Place } from '../../src/model/data.ts';
import { UserError } from '../../src/model/errors.ts';
import type { Exchange, Fetch } from '../../src/model/exchange.ts';
import type { ReviewEvidence } from '../../src/model/review.ts';
import { openStore } from '../../src/reviews/index.ts';
import { site } from '../collect/loopback.ts';
import { place } from '../discover/tools.ts';

/* Places of which some fail in every way a review can fail, audited by the real program over made-up replies. */

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'odi-walk-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);
const category = criteria.category('water-quality');

const placeAt = (id: string, url: string): Place =>
  place({
    id,
    slug: id,
    names: { en: id },
    portals: [],
    addresses: [
      {
        category: category.id,
        url,
        ...{ role: 'data-file' as const, why: 'made up', source: 'made up' },
      },
    ],
  });

const placeNamed = (id: string): Place => placeAt(id, `https://${id}.example/`);

const answered = (url: string): Exchange => ({
  ...{ url, fetchedAt: '2026-05-01T00:00:00Z', hops: [], record: null },
  reply: {
    ...{ kind: 'arrived', status: 200, finalUrl: url, sha256: 'ab'.repeat(32), headers: [] },
    ...{ body: Buffer.from('station,nitrate\nA,1\nB,2\n'), complete: true, totalBytes: 25 },
  },
});

const lost = (url: string, reason: 'connect' | 'timeout' | 'dns'): Exchange => ({
  ...{ url, fetchedAt: null, hops: [], record: null },
  reply: { kind: 'lost', reason, detail: 'made up' },
});

const hostOf = (url: string): string => new URL(url).hostname.replace('.example', '');

/** A web in which the named places fail in their way, and all others answer. */
const web =
  (failing: Readonly<Record<string, 'throws' | 'connect' | 'timeout' | 'dns' | 'robots' | 'late'>>): Fetch =>
  async ({ url }) => {
    const how = failing[hostOf(url)];
    if (how === undefined) return answered(url);
    if (how === 'throws') throw new TypeError('x is not a function');
    if (how === 'robots' || how === 'late') {
      const reason = how === 'robots' ? 'robots' : 'budget-time';
      return { ...lost(url, 'connect'), reply: { kind: 'refused', reason, detail: '' } };
    }
    return lost(url, how);
  };

async function* noLines(): AsyncGenerator<string> {}

/** What a walk is given besides its places. */
interface Surroundings {
  readonly interrupted: AbortSignal;
  readonly onStep?: (text: string) => void;
}

/** The surroundings of a walk without a network, and what became of them. */
const surroundings = (
  store: string,
  options: Partial<Run['options']>,
  { interrupted, onStep = () => {} }: Surroundings = { interrupted: new AbortController().signal },
) => {
  const told: string[] = [];
  let code = 0;
  const asking: Fetch = async ({ url }) => lost(url, 'dns');
  const run: Run = {
    ...{ edition, data, asOf: '2026-05-01', year: 2026, categories: [category], gate: null },
    options: { store, edition: edition.id, format: 'json', all: true, ...options },
    store: openStore(store, (review) => review),
    language: { messages: english, tell: async (reviews) => reviews },
    progress: { step: onStep, note: (text) => void told.push(`${text}\n`), close: () => {} },
    fetching: {
      ...{ newest: null, usage: () => ({ requests: 0, bytes: 0 }), close: async () => {}, fetch: asking },
      forPlace: async () => ({ fetch: asking, close: async () => {} }),
    },
    shell: {
      ...{
        print: () => {},
        draw: () => {},
        readInput: async function* () {},
        readLines: noLines,
        environment: {},
        cwd: store,
        criteria,
      },
      ...{ terminal: { out: false, err: false, columns: 80, colour: false }, interrupted, needsToStop: () => {} },
      now: () => new Date('2026-05-01T00:00:00Z'),
      tell: (text) => void told.push(text),
      exit: (next) => {
        code = Math.max(code, next);
      },
    },
  };
  return { run, result: () => ({ told: told.join(''), code }) };
};

/** Walks over places and says what was told, kept and how it ended. */
const walk = async (ids: readonly string[], fetch: Fetch, store: string, options: Partial<Run['options']> = {}) => {
  const asked = new Set<string>();
  const asking: Fetch = async (request) => {
    asked.add(hostOf(request.url));
    return fetch(request);
  };
  const { run, result } = surroundings(store, options);
  const fetching = { ...run.fetching, fetch: asking, forPlace: async () => ({ fetch: asking, close: async () => {} }) };
  const { lines, unfinished } = await auditPlaces(ids.map(placeNamed), { ...run, fetching });
  const [reviewed, undone] = [lines.map(({ place }) => place.id), unfinished.map((one) => one.place)];
  return { asked: [...asked].sort(), ...result(), reviewed, undone };
};

const fileOf = (store: string, id: string): string => join(store, '2026', id, `${category.id}.json`);
const textOf = (store: string, id: string): string => readFileSync(fileOf(store, id), 'utf8');

const ids = Array.from({ length: 12 }, (_, at) => `aa${String.fromCharCode(97 + at)}`);
const failing = { aab: 'throws', aad: 'connect', aaf: 'timeout', aah: 'late' } as const;

describe('a walk over places of which some fail', () => {
  test('leaves the reviews of all others as they are without them', async () => {
    const [quiet, troubled] = [newFolder(), newFolder()];
    await walk(ids, web({}), quiet);
    const { code, told, reviewed } = await walk(ids, web(failing), troubled);
    const healthy = ids.filter((id) => !Object.hasOwn(failing, id));
    expect(reviewed).toEqual(healthy);
    for (const id of healthy) expect(textOf(troubled, id)).toBe(textOf(quiet, id));
    for (const id of Object.keys(failing)) expect(existsSync(fileOf(troubled, id))).toBe(false);
    expect(code).toBe(70);
    expect(told.match(/defect of odi that cost this review/g)).toHaveLength(1);
    expect(told).toContain('odi: aab water-quality: x is not a function');
    expect(told).toContain('4 reviews were not finished');
  });

  test('is taken up again by exactly those that failed', async () => {
    const store = newFolder();
    await walk(ids, web(failing), store);
    const { asked, code } = await walk(ids, web({}), store);
    expect(asked).toEqual(Object.keys(failing).sort());
    expect(code).toBe(0);
  });

  test('takes a stored review that is broken, or that saw nothing because of us, for one to be done', async () => {
    const store = newFolder();
    await walk(ids, web({}), store);
    writeFileSync(fileOf(store, 'aaa'), '{"format":');
    const unseen = JSON.parse(textOf(store, 'aac'));
    const evidence = unseen.evidence.map((one: object) => ({ ...one, outcome: 'lost', because: 'timeout: none' }));
    writeFileSync(fileOf(store, 'aac'), JSON.stringify({ ...unseen, evidence }));
    expect((await walk(ids, web({}), store)).asked).toEqual(['aaa', 'aac']);
  });

  test('takes a place whose servers ask programs to stay away for done', async () => {
    const store = newFolder();
    await walk(['aaa', 'aab'], web({ aaa: 'robots' }), store);
    expect((await walk(['aaa', 'aab'], web({}), store)).asked).toEqual([]);
  });

  test('does not put a review that saw nothing in the place of one that did', async () => {
    const store = newFolder();
    await walk(['aaa'], web({}), store);
    const before = textOf(store, 'aaa');
    await walk(['aaa'], web({ aaa: 'timeout' }), store, { again: true });
    expect(textOf(store, 'aaa')).toBe(before);
  });
});

describe('a walk without a network', () => {
  const many = Array.from({ length: 60 }, (_, at) => `q${String.fromCharCode(97 + (at % 26))}${Math.floor(at / 26)}`);
  const nothing = Object.fromEntries(many.map((id) => [id, 'dns' as const]));

  test('stops soon, keeps nothing and ends with 3', async () => {
    const store = newFolder();
    const { asked, code, told, reviewed } = await walk(many, web(nothing), store);
    expect(code).toBe(3);
    expect(asked.length).toBeLessThan(16);
    expect(reviewed).toEqual([]);
    expect(told).toContain('the network of this machine seems to be down');
    expect(existsSync(join(store, '2026'))).toBe(false);
  });

  test('goes on where a server now and then answers, or is only slow', async () => {
    const now = Object.fromEntries(many.filter((_, at) => at % 5 !== 0).map((id) => [id, 'dns' as const]));
    expect((await walk(many, web(now), newFolder())).asked).toHaveLength(60);
    const slow = Object.fromEntries(many.map((id) => [id, 'timeout' as const]));
    const { asked, code } = await walk(many, web(slow), newFolder());
    expect(asked).toHaveLength(60);
    expect(code).toBe(3);
  });
});

test('a store that cannot be written ends the walk with that fault, after the others have ended', async () => {
  const store = newFolder();
  writeFileSync(join(store, '2026'), 'a file where a folder should be');
  await expect(walk(ids, web({}), store)).rejects.toThrow(UserError);
});

describe('a walk that keeps an archive a place', () => {
  const page = 'station,nitrate\nA,1\nB,2\n';
  /** A live server that every place has a folder on, and a client that may ask it. */
  const live = async (record: string, store: string, ids: readonly string[], more: Partial<Surroundings> = {}) => {
    const { base } = await site(Object.fromEntries(ids.map((id) => [`/${id}`, page])));
    const at = (id: string): Place => placeAt(id, `${base}/${id}`);
    const signal = more.interrupted ?? new AbortController().signal;
    const { run, result } = surroundings(
      store,
      { all: true, record, allowPrivate: true },
      { ...more, interrupted: signal },
    );
    const scope = { reviews: ids.length, year: 2026, byPlace: true, resume: true };
    const fetching = await openFetching(run.options, run.shell, run.progress, scope);
    const outcome = await auditPlaces(ids.map(at), { ...run, fetching });
    await fetching.close();
    return { ...result(), outcome };
  };

  test('makes the folders, and each archive answers all that its review asked', async () => {
    const folder = newFolder();
    const { outcome } = await live('evidence/{year}/{place}.warc.gz', folder, ['aaa', 'aab']);
    expect(outcome.lines).toHaveLength(2);
    for (const id of ['aaa', 'aab']) {
      const archive = join(folder, 'evidence/2026', `${id}.warc.gz`);
      const review = JSON.parse(textOf(folder, id));
      const { reviews, cited, evidenceMismatches, mismatches } = await verify(archive, [{ name: id, review }]);
      expect([reviews, mismatches, evidenceMismatches]).toEqual([1, [], []]);
      expect(cited).toBe(review.evidence.filter(({ record }: ReviewEvidence) => record !== null).length);
      expect(new Set(review.evidence.map(({ record }: ReviewEvidence) => record?.file))).toEqual(
        new Set([`${id}.warc.gz`]),
      );
    }
  });

  test('is gone on with after Ctrl-C: what is done is not asked again, the archives grow', async () => {
    const folder = newFolder();
    const stop = new AbortController();
    const first = ['aaa', 'aab', 'aac', 'aad', 'aae', 'aaf'];
    const record = 'evidence/{place}.warc.gz';
    const halfway = await live(record, folder, first, {
      interrupted: stop.signal,
      onStep: (text) => {
        if (text.includes('water-quality')) stop.abort();
      },
    });
    const done = halfway.outcome.lines.map(({ place }) => place.id);
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(first.length);
    expect(halfway.outcome.unfinished.map(({ why }) => why)).toContain('the run ended before');
    const sizes = new Map(done.map((id) => [id, statSync(join(folder, 'evidence', `${id}.warc.gz`)).size]));
    const { outcome } = await live(record, folder, first);
    expect(outcome.lines.map(({ place }) => place.id)).toEqual(first);
    expect(outcome.unfinished).toEqual([]);
    for (const [id, size] of sizes) expect(statSync(join(folder, 'evidence', `${id}.warc.gz`)).size).toBe(size);
    for (const id of first) expect(existsSync(join(folder, 'evidence', `${id}.warc.gz`))).toBe(true);
  });

  test('without {place} all share one archive, which is gone on with', async () => {
    const folder = newFolder();
    await live('all.warc.gz', folder, ['aaa', 'aab']);
    const { size } = statSync(join(folder, 'all.warc.gz'));
    const { told } = await live('all.warc.gz', folder, ['aaa', 'aab', 'aac']);
    expect(told).toContain('all.warc.gz is there already and is gone on with.');
    expect(statSync(join(folder, 'all.warc.gz')).size).toBeGreaterThan(size);
  });

  test('{country} stands for nothing', async () => {
    await expect(live('{country}.warc.gz', newFolder(), ['aaa'])).rejects.toThrow(
      '--record: {country} in {country}.warc.gz stands for nothing here. Known here: {year}',
    );
  });
});

describe('the job of a worker', () => {
  /** Does the job of a place, and says what was asked and told of it. */
  const doJob = async (store: string, isOurs: () => Promise<boolean>, fetch: Fetch = web({})) => {
    const { run } = surroundings(store, {});
    const fetching = { ...run.fetching, forPlace: async () => ({ fetch, close: async () => {} }) };
    const ended: JobReview[] = [];
    const watch = { isOver: () => false, isOurs, begun: () => {}, ended: (end: JobReview) => void ended.push(end) };
    const left = [category, criteria.category('weather-forecast')];
    await auditStop({ place: placeNamed('aaa'), left }, { ...run, fetching }, watch);
    return ended;
  };

  test('that was given to another one meanwhile keeps nothing, tells nothing and goes on with nothing', async () => {
    const store = newFolder();
    let asked = 0;
    const ended = await doJob(store, async () => {
      asked += 1;
      return false;
    });
    expect([asked, ended, existsSync(fileOf(store, 'aaa'))]).toEqual([1, [], false]);
    // What the other one kept stays as it is.
    await doJob(store, async () => true);
    const kept = textOf(store, 'aaa');
    await doJob(
      store,
      async () => false,
      async ({ url }) => lost(url, 'dns'),
    );
    expect(textOf(store, 'aaa')).toBe(kept);
  });

  test('that is still its own keeps each review', async () => {
    const store = newFolder();
    const ended = await doJob(store, async () => true);
    expect(ended.map((end) => [end.category.id, end.why])).toEqual([
      [category.id, null],
      ['weather-forecast', null],
    ]);
    expect(existsSync(fileOf(store, 'aaa'))).toBe(true);
  });
});
