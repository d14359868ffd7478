import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiDigits } from '../../src/text/digits.ts';
import { type DecimalMark, decimalMarkOf, readNumber } from '../../src/text/numbers.ts';

describe('a number is read', () => {
  test.each<[string, DecimalMark | null, number]>([
    ['42', '.', 42],
    ['1 234', null, 1234],
    ['1.234.567', null, 1_234_567],
    ['1,42,782', null, 142_782],
    ['12,5', null, 12.5],
    ['1.234,5', '.', 1234.5],
    ['1,234.5', ',', 1234.5],
    ['٣٤٥', null, 345],
    ['१२३', null, 123],
    ['-7', null, -7],
    ['−7', null, -7],
    ["12'345", null, 12_345],
    ['(12)', null, -12],
    ['12 %', null, 12],
    ['€12', null, 12],
    ['12*', null, 12],
    ['1.2e3', null, 1200],
    ['0.125', null, 0.125],
  ])('%s with the mark %s', (text, mark, value) => {
    expect(readNumber(text, mark)?.value).toBe(value);
  });

  test.each<[DecimalMark | null, number]>([
    ['.', 1.234],
    [',', 1234],
    [null, 1234],
  ])('as its column writes it where two readings fit: 1.234 with the mark %s', (mark, value) => {
    expect(readNumber('1.234', mark)?.value).toBe(value);
  });

  test.each(['', 'n/a', '2020-01-01', '1-2', '12 34', '1.2.3', 'Rs', '12 apples', `1${'0'.repeat(60)}`])(
    'and none in %j',
    (text) => {
      expect(readNumber(text, '.')).toBeNull();
    },
  );

  test('and a share is told from what counts', () => {
    expect([readNumber('12 %', '.')?.isShare, readNumber('12', '.')?.isShare]).toEqual([true, false]);
  });

  test('back from any whole number, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'en-IN', 'ar-EG', 'hi-IN-u-nu-deva'),
        (value, locale) => {
          expect(readNumber(value.toLocaleString(locale), null)?.value).toBe(value);
        },
      ),
      { seed: 5 },
    );
  });
});

test.each([
  ['1,234', null],
  ['1,23', ','],
  ['1.234.567', ','],
  ['1.234,5', ','],
  ['12345.678', '.'],
  ['0.125', '.'],
])('only one mark fits %s, or none is told: %s', (text, mark) => {
  expect(decimalMarkOf(text)).toBe(mark);
});

test('digits keep their places in a text', () => {
  const text = 'في ٢٠٢٤-٠٦-٢٥، 3\u066b5';
  expect(asciiDigits(text)).toBe('في 2024-06-25، 3.5');
  expect(asciiDigits(text)).toHaveLength(text.length);
});
