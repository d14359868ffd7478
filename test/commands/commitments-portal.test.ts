import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { yamlOf } from '../../src/criteria/text.ts';
import type { CommitmentsReport } from '../../src/model/commitments-report.ts';
import { type MadeDataset, madeDatasets, openMadePortal } from '../portal/ckan-portal.ts';
import { run } from './in-process.ts';

/* A portal on loopback, surveyed by odi portal and asked by odi commitments itself. */

const cwd = mkdtempSync(join(tmpdir(), 'odi-promised-portal-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const indicator = (id: string, measured: string, host: string, baseline: number | null, target: number) => ({
  ...{ id, baseline: baseline === null ? null : { value: baseline, on: '2018-08' } },
  ...{ target: { value: target, by: '2020-08-31' }, measure: { portal: host, indicator: measured } },
});

const writePlan = (host: string): void => {
  const plan = {
    plan: { id: 'AP_MADE', place: 'ma', from: '2018-08-30', to: '2020-08-31', source: 'made' },
    commitments: [
      {
        ...{ id: 'C1', title: { en: 'Open data' }, lead: null, source: 'made', milestones: [] },
        indicators: [
          indicator('institutions', 'publishers', host, 16, 32),
          indicator('datasets', 'datasets-distinct', host, 136, 300),
          indicator('reuses', 'reuses', host, null, 20),
        ],
      },
    ],
  };
  writeFileSync(join(cwd, 'plan.yaml'), yamlOf(plan));
};

const withPortal = async <Result>(
  datasets: readonly MadeDataset[],
  use: (portal: { readonly url: string; readonly asked: readonly string[] }) => Promise<Result>,
): Promise<Result> => {
  const portal = await openMadePortal({ datasets: () => datasets, showcases: 20 });
  writePlan(portal.host);
  try {
    return await use(portal);
  } finally {
    await portal.close();
  }
};

const statuses = (out: string) => {
  const [only] = (JSON.parse(out) as CommitmentsReport).commitments;
  return only?.indicators.map(({ status, value, progress }) => [status, value, progress]);
};

test.each([
  ['2018-09-30', 16, 136, ['behind', 16, 0], ['behind', 136, 0]],
  ['2019-10-31', 24, 230, ['behind', 24, 0.5], ['behind', 230, 0.573]],
  ['2020-08-31', 32, 301, ['met', 32, 1], ['met', 301, 1.006]],
])(
  'on %s, by a report of odi portal of %i institutions and %i datasets',
  async (day, institutions, datasets, first, second) => {
    await withPortal(madeDatasets(datasets, institutions), async ({ url }) => {
      const store = ['--store', `store-${day}`, '--quiet'];
      const surveyed = await run(
        [
          'portal',
          url,
          '--as-of',
          day,
          '--files',
          '0',
          '--second-look',
          '1',
          '--allow-private',
          ...store,
          '--out',
          `${day}.txt`,
        ],
        cwd,
      );
      expect(surveyed.code).toBe(0);
      // The store of odi portal is where the report is read from.
      const words = [
        'commitments',
        'ma',
        '--plan',
        'plan.yaml',
        '--as-of',
        day,
        '--format',
        'json',
        '--allow-private',
        ...store,
      ];
      const { code, out } = await run(words, cwd);
      expect([code, statuses(out)?.slice(0, 2)]).toEqual([0, [first, second]]);
    });
  },
  60_000,
);

const created = (count: number, before: number): readonly MadeDataset[] =>
  madeDatasets(count, 32).map((dataset, index) => ({
    ...dataset,
    fields: { metadata_created: index < before ? '2019-01-01T00:00:00' : '2022-01-01T00:00:00', issued: '2015-01-01' },
  }));

const asked = [
  'commitments',
  'ma',
  '--plan',
  'plan.yaml',
  '--as-of',
  '2020-08-31',
  '--format',
  'json',
  '--quiet',
  '--allow-private',
];

test.each([
  [270, 'unsure', 'lower-bound'],
  [305, 'met', 'reached'],
])('by the list of today alone, of which %i were there then', async (before, status, reason) => {
  await withPortal(created(400, before), async () => {
    const { out } = await run([...asked, '--store', `then-${before}`], cwd);
    const [only] = (JSON.parse(out) as CommitmentsReport).commitments;
    expect(only?.indicators[1]).toMatchObject({
      status,
      reason,
      value: before,
      strength: 'lower-bound',
      interval: { low: before, high: null },
    });
  });
});

test('datasets that are there twice are taken off what was there then', async () => {
  const twice = created(305, 305).map((dataset, index) =>
    index < 10
      ? { ...dataset, title: 'Harbours of all', organisation: 'org-1', fields: { ...dataset.fields, resources: [] } }
      : dataset,
  );
  await withPortal(twice, async () => {
    const { out } = await run([...asked, '--store', 'twice'], cwd);
    const [only] = (JSON.parse(out) as CommitmentsReport).commitments;
    expect(only?.indicators[1]).toMatchObject({ status: 'unsure', value: 296 });
  });
});

test('what is asked is recorded, and the archive gives the same report', async () => {
  await withPortal(created(305, 305), async ({ asked: paths }) => {
    const live = await run([...asked, '--store', 'live', '--record', 'portal.warc.gz'], cwd);
    const count = paths.length;
    const again = await run(
      [...asked.filter((word) => word !== '--allow-private'), '--store', 'replayed', '--replay', 'portal.warc.gz'],
      cwd,
    );
    const withoutRecords = (out: string): unknown => (JSON.parse(out) as CommitmentsReport).commitments;
    expect(withoutRecords(again.out)).toEqual(withoutRecords(live.out));
    expect([paths.length, count < 40]).toEqual([count, true]);
    expect(paths.filter((path) => path.includes('/files/'))).toEqual([]);
  });
});

test('a portal that does not answer leaves everything unsure, and ends with 3', async () => {
  await withPortal([], async ({ url }) => {
    writePlan(new URL(url).host.replace(/\d+$/, '9'));
    const { code, out } = await run([...asked, '--store', 'silent', '--fail-if', 'behind'], cwd);
    expect([code, statuses(out)?.map(([status]) => status)]).toEqual([3, ['unsure', 'unsure', 'unsure']]);
  });
});

test('robots.txt is kept to: what it closes is neither asked nor missed', async () => {
  const portal = await openMadePortal({ datasets: () => madeDatasets(10, 2), robots: 'User-agent: *\nDisallow: /\n' });
  try {
    writePlan(portal.host);
    const { out } = await run([...asked, '--store', 'closed'], cwd);
    expect(statuses(out)?.map(([status]) => status)).toEqual(['unsure', 'unsure', 'unsure']);
    expect([...new Set(portal.asked)]).toEqual(['GET /robots.txt']);
  } finally {
    await portal.close();
  }
});
