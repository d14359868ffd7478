import { describe, expect, test } from 'vitest';
import { shareOfFiles, shareOfRecords } from '../../src/portal/estimate.ts';
import { collection } from '../../src/portal/indicators/collection.ts';
import { dissemination } from '../../src/portal/indicators/dissemination.ts';
import { inventory } from '../../src/portal/indicators/inventory.ts';
import { viewOfSurvey } from '../../src/portal/view.ts';
import { look, record, survey } from './builders.ts';

const records = Array.from({ length: 10 }, (_, index) => record({ id: String(index) }));
const files = records.map(({ id }) => look({ dataset: id }));
const pages = {
  ...{ of: 10, isDrawn: false },
  asked: [{ index: 0, evidence: 'ev-2' as const, datasets: 10, isSeen: true }],
};
const cut = survey({ records, files, pages, basis: 'sample', facts: { total: 100 } });

describe('a list that shows fewer datasets than its catalogue counts', () => {
  test('leaves open what the others have', () => {
    const { value, interval, basis } = shareOfRecords(viewOfSurvey(cut), ({ isDescribed }) => isDescribed);
    expect({ value, interval, basis }).toMatchObject({ value: 1, interval: { low: 0.1, high: 1 }, basis: 'sample' });
  });

  test('and what their files are', () => {
    const { value, interval } = shareOfFiles(viewOfSurvey(cut), ({ outcome }) => (outcome === 'dead' ? 'hit' : 'miss'));
    expect(value).toBe(0);
    expect(interval?.high).toBeGreaterThan(0.9);
  });

  test('shows how many it lacks where it was read to its end, and not where it gave the same again', () => {
    const missing = (repeats: number) =>
      inventory['datasets-declared']?.(viewOfSurvey({ ...cut, pages: { ...pages, repeats } }), {} as never).value;
    expect([missing(0), missing(10)]).toEqual([90, null]);
  });
});

test('where the file of every dataset was drawn, those that count are all of them, and a form to log in is none', () => {
  const [first, second, ...others] = files.map((one) => ({ ...one, hasCors: true }));
  const all = [
    { ...first, outcome: 'dead' as const },
    { ...second, outcome: 'not-data' as const, because: 'login', hasCors: false },
    ...others,
  ] as typeof files;
  const view = viewOfSurvey(survey({ records, files: all }));
  const cors = dissemination['cors']?.(view, {} as never);
  expect(cors).toMatchObject({ numerator: 8, denominator: 8, interval: null, basis: 'whole' });
});

test.each([
  ['cut off', 3, 1],
  ['whole', 1, 1],
])('publishers without a dataset, by counts that are %s', (_, empty, expected) => {
  const named = records.slice(0, 4).map((one, index) => ({ ...one, publisher: `Office ${index}` }));
  const facts = { total: 4, publishers: { listed: 5, empty } };
  const found = collection['publishers-empty']?.(viewOfSurvey(survey({ records: named, facts })), {} as never);
  expect(found).toMatchObject({ numerator: expected, denominator: 5 });
});
