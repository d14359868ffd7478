import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serialise } from '../../src/reviews/index.ts';
import { review } from '../reviews/builders.ts';
import { odi } from './odi.ts';

/* A store that is large enough for an index: what commands say of it with one is what they say without. */

let dir: string;

const words = ['YYYYYNNNY', 'NNNNNNNNN', 'UUUUUUUUU', 'YYYYYYYYY', 'YYYYYYYNY', 'YYYYYYYUY', 'YNNNNNNNN'];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'odi-large-'));
  for (const year of [2015, 2016]) {
    for (let place = 0; place < 67; place += 1) {
      const id = `p${place}`;
      mkdirSync(join(dir, 'reviews', String(year), id), { recursive: true });
      for (let at = 0; at < 15; at += 1) {
        const word = words[(place + at * (year - 2014)) % words.length] ?? '';
        const made = review({ year, in: id, of: `category-${at}`, word, asOf: `${year}-06-30` });
        writeFileSync(join(dir, 'reviews', String(year), id, `category-${at}.json`), serialise(made));
      }
    }
  }
  // Files that were just written are not taken for unchanged.
  await new Promise((next) => setTimeout(next, 2_100));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const asked = [
  ['scorecard', '--year', '2016', '--format', 'json'],
  ['diff', '2015', '2016', '--summary', '--format', 'json'],
  ['diff', '2015', '2016', '--summary', '--fail-on', 'unknown'],
];

test('what is said with an index is what is said without, byte for byte', () => {
  const without = asked.map((given) => {
    rmSync(join(dir, 'reviews', '.index'), { recursive: true, force: true });
    return odi(given, dir);
  });
  expect(existsSync(join(dir, 'reviews', '.index', '2016'))).toBe(true);
  odi(['scorecard', '--year', '2015'], dir);
  const [before] = [readFileSync(join(dir, 'reviews', '.index', '2016'), 'utf8')];
  expect(asked.map((given) => odi(given, dir))).toEqual(without);
  expect(readFileSync(join(dir, 'reviews', '.index', '2016'), 'utf8')).toBe(before);
});

test('a summary counts what the whole comparison lists', () => {
  const [whole, summary] = [[], ['--summary']].map((given) =>
    odi(['diff', '2015', '2016', ...given], dir).out.split('\n'),
  );
  expect(whole?.[2]).toMatch(/^[\d,]+ answers changed in 67 places: /);
  expect(summary?.slice(0, 4)).toEqual(whole?.slice(0, 4));
});

test('a file that was changed by hand counts at once', () => {
  const file = join(dir, 'reviews', '2016', 'p0', 'category-0.json');
  const scoreOf = (): unknown => JSON.parse(odi(['scorecard', '--year', '2016', '--format', 'json'], dir).out);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('"points": 45');
  writeFileSync(file, text.replace('"points": 45', '"points": 50'));
  expect(scoreOf()).toMatchObject({
    places: expect.arrayContaining([
      expect.objectContaining({
        id: 'p0',
        categories: expect.objectContaining({ 'category-0': expect.objectContaining({ points: 50 }) }),
      }),
    ]),
  });
});
