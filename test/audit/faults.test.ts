import { afterEach, describe, expect, test, vi } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Exchange, FetchRequest } from '../../src/model/exchange.ts';
import type { Review } from '../../src/model/review.ts';

/* A fault is put into one part of the program; what it costs is compared with a healthy run. */

afterEach(() => {
  vi.doUnmock('../../src/inspect/json/read.ts');
  vi.doUnmock('../../src/inspect/text/read.ts');
  vi.doUnmock('../../src/inspect/pdf/read.ts');
  vi.doUnmock('../../src/records/ckan.ts');
  vi.doUnmock('../../src/pages/index.ts');
  vi.doUnmock('../../src/checks/bulk.ts');
  vi.doUnmock('../../src/discover/portals/index.ts');
  vi.resetModules();
});

const boom = (): never => {
  throw new TypeError('boom is not a function');
};

const pages: Readonly<Record<string, readonly [type: string, body: string]>> = {
  'https://data.example/': [
    'text/html',
    '<html><title>Water quality</title><main><h1>Water quality</h1><a href="/a.csv">Figures (CSV)</a> <a href="/b.json">Figures (JSON)</a></main></html>',
  ],
  'https://data.example/a.csv': ['text/csv', 'station,nitrate\nA,3.1\nB,4.2\nC,5.0\n'],
  'https://data.example/b.json': ['application/json', '[{"station":"A","nitrate":3.1},{"station":"B","nitrate":4.2}]'],
  'https://ckan.example/api/3/action/package_show?id=water': [
    'application/json',
    JSON.stringify({
      success: true,
      result: {
        id: 'w',
        name: 'water',
        license_id: 'cc-by',
        title: 'Water',
        resources: [{ id: 'r', url: 'https://data.example/a.csv', format: 'CSV' }],
      },
    }),
  ],
  'https://other.example/api/1/datasets/?q=water': [
    'application/json',
    JSON.stringify({
      ...{ page: 1, page_size: 20, total: 1, next_page: null, previous_page: null },
      data: [
        {
          ...{ id: 'w', slug: 'water', title: 'Water', license: 'fr-lo', created_at: '2019-01-01T00:00:00' },
          ...{ frequency: 'annual', organization: { name: 'Agency' }, page: 'https://other.example/datasets/water/' },
          resources: [{ title: 'All', url: 'https://data.example/a.csv', format: 'csv' }],
        },
      ],
    }),
  ],
};

const fetch = async ({ url }: FetchRequest): Promise<Exchange> => {
  const page = pages[url];
  const [type, body] = page ?? ['text/plain', 'nothing'];
  return {
    ...{ url, fetchedAt: '2026-05-01T00:00:00Z', hops: [], record: null },
    reply: {
      ...{ kind: 'arrived', status: page === undefined ? 404 : 200, finalUrl: url, sha256: '0'.repeat(64) },
      ...{ body: Buffer.from(body), complete: true, totalBytes: body.length },
      headers: [{ name: 'content-type', value: type }],
    },
  };
};

/** Reviews one address with the modules as they are now: mocked, or not. */
const review = async (url: string): Promise<Review> => {
  vi.resetModules();
  const [{ check }, { openAuditData }] = await Promise.all([
    import('../../src/audit/one-address.ts'),
    import('../../src/audit/data.ts'),
  ]);
  const criteria = openCriteria();
  const edition = criteria.edition('godi-2015');
  const subject = { place: null, category: null, edition, year: 2026, asOf: '2026-05-01', previous: null };
  const allowance = { requests: 60, bytes: 1e7 };
  return check({ ...subject, url, allowance }, fetch, openAuditData(criteria, edition));
};

const evidenceOf = (given: Review, url: string) => given.evidence.find((one) => one.url === url);

