import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { years } from '../reviews/published-file.ts';
import { odi } from './odi.ts';

/* Reviews of a store, imported ones too, as their user would look at them. */

const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-show-'));
  writeFileSync(join(dir, 'entries.csv'), years);
  odi(['import', 'entries.csv', '--quiet'], dir);
  cpSync(join(captures, 'morocco-2015.json'), join(dir, 'review.json'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const kept = (path: string): Review => JSON.parse(readFileSync(join(dir, path), 'utf8'));
const shown = (words: readonly string[]) => {
  const { code, out, err } = odi(['show', ...words, '--format', 'json'], dir);
  return { code, err, value: JSON.parse(out) };
};

describe('odi show', () => {
  test('shows a review of the store: the latest, or that of a year', () => {
    const newest = kept('reviews/2015/ma/election-results.json');
    expect(shown(['Maroc', 'elections'])).toMatchObject({ code: 0, err: '', value: newest });
    expect(shown(['ma'])).toMatchObject({ value: newest });
    expect(shown(['ma', 'elections', '--year', '2014']).value).toMatchObject({ year: 2014 });
  });

  test.each(['text', 'json', 'markdown', 'csv', 'html', 'junit'])('as %s', (format) => {
    const { code, out, err } = odi(['show', 'tn', 'election-results', '--format', format], dir);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(format === 'csv' ? '100,100,100,Yes' : 'Tunisia');
  });

  test('writes several as an audit does, and to a file', () => {
    const { code, out } = odi(
      ['show', 'ma', '--year', '2014', '--store', 'reviews', '--format', 'json', '--out', 'two.json'],
      dir,
    );
    expect([code, out]).toEqual([0, '']);
    const [first, second] = ['tn', 'ma'].map((place) => kept(`reviews/2015/${place}/election-results.json`));
    writeFileSync(join(dir, 'several.json'), JSON.stringify({ reviews: [first, second] }));
    const { value } = shown(['several.json']);
    expect(value.reviews.map(({ place }: Review) => place?.id)).toEqual(['tn', 'ma']);
  });

  test('takes the path of a review file for the place', () => {
    const review = kept('review.json');
    expect(shown(['review.json'])).toMatchObject({ code: 0, err: '', value: review });
    expect(shown(['./review.json', 'elections', '--year', String(review.year)]).value).toMatchObject(review);
  });

  test.each([
    ['atlantis', [], 'odi: There is no place called "atlantis"; odi places lists what is known.'],
    ['morroco', [], 'odi: There is no place called "morroco"; did you mean morocco?'],
    ['ma', ['nonsense'], 'odi: There is no category called "nonsense"; odi categories lists what is known.'],
    ['fr', [], 'odi: reviews holds no review of France; it holds reviews of ma and tn.'],
    [
      'tn',
      ['legislation', 'elections'],
      'odi: reviews holds no review of Tunisia (legislation); of Tunisia it holds government-budget (2013, 2014) and election-results (2015).',
    ],
    [
      'tn',
      ['elections', '--year', '2012'],
      'odi: reviews holds no review of Tunisia (election-results) in 2012; of Tunisia it holds government-budget (2013, 2014) and election-results (2015).',
    ],
    [
      'tn',
      ['--year', '1999'],
      'odi: reviews holds no review of Tunisia in 1999; of Tunisia it holds government-budget (2013, 2014) and election-results (2015).',
    ],
    [
      'ma',
      ['--store', 'nowhere'],
      'odi: nowhere holds no reviews: make some with "odi audit", import some with "odi import", or name another --store.',
    ],
    ['gone.json', [], 'odi: There is no review file gone.json.'],
    [
      'review.json',
      ['budget'],
      'odi: review.json holds no review of government-budget; it holds election-results (2015).',
    ],
  ])('exit 2 with one sentence that says what is there: %s %j', (place, rest, says) => {
    expect(odi(['show', place, ...rest], dir)).toEqual({ code: 2, out: '', err: `${says}\n` });
  });

  test.each([
    [
      'an answer',
      (text: string) => text.replace('"answer": "Unsure"', '"answer": "Maybe"'),
      '/answers/exists/answer: one of Yes, No, Unsure is expected, not "Maybe"',
    ],
    [
      'a part that only the forms read',
      (text: string) => text.replace('"candidates"', '"candidate"'),
      'candidates is missing',
    ],
    ['its JSON', (text: string) => text.slice(0, text.length / 2), ''],
  ])('names the file, the line and the field of a review that is malformed: %s', (_, spoil, says) => {
    const text = readFileSync(join(dir, 'reviews/2015/ma/election-results.json'), 'utf8');
    mkdirSync(join(dir, 'spoilt/2015/ma'), { recursive: true });
    writeFileSync(join(dir, 'spoilt/2015/ma/election-results.json'), spoil(text));
    const { code, out, err } = odi(['show', 'ma', 'elections', '--store', 'spoilt'], dir);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^odi: spoilt\/2015\/ma\/election-results\.json:\d+:\d+: .+\.\n$/);
    expect(err).toContain(says);
  });

  test('a review that lies where another belongs is not shown for it', () => {
    mkdirSync(join(dir, 'mixed/2015/ma'), { recursive: true });
    cpSync(join(dir, 'reviews/2015/tn/election-results.json'), join(dir, 'mixed/2015/ma/election-results.json'));
    const { code, out, err } = odi(['show', 'ma', '--store', 'mixed'], dir);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'mixed/2015/ma/election-results.json is no review that can be shown: it is a review of 2015 tn',
    );
  });
});
