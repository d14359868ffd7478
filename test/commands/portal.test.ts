import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PortalIndicator, PortalReport } from '../../src/model/portal.ts';
import { type MadePortal, madeDatasets, openMadePortal, withFates } from '../portal/ckan-portal.ts';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-portal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asOf = ['--as-of', '2026-11-29'];
const common = ['--allow-private', '--quiet', '--timeout', '1', ...asOf, '--store', folder];

const indicator = ({ processes }: PortalReport, id: string): PortalIndicator => {
  const found = processes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no indicator ${id}.`);
  return found;
};

const surveyed = async (words: readonly string[]): Promise<PortalReport> => {
  const { out, err, code } = await run(['portal', ...words, ...common, '--format', 'json'], folder);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

describe('a CKAN of 136 datasets', () => {
  let portal: MadePortal;
  let report: PortalReport;

  beforeAll(async () => {
    portal = await openMadePortal({
      emptyOrganisations: ['org-empty-1', 'org-empty-2', 'org-empty-3', 'org-empty-4'],
      showcases: 3,
      datasets: (host) => {
        const plain = madeDatasets(136 - 12 - 3, 16);
        const series = Array.from({ length: 12 }, (_, index) => ({
          ...{ id: `series-${index}`, organisation: 'org-1', title: `Rainfall by station, ${2010 + index}` },
        }));
        const twins = plain.slice(0, 3).map((dataset) => ({ ...dataset, id: `${dataset.id}-again` }));
        return withFates(
          host,
          [...plain, ...series, ...twins],
          [
            ['dead', 20],
            ['login', 5],
            ['hangs', 4],
          ],
        );
      },
    });
    report = await surveyed([portal.url]);
  });
  afterAll(() => portal.close());

  test.each([
    ['publishers', 16],
    ['publishers-empty', 0.2],
    ['publishers-active', 1],
    ['datasets-declared', 0],
    ['datasets-distinct', 133],
    ['duplicates', 3 / 136],
    ['series', 12 / 136],
    ['without-files', 0],
    ['theme', 1],
    ['keywords', 1],
    ['format-declared', 1],
    ['licence-declared', 1],
    ['licence-open', 1],
    ['spatial', 1],
    ['temporal', 1],
    ['frequency', 1],
    ['language', 1],
    ['contact', 1],
    ['links-dead', 20 / 96],
    ['links-not-data', 5 / 96],
    ['links-unseen', 4 / 100],
    ['machine-readable', 1],
    ['open-format', 1],
    ['reuses', 3],
    ['described', 1],
    ['last-sign-of-life', 40],
    ['feed', 1],
    ['feedback', 1],
    ['docs', 1],
    ['open-to-programs', 1],
    ['api-up', 1],
  ])('%s is exact', (id, value) => {
    expect(indicator(report, id).value).toBeCloseTo(value, 9);
  });

  test('what was declared and listed is told', () => {
    expect(report.reach).toEqual({ declared: 136, enumerated: 136, distinct: 133, basis: 'whole' });
    expect(report.portal).toMatchObject({ software: 'ckan', version: '2.10.4' });
  });
});

describe('a report that is kept', () => {
  let portal: MadePortal;
  const store = join(folder, 'kept');

  beforeAll(async () => {
    portal = await openMadePortal({ datasets: () => madeDatasets(6, 2) });
    const words = ['portal', portal.url, '--allow-private', '--quiet', ...asOf, '--store', store, '--format', 'json'];
    await run([...words, '--out', 'report.json'], folder);
  });
  afterAll(() => portal.close());

  test.each([
    ['text', 'What to mend first'],
    ['json', '"id": "licence-open"'],
    ['markdown', '| Datasets with an open licence | 100 % |'],
    ['csv', ',licence-open,'],
    ['html', '<code>licence-open</code>'],
    ['junit', 'name="licence-open: 100 %, at least 90 %"/>'],
    ['dqv', 'dqv:isMeasurementOf odi:licence-open'],
  ])('is shown by its address as %s', async (format, shows) => {
    const { code, out, err } = await run(['show', portal.url, '--store', store, '--format', format], folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(shows);
  });

  test('is shown by its file, and fits its schema', async () => {
    expect((await run(['show', 'report.json', '--format', 'json'], folder)).out).toContain('"odi-portal/1"');
    expect((await run(['validate', 'report.json', 'kept'], folder)).out).toBe('2 files are valid.\n');
  });

  test('is missed by name where there is none', async () => {
    const { code, err } = await run(['show', 'data.elsewhere.example', '--store', store], folder);
    expect(code).toBe(2);
    expect(err).toContain(`it holds reports of ${portal.host.replace(':', '-')}`);
  });

  test('what an indicator is can be asked', async () => {
    const { out } = await run(['explain', 'links-dead'], folder);
    expect(out).toContain('404, 410');
    expect(out).toContain('at most 0.05');
    expect(JSON.parse((await run(['explain', 'links-dead', '--format', 'json'], folder)).out)).toMatchObject({
      topic: 'indicator',
      process: 'dissemination',
    });
  });
});

test('a place without a known portal says what to do', async () => {
  const { code, err } = await run(['portal', 'marshall-islands', '--quiet', '--store', folder], folder);
  expect(code).toBe(2);
  expect(err).toContain('odi portal https://');
});

test('a portal of which nothing could be seen leaves a report of what is not known, and exit code 3', async () => {
  const words = ['portal', 'http://127.0.0.1:9/', '--allow-private', '--quiet', ...asOf];
  const { code, out } = await run([...words, '--store', join(folder, 'nothing'), '--format', 'json'], folder);
  const report: PortalReport = JSON.parse(out);
  expect(code).toBe(3);
  const answers = report.processes.flatMap(({ indicators }) => indicators.flatMap(({ answer }) => answer ?? []));
  expect(new Set(answers)).toEqual(new Set(['Unsure']));
  expect((await run(['show', 'http://127.0.0.1:9/', '--store', join(folder, 'nothing')], folder)).code).toBe(0);
});

test('a page behind which no catalogue answers shows nothing of a portal: exit code 3', async () => {
  const capture = join(import.meta.dirname, '../../fixtures/captures/morocco-2015.warc.gz');
  const words = ['portal', 'http://www.elections.ma/', '--replay', capture, '--quiet', '--format', 'json'];
  const { code, out } = await run([...words, '--store', join(folder, 'page')], folder);
  const report: PortalReport = JSON.parse(out);
  expect(code).toBe(3);
  expect(report.evidence.length).toBeGreaterThan(0);
  expect(report.processes.flatMap(({ indicators }) => indicators.flatMap(({ value }) => value ?? []))).toEqual([]);
});
