import { expect, test } from 'vitest';
import { refusalOf } from '../../src/model/errors.ts';

const refused = (code: string): Error => Object.assign(new Error(`${code}: as the system says it`), { code });

test.each([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['EOTHER', 'EOTHER: as the system says it'],
])('%s is told in words', (code, words) => {
  expect(refusalOf(refused(code))).toBe(words);
});

test('the words of the caller go before the common ones', () => {
  expect(refusalOf(refused('ENOENT'), { ENOENT: 'its folder does not exist' })).toBe('its folder does not exist');
});
