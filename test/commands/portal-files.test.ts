import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PortalIndicator, PortalReport } from '../../src/model/portal.ts';
import { type FileFate, type MadeDataset, madeDatasets, openMadePortal, withFates } from '../portal/ckan-portal.ts';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-portal-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const common = [
  '--allow-private',
  '--quiet',
  '--timeout',
  '1',
  '--as-of',
  '2026-11-29',
  '--store',
  join(folder, 'store'),
];

const indicator = ({ processes }: PortalReport, id: string): PortalIndicator => {
  const found = processes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no indicator ${id}.`);
  return found;
};

/** Surveys a portal of some datasets, with further words. */
const surveyed = async (
  datasets: readonly MadeDataset[],
  words: readonly string[] = [],
  given: Partial<Parameters<typeof openMadePortal>[0]> = {},
) => {
  const portal = await openMadePortal({ datasets: () => datasets, ...given });
  const told = await run(['portal', portal.url, ...common, '--format', 'json', ...words], folder);
  await portal.close();
  const report: PortalReport = JSON.parse(told.out);
  return { ...told, report, asked: portal.asked };
};

describe('what comes of a link', () => {
  const fates: readonly (readonly [FileFate, string, string])[] = [
    ['data', 'alive', 'data'],
    ['head-lies', 'alive', 'data'],
    ['dead', 'dead', 'http-404'],
    ['soft-404', 'dead', 'soft-404'],
    ['empty', 'dead', 'empty'],
    ['login', 'not-data', 'login'],
    ['page', 'not-data', 'page'],
    ['wall', 'unseen', 'captcha'],
    ['hangs', 'unseen', 'timeout'],
  ];

  test('is told by what arrived: never dead where we failed to see, never alive where something else came', async () => {
    const datasets = madeDatasets(fates.length, 2).map((one, index) => ({ ...one, fate: fates[index]?.[0] ?? 'data' }));
    const { report, asked } = await surveyed(datasets);
    const came = new Map(report.files.map(({ dataset, outcome, because }) => [dataset, [outcome, because]]));
    expect(datasets.map(({ id, fate }) => [fate, ...(came.get(id) ?? [])])).toEqual(fates.map((row) => [...row]));
    expect(asked.filter((path) => path.startsWith('HEAD'))).toEqual([]);
    expect(indicator(report, 'links-unseen').numerator).toBe(2);
    // Two that were not seen may be dead or alive.
    expect(indicator(report, 'links-dead')).toMatchObject({
      ...{ numerator: 3, denominator: 7 },
      interval: { low: expect.closeTo(3 / 9, 9), high: expect.closeTo(5 / 9, 9) },
      answer: 'No',
    });
  });

  test('closed by robots.txt is not seen, and closes no interface that answers', async () => {
    const { report } = await surveyed(madeDatasets(4, 2), [], { robots: 'User-agent: *\nDisallow: /files/\n' });
    expect(report.files.map(({ outcome, because }) => [outcome, because])).toEqual(
      Array.from({ length: 4 }, () => ['unseen', 'robots']),
    );
    expect(indicator(report, 'links-dead')).toMatchObject({
      value: null,
      interval: { low: 0, high: 1 },
      answer: 'Unsure',
    });
    expect(indicator(report, 'open-to-programs')).toMatchObject({ value: 1, answer: 'Yes' });
  });

  test('is not asked with --files 0, and nothing is said of it', async () => {
    const { report, asked } = await surveyed(madeDatasets(4, 2), ['--files', '0']);
    expect(asked.filter((path) => path.includes('/files/'))).toEqual([]);
    expect(indicator(report, 'links-dead')).toMatchObject({ value: null, answer: 'Unsure', reason: 'not-sampled' });
  });
});

test('an interface that robots.txt closes is a portal that could not be counted, and nothing is said of its datasets', async () => {
  const { report, code } = await surveyed(madeDatasets(4, 2), [], { robots: 'User-agent: *\nDisallow: /api/\n' });
  expect(code).toBe(0);
  expect(report.reach).toEqual({ declared: null, enumerated: 0, distinct: 0, basis: 'counts' });
  expect(indicator(report, 'open-to-programs')).toMatchObject({ value: 0, answer: 'No' });
  const judged = report.processes.flatMap(({ indicators }) => indicators.filter(({ answer }) => answer === 'No'));
  expect(judged.map(({ id }) => id)).toEqual(['open-to-programs']);
});

test('a server that gives out fewer than it is asked for is listed whole all the same', async () => {
  const { report } = await surveyed(madeDatasets(95, 5), ['--files', '0'], { mostRows: 20 });
  expect(report.reach).toEqual({ declared: 95, enumerated: 95, distinct: 95, basis: 'whole' });
});

test('a list that was not read whole for lack of requests leaves no more than a range', async () => {
  const datasets = madeDatasets(95, 5).map((one, index) =>
    index < 40 ? { ...one, fields: { license_id: '', license_title: '' } } : one,
  );
  const { report } = await surveyed(datasets, ['--files', '0', '--max-requests', '12'], { mostRows: 20 });
  expect(report.reach.basis).toBe('sample');
  expect(indicator(report, 'duplicates')).toMatchObject({ reason: 'needs-whole-list', answer: 'Unsure' });
  expect(indicator(report, 'licence-declared').interval?.method).toBe('cluster');
});

test('datasets that are counted and not listed are told', async () => {
  const { report } = await surveyed(madeDatasets(20, 2), ['--files', '0'], { declared: 23 });
  expect(indicator(report, 'datasets-declared')).toMatchObject({ value: 3, answer: 'No' });
});

test('the first findings are the faults that touch most datasets', async () => {
  const datasets = (host: string): readonly MadeDataset[] =>
    withFates(
      host,
      madeDatasets(90, 6).map((one, index) => ({
        ...one,
        fields: {
          ...(index < 60 ? { license_id: '', license_title: '' } : {}),
          ...(index >= 20 ? { notes: 'Short.' } : {}),
          groups: [{ title: 'Economy and finance' }],
          metadata_created: `2026-${String((index % 10) + 1).padStart(2, '0')}-05T08:00:00`,
        },
      })),
      [['dead', 30]],
    );
  const { report } = await surveyed([], [], { datasets });
  expect(report.findings.slice(0, 3).map(({ indicator: id, datasets: touched }) => [id, touched])).toEqual([
    ['described', { low: 70, high: 70 }],
    ['licence-declared', { low: 60, high: 60 }],
    ['links-dead', { low: 30, high: 30 }],
  ]);
  expect(report.findings[2]?.examples).toHaveLength(3);
});

describe('a bar of the caller', () => {
  const datasets = (host: string) =>
    withFates(host, madeDatasets(30, 3), [
      ['dead', 6],
      ['wall', 3],
    ]);

  test.each([
    ['links-dead>10%', 1],
    ['links-dead>50%', 0],
    ['links-dead>25%', 3],
    ['duplicates>0', 0],
    ['mqa<100', 0],
  ])('%s', async (bar, expected) => {
    const { code } = await surveyed([], ['--fail-if', bar], { datasets });
    expect(code).toBe(expected);
  });

  test('that is certainly missed counts before one that cannot be told', async () => {
    const { code, err } = await surveyed([], ['--fail-if', 'links-dead>25%', '--fail-if', 'links-dead>10%'], {
      datasets,
    });
    expect(code).toBe(1);
    expect(err).toContain('links-dead>10%');
  });

  test('of an indicator that there is not is bad usage', async () => {
    const { code, err } = await run(['portal', 'http://127.0.0.1:9/', ...common, '--fail-if', 'links-dad>1'], folder);
    expect(code).toBe(2);
    expect(err).toContain('links-dead');
  });
});

test('a replay gives the same bytes, in every form', async () => {
  const datasets = (host: string) =>
    withFates(host, madeDatasets(24, 3), [
      ['dead', 3],
      ['wall', 2],
      ['hangs', 1],
      ['login', 2],
    ]);
  const portal = await openMadePortal({ datasets });
  const capture = join(folder, 'capture.warc.gz');
  const live = await run(['portal', portal.url, ...common, '--format', 'json', '--record', capture], folder);
  await portal.close();
  for (const format of ['json', 'text', 'csv', 'html', 'dqv', 'markdown', 'junit']) {
    const words = ['portal', portal.url, '--allow-private', '--quiet', '--as-of', '2026-11-29', '--replay', capture];
    const [one, other] = await Promise.all([
      run([...words, '--store', join(folder, 'a'), '--format', format], folder),
      run([...words, '--store', join(folder, 'b'), '--format', format], folder),
    ]);
    expect(one.out).toBe(other.out);
    if (format === 'json') expect(one.out).toBe(live.out);
  }
});

test('an earlier report is compared, and with itself nothing changed', async () => {
  const portal = await openMadePortal({ datasets: () => madeDatasets(12, 2) });
  const words = ['portal', portal.url, ...common, '--files', '0'];
  await run([...words, '--format', 'json', '--out', 'before.json'], folder);
  const { out } = await run([...words, '--compare', 'before.json'], folder);
  await portal.close();
  expect(out).toContain('Nothing changed.');
  const before: PortalReport = JSON.parse(readFileSync(join(folder, 'before.json'), 'utf8'));
  const gone = {
    ...before,
    inventory: [...before.inventory, { id: 'zz', title: 'The old census', same: '', content: '', modified: null }],
  };
  writeFileSync(join(folder, 'gone.json'), JSON.stringify(gone));
  const again = await openMadePortal({ datasets: () => madeDatasets(12, 2) });
  const compared = await run(['portal', again.url, ...common, '--files', '0', '--compare', 'gone.json'], folder);
  await again.close();
  expect(compared.out).toContain('1 removed: The old census');
});

test.each([
  ['no-such-file.json', 'cannot be read'],
  ['capture.warc.gz', 'is no JSON'],
])('an earlier report that is none (%s) is bad input', async (file, says) => {
  const { code, err } = await run(['portal', 'http://127.0.0.1:9/', ...common, '--compare', file], folder);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test('a list that gives the same page again is broken: nothing is said of the datasets that it hides', async () => {
  const { report } = await surveyed(madeDatasets(20, 2), ['--files', '0'], {
    declared: 200,
    mostRows: 10,
    isStuck: true,
  });
  expect(report.reach).toMatchObject({ declared: 200, enumerated: 10, basis: 'sample' });
  expect(report.unseen).toContainEqual(expect.objectContaining({ what: 'datasets', count: 190 }));
  expect(indicator(report, 'described').answer).toBe('Unsure');
});

test('a report of another portal, and a share held against a number above all of it, are refused', async () => {
  const file = join(folder, 'other.json');
  const { out } = await surveyed(madeDatasets(2, 1), ['--files', '0']);
  writeFileSync(file, out.replaceAll('127.0.0.1', 'elsewhere.example'));
  const other = await run(['portal', 'http://127.0.0.1:9', ...common, '--compare', file], folder);
  expect(other.code).toBe(2);
  expect(other.err).toMatch(/elsewhere\.example.*127\.0\.0\.1:9/);
  const bar = async (text: string) => run(['portal', 'http://127.0.0.1:9', ...common, '--fail-if', text], folder);
  const [share, above] = [await bar('links-dead>5'), await bar('links-dead>1000%')];
  expect([share.code, above.code]).toEqual([2, 2]);
  expect(share.err).toContain('links-dead>5%');
});
