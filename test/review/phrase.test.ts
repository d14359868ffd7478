import { expect, test } from 'vitest';
import { sentence } from '../../src/review/phrase.ts';

test.each([
  'It is there.',
  'Is it there?',
  'هل هي هناك؟',
  'It says “it is there.”',
  'Le fichier du pays indique : «\u00a0It is there.\u00a0»',
  'It says “\u2068it is there.\u2069”',
  'Le fichier du pays indique : «\u00a0\u2068It is there.\u2069\u00a0»',
  '\u2068It is there.\u2069',
])('a sentence keeps the stop that it has: %j', (text) => {
  expect(sentence(text)).toBe(text);
});

test.each(['It is there', 'It says “there”', 'Il dit «\u00a0\u2068there\u2069\u00a0»'])(
  'else it gets one: %j',
  (text) => {
    expect(sentence(text)).toBe(`${text}.`);
  },
);
