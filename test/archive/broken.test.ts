import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import { ask, fileOf, ok, response } from './files.ts';

const url = 'http://data.example/page';

/** A member whose checksum is wrong. */
const badSum = (bytes: Buffer): Buffer => {
  const packed = gzipSync(bytes);
  return packed.fill(7, packed.length - 8);
};

describe('a broken archive', () => {
  const good = response(url, ok('good'));
  test.each([
    [
      'that breaks off',
      Buffer.concat([good, response('http://data.example/b', ok('cut')).subarray(0, 200)]),
      'breaks off',
    ],
    [
      'with something else behind',
      Buffer.concat([good, Buffer.from('<html>no record</html>\n\n')]),
      'that is no WARC record',
    ],
    [
      'with a record of no length',
      Buffer.concat([good, Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n')]),
      'how long',
    ],
    [
      'with a head that does not end',
      Buffer.concat([good, Buffer.from(`WARC/1.0\r\nX: ${'x'.repeat(70_000)}`)]),
      'too long',
    ],
    [
      'with a broken member',
      Buffer.concat([gzipSync(good), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255])]),
      'compressed data',
    ],
    ['with a wrong checksum', Buffer.concat([gzipSync(good), badSum(good)]), 'checksum'],
    ['with something else behind its members', Buffer.concat([gzipSync(good), Buffer.from('plain text')]), 'not gzip'],
  ])('%s is used up to there', async (_, bytes, says) => {
    const { body, warnings } = await ask([fileOf(bytes)], url);
    expect(body).toBe('good');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(says);
    expect(warnings[0]).toContain('(1 whole record)');
  });

  test.each([
    ['a page', '<!doctype html><p>no archive</p>'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['a broken ZIP', 'PK\u0003\u0004 and nothing more'],
  ])('that is %s is refused with a sentence', async (_, content) => {
    await expect(openArchive([fileOf(content)])).rejects.toThrow(/can(?:not)? be read/);
  });

  test('that is not there is refused with a sentence', async () => {
    await expect(openArchive(['/nowhere/x.warc'])).rejects.toThrow(
      '/nowhere/x.warc cannot be read: there is no such file.',
    );
  });
});
