import { expect, test } from 'vitest';
import { portalRules } from '../../src/audit/portal/data.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { mqaCount, mqaPoints } from '../../src/portal/mqa.ts';

const { mqa } = portalRules(openCriteria());

/** Counts that ckan-mqa publishes as an example (github.com/mjanez/ckan-mqa, README): 46 datasets, 255 distributions. */
const published: Readonly<Record<string, readonly [count: number, population: number]>> = {
  keyword: [46, 46],
  theme: [46, 46],
  spatial: [42, 46],
  temporal: [0, 46],
  'access-url-200': [255, 255],
  'download-url': [0, 255],
  'download-url-200': [0, 255],
  format: [255, 255],
  'media-type': [255, 255],
  'format-vocabulary': [378, 510],
  'non-proprietary': [131, 255],
  'machine-readable': [252, 255],
  'dcat-ap': [0, 46],
  licence: [255, 255],
  'licence-vocabulary': [245, 255],
  'access-rights': [46, 46],
  'access-rights-vocabulary': [0, 46],
  contact: [46, 46],
  publisher: [46, 46],
  rights: [255, 255],
  'byte-size': [0, 255],
  issued: [46, 46],
  modified: [46, 46],
};

const counts = Object.fromEntries(Object.entries(published).map(([id, [count, all]]) => [id, mqaCount(count, all)]));

test('the published example comes to the published points', () => {
  expect(mqaPoints(counts, mqa).points).toEqual({ low: 280.31, high: 280.31, outOf: 405 });
});

test('what was not looked at is a range', () => {
  const { 'dcat-ap': _, ...rest } = counts;
  expect(mqaPoints(rest, mqa).points).toEqual({ low: 280.31, high: 310.31, outOf: 405 });
});

test('all weights add up', () => {
  expect(mqa.metrics.reduce((sum, { weight }) => sum + weight, 0)).toBe(mqa.outOf);
});
