import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { audit } from '../../src/audit/audit.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { type Allowance, defaultAllowance } from '../../src/audit/evidence.ts';
import { check } from '../../src/audit/one-address.ts';
import { openDrawer } from '../../src/browser/index.ts';
import { openReplay } from '../../src/collect/replay.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Drawing, Exchange, Fetch } from '../../src/model/exchange.ts';
import type { Review } from '../../src/model/review.ts';
import { hasChromium, shellWith } from '../browser/chromium.ts';
import { collector, serve as listen } from '../collect/loopback.ts';
import { html, nowhere, serve, shell, type Web } from './web.ts';

/* What an audit makes of pages that are drawn: by hand-made drawings, and once by a real browser. */

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const data = openAuditData(criteria, edition);
const site = 'https://elections.example';
const drawing: Drawing = { by: 'Chromium 1', requests: 3, gaps: [] };

/** The made-up web, whose shells somebody can draw: each address as what is given, or lost. */
const drawnAs = (web: Web, drawn: Readonly<Record<string, string | Exchange['reply']>>, how: Partial<Drawing> = {}) => {
  const plain = serve(web);
  const draws: string[] = [];
  const fetch: Fetch = async (request) => {
    if (request.draw === undefined) return plain.fetch(request);
    draws.push(request.url);
    const made = drawn[request.url];
    const base = { url: request.url, fetchedAt: '2026-10-01T10:00:01Z', hops: [], record: null };
    if (made === undefined) return { ...base, reply: { kind: 'not-captured' } };
    if (typeof made !== 'string') return { ...base, reply: made };
    const body = Buffer.from(made);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const told = { ...drawing, ...how };
    return {
      ...base,
      reply: {
        ...{ kind: 'arrived', status: 200, finalUrl: request.url, body, complete: told.gaps.length === 0, sha256 },
        ...{ headers: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }], totalBytes: null, drawn: told },
      },
    };
  };
  return { fetch, draws, asked: plain.asked };
};

const checkWith = (fetch: Fetch, allowance: Allowance = defaultAllowance): Promise<Review> =>
  check(
    {
      ...{ url: `${site}/`, place: null, category: criteria.category('election-results'), edition, year: 2026 },
      ...{ asOf: '2026-10-01', previous: null, allowance },
    },
    fetch,
    data,
  );

const page = html('Results', '<h1>Results</h1><p><a href="/results.csv">Download CSV</a></p>');
const web: Web = { [`${site}/`]: shell, [`${site}/results.csv`]: 'station,votes\nA,1\nB,2\nC,3\n' };

const evidenceOf = ({ evidence }: Review) =>
  evidence.map(({ id, url, kind }) => `${id} ${new URL(url).pathname} ${kind}`);

describe('a page that only scripts draw', () => {
  test('stays what it is where nobody can draw it', async () => {
    const review = await checkWith(drawnAs(web, {}).fetch);
    expect(evidenceOf(review)).toEqual(['ev-1 / app-shell']);
    expect(review.evidence[0]?.drawn).toBeUndefined();
  });

  test('is read as it was drawn, under its number, and followed', async () => {
    const review = await checkWith(drawnAs(web, { [`${site}/`]: page }).fetch);
    expect(evidenceOf(review)).toEqual(['ev-1 / page', 'ev-2 /results.csv data']);
    expect(review.evidence[0]).toMatchObject({
      ...{ drawn: drawing, fetchedAt: '2026-10-01T10:00:01Z', outcome: 'arrived', status: 200 },
      sha256: createHash('sha256').update(page).digest('hex'),
    });
    expect(review.evidence[1]?.drawn).toBeUndefined();
  });

  test('that could not be drawn stays what it is, and says why', async () => {
    const lost = { kind: 'lost', reason: 'timeout', detail: 'its scripts did not let go within 10 s' } as const;
    const { kind: _, ...told } = lost;
    const review = await checkWith(drawnAs(web, { [`${site}/`]: lost }).fetch);
    expect(review.evidence[0]).toMatchObject({ kind: 'app-shell', outcome: 'arrived', drawn: told });
    expect(review.evidence[0]?.sha256).toBe(createHash('sha256').update(shell).digest('hex'));
  });

  test('is drawn only where it came whole, and no other page is', async () => {
    const cut = drawnAs({ [`${site}/`]: { body: shell, cutAfter: shell.length - 8 } }, { [`${site}/`]: page });
    await checkWith(cut.fetch);
    const plain = drawnAs({ ...web, [`${site}/`]: page }, { [`${site}/`]: page });
    await checkWith(plain.fetch);
    expect([cut.draws, plain.draws]).toEqual([[], []]);
  });

  const empty = html('Results', `<h1>Results</h1><p>${'There are no files for the elections here. '.repeat(20)}</p>`);

  test.each<[string, Partial<Drawing>, boolean]>([
    ['whole was seen as any other page', {}, true],
    ['in part was not: what is missing may be what is looked for', { gaps: [{ why: 'method', count: 1 }] }, false],
  ])('drawn %s', async (_, how, isSeen) => {
    const { coverage = [] } = await checkWith(drawnAs(web, { [`${site}/`]: empty }, how).fetch);
    expect(coverage.find(({ url }) => url === `${site}/`)?.seen).toBe(isSeen);
  });

  test('costs what its scripts asked for', async () => {
    const three = { ...defaultAllowance, requests: 4 };
    const spent = await checkWith(drawnAs(web, { [`${site}/`]: page }).fetch, three);
    expect(spent.evidence[1]).toMatchObject({
      outcome: 'refused-by-us',
      because: expect.stringMatching(/^budget-requests/),
    });
    const enough = await checkWith(drawnAs(web, { [`${site}/`]: page }).fetch, { ...three, requests: 5 });
    expect(enough.evidence[1]).toMatchObject({ outcome: 'arrived' });
  });
});

