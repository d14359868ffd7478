import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingsOf, decode } from '../../src/collect/coding.ts';
import { collector, site, textOf } from './loopback.ts';

const text = Buffer.from('Registered voters: 15,702,592. '.repeat(200));
const most = 1024 * 1024;
const coded = {
  gzip: gzipSync(text),
  'x-gzip': gzipSync(text),
  deflate: deflateSync(text),
  'deflate, without its wrapper': deflateRawSync(text),
  br: brotliCompressSync(text),
  'gzip, br': brotliCompressSync(gzipSync(text)),
};
const nameOf = (title: string): readonly string[] =>
  codingsOf([{ name: 'Content-Encoding', value: title.replace(', without its wrapper', '') }]);

describe('a payload', () => {
  test.each(Object.entries(coded))('coded as %s is decoded', async (title, payload) => {
    expect(await decode(payload, nameOf(title), most, false)).toEqual({ kind: 'decoded', body: text, whole: true });
  });

  test.each(Object.entries(coded))('coded as %s gives no more than was asked for', async (title, payload) => {
    const decoded = await decode(payload, nameOf(title), 100, false);
    expect(decoded).toEqual({ kind: 'decoded', body: text.subarray(0, 100), whole: false });
  });

  test.each(Object.entries(coded))('coded as %s that was cut gives its beginning', async (title, payload) => {
    const decoded = await decode(payload.subarray(0, payload.length - 12), nameOf(title), most, true);
    expect(decoded).toMatchObject({ kind: 'decoded', whole: false });
    if (decoded.kind === 'decoded') expect(text.subarray(0, decoded.body.length)).toEqual(Buffer.from(decoded.body));
  });

  test.each(['gzip', 'deflate', 'br'])('that only claims to be %s is broken', async (coding) => {
    expect((await decode(Buffer.from('<html>plain</html>'), [coding], most, false)).kind).toBe('broken');
  });

  test('that ends before its coding does is broken', async () => {
    expect((await decode(coded.gzip.subarray(0, 40), ['gzip'], most, false)).kind).toBe('broken');
  });

  test('under three codings is refused', async () => {
    expect((await decode(coded.gzip, ['gzip', 'gzip', 'gzip'], most, false)).kind).toBe('broken');
  });

  test('that is empty is empty under any coding', async () => {
    const empty = { kind: 'decoded', body: Buffer.alloc(0), whole: true };
    expect(await decode(Buffer.alloc(0), ['gzip'], most, false)).toEqual(empty);
  });

  test('of any bytes comes back as it was, and its beginning as its beginning', async () => {
    const bytes = fc.uint8Array({ maxLength: 5_000 }).map((array) => Buffer.from(array));
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 6_000 }), async (body, bound) => {
        const decoded = await decode(gzipSync(body), ['gzip'], bound, false);
        expect(decoded).toEqual({ kind: 'decoded', body: body.subarray(0, bound), whole: body.length <= bound });
      }),
      { numRuns: 50 },
    );
  });
});

test('words that name no coding are ignored', () => {
  expect(codingsOf([{ name: 'content-encoding', value: 'UTF-8, GZip, identity' }])).toEqual(['gzip']);
});

describe('the collector', () => {
  test('reads the beginning of a payload that inflates without end', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const { base } = await site({
      '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    });
    const before = process.memoryUsage().rss;
    const { reply } = await collector().fetch({ url: `${base}/bomb`, maxBytes: 1_000_000 });
    expect(reply).toMatchObject({ kind: 'arrived', complete: false, totalBytes: null });
    expect(reply.kind === 'arrived' && reply.body.length).toBe(1_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('loses what does not decode', async () => {
    const { base } = await site({
      '/x': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    });
    const { reply } = await collector().fetch({ url: `${base}/x` });
    expect(reply).toEqual({ kind: 'lost', reason: 'decoding', detail: 'the payload does not decode as gzip' });
  });

  test('tells the announced length of what it read in part', async () => {
    const { base } = await site({ '/x': (_, response) => response.setHeader('content-length', 10).end('0123456789') });
    const { reply } = await collector().fetch({ url: `${base}/x`, maxBytes: 4 });
    expect(reply).toMatchObject({ complete: false, totalBytes: 10 });
    expect(textOf(reply)).toBe('0123');
  });

  test('knows a payload that ends at the bound to be whole', async () => {
    const { base } = await site({ '/x': '0123' });
    expect((await collector().fetch({ url: `${base}/x`, maxBytes: 4 })).reply).toMatchObject({ complete: true });
  });
});
