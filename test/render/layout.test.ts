import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/render/escape.ts';
import { clip, hang, padEnd, spread, widthOf, wrap } from '../../src/render/layout.ts';

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

  test('a long address is cut where the line ends', () => {
    expect(wrap(`https://example.org/${'a'.repeat(20)}`, 20)).toEqual(['https://example.org/', 'a'.repeat(20)]);
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
