import { basename } from 'node:path';
import { expect, test, vi } from 'vitest';
import { verify } from '../../src/audit/verify.ts';
import { fileOf, ok, response } from '../archive/files.ts';
import { review } from '../reviews/builders.ts';

vi.mock('../../src/model/limits.ts', async (original) => {
  const limits = await original<typeof import('../../src/model/limits.ts')>();
  return { ...limits, archiveLimits: { ...limits.archiveLimits, captures: 1, cited: 64 * 1024 } };
});

/** Evidence that cites the records of an archive, in their order, with the digest that each is to have. */
const citing = (path: string, digests: Readonly<Record<string, string | null>>) => {
  const [given] = review().evidence;
  if (given === undefined) throw new Error('There is no evidence to begin with.');
  const evidence = Object.entries(digests).map(([name, sha256], at) => ({
    ...given,
    sha256,
    id: `ev-${at + 1}` as const,
    url: `http://e.test/${name}`,
    finalUrl: `http://e.test/${name}`,
    record: { file: basename(path), id: `urn:uuid:http://e.test/${name}` },
  }));
  return [{ name: 'r.json', review: review({ evidence }) }];
};
const wrong = '0'.repeat(64);

test('what lies behind the bound of the index is not said to be missing, and that not all was compared is told', async () => {
  const path = fileOf(Buffer.concat(['a', 'b'].map((name) => response(`http://e.test/${name}`, ok(name)))));
  const found = await verify(path, citing(path, { a: wrong, b: null }));
  expect(found.records).toBe(2);
  expect(found.evidenceMismatches.map(({ evidence, why }) => `${evidence} ${why}`)).toEqual(['ev-1 different']);
  expect(found.unreadable).toContain('more captures follow than are kept in mind');
});

test('a payload that is too large to be held is not said to be different', async () => {
  const path = fileOf(response('http://e.test/a', ok('x'.repeat(70_000))));
  const found = await verify(path, citing(path, { a: wrong }));
  expect(found.evidenceMismatches).toEqual([]);
  expect(found.unreadable).toBe('ev-1 of r.json (http://e.test/a) is over 65536 bytes, and was not compared.');
});
