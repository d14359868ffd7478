import { expect, test } from 'vitest';
import { type Item, linesOf, piecesOf } from '../../../src/inspect/pdf/pieces.ts';

/** A text of 10 points that runs to the right, or up where the page lies on its side. */
const across = (left: number, up: number, str: string, width = 20): Item => ({
  str,
  width,
  transform: [10, 0, 0, 10, left, up],
});
const upwards = (right: number, up: number, str: string): Item => ({
  str,
  width: 20,
  transform: [0, 10, -10, 0, right, up],
});

const shown = (items: readonly Item[]): readonly (readonly string[])[] =>
  linesOf(piecesOf(items)).map((line) => line.map(({ text }) => text));

test('lines run from the top, their texts from the left', () => {
  const items = [across(100, 500, 'votes'), across(20, 480, 'A'), across(20, 501, 'town')];
  expect(shown(items)).toEqual([['town', 'votes'], ['A']]);
});

test('a page that lies on its side is turned, and what stands across it is left out', () => {
  const items = [
    upwards(200, 40, 'town'),
    upwards(220, 40, 'A'),
    upwards(200, 140, 'votes'),
    across(20, 700, 'margin'),
  ];
  expect(shown(items)).toEqual([['town', 'votes'], ['A']]);
});

test('words as far apart as words are belong together, figures and words less so', () => {
  expect(shown([across(20, 500, 'Polling'), across(44, 500, 'station')])).toEqual([['Polling station']]);
  expect(shown([across(20, 500, '24.3%'), across(44, 500, 'Labour')])).toEqual([['24.3%', 'Labour']]);
});

test('a text that runs into the next was cut at its cell', () => {
  expect(shown([across(20, 500, 'Town hall of the borough', 120), across(60, 500, 'School')])).toEqual([
    ['Town hall of the borough', 'School'],
  ]);
});

test('where each word is a text of its own, room as between words parts no figure from its word', () => {
  const words = ['on', 'the', '24', 'of', 'March', '2024'].map((word, at) => across(20 + at * 26, 500, word));
  expect(shown(words)).toEqual([['on the 24 of March 2024']]);
});
