import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { verify } from '../../src/audit/verify.ts';
import { capture, get, newPath } from './files.ts';

const options = { software: 'odi/0.0.0', now: () => new Date('2026-11-25T11:59:59Z') };

const page = (name: string) => capture(`http://data.example/${name}`, `the page ${name}`);

/** Goes on with an archive; what was told of it. */
const record = async (path: string, ...names: readonly string[]): Promise<readonly number[]> => {
  const torn: number[] = [];
  const recorder = await openRecorder(path, { ...options, resume: true, onResume: (bytes) => torn.push(bytes) });
  for (const name of names) await recorder.keep(page(name));
  await recorder.close();
  return torn;
};

const held = async (path: string, ...names: readonly string[]): Promise<readonly boolean[]> => {
  const archive = await openArchive([path]);
  const found = [];
  for (const name of names) found.push((await archive.find(get(`http://data.example/${name}`), 1_000)) !== null);
  expect(archive.warnings).toEqual([]);
  await archive.close();
  return found;
};

describe('an archive that a run goes on with', () => {
  test('is begun where there is none', async () => {
    const path = newPath();
    expect(await record(path, 'a')).toEqual([]);
    expect(await held(path, 'a')).toEqual([true]);
  });

  test('holds both runs, and verifies', async () => {
    const path = newPath();
    await record(path, 'a');
    const before = readFileSync(path);
    expect(await record(path, 'b')).toEqual([0]);
    expect(readFileSync(path).subarray(0, before.length).equals(before)).toBe(true);
    expect(await held(path, 'a', 'b')).toEqual([true, true]);
    expect(await verify(path, [])).toMatchObject({ mismatches: [], unreadable: null });
  });

  test('loses half a record at its end, which would hide all that follows, and nothing else', async () => {
    const path = newPath();
    await record(path, 'a', 'b');
    const whole = statSync(path).size;
    await record(path, 'c');
    truncateSync(path, whole + 100);
    expect(await record(path, 'd')).toEqual([100]);
    expect(await held(path, 'a', 'b', 'c', 'd')).toEqual([true, true, false, true]);
  });

  test('is begun anew where the run was killed before its first byte', async () => {
    const path = newPath();
    writeFileSync(path, '');
    await record(path, 'a');
    expect(await held(path, 'a')).toEqual([true]);
  });
});

describe('is refused, and stays as it is,', () => {
  const refused = async (path: string): Promise<string> => {
    const before = readFileSync(path);
    const failure = await record(path, 'x').catch((error: Error) => error.message);
    expect(readFileSync(path).equals(before)).toBe(true);
    return String(failure);
  };

  test('where it is damaged in its middle, with whole records behind', async () => {
    const path = newPath();
    await record(path, 'a', 'b', 'c');
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 20);
    writeFileSync(path, bytes);
    expect(await refused(path)).toMatch(
      /cannot be gone on with: it can be read up to byte \d+ .*Name another file with --record/,
    );
  });

  test.each([
    ['a text', Buffer.from('not an archive at all'), 'no WARC file that is compressed by record'],
    ['gzip of something else', gzipSync('not an archive at all'), '(0 whole records)'],
    [
      'a WARC that is not compressed',
      Buffer.from('WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n'),
      'compressed by record',
    ],
  ])('where it is %s', async (_, bytes, says) => {
    const path = newPath();
    writeFileSync(path, bytes);
    expect(await refused(path)).toContain(says);
  });
});

test('an archive answers as it would have until a moment, and knows its records', async () => {
  const path = newPath();
  const recorder = await openRecorder(path, options);
  const at = (moment: string, body: string) => ({ ...capture('http://data.example/a', body), at: moment });
  await recorder.keep(at('2025-01-01T00:00:00Z', 'then'));
  const { id } = await recorder.keep(at('2026-01-01T00:00:00Z', 'now'));
  await recorder.close();
  const bodyOf = async (until: string | null): Promise<string | null> => {
    const archive = await openArchive([path], until);
    const found = await archive.find(get('http://data.example/a'), 100);
    const came = found?.capture.came;
    expect([archive.holds('urn:uuid:none'), archive.newest]).toEqual([false, until ?? '2026-01-01T00:00:00Z']);
    if (until === null) expect(archive.holds(id)).toBe(true);
    await archive.close();
    return came?.kind === 'replied' ? Buffer.from(came.payload).toString() : null;
  };
  expect(await bodyOf(null)).toBe('now');
  expect(await bodyOf('2025-01-01T00:00:00Z')).toBe('then');
});
