import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../src/archive/digests.ts';
import { openRecorder } from '../../src/archive/index.ts';
import { verifyDigests } from '../../src/archive/verify.ts';
import { capture, fileOf, newPath, ok, response } from './files.ts';

const url = 'http://data.example/page';
const sha1 = (text: string): Buffer => createHash('sha1').update(text).digest();

/** RFC 4648 without its shortcuts, to be another hand than the one under test. */
const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

describe('a digest', () => {
  const text = 'Registered voters';
  test.each([
    [`sha1:${base32(sha1(text))}`, 'sha1', sha1(text).toString('hex')],
    [`SHA-1:${base32(sha1(text)).toLowerCase()}`, 'sha1', sha1(text).toString('hex')],
    [`sha1:${sha1(text).toString('hex').toUpperCase()}`, 'sha1', sha1(text).toString('hex')],
    [
      `sha256:${base32(createHash('sha256').update(text).digest())}====`,
      'sha256',
      createHash('sha256').update(text).digest('hex'),
    ],
    [`md5:${createHash('md5').update(text).digest('hex')}`, 'md5', createHash('md5').update(text).digest('hex')],
  ])('%s is read', (label, algorithm, value) => {
    expect(parseDigest(label)).toEqual({ algorithm, value });
  });

  test.each(['', 'sha1', 'sha1:', 'sha1:short', 'sha1:!!!', 'blake9:ABCDEF', 'sha256:da39a3ee'])(
    '%s is none',
    (label) => {
      expect(parseDigest(label)).toBeNull();
    },
  );
});

const recorded = async (): Promise<string> => {
  const path = newPath();
  const recorder = await openRecorder(path, { software: 'odi/0.0.0', now: () => new Date(0) });
  await recorder.keep(capture(url, 'Registered: 15702592'));
  await recorder.keep(capture(`${url}/2`, 'Registered: 15702592'));
  await recorder.keep(capture(`${url}/3`, '', { came: { kind: 'lost', reason: 'dns', detail: '' } }));
  await recorder.close();
  return path;
};

describe('verifying', () => {
  test('finds nothing wrong with what the project wrote', async () => {
    const report = await verifyDigests(await recorded());
    expect(report).toEqual({ records: 6, digests: 7, mismatches: [], unreadable: null });
  });

  test('names each record whose bytes were changed', async () => {
    const text = gunzipSync(readFileSync(await recorded())).toString('latin1');
    const changed = text.replace('\r\n\r\nRegistered: 15702592', '\r\n\r\nRegistered: 15702593');
    const { mismatches } = await verifyDigests(fileOf(gzipSync(Buffer.from(changed, 'latin1')), 'warc.gz'));
    expect(mismatches.map(({ of, type, url: about }) => [of, type, about])).toEqual([
      ['block', 'response', url],
      ['payload', 'response', url],
    ]);
  });

  test.each([
    ['with its chunks', '4\r\nbody\r\n0\r\n\r\n'],
    ['without its chunks', 'body'],
  ])('takes the digest of a chunked payload %s', async (_, digested) => {
    const label = { 'WARC-Payload-Digest': `sha1:${base32(sha1(digested))}` };
    const chunked = ok('4\r\nbody\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n');
    expect(await verifyDigests(fileOf(response(url, chunked, label)))).toMatchObject({ digests: 1, mismatches: [] });
  });

  test('follows a payload through any number of parts', async () => {
    const payload = 'x'.repeat(500_000);
    const label = { 'WARC-Payload-Digest': `sha1:${base32(sha1(payload))}` };
    const path = fileOf(response(url, ok(payload, `X-Pad: ${'y'.repeat(60_000)}\r\n`), label));
    expect(await verifyDigests(path)).toMatchObject({ digests: 1, mismatches: [] });
  });

  test('passes over digests of a kind it does not know, and those of payloads that lie elsewhere', async () => {
    const bytes = Buffer.concat([
      response(url, ok('body'), { 'WARC-Block-Digest': 'blake9:ABC' }),
      response(url, 'HTTP/1.1 200 OK\r\n\r\n', {
        'WARC-Type': 'revisit',
        'WARC-Payload-Digest': `sha1:${base32(sha1('x'))}`,
      }),
    ]);
    expect(await verifyDigests(fileOf(bytes))).toMatchObject({ records: 2, digests: 0, mismatches: [] });
  });

  test('says how far a broken archive could be read, and checks up to there', async () => {
    const whole = readFileSync(await recorded());
    const path = fileOf(whole.subarray(0, -10), 'warc.gz');
    const report = await verifyDigests(path);
    expect(report).toMatchObject({ records: 5, digests: 6, mismatches: [] });
    expect(report.unreadable).toContain(`${path} can be read up to byte `);
  });
});
