import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review, ReviewAnswer } from '../../src/model/review.ts';
import { openStore, type Stored, serialise } from '../../src/reviews/index.ts';
import { answers, review } from './builders.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-store-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const asWritten = (given: Review): Review => given;

const bulkOf = (word: string): ReviewAnswer => {
  const { bulk } = answers(word);
  if (bulk === undefined) throw new Error('The builder answers every question.');
  return bulk;
};

const inShort = (stored: Iterable<Stored>): readonly string[] =>
  [...stored].map(
    ({ key, ...rest }) => `${key.year}/${key.place}/${key.category}${'fault' in rest ? ` ${rest.fault}` : ''}`,
  );

test('a review comes back as it was kept', () => {
  const store = openStore(dir, asWritten);
  const kept = review({ notes: 'حررت في الرباط\nline two' });
  expect(store.write(kept)).toBe(join(dir, '2015/ma/election-results.json'));
  expect(store.read({ year: 2015, place: 'ma', category: 'election-results' })).toMatchObject({ review: kept });
});

test('a store that is not there is empty', () => {
  const store = openStore(join(dir, 'nowhere'), asWritten);
  expect([store.years(), [...store.stream()], store.previous({ year: 2015, place: 'ma', category: 'x' })]).toEqual([
    [],
    [],
    null,
  ]);
});

test('reviews stream in the order of year, place and category, and by selection', () => {
  const store = openStore(dir, asWritten);
  for (const [year, place, category] of [
    [2015, 'tn', 'budget'],
    [2015, 'ma', 'land'],
    [2015, 'ma', 'budget'],
    [2014, 'tn', 'land'],
  ] as const) {
    store.write(review({ year, in: place, of: category }));
  }
  expect(inShort(store.stream())).toEqual(['2014/tn/land', '2015/ma/budget', '2015/ma/land', '2015/tn/budget']);
  expect(inShort(store.stream({ year: 2015, places: new Set(['ma']), categories: new Set(['land']) }))).toEqual([
    '2015/ma/land',
  ]);
  expect(store.years()).toEqual([2014, 2015]);
});

/** The text of a review with other values in some of its fields. */
const changed = (fields: Readonly<Record<string, unknown>>) => (whole: string) =>
  JSON.stringify({ ...JSON.parse(whole), ...fields });

describe('a file that is no review', () => {
  test.each([
    ['half a file', (whole: string) => whole.slice(0, 400), 'it is no JSON'],
    ['an empty file', () => '', 'it is no JSON'],
    ['a list', () => '[]', 'it is no JSON object'],
    [
      'another format',
      (whole: string) => whole.replace('odi-review/1', 'odi-review/9'),
      '"format" is not "odi-review/1"',
    ],
    [
      'an answer of a fourth kind',
      (whole: string) => whole.replace('"answer": "No"', '"answer": "Maybe"'),
      '"answers.machinereadable.answer" is none of Yes, No, Unsure',
    ],
    [
      'the review of another place',
      (whole: string) => whole.replace('"id": "ma"', '"id": "tn"'),
      'it is a review of 2015 tn',
    ],
    ['no candidates', changed({ candidates: undefined }), '"candidates" is no list'],
    ['notes of a number', changed({ notes: 5 }), '"notes" is no text'],
    ['evidence of nulls', changed({ evidence: [null] }), '"evidence[0]" is no object'],
    ['people of nobody', changed({ people: {} }), '"people.reviewers" is no list'],
    ['a place whose name is an object', changed({ place: { id: 'ma', name: {} } }), '"place.name" is no text'],
    [
      'an override that is a number',
      (whole: string) => whole.replace('"override": null', '"override": 5'),
      '.override" is no object',
    ],
    ['words of a secret', () => 'PRECIOUS', 'it is no JSON'],
  ])('is named and costs no other: %s', (_, spoil, fault) => {
    const store = openStore(dir, asWritten);
    store.write(review({ of: 'budget' }));
    const file = store.write(review());
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    const [fine, faulty] = [...store.stream()];
    expect(fine).toHaveProperty('review');
    expect(faulty).toMatchObject({ file, fault: expect.stringContaining(fault) });
    expect(readdirSync(join(dir, '2015/ma'))).toContain('election-results.json');
  });

  test('quotes nothing of what it holds', () => {
    const store = openStore(dir, asWritten);
    writeFileSync(store.write(review()), '{"password": PRECIOUS');
    expect(JSON.stringify([...store.stream()])).not.toMatch(/PRECIOUS|password/);
  });

  test('is not opened where it is a link out of the store, a device, a pipe or a folder', () => {
    const store = openStore(dir, asWritten);
    const file = store.write(review());
    const outside = mkdtempSync(join(tmpdir(), 'odi-outside-'));
    const kept = readFileSync(file);
    writeFileSync(join(outside, 'x.json'), kept);
    const [pipe, device, link, inner] = ['budget', 'legislation', 'procurement', 'water-quality'].map((category) =>
      join(dir, '2015/ma', `${category}.json`),
    ) as [string, string, string, string];
    execFileSync('mkfifo', [pipe]);
    symlinkSync('/dev/zero', device);
    symlinkSync(join(outside, 'x.json'), link);
    symlinkSync(file, inner);
    mkdirSync(join(dir, '2015/ma/national-map.json'));
    symlinkSync(outside, join(dir, '2015/tn'));
    writeFileSync(join(outside, 'election-results.json'), kept);
    expect(inShort(store.stream())).toEqual([
      '2015/ma/budget it is no regular file',
      '2015/ma/election-results',
      '2015/ma/legislation it is a link that leads out of the store',
      '2015/ma/national-map it is a folder',
      '2015/ma/procurement it is a link that leads out of the store',
      '2015/ma/water-quality it is a review of 2015 ma election-results',
      '2015/tn/election-results its folder is a link that leads out of the store',
      '2015/tn/x its folder is a link that leads out of the store',
    ]);
    expect(() => store.write({ ...review(), place: { id: 'tn', name: 'Tunisia' } })).toThrow(
      'a link that leads out of the store',
    );
    expect(readdirSync(outside).sort()).toEqual(['election-results.json', 'x.json']);
    rmSync(outside, { recursive: true });
  });

  test.each(['.0123.tmp', 'notes.txt', 'Budget.json', 'index.json.bak'])(
    'and does not look like one is passed over: %s',
    (name) => {
      const store = openStore(dir, asWritten);
      store.write(review());
      writeFileSync(join(dir, '2015/ma', name), '{');
      expect(inShort(store.stream())).toEqual(['2015/ma/election-results']);
    },
  );
});

