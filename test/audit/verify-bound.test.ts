import { basename } from 'node:path';
import { expect, test, vi } from 'vitest';
import { verify } from '../../src/audit/verify.ts';
import { fileOf, ok, response } from '../archive/files.ts';
import { review } from '../reviews/builders.ts';

vi.mock('../../src/model/limits.ts', async (original) => {
  const limits = await original<typeof import('../../src/model/limits.ts')>();
  return { ...limits, archiveLimits: { ...limits.archiveLimits, captures: 1 } };
});

test('what lies behind the bound of the index is not said to be missing, and that not all was compared is told', async () => {
  const path = fileOf(Buffer.concat(['a', 'b'].map((name) => response(`http://e.test/${name}`, ok(name)))));
  const [given] = review().evidence;
  if (given === undefined) throw new Error('There is no evidence to begin with.');
  const evidence = (['a', 'b'] as const).map((name, at) => ({
    ...given,
    id: `ev-${at + 1}` as const,
    url: `http://e.test/${name}`,
    finalUrl: `http://e.test/${name}`,
    sha256: name === 'a' ? '0'.repeat(64) : null,
    record: { file: basename(path), id: `urn:uuid:http://e.test/${name}` },
  }));
  const found = await verify(path, [{ name: 'r.json', review: review({ evidence }) }]);
  expect(found.records).toBe(2);
  expect(found.evidenceMismatches.map(({ evidence: id, why }) => `${id} ${why}`)).toEqual(['ev-1 different']);
  expect(found.unreadable).toContain('more captures follow than are kept in mind');
});
