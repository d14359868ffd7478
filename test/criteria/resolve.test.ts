import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { resolveCategory, resolvePlace } from '../../src/criteria/resolve.ts';
import { UserError } from '../../src/model/errors.ts';

const gazetteer = openCriteria().gazetteer();
const categories = [
  { id: 'election-results', aliases: ['elections'], titles: { en: 'Election Results', fr: 'Résultats électoraux' } },
  { id: 'water-quality', aliases: ['water'], titles: { en: 'Water Quality' } },
];

describe('a place is found', () => {
  test.each([
    ['by its id', 'ma', 'ma'],
    ['by its id in capitals', 'MA', 'ma'],
    ['by its slug', 'united-kingdom', 'gb'],
    ['by its English name in any case', 'UNITED kingdom', 'gb'],
    ['by a name without its marks', 'cote divoire', 'ci'],
    ['by a name in Arabic', 'المغرب', 'ma'],
    ['by a name in Hindi, whose marks matter', 'मोरक्को', 'ma'],
    ['by a code that the index made up', 'ko', 'xk'],
    ['by a former name', 'macedonia', 'mk'],
    ['by its short name', 'UK', 'gb'],
    ['by a name as lists sort it', 'Tanzania, United Republic of', 'tz'],
    ['by a sorted name that tells two apart', 'Korea, Republic of', 'kr'],
    ['by the other of the two', "Korea, Democratic People's Republic of", 'kp'],
    ['by a name with its saint cut short', 'St. Vincent & the Grenadines', 'vc'],
  ])('%s', (_, word, id) => {
    expect(resolvePlace(gazetteer, word).id).toBe(id);
  });
});

test('an unknown place names the nearest', () => {
  expect(() => resolvePlace(gazetteer, 'marocco')).not.toThrow();
  expect(() => resolvePlace(gazetteer, 'keyna')).toThrow(/did you mean kenya/);
  expect(() => resolvePlace(gazetteer, 'keyna')).toThrow(UserError);
});

test('a word near to nothing points at the list', () => {
  expect(() => resolvePlace(gazetteer, 'xxxxxxxxxxxxxxxxxxx')).toThrow(/odi places lists what is known/);
});

describe('a category is found', () => {
  test.each([
    ['by its id', 'election-results', 'election-results'],
    ['by the index’s alias', 'elections', 'election-results'],
    ['by a title in another language, without marks', 'resultats electoraux', 'election-results'],
  ])('%s', (_, word, id) => {
    expect(resolveCategory(categories, word).id).toBe(id);
  });
});

test('an unknown category names the nearest', () => {
  expect(() => resolveCategory(categories, 'watre')).toThrow(/did you mean water-quality/);
});
