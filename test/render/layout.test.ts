import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/render/escape.ts';
import { openLayout } from '../../src/render/layout.ts';

const { clip, hang, padEnd, spread, widthOf, wrap } = await openLayout('選挙');
const simple = await openLayout('plain');

const text = fc
  .oneof(
    fc.lorem({ maxCount: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('選挙結果 '.repeat(9), 'نتائج الانتخابات'),
  )
  .map(plain);

describe('wrapping', () => {
  test('no line is wider than asked', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 80 }), (given, width) =>
        wrap(given, width).every((line) => widthOf(line) <= width),
      ),
    );
  });

  test('no letter is lost', () => {
    const letters = (given: string): string => given.replace(/\s/g, '');
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 8, max: 80 }),
        (given, width) => letters(wrap(given, width).join('')) === letters(given),
      ),
    );
  });

  test('a wide letter takes two cells', () => {
    expect(wrap('選挙結果選挙結果', 8)).toEqual(['選挙結果', '選挙結果']);
  });

  test.each([
    ['https://example.org/results/2023-10-14.csv.gz', ['https://example.org/', 'results/2023-10-', '14.csv.gz']],
    [`https://${'a'.repeat(24)}`, [`https://${'a'.repeat(14)}`, 'a'.repeat(10)]],
  ])('a long address is cut behind a mark of its own, where one is near: %s', (address, lines) => {
    expect(wrap(address, 22)).toEqual(lines);
  });

  test('hangs behind its first words', () => {
    expect(hang('→ ', 'one two three', 10)).toEqual(['→ one two', '  three']);
  });
});

test.each([
  ['選挙', 6, '選挙  '],
  ['abc', 2, 'abc'],
])('padding counts cells: %s', (given, width, padded) => {
  expect(padEnd(given, width)).toBe(padded);
});

test.each([
  ['Election Results', 8, 'Electio…'],
  ['選挙結果', 6, '選挙…'],
  ['short', 8, 'short'],
])('clipping counts cells: %s', (given, width, clipped) => {
  expect(clip(given, width)).toBe(clipped);
});

test('spreading keeps the right end whole', () => {
  expect(spread('a long title', '2015', 12)).toBe('a long… 2015');
  expect(spread('left', 'right', 12)).toBe('left   right');
});

describe('the quick layout for simple text', () => {
  const simpleText = fc.string({
    unit: fc.constantFrom(...'abc XYZ 019 .,:;-_/éèñßÅøσЖя–—“”…€→─█✓✗\u00a0\u202f'.split('')),
    maxLength: 60,
  });

  test('measures as the full one does', () => {
    fc.assert(fc.property(simpleText, (given) => simple.widthOf(given) === stringWidth(given)));
  });

  test.each([
    ['Résultats “2015” → ✓', true],
    ['選挙', false],
    ['نتائج', false],
    ['e\u0301', false],
    ['👩‍🔬', false],
  ])('is taken only for text that needs no other: %s', async (sample, isSimple) => {
    expect((await openLayout(sample)) === simple).toBe(isSimple);
  });

  test('covers no character that takes another number of cells', async () => {
    const odd: string[] = [];
    for (let code = 0x20; code < 0x3000; code += 1) {
      const letter = String.fromCodePoint(code);
      if ((await openLayout(letter)) === simple && stringWidth(letter) !== 1) odd.push(code.toString(16));
    }
    expect(odd).toEqual([]);
  });
});
