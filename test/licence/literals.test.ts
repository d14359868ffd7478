import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalFinder } from '../../src/licence/literals.ts';
import { normaliseAddress, normaliseName } from '../../src/licence/normalise.ts';
import { sentencesWith } from '../../src/licence/sentences.ts';

const letters = fc.stringMatching(/^[abc利用]{0,30}$/);
const literal = fc.stringMatching(/^[abc利用]{2,4}$/);

test('a finder finds what looking for each string by itself finds', () => {
  fc.assert(
    fc.property(fc.array(literal, { minLength: 1, maxLength: 6 }), letters, (literals, text) => {
      const finder = literalFinder(literals);
      const first = Math.min(...literals.map((each) => text.indexOf(each)).filter((at) => at !== -1), Infinity);
      expect(finder.next(text, 0)).toBe(first === Infinity ? -1 : first);
      expect([...finder.all(text)].sort()).toEqual([...new Set(literals.filter((each) => text.includes(each)))].sort());
    }),
  );
});

test.each([
  ['HTTPS://www.Example.org/Licence/', 'example.org/licence'],
  ['http://user@example.org:80/terms/index.html', 'example.org/terms'],
  ['https://web.archive.org/web/20150102030405id_/http://example.org/a%20b', 'example.org/a b'],
  ['//example.org/licence and more words', 'example.org/licence'],
  ['https://example.org/100%', 'example.org/100%'],
])('%s is looked for as %s', (address, normal) => {
  expect(normaliseAddress(address)).toBe(normal);
});

test('a normalised name stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
    }),
  );
});

test.each([
  ['a full stop inside a number ends nothing', 'First. Under CC BY 4.0 of 2013. Last.', ['Under CC BY 4.0 of 2013.']],
  [
    'a wrapped line is one sentence',
    'The licence\nof the data allows all.\n\nOther.',
    ['The licence\nof the data allows all.'],
  ],
  ['items of a list are sentences', 'You may:\n- copy the licence text\n- other', ['- copy the licence text']],
  ['a fullwidth stop ends a sentence', '前文。ライセンス licence 表示。後文', ['ライセンス licence 表示。']],
])('%s', (_, text, sentences) => {
  expect(sentencesWith(text, literalFinder(['licen', 'cc by']))).toEqual(sentences);
});

test('a text without a cue costs nothing and gives nothing', () => {
  expect(sentencesWith('Nothing to see here. '.repeat(1_000), literalFinder(['licence']))).toEqual([]);
});
