import { describe, expect, test } from 'vitest';
import { isReportOf, type PortalFigures, readPortalFigures, valuesOf } from '../../src/commitments/portal-figures.ts';
import type { Json } from '../../src/model/basics.ts';

const reportWith = (indicator: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  format: 'odi-portal/1',
  portal: { url: 'https://www.data.gov.ma/', api: null },
  asOf: '2020-08-31',
  reach: { declared: 301, enumerated: 301, distinct: 301, basis: 'whole' },
  processes: [{ id: 'inventory', indicators: [indicator] }],
  ...more,
});

const figuresOf = (report: Json): PortalFigures => {
  const read = readPortalFigures(report);
  if (!('figures' in read)) throw new Error(read.says);
  return read;
};

const count = { id: 'datasets-distinct', value: 301, basis: 'whole', interval: null };

const first = (report: Json) => figuresOf(report).figures[0];

describe('an indicator', () => {
  test('of a list that was read whole is exact', () => {
    expect(first(reportWith(count))).toEqual({
      id: 'datasets-distinct',
      value: 301,
      low: 301,
      high: 301,
      strength: 'whole',
    });
  });

  test.each([
    ['the list is shorter than the catalogue says', { reach: { declared: 400, enumerated: 301, basis: 'whole' } }],
    ['pages of it were drawn', { reach: { declared: 301, enumerated: 100, basis: 'sample' } }],
    ['only counts were asked for', { reach: { declared: 301, enumerated: 0, basis: 'counts' } }],
    ['nothing is told of its reach', { reach: null }],
  ])('has no upper bound where %s', (_, more) => {
    expect(first(reportWith(count, more))).toMatchObject({ low: 301, high: null, strength: 'interval' });
  });

  test('with bounds keeps them', () => {
    const share = { id: 'links-dead', value: 0.2, basis: 'sample', interval: { low: 0.13, high: 0.29 } };
    expect(first(reportWith(share))).toMatchObject({ value: 0.2, low: 0.13, high: 0.29, strength: 'interval' });
  });

  test('of a sample without bounds bounds nothing', () => {
    expect(first(reportWith({ ...count, basis: 'sample' }))).toMatchObject({ low: null, high: null });
  });

  test('that the catalogue tells of itself is declared', () => {
    expect(first(reportWith({ ...count, basis: 'declared' }))).toMatchObject({ low: 301, strength: 'declared' });
  });

  test('that is a share has no value where its report tells none, whatever its answer', () => {
    const bounds = { interval: { low: 0, high: 1 }, basis: 'sample', unit: 'share', answer: 'No' };
    expect(first(reportWith({ id: 'links-dead', value: null, ...bounds }))).toMatchObject({
      ...{ value: null, low: 0, high: 1, strength: 'interval' },
    });
  });

  test('that is yes or no counts as 1 or 0, and one without a value as none', () => {
    const answered = (answer: string | null) =>
      first(reportWith({ id: 'feed', value: null, basis: 'whole', interval: null, answer }));
    expect([answered('Yes')?.low, answered('No')?.high, answered(null)?.low]).toEqual([1, 0, null]);
  });
});

test.each([
  ['another format', { format: 'odi-review/1' }, '/format'],
  ['no address', { ...(reportWith(count) as object), portal: { url: 'data' } }, '/portal/url'],
  ['no day', { ...(reportWith(count) as object), asOf: 'today' }, '/asOf'],
  ['no processes', { ...(reportWith(count) as object), processes: {} }, '/processes'],
  ['no report at all', [], '/format'],
])('%s is told with its place', (_, report, at) => {
  expect(readPortalFigures(report as Json)).toMatchObject({ at });
});

test('a portal is known by its host, with and without www', () => {
  const figures = figuresOf(reportWith(count));
  expect([
    isReportOf(figures, 'data.gov.ma'),
    isReportOf(figures, 'www.data.gov.ma'),
    isReportOf(figures, 'gov.ma'),
  ]).toEqual([true, true, false]);
});

describe('days before the report', () => {
  const inventory = [
    { id: 'a', issued: '2018-01-01', publisher: 'One' },
    { id: 'b', issued: '2019-01-01', publisher: 'One' },
    { id: 'c', issued: '2020-10-01', publisher: 'Two' },
    { id: 'd', issued: null, publisher: 'Two' },
  ];
  const later = figuresOf(reportWith(count, { asOf: '2026-11-29', inventory }));

  test('are told by the dates of its list, as the least that there was', () => {
    const values = valuesOf(later, 'datasets-distinct', ['2020-08-31', '2026-11-29'], ['ev-1']);
    expect(values.map(({ on, low, high, strength }) => [on, low, high, strength])).toEqual([
      ['2026-11-29', 301, 301, 'whole'],
      ['2020-08-31', 2, null, 'lower-bound'],
    ]);
  });

  test('count publishers by their first dataset', () => {
    expect(valuesOf(later, 'publishers', ['2020-08-31'], [])).toMatchObject([{ low: 1, high: null }]);
  });

  test('are not told of what no list counts, nor where the list has no dates', () => {
    expect(valuesOf(later, 'reuses', ['2020-08-31'], [])).toEqual([]);
    expect(
      valuesOf(figuresOf(reportWith(count, { asOf: '2026-11-29' })), 'datasets-distinct', ['2020-08-31'], []),
    ).toHaveLength(1);
  });
});
