import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { odi } from './odi.ts';

const ids = openCriteria().categories();

test('every category is listed with its title and aliases', () => {
  const { code, out, err } = odi(['categories']);
  expect([code, err]).toEqual([0, '']);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(' ', 1)[0]),
  ).toEqual(ids);
  expect(out).toMatch(/^election-results +Election Results {2}\(elections\)$/m);
});

test('JSON holds their criteria and who requires them', () => {
  const { categories } = JSON.parse(odi(['categories', '--format', 'json']).out);
  const elections = categories.find(({ id }: { readonly id: string }) => id === 'election-results');
  expect(elections).toMatchObject({ title: 'Election Results', aliases: ['elections'] });
  expect(elections.criteria[0]).toEqual({ id: 'results', label: expect.any(String), kind: 'coverage' });
  expect(elections.editions.map(({ edition }: { readonly edition: string }) => edition)).toContain('godi-2015');
});

test('one category tells its criteria', () => {
  expect(odi(['categories', 'elections']).out).toMatch(/criteria\n {2}results .*\n {2}registered /);
});

test('an unknown category names the nearest', () => {
  const { code, err } = odi(['categories', 'elektions']);
  expect(code).toBe(2);
  expect(err).toMatch(/There is no category called "elektions"; did you mean election-results/);
});
