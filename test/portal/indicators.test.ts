import { describe, expect, test } from 'vitest';
import { portalRules } from '../../src/audit/portal/data.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { PortalIndicator } from '../../src/model/portal.ts';
import type { FileLook, PortalSurvey, RecordDigest } from '../../src/model/survey.ts';
import { reportOf } from '../../src/portal/report.ts';
import { drawn } from '../../src/portal/sample.ts';
import { stemOf } from '../../src/portal/series.ts';
import { look, record, survey } from './builders.ts';

const rules = portalRules(openCriteria());
const given = { rules, tool: { name: 'odi', version: '0' }, stemOf: (title: string) => title, earlier: null };

const indicator = (made: Partial<PortalSurvey>, id: string): PortalIndicator => {
  const found = reportOf(survey(made), given)
    .processes.flatMap(({ indicators }) => indicators)
    .find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no indicator ${id}.`);
  return found;
};

const records = (count: number, made: (index: number) => Partial<RecordDigest> = () => ({})): readonly RecordDigest[] =>
  Array.from({ length: count }, (_, index) => record({ id: String(index).padStart(4, '0'), ...made(index) }));

const looks = (...counts: readonly (readonly [FileLook['outcome'], number])[]): readonly FileLook[] =>
  counts.flatMap(([outcome, count], group) =>
    Array.from({ length: count }, (_, index) => look({ dataset: `${group}-${index}`, outcome })),
  );

describe('what was not seen', () => {
  test('publishers of datasets that were not read may be as many, and none of them active', () => {
    const asked = [{ index: 0, evidence: null, datasets: 4, isSeen: true }];
    const made = { records: records(4), facts: { total: 100 }, basis: 'sample' as const };
    const { interval, answer } = indicator({ ...made, pages: { of: 25, isDrawn: true, asked } }, 'publishers-active');
    expect(interval?.low).toBeCloseTo(1 / 97);
    expect([interval?.high, answer]).toEqual([1, 'Unsure']);
  });

  test('an organisation that counts by publisher leave out is empty only as far as they add up', () => {
    const publishers = { listed: 5, empty: 3 };
    expect(indicator({ facts: { publishers } }, 'publishers-empty').answer).toBe('No');
    expect(indicator({ facts: { publishers: { ...publishers, surelyEmpty: 0 } } }, 'publishers-empty')).toMatchObject({
      interval: { low: 0, high: 0.6 },
      answer: 'Unsure',
    });
  });

  test('a dataset without a day may have come in any month', () => {
    const issued = (index: number) => ({ issued: index < 10 ? null : '2020-01-01' });
    expect(indicator({ records: records(20, (index) => issued(index + 10)) }, 'new-per-month').answer).toBe('No');
    expect(indicator({ records: records(20, issued) }, 'new-per-month')).toMatchObject({
      interval: { low: 2, high: 12 },
      answer: 'Unsure',
    });
  });

  test('a field that no record has is lacking only where nothing of the publisher’s own may be it', () => {
    const without = (hasOtherFields: boolean) => records(20, () => ({ spatial: 'absent', hasOtherFields }));
    expect(indicator({ records: without(false) }, 'spatial')).toMatchObject({ value: 0, answer: 'No' });
    expect(indicator({ records: without(true) }, 'spatial')).toMatchObject({
      value: 0,
      interval: { low: 0, high: 1 },
      answer: 'Unsure',
    });
  });

  test('what is there in another form than its standard asks is not taken for something unknown', () => {
    const written = records(20, () => ({ spatial: 'present', hasOtherFields: true }));
    expect(indicator({ records: written }, 'spatial').answer).toBe('No');
  });

  test.each([['theme'], ['theme-known'], ['language']])('a software without a field for it: %s', (id) => {
    const bare = records(20, () => ({ themes: [], isThemeKnown: false, language: 'absent' }));
    expect(indicator({ records: bare }, id).answer).toBe('No');
    expect(indicator({ records: bare, lacks: ['theme', 'language'] }, id)).toMatchObject({
      value: null,
      reason: 'not-offered',
      answer: 'Unsure',
    });
  });

  test('of a list that was read but for one page counts once as good and once as bad', () => {
    const asked = [0, 1, 2, 3].map((index) => ({
      index,
      evidence: null,
      datasets: index === 3 ? 0 : 25,
      isSeen: index !== 3,
    }));
    const made = { records: records(75), pages: { of: 4, isDrawn: false, asked }, facts: { total: 100 } };
    expect(indicator(made, 'theme')).toMatchObject({
      value: 1,
      interval: { low: 0.75, high: 1, method: 'bounds' },
      answer: 'Unsure',
    });
    expect(indicator(made, 'duplicates').answer).toBe('Unsure');
    expect(indicator(made, 'datasets-declared')).toMatchObject({
      value: null,
      answer: 'Unsure',
      reason: 'needs-whole-list',
    });
  });

  test('of pages that were drawn widens both ends', () => {
    const pages = (lost: number) => ({
      of: 100,
      isDrawn: true,
      asked: Array.from({ length: 10 }, (_, index) => ({
        index,
        evidence: null,
        datasets: index < lost ? 0 : 10,
        isSeen: index >= lost,
      })),
    });
    const half = records(100, (index) => ({ page: index % 10, keywords: index % 4 === 0 ? 0 : 1 }));
    const [all, some] = [0, 3].map((lost) => {
      const seen = half.filter(({ page }) => page >= lost);
      return indicator({ records: seen, basis: 'sample', pages: pages(lost), facts: { total: 1_000 } }, 'keywords')
        .interval;
    });
    expect(some?.low).toBeLessThan(all?.low ?? 0);
    expect(some?.high).toBeGreaterThanOrEqual(all?.high ?? 1);
  });

  test('of files leaves the denominator, and widens both ends', () => {
    const files = looks(['dead', 2], ['alive', 90], ['unseen', 8]);
    const found = indicator({ records: records(100), files }, 'links-dead');
    expect(found).toMatchObject({ numerator: 2, denominator: 92, answer: 'Unsure' });
    expect(found.interval).toMatchObject({ low: 0.02, high: 0.1 });
    const without = indicator({ records: records(100), files: looks(['dead', 2], ['alive', 98]) }, 'links-dead');
    expect(without).toMatchObject({ value: 0.02, interval: null, answer: 'Yes' });
  });

  test('of a licence counts once as open and once as not', () => {
    const unsure = { label: 'Terms', isRecognised: false, open: 'Unsure' as const };
    const made = records(20, (index) => (index < 4 ? { licence: unsure } : {}));
    expect(indicator({ records: made }, 'licence-open')).toMatchObject({
      value: 0.8,
      interval: { low: 0.8, high: 1 },
      answer: 'Unsure',
    });
    const closed = records(20, (index) => (index < 4 ? { licence: { ...unsure, open: 'No' as const } } : {}));
    expect(indicator({ records: closed }, 'licence-open')).toMatchObject({ value: 0.8, interval: null, answer: 'No' });
  });

  test('of a portal of which nothing is known is Unsure, and 0 of nothing', () => {
    const nothing: Partial<PortalSurvey> = {
      ...{ records: [], facts: {}, told: {}, basis: 'counts', notOffered: ['reuses'] },
      pages: { of: 0, isDrawn: false, asked: [] },
    };
    const report = reportOf(survey(nothing), given);
    for (const { id, value, answer, bar } of report.processes.flatMap(({ indicators }) => indicators)) {
      expect([id, value]).toEqual([id, null]);
      expect(answer).toBe(bar === null ? null : 'Unsure');
    }
    expect(indicator(nothing, 'reuses').reason).toBe('not-offered');
    expect(indicator(nothing, 'publishers').reason).toBe('not-answered');
    expect(report.findings).toEqual([]);
  });

  test('of questions to the interface counts once as answered and once as not', () => {
    const probe = (outcome: 'yes' | 'no' | 'unseen') => ({ id: 'api', outcome, because: '', evidence: [] });
    expect(indicator({ probes: [probe('yes'), probe('unseen')] }, 'api-up').answer).toBe('Unsure');
    expect(indicator({ probes: [probe('yes'), probe('yes')] }, 'api-up').answer).toBe('Yes');
    expect(indicator({ probes: [probe('yes'), probe('no')] }, 'api-up').answer).toBe('No');
  });

  test('on a front page does not show that it is not there', () => {
    const probe = (outcome: 'yes' | 'no' | 'unseen') => [{ id: 'feedback', outcome, because: 'a link', evidence: [] }];
    expect(indicator({ probes: probe('unseen') }, 'feedback')).toMatchObject({ value: null, answer: 'Unsure' });
    expect(indicator({ probes: probe('no') }, 'feedback')).toMatchObject({ value: 0, answer: 'No' });
  });
});

describe('the inventory', () => {
  test('counts once what has one identifier, one title and publisher, or one set of addresses', () => {
    const made = [
      ...records(10),
      record({ id: 'a', identifier: 'urn:1' }),
      record({ id: 'b', identifier: 'urn:1' }),
      record({ id: 'c', title: 'Harbours', publisher: 'Port' }),
      record({ id: 'd', title: 'Harbours', publisher: 'Port' }),
      record({ id: 'e', addresses: 'the same' }),
      record({ id: 'f', addresses: 'the same' }),
    ];
    expect(indicator({ records: made }, 'duplicates')).toMatchObject({ numerator: 3, denominator: 16, answer: 'No' });
    expect(indicator({ records: made }, 'datasets-distinct').value).toBe(13);
  });

  test('takes an address that many datasets share for none of theirs', () => {
    const made = records(12, () => ({ addresses: 'the portal itself' }));
    expect(indicator({ records: made }, 'duplicates').value).toBe(0);
  });

  test.each([
    ['Rainfall by station, January 2019', 'Rainfall by station, March 2020', true],
    ['Budget 2019', 'Budget of the region 2019', false],
    ['Recettes fiscales – 2e trimestre 2021', 'Recettes fiscales – 3e trimestre 2022', true],
    ['Population of Agadir 2014', 'Population of Tanger 2015', true],
    ['12', '13', false],
  ])('%s and %s', (one, other, isSeries) => {
    const words = { months: new Set(['january', 'march']), places: ['agadir', 'tanger'] };
    const [a, b] = [stemOf(one, words), stemOf(other, words)];
    expect(a !== '' && a === b).toBe(isSeries);
  });
});

describe('freshness', () => {
  test('is told by twice the declared rhythm, and unknown without one', () => {
    const made = [
      ...records(4, (index) => ({
        rhythm: 31,
        modified: ['2026-11-20', '2026-10-15', '2026-09-01', '2026-01-01'][index] ?? null,
      })),
      record({ id: 'none', rhythm: null, modified: '2001-01-01' }),
    ];
    const fresh = indicator({ records: made }, 'fresh');
    expect(fresh).toMatchObject({ numerator: 2, denominator: 4, value: 0.5, reason: 'by-record' });
    expect(Object.fromEntries(fresh.parts.map(({ key, value }) => [key, value]))).toEqual({
      ...{ fresh: 1, due: 1, overdue: 2 },
      'unknown-rhythm': 1,
    });
  });

  test('by the data is told beside it', () => {
    const files = [
      look({ dataset: '1', rhythm: 31, dataUpTo: '2024-12-31' }),
      look({ dataset: '2', rhythm: 31, dataUpTo: '2026-11-01' }),
    ];
    expect(indicator({ records: records(2, () => ({ rhythm: 31 })), files }, 'fresh-by-data').value).toBe(0.5);
  });

  test('a day after the day of the report is no sign of life', () => {
    const made = records(2, (index) => ({ issued: '2020-01-01', modified: index === 0 ? '2030-01-01' : '2026-11-19' }));
    expect(indicator({ records: made }, 'last-sign-of-life').value).toBe(10);
  });
});

describe('what is drawn', () => {
  test('has the lowest ranks, and no dataset without a file', () => {
    const made = records(20, (index) => (index % 2 === 0 ? {} : { file: null }));
    expect(drawn(made, 3).map(({ record: { id }, weight }) => [id, weight])).toEqual([
      ['0000', 1],
      ['0002', 1],
      ['0004', 1],
    ]);
  });

  test('of more than 50 publishers takes one of each of the ten largest besides, and weighs it back', () => {
    const small = records(60, (index) => ({ publisher: `small ${index}` }));
    const large = Array.from({ length: 40 }, (_, index) =>
      record({ id: `9${index}`, rank: `9${index}`, publisher: 'Large' }),
    );
    const found = drawn([...small, ...large], 20);
    const extra = found.filter(({ record: { publisher } }) => publisher === 'Large');
    expect(extra.map(({ weight }) => weight)).toEqual([40]);
    // Together they stand for all datasets with a file.
    expect(found.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
  });
});