describe.skipIf(!hasChromium)('a catalogue that only a browser draws', () => {
  const stop = new AbortController();
  const drawer = openDrawer({ environment: process.env, trackers: [], interrupted: stop.signal });
  afterAll(drawer.close);

  const title = 'Election results by polling station 2026';
  const application = `const root = document.getElementById('root');
    const json = async (path) => (await fetch(path)).json();
    (async () => {
      if (location.pathname === '/') {
        const list = await json('/api/list.json');
        root.innerHTML = '<main><h1>' + list.length + ' datasets</h1><ul>' + list.map((one) => '<li><a href="/dataset/' + one.id + '">' + one.title + '</a></li>').join('') + '</ul></main>';
      } else {
        const one = await json('/api' + location.pathname + '.json');
        document.title = one.title;
        root.innerHTML = '<main><h1>' + one.title + '</h1><p><a href="' + one.file + '">Download CSV</a></p></main>';
      }
    })();`;
  const replies: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/api/list.json': ['application/json', JSON.stringify([{ id: 'results', title }])],
    '/api/dataset/results.json': ['application/json', JSON.stringify({ title, file: '/files/results-2026.csv' })],
    '/files/results-2026.csv': [
      'text/csv',
      'Polling station,Registered voters,Invalid votes\nA,400,3\nB,500,4\nC,600,5\n',
    ],
  };

  const auditAt = (base: string, fetch: Fetch): Promise<Review> =>
    audit(
      {
        ...{
          place: { ...nowhere(), portals: [], addresses: [] },
          category: criteria.category('election-results'),
          edition,
          year: 2026,
        },
        ...{ asOf: '2026-10-01', previous: null, urls: [`${base}/`], allowance: defaultAllowance },
      },
      fetch,
      data,
    );

  test('is walked from its list over the page of a dataset to its file, and again without a browser', async () => {
    const base = await listen(({ url = '' }, response) => {
      const [type, body] = replies[url] ?? [];
      if (url === '/robots.txt') response.writeHead(404).end();
      else if (type !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shellWith(application));
    });
    const plain = await auditAt(base, collector().fetch);
    expect(plain.evidence.filter(({ kind }) => kind === 'data')).toEqual([]);

    const path = join(mkdtempSync(join(tmpdir(), 'odi-draw-')), 'site.warc.gz');
    const recorder = await openRecorder(path, { software: 'test', now: () => new Date() });
    const live = collector({ drawer, recorder });
    const review = await auditAt(base, live.fetch);
    await live.close();
    const seen = review.evidence.map(({ url, kind }) => `${new URL(url).pathname} ${kind}`);
    for (const one of ['/ page', '/dataset/results page', '/files/results-2026.csv data']) expect(seen).toContain(one);
    expect(review.criteria.find(({ id }) => id === 'registered')?.answer).toBe('Yes');

    const replay = openReplay(await openArchive([path]));
    expect(JSON.stringify(await auditAt(base, replay.fetch))).toBe(JSON.stringify(review));
    await replay.close();
  });
});
