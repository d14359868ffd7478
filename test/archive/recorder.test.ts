import { createReadStream, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { Appender } from '../../src/archive/appender.ts';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import type { Capture } from '../../src/model/archive.ts';
import { UserError } from '../../src/model/errors.ts';
import { ask, capture, get, newPath } from './files.ts';

const options = { software: 'odi/0.0.0', now: () => new Date('2026-11-25T11:59:59Z') };

const write = async (captures: readonly Capture[], path = newPath()): Promise<string> => {
  const recorder = await openRecorder(path, options);
  for (const one of captures) await recorder.keep(one);
  await recorder.close();
  return path;
};

const lost = capture('http://data.example/lost', '', {
  came: { kind: 'lost', reason: 'tls', detail: 'expired\r\nX: y' },
});
const refused = capture('http://data.example/no', '', {
  came: { kind: 'refused', reason: 'robots', detail: 'line 2' },
});

describe('a recording', () => {
  test('is read by warcio record for record, with the digests it computes itself', async () => {
    const path = await write([
      capture('http://data.example/a', 'page'),
      capture('http://data.example/b', 'page'),
      capture('http://data.example/c', Buffer.from([0, 255, 13, 10, 13, 10])),
      lost,
      refused,
    ]);
    const seen: string[] = [];
    for await (const record of new WARCParser(createReadStream(path))) {
      const claimed = record.warcBlockDigest;
      const payload = await record.readFully(false);
      expect(payload.length).toBe(record.warcHeaders.headers.get('WARC-Type') === 'revisit' ? 0 : payload.length);
      seen.push(`${record.warcType} ${record.warcTargetURI ?? ''} ${record.warcHeaders.protocol}`);
      expect(claimed).toMatch(/^sha256:[0-9a-f]{64}$/);
      if (record.warcType === 'response') expect(record.httpHeaders?.statusCode).toBe(200);
    }
    expect(seen).toEqual([
      'warcinfo  WARC/1.1',
      'request http://data.example/a WARC/1.1',
      'response http://data.example/a WARC/1.1',
      'request http://data.example/b WARC/1.1',
      'revisit http://data.example/b WARC/1.1',
      'request http://data.example/c WARC/1.1',
      'response http://data.example/c WARC/1.1',
      'metadata http://data.example/lost WARC/1.1',
      'metadata http://data.example/no WARC/1.1',
    ]);
  });

  test('holds each record in a gzip member of its own', async () => {
    const path = await write([capture('http://data.example/a', 'page')]);
    const archive = await openArchive([path]);
    const held = await archive.find(get('http://data.example/a'), 100);
    await archive.close();
    const bytes = readFileSync(path);
    const starts = [...bytes.keys()].filter((at) => bytes.readUIntBE(at, at + 3 <= bytes.length ? 3 : 1) === 0x1f8b08);
    expect(starts).toHaveLength(3);
    expect(gunzipSync(bytes.subarray(starts[2])).toString()).toContain(held?.record.id);
  });

  test('gives back what was kept, losses and refusals too', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const header = fc.record({
      name: fc.stringMatching(/^[A-Za-z-]{1,12}$/),
      value: fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
    });
    const replied = fc.record({
      kind: fc.constant('replied' as const),
      status: fc.integer({ min: 200, max: 599 }),
      statusText: fc.stringMatching(/^[A-Za-z]{0,10}$/),
      headers: fc
        .array(header, { maxLength: 4 })
        .map((headers) => headers.filter(({ name }) => name.toLowerCase() !== 'transfer-encoding')),
      payload: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      truncated: fc.constantFrom(null, 'length' as const, 'time' as const),
      ip: fc.constantFrom(null, '192.0.2.7'),
    });
    const quiet = fc.record({
      kind: fc.constant('lost' as const),
      reason: fc.constantFrom('dns' as const, 'timeout' as const),
      detail: text.map((detail) => detail.replace(/\s+/g, ' ').replace(/\0/g, '').trim()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(replied, quiet), { minLength: 1, maxLength: 6 }), async (all) => {
        const captures = all.map((came, index) => capture(`http://data.example/${index}`, '', { came }));
        const archive = await openArchive([await write(captures)]);
        for (const { asked, at, came } of captures) {
          const held = await archive.find(asked, 1_000);
          expect(held?.capture).toEqual({ asked, at, came, sent: [] });
        }
        await archive.close();
      }),
      { numRuns: 25 },
    );
  });

  test('tells requests apart by method and payload', async () => {
    const post = (text: string) => ({
      ...get('http://data.example/api'),
      method: 'POST' as const,
      payload: { mediaType: 'text/plain', text },
    });
    const path = await write([
      capture('', 'got', { asked: get('http://data.example/api') }),
      capture('', 'one', { asked: post('1') }),
      capture('', 'two', { asked: post('2') }),
    ]);
    const archive = await openArchive([path]);
    const bodies = await Promise.all(
      [post('2'), get('http://data.example/api'), post('1'), post('3')].map(async (asked) => {
        const came = (await archive.find(asked, 100))?.capture.came;
        return came?.kind === 'replied' ? Buffer.from(came.payload).toString() : null;
      }),
    );
    await archive.close();
    expect(bodies).toEqual(['two', 'got', 'one', null]);
  });

  test('never overwrites a file', async () => {
    const path = await write([capture('http://data.example/a', 'first')]);
    const before = readFileSync(path);
    const failure = await openRecorder(path, options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toHaveProperty('message', expect.stringContaining('it exists already'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('makes the folder that it lies in', async () => {
    const path = join(newPath(), 'evidence', 'ma.warc.gz');
    await write([lost], path);
    expect(existsSync(path)).toBe(true);
  });

  test('into a folder that cannot be made fails with a sentence', async () => {
    const file = newPath();
    writeFileSync(file, 'a file where a folder should be');
    await expect(openRecorder(join(file, 'x.warc.gz'), options)).rejects.toThrow('a part of its path is a file');
    await expect(openRecorder(join(file, 'sub', 'x.warc.gz'), options)).rejects.toThrow('a part of its path is a file');
  });

  test('onto a disk that fills up fails with a sentence, and takes back what it wrote in part', async () => {
    const done: string[] = [];
    const disk = {
      appendFile: async (bytes: unknown) => {
        done.push(`append ${String(bytes)}`);
        if (done.length > 1) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
      },
      truncate: async (length = 0) => void done.push(`truncate to ${length}`),
      sync: async () => void done.push('sync'),
      close: async () => void done.push('close'),
    };
    const appender = new Appender('x.warc.gz', disk);
    for (const bytes of ['first', 'second', 'third']) appender.append(5, Buffer.from(bytes));
    await expect(appender.close()).rejects.toThrow('x.warc.gz cannot be written: the disk is full.');
    appender.append(5, Buffer.from('more'));
    await expect(appender.ready()).rejects.toThrow(UserError);
    expect(done).toEqual(['append first', 'append secondthird', 'truncate to 5', 'close']);
  });
});

describe('a recording that was interrupted', () => {
  test('is readable to its last whole record wherever it was cut, and says how far', async () => {
    const path = await write([1, 2, 3].map((page) => capture(`http://data.example/${page}`, `page ${page}`)));
    const whole = readFileSync(path);
    for (const cut of [whole.length - 1, whole.length - 40, whole.length - 300, Math.floor(whole.length / 2)]) {
      const partial = newPath();
      writeFileSync(partial, whole.subarray(0, cut));
      const { body, warnings } = await ask([partial], 'http://data.example/1');
      expect(body).toBe('page 1');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/can be read up to byte \d+ \(\d whole records\); then /);
      expect((await ask([partial], 'http://data.example/3')).body).toBeNull();
    }
  });

  test('before its first record was whole is no archive', async () => {
    const path = await write([]);
    truncateSync(path, 20);
    await expect(openArchive([path])).rejects.toThrow(
      'can be read up to byte 0 (0 whole records); then compressed data breaks off.',
    );
  });
});
