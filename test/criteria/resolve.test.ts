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
    ['by its code of three letters', 'MAR', 'ma'],
    ['by that of a place whose code is a word', 'and', 'ad'],
    ['by one that the ISO left to others', 'xkk', 'xk'],
    ['by its official name', 'Kingdom of Morocco', 'ma'],
    ['by that with an article', 'the Kingdom of Morocco', 'ma'],
    ['by its official name in French', 'Royaume du Maroc', 'ma'],
    ['by its official name in Spanish, in capitals', 'REINO DE MARRUECOS', 'ma'],
    ['by the official name of one of two', 'République du Congo', 'cg'],
    ['by that of the other', 'République démocratique du Congo', 'cd'],
    ['by a name with its saint cut short', 'St. Vincent & the Grenadines', 'vc'],
  ])('%s', (_, word, id) => {
    expect(resolvePlace(gazetteer, word).id).toBe(id);
  });
});

test('no code of three letters is the id, the slug, an alias or a name of another place', () => {
  for (const { id, codes } of gazetteer)
    if (codes !== undefined) expect(resolvePlace(gazetteer, codes.alpha3).id).toBe(id);
  expect(new Set(gazetteer.flatMap(({ codes }) => codes?.alpha3 ?? [])).size).toBe(
    gazetteer.filter(({ codes }) => codes !== undefined).length,
  );
});

test('every official name leads to its own place', () => {
  for (const { id, codes } of gazetteer)
    for (const name of Object.values(codes?.official ?? {}))
      expect([name, resolvePlace(gazetteer, name).id]).toEqual([name, id]);
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
