import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review, ReviewCriterion } from '../../src/model/review.ts';
import { review } from '../reviews/builders.ts';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-agreement-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keep = (store: string, given: Review): void => {
  const path = join(folder, store, String(given.year), given.place?.id ?? '', `${given.category?.id}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(given));
};

const registered: ReviewCriterion = {
  ...{ id: 'registered', label: 'Registered voters', required: true, answer: 'No', reason: 'not-there' },
  ...{ says: 'It is not there.', evidence: ['ev-1'], where: [] },
};

keep('a', review({ in: 'ma', word: 'YYYYYNNNY' }));
keep('a', review({ in: 'fr', word: 'YYYYYYYYY' }));
keep('a', review({ in: 'de', word: 'YYYYYYYYN' }));
keep('b', review({ in: 'ma', word: 'YYYYYNYUY' }));
keep('b', review({ in: 'fr', word: 'YYYYYYYYN' }));
keep('b', review({ in: 'es', word: 'YYYYYYYYY' }));
keep('later', review({ in: 'ma', year: 2016, asOf: '2016-11-22', word: 'YYYYYNNNN' }));

const agreed = async (...words: readonly string[]) => {
  const { code, out, err } = await run(['agreement', ...words, '--format', 'json'], folder);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

describe('two stores', () => {
  test('are compared review by review, question by question', async () => {
    const found = await agreed('a', 'b');
    expect(found).toMatchObject({ a: 'a', b: 'b', reviews: { both: 2, onlyA: 1, onlyB: 1 } });
    const of = (id: string) => found.questions.find((one: { id: string }) => one.id === id);
    expect(of('exists')).toMatchObject({ n: 2, same: 2, kappa: null, alpha: null });
    expect(of('bulk')).toMatchObject({ n: 2, same: 1, kappa: { value: 0 } });
    expect(of('openlicense').table.No.Unsure).toBe(1);
    expect(found.all).toMatchObject({ id: null, n: 18, same: 15 });
    expect(
      found.differences.map(({ place, question, a, b }: Record<string, { answer: string }>) => [
        place,
        question,
        a?.answer,
        b?.answer,
      ]),
    ).toEqual([
      ['fr', 'uptodate', 'Yes', 'No'],
      ['ma', 'bulk', 'No', 'Yes'],
      ['ma', 'openlicense', 'No', 'Unsure'],
    ]);
  });

  test('that hold one year each, and not the same, are compared all the same', async () => {
    expect(await agreed('a', 'later')).toMatchObject({ reviews: { both: 1, onlyA: 2, onlyB: 0 } });
  });

  test('leave Unsure out where it counts as none', async () => {
    const found = await agreed('a', 'b', '--unsure', 'missing');
    expect(found.all).toMatchObject({ n: 17, same: 15 });
    expect(found.differences).toHaveLength(2);
  });

  test.each(['text', 'markdown', 'csv', 'html'])('are shown as %s, differences included', async (format) => {
    const { code, out } = await run(['agreement', 'a', 'b', '--format', format], folder);
    expect(code).toBe(0);
    expect(out).toContain('bulk');
    expect(out).toContain('openlicense');
    expect(out.split('\n').every((line) => format !== 'text' || line.length <= 80)).toBe(true);
  });
});

describe('two reviewers', () => {
  const decide = async (reviewer: string, ...sets: readonly string[]): Promise<void> => {
    const words = ['review', 'ma', 'election-results', '--store', 'people', '--year', '2015', '--reviewer', reviewer];
    const because = ['--because', `${reviewer} saw it.`];
    const { code, err } = await run([...words, ...because, ...sets.flatMap((set) => ['--set', set])], folder);
    expect([code, err]).toEqual([0, expect.any(String)]);
  };

  beforeAll(async () => {
    keep('people', review({ in: 'ma', word: 'YYYYYNNNY', criteria: [registered] }));
    await decide('Ben', 'bulk=No', 'exists=Yes', 'criteria.registered=Unsure');
    await decide('Ada', 'bulk=No', 'exists=Yes', 'free=No');
    await decide('Ada', 'bulk=Yes', 'criteria.registered=Yes');
  });

  test('are compared by what both decided last', async () => {
    const found = await agreed('ada', 'Ben', '--store', 'people');
    expect(found.all).toMatchObject({ n: 2, same: 1 });
    expect(found.questions.map(({ id }: { id: string }) => id)).toEqual(['bulk', 'exists', 'criteria']);
    expect(found.differences).toMatchObject([
      { question: 'bulk', a: { answer: 'Yes', says: 'Ada saw it.' }, b: { answer: 'No' } },
      { question: 'criteria.registered' },
    ]);
  });

  test('do not speak by what they took back', async () => {
    // The override is gone from the file, and the decision with it.
    const taken = { on: 'bulk', answer: 'Yes', because: 'Seen.', at: '2015-12-01T10:00:00Z', evidence: [] } as const;
    const decisions = ['Ada', 'Ben'].map((reviewer) => ({ ...taken, reviewer, state: 'counts' as const }));
    keep('withdrawn', { ...review({ in: 'ma' }), decisions });
    const { code, err } = await run(['agreement', 'Ada', 'Ben', '--store', 'withdrawn'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining('Ada is neither a folder')]);
  });

  test('one of them may be the program', async () => {
    const found = await agreed('odi', 'Ada', '--store', 'people');
    expect(found.all).toMatchObject({ n: 3, same: 1 });
  });

  test('who decided nothing are named with those who did', async () => {
    const { code, err } = await run(['agreement', 'Ada', 'Cy', '--store', 'people'], folder);
    expect([code, err]).toEqual([
      2,
      'odi: Cy is neither a folder, a file or a year, nor a reviewer in people: reviewers there are Ada, Ben. "odi" stands for the program itself.\n',
    ]);
  });
});

test('sides with nothing in common are bad usage', async () => {
  keep('apart', review({ in: 'pe' }));
  const { code, err } = await run(['agreement', 'a', 'apart'], folder);
  expect(code).toBe(2);
  expect(err).toContain('answer no question of the same place');
});

describe('a sample', () => {
  test('is the same whatever folder the store is in, and says for how many each stands', async () => {
    const drawn = async (store: string) =>
      JSON.parse((await run(['sample', '--store', store, '--sample', '2', '--format', 'json'], folder)).out);
    for (const place of ['ma', 'fr', 'de']) keep('copy/deep', review({ in: place, word: 'YYYYYNNNY' }));
    const [one, other] = [await drawn('a'), await drawn('copy/deep')];
    expect(one.reviews.map(({ place }: { place: string }) => place)).toEqual(
      other.reviews.map(({ place }: { place: string }) => place),
    );
    expect(one).toMatchObject({ size: 2, of: 3, strata: [{ id: 'election-results Yes', size: 3, drawn: 2 }] });
    expect(one.reviews[0]).toMatchObject({ weight: 1.5, answers: { exists: 'Yes' } });
  });

  test('is stratified by the answer of the question that is named', async () => {
    const words = ['sample', '--store', 'a', '--by', 'answer', '--question', 'uptodate', '--format', 'json'];
    expect(JSON.parse((await run(words, folder)).out).strata).toEqual([
      { id: 'No', size: 1, drawn: 1 },
      { id: 'Yes', size: 2, drawn: 2 },
    ]);
  });

  test.each(['text', 'markdown', 'csv', 'html'])('is shown as %s', async (format) => {
    const { code, out } = await run(['sample', '--store', 'a', '--format', format], folder);
    expect([code, out.includes('election-results Yes')]).toEqual([0, true]);
  });

  test.each([
    [['--question', 'taste'], 'No review in a answers taste; --question takes exists, digital'],
    [['--by', 'colour'], 'Some of category, answer, place, year are expected'],
    [['--store', 'nowhere'], 'nowhere holds no reviews'],
    [['--sample', '0'], 'A whole number of at least 1 is expected'],
  ])('%j is bad usage', async (words, sentence) => {
    const { code, err } = await run(['sample', '--store', 'a', ...words], folder);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
