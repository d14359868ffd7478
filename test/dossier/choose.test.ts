import { expect, test } from 'vitest';
import { choose, type Group, isSeenWhole, observationsOf } from '../../src/dossier/index.ts';
import type { CriteriaVerdict } from '../../src/model/check.ts';
import type { Officialness } from '../../src/model/records.ts';
import { arrived, finding, lost, observation, unseen } from '../builders.ts';

const official: Officialness = { verdict: 'official', because: 'test' };
const thirdParty: Officialness = { verdict: 'third-party', because: 'test' };

const group = (number: number, url: string, by: Officialness = official): Group => ({
  root: observation(number, { url, official: by }),
  members: [],
});

/** A rule over which addresses show which criterion: it is met by those that show both. */
const verdictOf =
  (shows: Readonly<Record<string, readonly string[]>>) =>
  (groups: readonly Group[]): CriteriaVerdict => {
    const shown = new Set(groups.flatMap(observationsOf).flatMap(({ url }) => shows[url] ?? []));
    const findings = ['votes', 'voters'].map((id) => finding(id, { answer: shown.has(id) ? 'Yes' : 'Unsure' }));
    return { findings, rule: shown.size === 2 ? 'met' : 'unknown' };
  };

const urlsOf = (groups: readonly Group[]): readonly string[] => groups.map(({ root }) => root.url);

const [a, b] = ['https://data.gov.example/a', 'https://data.gov.example/b'];
const elsewhere = 'https://blog.example/c';

test('the official dataset that meets the criteria is chosen', () => {
  const { groups, criteria } = choose([group(1, a), group(2, b)], verdictOf({ [b]: ['votes', 'voters'] }));
  expect([urlsOf(groups), criteria.rule]).toEqual([[b], 'met']);
});

test('a third party that has everything does not go before an official source', () => {
  const given = [group(1, elsewhere, thirdParty), group(2, a)];
  expect(urlsOf(choose(given, verdictOf({ [elsewhere]: ['votes', 'voters'] })).groups)).toEqual([a]);
});

test('a dataset spread over pages of one host is taken together', () => {
  const { groups, criteria } = choose([group(1, a), group(2, b)], verdictOf({ [a]: ['votes'], [b]: ['voters'] }));
  expect([urlsOf(groups).toSorted(), criteria.rule]).toEqual([[a, b], 'met']);
});

test('between equals the order of the candidates decides', () => {
  expect(urlsOf(choose([group(1, b), group(2, a)], verdictOf({})).groups)).toEqual([b]);
});

test('without candidates nothing is chosen', () => {
  expect(choose([], verdictOf({}))).toMatchObject({ groups: [], criteria: { rule: 'unknown' } });
});

test.each([
  ['all arrived and were read', [observation(1)], true],
  [
    'one is gone for good',
    [observation(1), observation(2, { outcome: arrived({ status: 404 }), inspection: null })],
    true,
  ],
  ['one stayed silent', [observation(1), unseen(2, lost())], false],
  ['one refused us', [observation(1), observation(2, { outcome: arrived({ status: 403 }) })], false],
  ['one is a wall', [observation(1), observation(2, { kind: 'login' })], false],
  ['one was read in part', [observation(1, { outcome: arrived({ complete: false }) })], false],
  ['nothing was looked at', [], false],
])('what was seen is whole or not: %s', (_, observations, expected) => {
  expect(isSeenWhole(observations)).toBe(expected);
});