describe('a fault in a reader', () => {
  test('makes the reply as unseen as a lost one, and leaves every other as it was', async () => {
    const healthy = await review('https://data.example/');
    vi.doMock('../../src/inspect/json/read.ts', () => ({ readJson: boom }));
    const broken = await review('https://data.example/');
    expect(healthy.defects).toBeUndefined();
    expect(broken.defects).toEqual([
      { stage: 'reader', name: 'json', says: 'The reader of json failed: boom is not a function' },
    ]);
    expect(evidenceOf(broken, 'https://data.example/b.json')).toMatchObject({
      outcome: 'lost',
      because: 'defect: reader json: The reader of json failed: boom is not a function',
    });
    const others = (given: Review) => given.evidence.filter(({ url }) => !url.endsWith('b.json'));
    expect(others(broken)).toEqual(others(healthy));
    expect(broken.answers['machinereadable']).toMatchObject({ answer: 'Yes' });
  });

  test('of all there is leaves every question open, for a reason of its own', async () => {
    vi.doMock('../../src/inspect/text/read.ts', () => ({ readText: boom }));
    const broken = await review('https://data.example/a.csv');
    expect(Object.values(broken.answers).filter(({ answer }) => answer !== 'Unsure')).toEqual([]);
    expect(broken.answers['exists']).toMatchObject({ reason: 'reader-failed' });
  });

  test('leaves open what its format alone would answer', async () => {
    vi.doMock('../../src/inspect/pdf/read.ts', () => ({ readPdf: boom }));
    vi.resetModules();
    const { inspect, inspectWords, sourceOfBytes } = await import('../../src/inspect/index.ts');
    const source = sourceOfBytes(Buffer.from('%PDF-1.4 nothing'), { name: 'law.pdf' });
    const inspection = await inspect(source, inspectWords(openCriteria()));
    expect(inspection).toMatchObject({ format: 'pdf', complete: false, machineReadable: 'Unsure' });
    expect(inspection.warnings.map(({ code }) => code)).toContain('reader-failed');
  });

  test('that cannot be loaded is the same', async () => {
    vi.doMock('../../src/inspect/text/read.ts', () => boom());
    const broken = await review('https://data.example/a.csv');
    expect(broken.answers['exists']).toMatchObject({ answer: 'Unsure', reason: 'reader-failed' });
  });
});

describe('a fault in a catalogue adapter', () => {
  const url = 'https://ckan.example/api/3/action/package_show?id=water';

  test('makes its answer unseen, and not a file of data', async () => {
    expect(evidenceOf(await review(url), url)).toMatchObject({ kind: 'record' });
    vi.doMock('../../src/records/ckan.ts', () => ({ readCkan: boom }));
    const broken = await review(url);
    expect(evidenceOf(broken, url)).toMatchObject({ outcome: 'lost', kind: null });
    expect(broken.defects).toEqual([{ stage: 'catalogue', name: 'ckan', says: 'boom is not a function' }]);
    expect(Object.values(broken.answers).every(({ answer }) => answer === 'Unsure')).toBe(true);
  });

  test('is passed over where another adapter knows the answer, and reported all the same', async () => {
    const other = 'https://other.example/api/1/datasets/?q=water';
    const healthy = await review(other);
    vi.doMock('../../src/records/ckan.ts', () => ({ readCkan: boom }));
    const { defects, ...rest } = await review(other);
    expect(defects).toEqual([{ stage: 'catalogue', name: 'ckan', says: 'boom is not a function' }]);
    expect(rest).toEqual(healthy);
  });
});

test('a fault in a check costs its question', async () => {
  const healthy = await review('https://data.example/');
  vi.doMock('../../src/checks/bulk.ts', async (original) => {
    const { default: bulk } = await original<typeof import('../../src/checks/bulk.ts')>();
    return { default: { ...bulk, decide: boom } };
  });
  const broken = await review('https://data.example/');
  expect(broken.answers['bulk']).toMatchObject({ answer: 'Unsure', reason: 'check-broken' });
  expect(broken.defects).toEqual([{ stage: 'check', name: 'bulk', says: 'boom is not a function' }]);
  const others = ({ answers }: Review) => ({ ...answers, bulk: null });
  expect(others(broken)).toEqual(others(healthy));
});

test('a fault in the analysis of a page makes it unseen', async () => {
  vi.doMock('../../src/pages/index.ts', async (original) => ({
    ...(await original<typeof import('../../src/pages/index.ts')>()),
    datesOf: boom,
  }));
  const broken = await review('https://data.example/');
  expect(Object.values(broken.answers).every(({ answer }) => answer === 'Unsure')).toBe(true);
  expect(broken.defects).toEqual([
    { stage: 'analysis', name: 'https://data.example/', says: 'boom is not a function' },
  ]);
});
