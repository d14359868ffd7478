import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestEdition, newestYear, topicMatch } from '../../src/discover/topics.ts';
import { lensOf } from '../../src/discover/vocabulary.ts';
import { holds, phraseOf, prepare, share } from '../../src/discover/words.ts';
import { comparable } from '../../src/text/fold.ts';
import { criteria, place, tools } from './tools.ts';

describe('a phrase is found', () => {
  test.each([
    ['without its marks', 'Resultats electoraux', 'résultats électoraux', 1],
    ['in another form of its words', 'Výsledek volby 2021', 'výsledky voleb', 0.5],
    ['in another order', 'Élections communales : résultats', 'Résultats des élections', 1],
    ['with the Arabic article', 'النتائج النهائية للانتخابات', 'نتائج', 1],
    ['with another alef', 'احصاءات السكان', 'إحصاءات', 1],
    ['inside a script without blanks', '令和三年衆議院選挙結果一覧', '選挙結果', 1],
    ['in part', 'Election observers', 'election results', 0.5],
    ['as the beginning of a compound', 'Bevölkerungsstatistik', 'Bevölkerung', 0.9],
    ['by a long beginning that both share', 'Arbeitslosenstatistik', 'Arbeitslosigkeit', 0.75],
    ['not by a short one', 'Arbeitsplatz', 'Arbeitslosigkeit', 0],
    ['not by a beginning that is a small part of it', 'Kreisverkehr', 'Kreisverkehrswegeplanungsamt', 0],
    ['nowhere', 'Road works', 'election results', 0],
  ])('%s', (_, text, phrase, expected) => {
    expect(share(prepare(text), phraseOf(phrase))).toBe(expected);
  });
});

test('a word is not found inside another', () => {
  expect(holds(prepare('Prevalence of measles'), phraseOf('val'))).toBe(false);
});

test('vowel signs of Indic scripts are letters', () => {
  expect(comparable('चुनाव परिणाम')).toBe('चुनाव परिणाम');
});

test('a star takes any ending of the last word', () => {
  expect(holds(prepare('Direction municipale'), phraseOf('municipal*'))).toBe(true);
});

test('whatever is written, a share is between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, phrase) => {
      const value = share(prepare(text), phraseOf(phrase));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }),
  );
});

test('a long hostile text is compared in a moment', () => {
  const started = performance.now();
  prepare('ا'.repeat(1_000_000));
  prepare('é '.repeat(500_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe('the category is told by words in the languages of the place', () => {
  const lens = lensOf(place({ languages: ['fr', 'nb'] }), criteria.category('election-results'), tools.words);

  test('languages are the place’s, their common tag, and English', () => {
    expect(lens.languages).toEqual(['fr', 'no', 'en']);
  });

  test.each([
    ['Résultats des élections législatives 2021', 0.9],
    ['Valgresultater', 0.8],
    ['Election results', 0.9],
  ])('%s', (title, least) => {
    expect(topicMatch(prepare(title), lens).value).toBeGreaterThanOrEqual(least);
  });

  test('another subject does not match', () => {
    expect(topicMatch(prepare('Liste des musées'), lens).value).toBe(0);
  });
});

test('years that are still to come are plans', () => {
  expect(newestYear('Elections 2016, 2021 and agenda 2030', 2026)).toBe(2021);
  expect(newestYear('no year: 120201', 2026)).toBeNull();
});

test('the newest edition of a text is told by year and month, in the words of the languages that are looked in', () => {
  const dates = lensOf(place({ languages: ['ro'] }), null, tools.words).dates;
  const editionOf = (text: string) => newestEdition(text, { dates }, 2026);
  expect(editionOf('Firme până la data de 07 octombrie 2026')).toBe(202610);
  expect(editionOf('firms-2026-03.csv')).toBe(202603);
  expect(editionOf('Year 2026')).toBe(202600);
  expect(editionOf('March 2025, and the year 2026')).toBe(202600);
  expect(editionOf('Agenda of March 2030')).toBe(0);
});
