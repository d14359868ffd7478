import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { run } from '../commands/in-process.ts';
import { review } from '../reviews/builders.ts';
import { filesOf, pageOf, textsOf } from './pages.ts';
import { capturedReviews, keep } from './store.ts';

/* Reviews of which no page can be made, and places of which there is no review. */

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-report-faults-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const report = (folder: string) => run(['report', '--out', 'site', '--lang', 'en,ar', '--title', 'Ours'], folder);
const captured = (of: string): Review => {
  const found = capturedReviews().find(({ place }) => place?.id === of);
  if (found === undefined) throw new Error(`No capture is of ${of}.`);
  return found;
};
const file = (folder: string): string => join(folder, 'reviews', '2024', 'ke', 'election-results.json');

/** A store of a sound review of each of two years, and of one that something is wrong with. */
const storeWith = (name: string, change: (given: Review) => unknown): string => {
  const folder = join(dir, name);
  keep(folder, review({ in: 'ma', year: 2024 }));
  keep(folder, review({ in: 'ke', year: 2023 }));
  keep(folder, captured('ke'));
  writeFileSync(file(folder), JSON.stringify(change(structuredClone(captured('ke')))));
  return folder;
};

const withoutArgs = (given: Review): unknown => ({
  ...given,
  answers: Object.fromEntries(Object.entries(given.answers).map(([id, { args: _, ...answer }]) => [id, answer])),
});

describe('a review of which no page can be made is left out and named, and the others are there', () => {
  test.each([
    [
      'points that its answers do not have',
      (one: Review) => ({ ...one, score: { ...one.score, points: 3 } }),
      '/score',
    ],
    ['evidence that is not there', (one: Review) => ({ ...one, evidence: [] }), 'is cited, but is not among'],
    ['an edition that nobody knows', (one: Review) => ({ ...one, edition: 'godi-1999' }), 'the edition godi-1999'],
    ['sentences without their values', withoutArgs, 'its sentences cannot be told from what it holds'],
    ['a reason that nothing gives', (one: Review) => ({ ...one, paragraphs: [{ reason: 'x', says: 'y' }] }), 'told'],
    ['half a file', () => 'half', 'was passed over'],
  ])('%s', async (name, change, says) => {
    const folder = storeWith(name.replaceAll(' ', '-'), change);
    const { code, err } = await report(folder);
    expect(err.split('\n').filter((line) => line.includes('was passed over'))).toEqual([
      expect.stringContaining(`${file(folder)} was passed over: `),
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    expect(err).not.toContain('a defect of odi');
    const site = join(folder, 'site');
    expect(filesOf(site).filter((one) => one.includes('2024/ke/') || one.includes('2023-2024/ke/'))).toEqual([]);
    expect(pageOf(site, '2024/ma/election-results/index.html')('h1').length).toBe(1);
    expect(pageOf(site, '2023/ke/election-results/index.html')('h1').length).toBe(1);
    expect(readFileSync(join(site, 'data/2024/reviews.csv'), 'utf8')).not.toContain(',ke,');
  });

  test('mended, it comes back, as in a site made from nothing', async () => {
    const folder = storeWith('mended', withoutArgs);
    expect((await report(folder)).code).toBe(2);
    keep(folder, captured('ke'));
    expect((await report(folder)).code).toBe(0);
    cpSync(join(folder, 'reviews'), join(dir, 'fresh', 'reviews'), { recursive: true });
    expect((await report(join(dir, 'fresh'))).code).toBe(0);
    expect(textsOf(join(folder, 'site'))).toEqual(textsOf(join(dir, 'fresh', 'site')));
  });
});

describe('the finding of a year', () => {
  const finding = async (name: string, ...given: readonly Review[]): Promise<string> => {
    const folder = join(dir, name);
    for (const one of given) keep(folder, one);
    expect((await report(folder)).code).toBe(0);
    return pageOf(join(folder, 'site'), 'index.html')('.finding').text();
  };

  test('names as first a place that was reviewed, though one without a review stands before it in the alphabet', async () => {
    const said = await finding('first', review({ in: 'tn' }), review({ in: 'ma', word: 'YYYYYYYYN' }));
    expect(said).toContain('Morocco comes first, with 90 of 100 points');
  });

  test('names a place that was reviewed, though places of the index without a review have as many points', async () => {
    const said = await finding('nothing', review({ in: 'ma', word: 'NNNNNNNNN' }));
    expect(said).toContain('Morocco comes first, with 0 of 100 points');
  });

  test('says of no question that it keeps data closed where none is answered with No', async () => {
    const said = await finding('none-closed', review({ in: 'ke', word: 'UUUUUUUUU', year: 2024 }));
    expect(said).not.toContain('keeps the others closed');
    expect(said).not.toContain('No for 0');
    expect(said).toContain('could not be told');
  });
});
