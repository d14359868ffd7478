import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { verifyDigests } from '../../src/archive/verify.ts';
import { fileOf } from './files.ts';

vi.mock('../../src/model/limits.ts', async (original) => {
  const limits = await original<typeof import('../../src/model/limits.ts')>();
  return { ...limits, archiveLimits: { ...limits.archiveLimits, records: 1_000 } };
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
