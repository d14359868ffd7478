import { expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { answersIn, auditOf, dataset, hits, html, nowhere, results, type Web } from './web.ts';

/* An address that a reviewer names, beside a dataset of the catalogue that looks as good until it is opened. */

const search = 'http://data.gov.example/api/3/action/package_search';
const decoy = 'http://data.gov.example/dataset/results';
const named = 'http://count.example/2025';

const web: Web = {
  [search]: hits(dataset('results', 'Election results 2025', [{ url: 'http://data.gov.example/results.csv' }])),
  [decoy]: html('Election results 2025', '<h1>Election results 2025</h1>'),
  'http://data.gov.example/results.csv': results('Constituency'),
  [named]: html(
    'General election results 2025',
    '<h1>General election results 2025</h1><a href="/2025/stations.csv">Results by polling station (CSV)</a>',
  ),
  'http://count.example/2025/stations.csv': results('Polling station', 60),
};

const place = nowhere({ addresses: [] });
const chosenIn = ({ candidates }: Review): readonly string[] =>
  candidates.filter(({ chosen }) => chosen).map(({ url }) => url);
const openedIn = ({ evidence }: Review): readonly string[] => evidence.map(({ url }) => url);

test('is judged and chosen, though the catalogue gives a dataset of the responsible body', async () => {
  const review = await auditOf(web, place, [named]);
  expect(chosenIn(review)).toEqual([named]);
  expect(answersIn(review)).toMatchObject({ exists: 'Yes', machinereadable: 'Yes', bulk: 'Yes' });
  expect(review.criteria.find(({ id }) => id === 'polling_station')?.where.map(({ part }) => part)).toEqual(
    expect.arrayContaining([expect.stringContaining('stations.csv')]),
  );
  expect(review.request).toEqual({ kind: 'audit', urls: [named] });
});

test('without it the other is chosen, which shows no polling stations', async () => {
  const review = await auditOf(web, place);
  expect(chosenIn(review)).toEqual([decoy]);
  expect(answersIn(review)['exists']).not.toBe('Yes');
});

test('is opened again the year after, when nobody names it', async () => {
  const before = await auditOf(web, place, [named]);
  const after = await auditOf(web, place, [], undefined, '2027-10-01', before);
  expect(openedIn(after)).toContain(named);
  expect(after.candidates.find(({ url }) => url === named)?.why).toBe('The review before chose it.');
});

test('is chosen again the year after beside the other dataset, which comes first among equals', async () => {
  const before = await auditOf(web, place, [named]);
  const after = await auditOf(web, place, [], undefined, '2027-10-01', before);
  expect(openedIn(after)).toContain(decoy);
  expect(chosenIn(after)).toEqual([named]);
  expect(chosenIn(await auditOf(web, place, [], undefined, '2027-10-01'))).toEqual([decoy]);
});

test('that is silent is neither chosen nor turned into a No', async () => {
  const review = await auditOf({ ...web, [named]: { lost: 'timeout' } }, place, [named]);
  expect(answersIn(review)['exists']).toBe('Unsure');
});