test.each(['../../etc', 'ma/../tn', '', 'MA', 'm a', '.'])('no path is made of the id %j', (place) => {
  expect(() => openStore(dir, asWritten).write(review({ in: place }))).toThrow('is no address of a review');
  expect(readdirSync(dir)).toEqual([]);
});

test('a review without a place has no shelf', () => {
  expect(() => openStore(dir, asWritten).write(review({ place: null }))).toThrow('kept by place and category');
});

test('a folder that cannot be written is named', () => {
  mkdirSync(join(dir, '2015'));
  writeFileSync(join(dir, '2015/ma'), 'a file where a folder should be');
  expect(() => openStore(dir, asWritten).write(review())).toThrow(/2015\/ma\/election-results\.json was not written/);
});

test('the review before is the newest of an earlier year that can be read', () => {
  const store = openStore(dir, asWritten);
  store.write(review({ year: 2013 }));
  store.write(review({ year: 2015 }));
  const broken = store.write(review({ year: 2014 }));
  writeFileSync(broken, '{');
  const key = { place: 'ma', category: 'election-results' };
  expect(store.previous({ ...key, year: 2016 })?.year).toBe(2015);
  expect(store.previous({ ...key, year: 2015 })?.year).toBe(2013);
  expect(store.previous({ ...key, year: 2013 })).toBeNull();
});

test('one changed answer changes only lines of that answer, the score and the evidence', () => {
  const before = review();
  const after = review({ answers: { ...before.answers, bulk: bulkOf('YYYYYNYNY') } });
  const [old, fresh] = [before, after].map((one) => serialise(one).split('\n'));
  const changed = fresh?.filter((line, at) => line !== old?.[at]).map((line) => line.trim());
  expect(fresh?.length).toBe(old?.length);
  expect(changed).toEqual(['"points": 55,', '"ceiling": 55,', '"answer": "Yes",', '"points": 10,']);
});

test('two processes at once leave every review whole', async () => {
  const bundle = join(dir, 'store.mjs');
  execFileSync('npx', [
    'esbuild',
    'src/reviews/store.ts',
    '--bundle',
    '--platform=node',
    '--format=esm',
    `--outfile=${bundle}`,
    '--log-level=error',
  ]);
  const home = join(dir, 'reviews');
  const one = join(dir, 'one.json');
  writeFileSync(one, JSON.stringify(review({ notes: 'x'.repeat(200_000) })));
  const writer = `
    import { readFileSync } from 'node:fs';
    import { openStore } from ${JSON.stringify(bundle)};
    const store = openStore(${JSON.stringify(home)}, (review) => review);
    const review = JSON.parse(readFileSync(${JSON.stringify(one)}, 'utf8'));
    for (let turn = 0; turn < 60; turn += 1) store.write(review);
  `;
  const run = () =>
    new Promise<number | null>((done) => {
      spawn(process.execPath, ['--input-type=module', '--eval', writer]).on('close', done);
    });
  const both = Promise.all([run(), run()]);
  let isOver = false;
  void both.then(() => {
    isOver = true;
  });
  const seen = new Set<string>();
  while (!isOver) {
    for (const stored of openStore(home, asWritten).stream()) seen.add('fault' in stored ? stored.fault : 'whole');
    await new Promise((next) => setTimeout(next, 1));
  }
  expect(await both).toEqual([0, 0]);
  expect([...seen]).toEqual(['whole']);
  expect(readdirSync(join(home, '2015/ma'))).toEqual(['election-results.json']);
});
