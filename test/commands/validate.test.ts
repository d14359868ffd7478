import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { review } from '../builders.ts';
import { odi } from './odi.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'reviews', '2015', 'ma'), { recursive: true });
writeFileSync(join(folder, 'reviews', '2015', 'ma', 'election-results.json'), JSON.stringify(review(), null, 2));
writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...review(), year: '2015' }, null, 2));

test('all data of the program is valid', () => {
  const { code, out, err } = odi(['validate']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^\d+ files are valid\.\n$/);
}, 60_000);

test('a store of reviews is valid', () => {
  expect(odi(['validate', 'reviews'], folder)).toEqual({ code: 0, out: '1 file is valid.\n', err: '' });
});

test('a broken file ends with 2, and the sentence names file, line, place and what was expected', () => {
  const { code, out, err } = odi(['validate', 'broken.json', 'reviews'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/^odi: broken\.json:\d+:\d+: \/year: a whole number is expected, not a string\.\n$/);
  expect(out).toBe('1 problem in 1 of 2 files.\n');
});

test('JSON lists the problems', () => {
  const { code, out } = odi(['validate', 'broken.json', '--format', 'json'], folder);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    valid: false,
    files: 1,
    problems: [{ file: 'broken.json', at: '/year', says: 'a whole number is expected, not a string' }],
  });
});

test.each([
  ['nothing.json', /nothing\.json cannot be read: there is no such file\. Name a file or a folder\./],
  ['empty', /There is no YAML or JSON file under empty\./],
])('a path with nothing to validate ends with 2: %s', (path, sentence) => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  const { code, err } = odi(['validate', path], folder);
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
});
