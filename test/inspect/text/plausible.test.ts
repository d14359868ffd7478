import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openPages } from '../../../src/inspect/text/plausible.ts';
import { segmentsOf } from '../../../src/inspect/text/segments.ts';
import { formats } from '../formats.ts';

const measure = openPages(formats);
const scoreOf = (text: string, page: string): number =>
  measure(segmentsOf(iconv.encode(text, page))).find(({ name }) => name === page)?.score ?? Number.NaN;

test.each([
  ['a letter that ends words in the middle', 'windows-1253', 'λόγος', 'λόγςο'],
  ['a letter that begins no word at the beginning', 'windows-1251', 'день', 'ьден'],
  ['a capital behind a small letter', 'windows-1251', 'Москва', 'мосКва'],
  ['a vowel sign that follows no letter', 'windows-874', 'ที', 'ีท'],
  ['a mark of trade inside of a word', 'windows-1250', 'řeka®', 'ře®ka'],
  ['an apostrophe that a word begins with', 'windows-1252', 'été’s', '’étés'],
])('%s is less plausible than the same letters in their places', (_, page, right, wrong) => {
  expect(scoreOf(right, page) - scoreOf(wrong, page)).toBeGreaterThan(2);
});

test('what is repeated is no more evidence than once', () => {
  expect(scoreOf('řeka;řeka;řeka', 'windows-1250')).toBe(scoreOf('řeka', 'windows-1250'));
});
