import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { verifyDigests } from '../../src/archive/verify.ts';
import { fileOf } from './files.ts';

vi.mock('../../src/model/limits.ts', async (original) => {
  const limits = await original<typeof import('../../src/model/limits.ts')>();
  return { ...limits, archiveLimits: { ...limits.archiveLimits, records: 1_000, large: 2 ** 20 } };
});

const record = Buffer.from('WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 0\r\n\r\n\r\n\r\n');
const swarm = (count: number): Buffer => Buffer.alloc(record.length * count, record);

describe('an archive of very many records', () => {
  test('that fit into next to nothing is read up to a bound, and that is told', async () => {
    const { records, unreadable } = await verifyDigests(fileOf(gzipSync(swarm(1_001)), 'warc.gz'));
    expect(records).toBe(1_000);
    expect(unreadable).toContain('more records follow than a file of its size can hold');
  });

  test('that are few enough, or bring their own bytes each, is read whole', async () => {
    const few = fileOf(gzipSync(swarm(1_000)), 'warc.gz');
    expect(await verifyDigests(few)).toMatchObject({ records: 1_000, unreadable: null });
    expect(await verifyDigests(fileOf(swarm(1_001)))).toMatchObject({ records: 1_001, unreadable: null });
  });
});

describe('an archive of pieces that each inflate within bounds', () => {
  const block = Buffer.alloc(200_000, 'votes of a town, ');
  const piece = gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\nContent-Length: ${block.length}\r\n\r\n`), block]));

  test('and all together do not is read up to there', async () => {
    const { records, unreadable } = await verifyDigests(fileOf(Buffer.concat(Array(10).fill(piece)), 'warc.gz'));
    expect(records).toBe(5);
    expect(unreadable).toContain('it inflates to more than 40 times the size of the file');
  });

  test('is read whole where it is small, or where its own size grows with it', async () => {
    expect(await verifyDigests(fileOf(Buffer.concat(Array(5).fill(piece)), 'warc.gz'))).toMatchObject({ records: 5 });
    const noise = randomBytes(60_000);
    const own = gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\nContent-Length: ${noise.length}\r\n\r\n`), noise]));
    const all = fileOf(Buffer.concat([...Array(10).fill(piece), own]), 'warc.gz');
    expect(await verifyDigests(all)).toMatchObject({ records: 11, unreadable: null });
  });
});
