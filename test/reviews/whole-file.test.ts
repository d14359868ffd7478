import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import { placeWhole, writeWhole } from '../../src/reviews/whole-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'odi-whole-'));

test('a file is written with the folders that it needs, and replaces the one before', () => {
  const path = join(folder(), 'a', 'b', 'c.json');
  writeWhole(path, 'one');
  writeWhole(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(path, '..'))).toEqual(['c.json']);
});

test('a file that cannot be written leaves what was there, nothing beside it, and says why', () => {
  const root = folder();
  writeFileSync(join(root, 'file'), 'before');
  expect(() => writeWhole(join(root, 'file', 'c.json'), 'text')).toThrow(UserError);
  expect(() => writeWhole(join(root, 'file', 'c.json'), 'text')).toThrow(
    /c\.json was not written: a part of its path is a file\. Free/,
  );
  expect([readdirSync(root), readFileSync(join(root, 'file'), 'utf8')]).toEqual([['file'], 'before']);
});

test('what breaks while it is made leaves nothing behind', () => {
  const root = folder();
  const broken = (): never => {
    throw new Error('half way');
  };
  expect(() => placeWhole(join(root, 'x'), broken)).toThrow('half way');
  expect(() =>
    placeWhole(join(root, 'x'), (staging) => {
      writeFileSync(staging, 'half');
      broken();
    }),
  ).toThrow('half way');
  expect(readdirSync(root)).toEqual([]);
});
