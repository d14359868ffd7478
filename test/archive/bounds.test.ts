import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ArchiveFault } from '../../src/archive/fault.ts';
import { readRecords } from '../../src/archive/records.ts';
import { openStretch } from '../../src/archive/stretch.ts';

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
