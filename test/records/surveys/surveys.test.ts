import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PortalIndicator, PortalReport } from '../../../src/model/portal.ts';
import { surveys } from '../../../src/records/surveys/index.ts';
import { run } from '../../commands/in-process.ts';
import { held, openSpeaker, speakers } from './software.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-surveys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const surveyed = async (software: string): Promise<PortalReport> => {
  const speaker = speakers[software];
  if (speaker === undefined) throw new Error(`There is no ${software} here.`);
  const { root, close } = await openSpeaker(speaker.speak);
  const common = ['--allow-private', '--quiet', '--as-of', '2026-11-29', '--store', folder, '--files', '0'];
  const { out, err, code } = await run(['portal', `${root}${speaker.path}`, ...common, '--format', 'json'], folder);
  await close();
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

const indicator = ({ processes }: PortalReport, id: string): PortalIndicator | undefined =>
  processes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);

/** What each can tell besides: `null` is what its software has no way to tell. */
const rows: readonly (readonly [
  software: string,
  told: {
    readonly as: string;
    readonly publishers?: number;
    readonly themes?: number;
    readonly reuses: number | null;
    readonly empty: number | null;
    readonly licences?: number;
    readonly days?: number;
  },
])[] = [
  ['ckan', { as: 'ckan', publishers: 5, themes: 3, reuses: null, empty: 1 / 6, licences: 1, days: 14 }],
  ['udata', { as: 'udata', publishers: 5, reuses: 41, empty: 1 / 6, licences: 1, days: 14 }],
  ['opendatasoft', { as: 'opendatasoft', publishers: 5, themes: 3, reuses: null, empty: null, licences: 1, days: 14 }],
  ['socrata', { as: 'socrata', publishers: 5, themes: 3, reuses: null, empty: null, licences: 1, days: 14 }],
  ['arcgis-hub', { as: 'arcgis-hub', publishers: 5, reuses: null, empty: null, days: 14 }],
  ['dkan', { as: 'dkan', publishers: 5, themes: 3, reuses: null, empty: null, licences: 1, days: 14 }],
  ['dcat', { as: 'dcat', publishers: 5, reuses: null, empty: null, licences: 1, days: 14 }],
  ['data-json', { as: 'dcat', publishers: 5, themes: 3, reuses: null, empty: null, licences: 1, days: 14 }],
  ['geonetwork', { as: 'geonetwork', publishers: 5, reuses: null, empty: null, days: 14 }],
  ['csw', { as: 'csw', publishers: 5, reuses: null, empty: null, days: 14 }],
  ['ogc-records', { as: 'ogc-records', publishers: 5, reuses: null, empty: null, days: 14 }],
  ['pxweb', { as: 'pxweb', publishers: 5, reuses: null, empty: null, days: 14 }],
  ['sdmx', { as: 'sdmx', publishers: 5, reuses: null, empty: null }],
];

test('every software has its row', () => {
  expect(rows.map(([software]) => software).sort()).toEqual(surveys.map(({ software }) => software).sort());
});

describe.each(rows)('a portal of %s', (software, told) => {
  test('is told by trying, counted, and listed whole', async () => {
    const report = await surveyed(software);
    expect(report.portal.software).toBe(told.as);
    expect(report.reach).toEqual({ declared: 130, enumerated: 130, distinct: 130, basis: 'whole' });
    expect(report.inventory.map(({ title }) => title).sort()).toEqual(held.map(({ title }) => title).sort());
    expect(indicator(report, 'publishers')?.value).toBe(told.publishers);
    for (const group of report.groups.publisher ?? []) expect(group).toMatchObject({ datasets: 26, share: 0.2 });
    if (told.themes !== undefined)
      expect((report.groups.theme ?? []).map(({ datasets }) => datasets)).toEqual([44, 43, 43]);
    if (told.licences !== undefined) expect(indicator(report, 'licence-declared')?.value).toBe(told.licences);
    if (told.days !== undefined) expect(indicator(report, 'last-sign-of-life')?.value).toBe(told.days);
  });

  test('says what it has no way to tell, and never 0', async () => {
    const report = await surveyed(software);
    for (const [id, value] of [
      ['reuses', told.reuses],
      ['publishers-empty', told.empty],
    ] as const) {
      const found = indicator(report, id);
      if (value === null)
        expect(found).toMatchObject({ value: null, reason: software === 'ckan' ? 'not-answered' : 'not-offered' });
      else expect(found?.value).toBeCloseTo(value, 9);
    }
  });
});
