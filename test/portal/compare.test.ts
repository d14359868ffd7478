import { describe, expect, test } from 'vitest';
import { portalRules } from '../../src/audit/portal/data.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { InventoryEntry, PortalReport } from '../../src/model/portal.ts';
import type { PortalSurvey, RecordDigest } from '../../src/model/survey.ts';
import { compareReports, isUnchanged } from '../../src/portal/compare.ts';
import { reportOf } from '../../src/portal/report.ts';
import { stemOf } from '../../src/portal/series.ts';
import { look, record, survey } from './builders.ts';
import { wordOf } from './ckan-portal.ts';

const rules = portalRules(openCriteria());
const words = { months: new Set(['january', 'february', 'march']), places: [] };
const given = { rules, tool: { name: 'odi', version: '0' }, stemOf: (title: string) => stemOf(title, words) };

const report = (made: Partial<PortalSurvey>, earlier: PortalReport | null = null): PortalReport =>
  reportOf(survey(made), { ...given, earlier });

const titled = (id: string, title: string, more: Partial<RecordDigest> = {}): RecordDigest =>
  record({ id, title, stem: stemOf(title, words), ...more });

const before = report({
  records: ['Harbours', 'Schools', 'Forests', 'Rivers', 'Roads'].map((title) => titled(title.toLowerCase(), title)),
  files: [look({ dataset: 'harbours' }), look({ dataset: 'schools', outcome: 'dead' })],
});

const indicator = ({ processes }: PortalReport, id: string) =>
  processes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);

describe('a comparison', () => {
  test('of a report with itself is empty', () => {
    const changes = compareReports(before, before, given.stemOf);
    expect(isUnchanged(changes)).toBe(true);
  });

  test('names what was removed, added, changed and renamed', () => {
    const after = report(
      {
        records: [
          titled('harbours', 'Harbours', { content: 'other words' }),
          titled('schools', 'Schools and nurseries'),
          titled('forests-2', 'Woods', { addresses: 'address of forests' }),
          titled('rivers', 'Rivers'),
          titled('markets', 'Markets'),
        ],
        files: [look({ dataset: 'harbours', outcome: 'dead' }), look({ dataset: 'schools', outcome: 'unseen' })],
      },
      before,
    );
    const { changes } = after;
    expect(changes?.added.map(({ title }) => title)).toEqual(['Markets']);
    expect(changes?.removed.map(({ title }) => title)).toEqual(['Roads']);
    expect(changes?.changed.map(({ title }) => title)).toEqual(['Harbours']);
    expect(changes?.renamed.map((pair) => [pair.before.title, pair.after.title])).toEqual([
      ['Schools', 'Schools and nurseries'],
      ['Forests', 'Woods'],
    ]);
    expect(['added', 'removed', 'changed', 'renamed'].map((id) => indicator(after, id)?.value)).toEqual([1, 1, 1, 2]);
    // What we failed to see this time is no change of the publisher's.
    expect(changes?.files).toEqual({ pairs: 1, died: ['Figures of harbours'], revived: [], chance: 1 });
  });

  test('one address that many datasets share tells none of them again', () => {
    const shared = { addresses: 'one page for all' };
    const earlier = report({ records: [titled('a', 'A book', shared), titled('b', 'A ship', shared)] });
    const after = report({ records: [titled('c', 'A tree', shared), titled('d', 'A house', shared)] }, earlier);
    expect(after.changes).toMatchObject({
      renamed: [],
      added: [{ id: 'c' }, { id: 'd' }],
      removed: [{ id: 'a' }, { id: 'b' }],
    });
  });

  test('of a report without a list says so', () => {
    const counts = report({ records: [], basis: 'counts', pages: { of: 0, isDrawn: false, asked: [] } }, before);
    expect(indicator(counts, 'removed')).toMatchObject({ value: null, reason: 'not-comparable' });
    expect(indicator(before, 'removed')).toMatchObject({ value: null, reason: 'no-earlier' });
  });
});

/** A list of any length, without making reports of it. */
const inventory = (entries: readonly (readonly [id: string, title: string])[]): readonly InventoryEntry[] =>
  entries.map(([id, title]) => ({ id, title, same: '', content: title, modified: null }));

describe('a catalogue that counts fewer', () => {
  const lone = Array.from(
    { length: 155_000 },
    (_, index) => [`lone-${index}`, `Register ${wordOf(index)} of parcels`] as const,
  );
  const members = Array.from({ length: 40_245 }, (_, index) => {
    const series = index % 1_000;
    return [`member-${index}`, `Water levels ${wordOf(series)} station, ${1980 + Math.floor(index / 1_000)}`] as const;
  });
  const joined = Array.from(
    { length: 1_000 },
    (_, series) => [`series-${series}`, `Water levels ${wordOf(series)} station`] as const,
  );
  const counting = (declared: number, list: readonly InventoryEntry[]) => ({
    ...before,
    inventory: list,
    reach: { declared, enumerated: declared, distinct: declared, basis: 'whole' as const },
  });

  test('from 195,245 to 156,000 by series that were joined says series, not loss', () => {
    const [earlier, after] = [inventory([...lone, ...members]), inventory([...lone, ...joined])];
    const changes = compareReports(counting(195_245, earlier), counting(156_000, after), given.stemOf);
    expect(changes.fall).toMatchObject({ by: 39_245, because: 'series' });
    expect(changes.fall?.says).toContain('no loss of data');
    expect(changes.merged).toHaveLength(1_000);
  });

  test('from 195,245 to 155,000 without a dataset that took the members in says loss', () => {
    const changes = compareReports(
      counting(195_245, inventory([...lone, ...members])),
      counting(155_000, inventory(lone)),
      given.stemOf,
    );
    expect(changes.fall).toMatchObject({ by: 40_245, because: 'loss' });
  });

  test('of which only counts are known says by its series', () => {
    const sampled = (declared: number, share: number) => ({
      ...counting(declared, []),
      processes: before.processes.map((part) => ({
        ...part,
        indicators: part.indicators.map((one) =>
          one.id === 'series' ? { ...one, value: share, interval: null } : one,
        ),
      })),
    });
    const by = (share: number) =>
      compareReports(sampled(195_245, 0.21), sampled(156_000, share), given.stemOf).fall?.because;
    expect([by(0), by(0.2)]).toEqual(['series', 'loss']);
    const unknown = compareReports(counting(195_245, []), { ...counting(156_000, []), processes: [] }, given.stemOf);
    expect(unknown.fall?.because).toBe('unknown');
  });
});
