import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { odi } from './odi.ts';

/* Elections that a reviewer names with --event, as its user would run the program. */

const dir = mkdtempSync(join(tmpdir(), 'odi-events-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');
const kept = (store: string): Review =>
  JSON.parse(readFileSync(join(dir, store, '2015', 'ma', 'election-results.json'), 'utf8')) as Review;

test('a named election stays known when the evidence is judged again', () => {
  const audited = odi(
    [
      ...['audit', 'morocco', 'election-results', '--replay', capture, '--store', 'reviews', '--quiet'],
      ...['--event', '2015-09-20 Chamber of Representatives'],
    ],
    dir,
  );
  expect(audited.err).toBe('');
  expect(kept('reviews').request?.events).toEqual([{ day: '2015-09-20', name: 'Chamber of Representatives' }]);
  expect(kept('reviews').notes).toContain('2015-09-20');

  odi(['rescore', '--edition', 'godi-2016', '--into', 'again', '--replay', capture], dir);
  const again = kept('again');
  expect(again.edition).toBe('godi-2016');
  expect(again.request?.events).toEqual([{ day: '2015-09-20', name: 'Chamber of Representatives' }]);
  expect(again.notes).toContain('2015-09-20');
});

test('an election without a day is refused with an example', () => {
  const { code, err } = odi(['audit', 'morocco', 'election-results', '--event', 'Chamber of Representatives'], dir);
  expect(code).toBe(2);
  expect(err).toContain('"2026-09-08 Chamber of Representatives"');
});
