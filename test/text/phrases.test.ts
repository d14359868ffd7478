import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, evened } from '../../src/text/fold.ts';
import { compile, compilePhrase, type PhraseOptions, placeOf, placesOf } from '../../src/text/phrases.ts';

const words: PhraseOptions = { spelling: comparable, edges: 'words' };
const signs: PhraseOptions = { spelling: evened, edges: 'alphabets' };

const foundIn = (text: string, phrase: string, options: PhraseOptions): string | null => {
  const spelt = options.spelling(text);
  const found = placeOf(spelt, compilePhrase(phrase, options));
  return found === null ? null : spelt.slice(found.at, found.at + found.length);
};

describe('a phrase is found', () => {
  test.each<[string, string, string, PhraseOptions, string]>([
    [
      'in another case and with other marks',
      'RÉSULTATS électoraux',
      'résultats electoraux',
      words,
      'resultats electoraux',
    ],
    ['with any ending after a star, the whole word', 'Direction municipales', 'municipal*', words, 'municipales'],
    ['with any beginning after a star', 'Die Zweitstimmen 2021', '*stimmen', words, 'zweitstimmen'],
    ['with a star inside', 'Poslanecké sněmovny ČR', 'poslaneck* sněmovn*', words, 'poslanecke snemovny'],
    ['inside a script without blanks', '令和三年選挙結果一覧', '選挙結果', words, '選挙結果'],
    ['inside a word of a script that glues articles', 'النتائج', 'نتائج', signs, 'نتائج'],
    ['beside a digit', '10€ pro Stück', '€', signs, '€'],
    ['with its signs', 'Preis (Stand 2019)', '(stand', signs, '(stand'],
    ['with an apostrophe of another kind', 'Données d’aujourd’hui', "d'aujourd'hui", signs, "d'aujourd'hui"],
  ])('%s', (_, text, phrase, options, found) => {
    expect(foundIn(text, phrase, options)).toBe(found);
  });

  test.each<[string, string, string, PhraseOptions]>([
    ['inside of another word', 'Prevalence of measles', 'val', words],
    ['inside of a word that marks are combined with', 'चुनावों', 'चुनाव', words],
    ['at the beginning of a longer word', 'logins', 'login', signs],
    ['with digits that go on', '12020 items', '2020', words],
    ['with words that stand apart', 'valid party votes', 'valid votes', words],
    ['with a star inside, as a part of a word', 'apposlanecké sněmovny', 'poslaneck* sněmovn*', words],
    ['where nothing of it is left', 'any text', '…', words],
  ])('but not %s', (_, text, phrase, options) => {
    expect(foundIn(text, phrase, options)).toBeNull();
  });

  test('everywhere it stands', () => {
    const phrase = compilePhrase('data*', signs);
    expect([...placesOf('data and datasets, metadata and data', phrase)].map(({ at, length }) => [at, length])).toEqual(
      [
        [0, 4],
        [9, 8],
        [32, 4],
      ],
    );
  });

  test('where the text has it, whatever text and phrase', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (given, written) => {
        const text = evened(given);
        const phrase = compilePhrase(written.replaceAll('*', ''), signs);
        for (const { at, length } of placesOf(text, phrase)) expect(text.slice(at, at + length)).toBe(phrase.text);
      }),
    );
  });
});

describe('phrases together', () => {
  const kinds = compile(['city', 'ministry', 'City', 'ministry of finance'], words);

  test('are each there once', () => {
    expect(kinds.all.map(({ written }) => written)).toEqual(['city', 'ministry', 'ministry of finance']);
  });

  test('tell the first of the list, and the first of the text', () => {
    const text = 'ministry of finance of the city';
    expect([kinds.first(text)?.phrase.written, kinds.earliest(text)?.phrase.written]).toEqual(['city', 'ministry']);
    expect([kinds.first('nothing'), kinds.earliest('nothing')]).toEqual([null, null]);
  });

  test('tell whether they are the whole text, and how much of it they cover', () => {
    expect([kinds.isWhole('city'), kinds.isWhole('a city'), kinds.cover('the city')]).toEqual([true, false, 0.5]);
    expect([kinds.cover(''), kinds.cover('town')]).toEqual([0, 0]);
  });

  test('tell whether another stands near', () => {
    const fees = compile(['fee'], signs);
    const files = compile(['file', 'data'], signs);
    const text = `a fee for members ${'x '.repeat(60)}a fee for data`;
    expect(fees.near(text, [files], 20)?.at).toBe(text.lastIndexOf('fee'));
    expect(fees.near(text, [files], 5)).toBeNull();
  });
});
