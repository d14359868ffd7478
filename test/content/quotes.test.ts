import { expect, test } from 'vitest';
import { isSentence } from '../../src/content/quotes.ts';

test.each([
  ['eight words of one letter', 'a b c d e f g h', true],
  ['seven words', 'aa bb cc dd ee ff gg', false],
  ['a title of eight words with capitals', 'A B C D E F G H', false],
  ['half of the words in small letters', 'A b C d E f G h', false],
  ['more than half', 'A b C d E f g h', true],
  ['numbers are no words', '1 2 3 4 5 6 7 8 9', false],
])('%s', (_, text, isOne) => {
  expect(isSentence(text)).toBe(isOne);
});
