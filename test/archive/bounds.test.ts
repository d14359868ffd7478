import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { IndexRoom } from '../../src/archive/captures.ts';
import { ArchiveFault } from '../../src/archive/fault.ts';
import { openArchiveFile } from '../../src/archive/files.ts';
import { readRecords } from '../../src/archive/records.ts';
import { fillShelf } from '../../src/archive/shelf.ts';
import { openStretch } from '../../src/archive/stretch.ts';
import { archiveLimits } from '../../src/model/limits.ts';
import { fileOf, ok, record, response } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-archive-bounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = (length: number) =>
  `WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: ${length}\r\n\r\n`;

/** Reads all records of an archive; what ended the reading, or how many there were. */
const read = async (bytes: Uint8Array): Promise<string | number> => {
  const path = join(folder, 'a.warc.gz');
  writeFileSync(path, bytes);
  const file = await open(path);
  try {
    let count = 0;
    for await (const _ of readRecords(openStretch(file, 0, bytes.length))) count += 1;
    return count;
  } catch (error) {
    if (error instanceof ArchiveFault) return error.message;
    throw error;
  } finally {
    await file.close();
  }
};

describe('an archive', () => {
  test('whose record inflates without end is read up to there', async () => {
    const zeros = Buffer.alloc(100 * 2 ** 20);
    expect(await read(gzipSync(Buffer.concat([Buffer.from(head(zeros.length)), zeros])))).toContain('times its size');
  });

  test('that goes on with blank lines is read up to there', async () => {
    const record = gzipSync(`${head(3)}abc\r\n\r\n`);
    expect(await read(Buffer.concat([record, gzipSync(Buffer.alloc(3 * 2 ** 20, '\n'))]))).toContain('blank lines');
  });

  test('of large records and some blank lines is read whole', async () => {
    const body = Buffer.alloc(70 * 2 ** 20);
    for (let at = 0; at < body.length; at += 64) body.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
    const record = gzipSync(Buffer.concat([Buffer.from(head(body.length)), body, Buffer.from('\r\n'.repeat(500))]), {
      level: 1,
    });
    expect(await read(Buffer.concat([record, gzipSync(`${head(3)}abc\r\n\r\n`)]))).toBe(2);
  });
});

describe('the index of archives', () => {
  const captures = (...names: readonly string[]): Uint8Array =>
    Buffer.concat(names.map((name) => response(`http://e.test/${name}`, ok(name))));

  /** What an index of so much room holds of files: addresses, and warnings without where they stand. */
  const indexed = async (room: IndexRoom, ...contents: readonly Uint8Array[]) => {
    const warnings: string[] = [];
    const files = await Promise.all(contents.map((content) => openArchiveFile(fileOf(content))));
    try {
      const volumes = files.flatMap(({ volumes }) => volumes);
      const { byId } = await fillShelf(volumes, warnings, null, room);
      return { urls: [...byId.values()].map(({ url }) => url.slice(-1)).join(''), told: warnings.map(endOf) };
    } finally {
      for (const { close } of files) await close();
    }
  };
  const endOf = (warning: string): string => warning.replace(/^.*\((\d+ whole records?)\); then /, '$1: ');
  const full = (records: number): string =>
    `${records} whole record${records === 1 ? '' : 's'}: more captures follow than are kept in mind.`;

  test('is full at a number of captures, over all files, and each file that is cut says so', async () => {
    const room = new IndexRoom({ ...archiveLimits, captures: 3 });
    const told = [full(1), full(0)];
    expect(await indexed(room, captures('a', 'b'), captures('c', 'd'), captures('e'))).toEqual({ urls: 'abc', told });
  });

  test('is full at a number of characters', async () => {
    const room = new IndexRoom({ ...archiveLimits, captureCharacters: 100 });
    const long = `${'x'.repeat(200)}a`;
    expect(await indexed(room, captures(long, 'b'))).toEqual({ urls: 'a', told: [full(1)] });
  });

  test('counts requests, whose words are kept, too', async () => {
    const words = { 'WARC-Type': 'request', 'WARC-Record-ID': '<urn:uuid:1>', 'WARC-Target-URI': 'http://e.test/a' };
    const request = record(words, 'GET /a HTTP/1.1\r\nAccept: */*\r\n\r\n');
    const room = new IndexRoom({ ...archiveLimits, captures: 2 });
    expect(await indexed(room, Buffer.concat([request, captures('a', 'b')]))).toEqual({ urls: 'a', told: [full(2)] });
  });

  test('that is just large enough tells nothing', async () => {
    const room = new IndexRoom({ ...archiveLimits, captures: 2 });
    expect(await indexed(room, captures('a', 'b'))).toEqual({ urls: 'ab', told: [] });
  });
});
