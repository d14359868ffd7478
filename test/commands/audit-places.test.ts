import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { captureOf } from './captures.ts';
import { run } from './in-process.ts';

/* Audits of a list of places, from an archive, as a build server would run them. */

let captures: string;
let dir: string;
beforeAll(async () => {
  captures = mkdtempSync(join(tmpdir(), 'odi-places-captures-'));
  await captureOf(join(captures, 'open.warc.gz'), 'open', 2024);
  await captureOf(join(captures, 'closed.warc.gz'), 'closed', 2025);
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-places-'));
});
afterAll(() => rmSync(captures, { recursive: true, force: true }));

const list = (text: string): readonly string[] => {
  writeFileSync(join(dir, 'list.txt'), text);
  return ['--places', 'list.txt'];
};

const audit = (words: readonly string[], ...more: readonly string[]) =>
  run(['audit', ...words, '--replay', join(captures, 'open.warc.gz'), ...more], dir);

describe('a list of places', () => {
  test('is a place a line, by id, slug or name; comments and blank lines are left out, and one counts once', async () => {
    const words = list('\uFEFF# the first\r\nma\r\n\r\nNew Zealand # by name\nTunisie\nmorocco\n');
    const { out } = await audit([...words, 'water-quality'], '--summary', '--format', 'json');
    const { reviews, unfinished } = JSON.parse(out);
    expect([...reviews, ...unfinished].map(({ place }) => place.id ?? place).sort()).toEqual(['ma', 'nz', 'tn']);
  });

  test.each([
    ['ma\n# fine\nAtlantis\nnz', 'list.txt:3: There is no place called "Atlantis"'],
    ['# nothing\n\n', 'list.txt names no place'],
  ])('%j is exit 2 and names the line', async (text, says) => {
    const { code, out, err } = await audit([...list(text), 'water-quality']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(existsSync(join(dir, 'reviews'))).toBe(false);
  });

  test.each([
    [['--places', 'none.txt'], 'none.txt cannot be read: there is no such file'],
    [['--places', '.'], 'it is a folder'],
    [['--all', '--places', 'list.txt'], 'exclude one another'],
    [['--places', 'list.txt', '--url', 'https://example.org'], '--url speaks of one place'],
    [['--places', 'list.txt', '--event', '2024-01-01 House'], '--event speaks of one place'],
    [['--places', 'list.txt', '--summary', '--format', 'csv'], '--summary is written as text, json or markdown'],
    [[], 'Which place?'],
  ])('%j is bad usage', async (words, says) => {
    list('ma');
    const { code, err } = await run(['audit', ...words], dir);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('is told before it starts, a line a review, and what was not seen is not done', async () => {
    const words = [...list('ma\nnz'), 'water-quality'];
    const { code, err, out } = await audit(words);
    expect(code).toBe(3);
    expect(err).toMatch(/^2 places, 2 reviews to do; from archives, without a request\.\n/);
    expect(err).toMatch(/\n\[1\/2\] (?:ma|nz) water-quality: not finished: nothing could be seen/);
    expect(err).toMatch(/\n\[2\/2\] (?:ma|nz) water-quality: not finished: nothing could be seen\n/);
    expect(out).toBe('0 reviews, 0 open, 2 not finished\n');
    expect((await audit(words)).err).toContain('2 places, 2 reviews to do');
  });
});

describe('a summary', () => {
  /** One place that was audited before, and one of which nothing can be seen. */
  const summarised = async (...words: readonly string[]) => {
    const url = ['--url', 'https://results.example-elections.govt.nz/2023/'];
    await audit(['nz', 'election-results'], ...url, '--year', '2024');
    return audit([...list('nz\nma'), 'election-results'], '--year', '2024', ...words);
  };

  test('holds what an earlier run has done, and what is not finished', async () => {
    const { code, out, err } = await summarised('--summary', '--format', 'json', '--fail-under', '50');
    expect(code).toBe(0);
    expect(err).toMatch(/^1 place, 1 review to do, 1 done already; from archives/);
    expect(JSON.parse(out)).toMatchObject({
      format: 'odi-summary/1',
      ...{ edition: 'godi-2015', year: 2024 },
      counts: { reviews: 1, open: 1, unfinished: 1, under: 0, falls: null },
      reviews: [{ place: { id: 'nz' }, points: 100, ceiling: 100, yes: 9, no: 0, unsure: 0, isOpen: true, seen: true }],
      unfinished: [{ place: 'ma', category: 'election-results', why: 'nothing could be seen' }],
    });
  });

  test('is Markdown on request, and written to files besides', async () => {
    const files = ['--summary-file', 'out/summary.json', '--summary-file', 'step'];
    const { out } = await summarised('--format', 'junit', ...files);
    expect(out).toContain('<testsuite name="New Zealand: Election Results, 2024"');
    expect(JSON.parse(readFileSync(join(dir, 'out/summary.json'), 'utf8')).counts.reviews).toBe(1);
    const markdown = readFileSync(join(dir, 'step'), 'utf8');
    expect(markdown).toContain('# Audit 2024\n\n1 review, 1 open, 1 not finished. Edition godi-2015');
    expect(markdown).toContain('| New Zealand | Election Results | 100 | 100 | 9 | 0 | 0 | open |');
    expect(markdown).toContain('- ma election-results: nothing could be seen');
    expect((await summarised('--summary', '--format', 'markdown')).out).toBe(markdown);
  });

  test('of one place is its categories', async () => {
    const url = ['--url', 'https://results.example-elections.govt.nz/2023/'];
    const words = ['nz', 'election-results', 'water-quality', ...url];
    const { out, err } = await audit(words, '--summary');
    expect(out).toMatch(/^New Zealand: Election Results, 2024 +100 of 100 points, open; 9 Yes, 0 No, 0 Unsure\n/);
    expect(err).toContain('[1/2] nz election-results: 100 of 100 points; 9 Yes, 0 No, 0 Unsure; open\n');
  });

  test('so is the gate: what an interrupted run has written fell all the same', async () => {
    const url = ['--url', 'https://results.example-elections.govt.nz/2023/'];
    const one = ['audit', 'nz', 'election-results', ...url, '--replay'];
    await run([...one, join(captures, 'open.warc.gz')], dir);
    await run([...one, join(captures, 'closed.warc.gz')], dir);
    const words = ['audit', ...list('nz\nma'), 'election-results', '--replay', join(captures, 'closed.warc.gz')];
    // Of the same store, the years before count: what this year has is what is judged.
    const { code, err, out } = await run([...words, '--fail-on-regression', 'reviews', '--format', 'markdown'], dir);
    expect(code).toBe(1);
    expect(err).toContain('nz election-results fell since reviews: 100 points in 2024, 70 in 2025.');
    expect(out).toContain('## Fallen since reviews');
  });

  test('a bar is held over what an earlier run has done, too', async () => {
    const replay = ['--replay', join(captures, 'closed.warc.gz'), '--year', '2025'];
    const url = ['--url', 'https://results.example-elections.govt.nz/2023/'];
    await run(['audit', 'nz', 'election-results', ...url, ...replay], dir);
    const words = ['audit', ...list('nz\nma'), 'election-results', ...replay];
    const { code, err } = await run([...words, '--fail-under', '71'], dir);
    expect(code).toBe(1);
    expect(err).toContain('nz election-results: 70 points, under 71.\n');
    expect((await run([...words, '--fail-under', '70'], dir)).code).toBe(0);
  });
});
