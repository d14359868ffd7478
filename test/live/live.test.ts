import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { hasNginx, type Nginx, startNginx } from './nginx.ts';
import { files, locations } from './sites.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a user does: a process of its own, on the built bundle. */
const odi = async (...words: readonly string[]): Promise<Ran> => {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...words], { cwd: folder, maxBuffer: 2 ** 26 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as unknown as Ran;
    return { code, stdout, stderr };
  }
};

const answersOf = (review: Review): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(review.answers).map(([id, { answer }]) => [id, answer]));

let folder: string;
let nginx: Nginx;

const isPresent = hasNginx();
if (!isPresent) console.warn('SKIPPED: nginx is not installed, so the audit of a live server is not tested.');

describe.runIf(isPresent)('an audit of a live server', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'odi-live-'));
    nginx = await startNginx(files, locations);
  });

  afterAll(() => {
    nginx?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Checks an address and records it; its archive must verify, and replay to the same bytes. */
  const audited = async (path: string, archive: string, says: RegExp = /^$/): Promise<Review> => {
    const words = ['check', `${nginx.origin}${path}`, '--category', 'election-results', '--as-of', '2026-11-25'];
    const form = ['--format', 'json', '--quiet'];
    const live = await odi(...words, ...form, '--allow-private', '--record', archive);
    const [replayed, verified] = await Promise.all([
      odi(...words, ...form, '--replay', archive),
      odi('verify', archive),
    ]);
    expect(live.stderr).toMatch(says);
    expect(replayed).toEqual(live);
    expect(verified.code).toBe(0);
    return JSON.parse(live.stdout) as Review;
  };

  test('a fully open dataset gets every point that one address can earn', async () => {
    const review = await audited('/open/', 'open.warc.gz');
    const { uptodate, ...others } = answersOf(review);
    expect(new Set(Object.values(others))).toEqual(new Set(['Yes']));
    // Without a place, nothing tells when its last election was.
    expect([uptodate, review.answers['uptodate']?.reason]).toEqual(['Unsure', 'event-unknown']);
    expect(review).toMatchObject({ score: { points: 90, ceiling: 100, outOf: 100 }, isOpen: true });
    expect(review.criteria.filter(({ required }) => required).map(({ answer }) => answer)).not.toContain('No');
  });

  test('a PDF is no machine-readable data', async () => {
    const review = await audited('/pdf/', 'pdf.warc.gz');
    expect(review.isOpen).toBe(false);
    expect(answersOf(review)['machinereadable']).toBe('No');
    expect(review.evidence.map(({ format }) => format)).toContain('pdf');
  });

  test('a log-in is a wall, and what is behind it is not judged', async () => {
    const review = await audited('/resultats', 'login.warc.gz');
    expect(review.evidence[0]).toMatchObject({ kind: 'login', finalUrl: `${nginx.origin}/login/` });
    expect(answersOf(review)).toMatchObject({ exists: 'Unsure', openlicense: 'Unsure' });
    expect(Object.values(answersOf(review))).not.toContain('Yes');
  });

  test('an address that is gone supports no Yes', async () => {
    const review = await audited('/gone', 'gone.warc.gz');
    expect(review.evidence[0]).toMatchObject({ outcome: 'arrived', status: 404, kind: 'error' });
    expect(Object.values(answersOf(review))).not.toContain('Yes');
  });

  test('a redirect to a machine inside the network is not followed, and that is no answer about the publisher', async () => {
    const review = await audited('/inside', 'inside.warc.gz', /^odi: nothing could be seen at [^\n]*\n$/);
    expect(review.evidence[0]).toMatchObject({ outcome: 'refused-by-us', status: null });
    expect(new Set(Object.values(answersOf(review)))).toEqual(new Set(['Unsure']));
    expect(review.score).toEqual({ points: 0, ceiling: 100, outOf: 100 });
  });

  test('without leave, no address of the machine itself is asked, and a line says how to', async () => {
    const { code, stdout, stderr } = await odi('check', `${nginx.origin}/open/`, '--format', 'json', '--quiet');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^odi: [^\n]*private address[^\n]*--allow-private[^\n]*\n$/);
  });
});
