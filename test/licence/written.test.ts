import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf } from '../../src/licence/expressions.ts';
import { escapeExpression } from '../../src/licence/normalise.ts';
import { anyWritten, type WrittenWord } from '../../src/licence/written.ts';

const word = (begins: boolean, ends: boolean, ...parts: [string, ...string[]]): WrittenWord => ({
  parts,
  begins,
  ends,
});

test.each([
  ['a word', [word(true, true, 'fee')], 'a fee, no feed', [{ at: 2, end: 5 }]],
  ['any beginning', [word(false, true, 'fee')], 'coffee', [{ at: 3, end: 6 }]],
  ['any ending', [word(true, false, 'fee')], 'feed coffee', [{ at: 0, end: 3 }]],
  ['letters of all scripts', [word(true, true, 'данные')], 'метаданные', []],
  ['a sign, which is part of no word', [word(true, true, '§')], '§ a§b', [{ at: 3, end: 4 }]],
  [
    'of two at one place the first of the list',
    [word(true, true, 'no'), word(true, true, 'no fee')],
    'no fee',
    [{ at: 0, end: 2 }],
  ],
  ['parts of one word, as far as they reach', [word(true, false, 'on ', 'va')], 'on jatkuvava', [{ at: 0, end: 12 }]],
  ['no parts of two words', [word(true, true, 'on', 'va')], 'on jatkuva', []],
])('%s', (_, words, text, spans) => {
  expect(anyWritten(words).all(text)).toEqual(spans);
});

/** The same as an expression. */
const source = ({ parts, begins, ends }: WrittenWord): string =>
  `${begins ? '\\b' : ''}${parts.map(escapeExpression).join('\\w*')}${ends ? '\\b' : ''}`;

const letters = fc.constantFrom('a', 'b', 'é', 'д', '不', '0', '_', ' ', '-', '’');
const written = fc.record({
  parts: fc
    .array(fc.string({ unit: letters, minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(([first = 'a', ...rest]): [string, ...string[]] => [first, ...rest]),
  begins: fc.boolean(),
  ends: fc.boolean(),
});

test('it finds what an expression would find, and as much', () => {
  const text = fc.string({ unit: letters, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), text, (words, clause) => {
      const [plain, expression] = [anyWritten(words), anyOf(words.map(source))];
      expect(plain.all(clause)).toEqual(expression.all(clause));
      expect(plain.first(clause)).toEqual(expression.first(clause));
      expect(plain.has(clause)).toBe(expression.has(clause));
      expect(plain.without(clause)).toBe(expression.without(clause));
    }),
    { numRuns: 3000 },
  );
});
