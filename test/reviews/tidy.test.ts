import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCriteria } from '../../src/criteria/load.ts';
import type { OwnAnswer, Review } from '../../src/model/review.ts';
import { readCsv } from '../../src/reviews/csv.ts';
import { openReferences, reviewRows, type TidyVocabulary } from '../../src/reviews/tidy/index.ts';
import { run } from '../commands/in-process.ts';
import { answers, review } from './builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-tidy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const criteria = openCriteria();
const { tables, package: defaults } = criteria.data<TidyVocabulary>('vocabulary/tidy');

const keep = (given: Review, store = 'reviews'): void => {
  const path = join(folder, store, String(given.year), given.place?.id ?? '', `${given.category?.id}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(given));
};

const table = (path: string): readonly Readonly<Record<string, string>>[] => {
  const [header, ...rows] = [...readCsv(readFileSync(join(folder, path), 'utf8'))].map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries((header ?? []).map((name, at) => [name, cells[at] ?? ''])));
};

const whole = review({
  criteria: [
    {
      ...{ id: 'registered', label: 'Registered', required: true, answer: 'No', reason: 'not-there' },
      ...{ says: 'No.', evidence: ['ev-1'], where: [] },
    },
  ],
  candidates: [{ url: 'https://a.example/', why: '', role: 'landing-page', chosen: true }],
  decisions: [
    {
      ...{ on: 'bulk', answer: 'Yes', because: 'Seen.', reviewer: 'Ada', at: '2015-12-01T10:00:00Z' },
      ...{ evidence: ['ev-1', { file: 'a b.pdf' }], state: 'counts' },
    },
  ],
});

describe('the columns', () => {
  const references = openReferences(criteria);
  references.take(whole);
  const rows = { ...reviewRows(whole), ...references.rows() };

  test.each(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)] as const))(
    'of %s are those of its rows, each name once',
    (name, columns) => {
      expect(Object.keys(rows[name]?.[0] ?? {})).toEqual(columns);
      expect(new Set(columns).size).toBe(columns.length);
    },
  );

  test('of keys exist on both sides', () => {
    const has = (name: string, column: string): boolean =>
      tables.find((one) => one.name === name)?.columns.some((each) => each.name === column) ?? false;
    const missing = tables.flatMap(({ name, key, refers }) => [
      ...key.filter((column) => !has(name, column)),
      ...refers.flatMap(({ columns, to }) => columns.filter((column) => !has(name, column) || !has(to, column))),
    ]);
    expect(missing).toEqual([]);
    // Readers put the row that is referred to in the place of a cell: none can do so twice.
    const twice = tables.flatMap(({ name, refers }) => {
      const columns = refers.flatMap((one) => one.columns);
      return columns.filter((column, at) => columns.indexOf(column) !== at).map((column) => `${name}.${column}`);
    });
    expect(twice).toEqual([]);
    expect(Object.keys(rows).sort()).toEqual(tables.map(({ name }) => name).sort());
  });
});

describe('what an answer comes from', () => {
  const exists = answers('Y')['exists'];
  const own: OwnAnswer = {
    ...{ answer: 'Unsure', reason: 'not-seen', says: '', args: {}, evidence: [], rule: { id: 'exists', version: 1 } },
    ...{ improve: null, arises: true },
  };
  const override = { answer: 'No', because: 'Seen.', reviewer: 'Ada', at: '2015-12-01', evidence: [] } as const;

  test.each([
    ['check', {}, {}],
    ['rule', { own }, {}],
    ['person', { override }, {}],
    ['person', { own, follows: { from: ['bulk'], instead: 'No' } }, {}],
    ['published', {}, { published: { row: '1' } }],
  ] as const)('%s', (cause, given, rest) => {
    if (exists === undefined) throw new Error('no answer');
    const made = review({ answers: { exists: { ...exists, ...given } }, ...rest });
    expect(reviewRows(made)['answers']?.[0]).toMatchObject({ cause });
  });

  test('an override counts, and the answer of the program stands beside it', () => {
    if (exists === undefined) throw new Error('no answer');
    const made = review({ answers: { exists: { ...exists, override: { ...override, answer: 'Unsure' } } } });
    expect(reviewRows(made)['answers']?.[0]).toMatchObject({
      ...{ answer: 'Unsure', program_answer: 'Yes', points: 0, ceiling: 5, says: 'Seen.' },
    });
  });
});

describe('the files', () => {
  const exported = (...words: readonly string[]) => run(['export', '--to', 'tidy', ...words], folder);

  beforeAll(async () => {
    keep(review({ word: 'YYYYYNNNY', notes: '=1+2, "so"\nand on' }));
    keep(review({ in: 'fr', word: 'NNNNNNNNN', of: 'no-such-category' }));
    keep(review({ in: 'zz', word: 'YYYYYYYYY' }));
    const { code, err } = await exported('--out', 'out');
    expect([code, err]).toEqual([
      0,
      `odi: the licence is said to be ${defaults.licence}; name yours with --licence.\n3 reviews written to out, described in datapackage.json there\n`,
    ]);
  });

  test('tell places without entries from places with nought', () => {
    const places = new Map(table('out/places.csv').map((row) => [row['place_id'], row]));
    expect(places.get('fr')).toMatchObject({ has_entries: 'true', entries: '1', mean_points: '0', first_year: '2015' });
    expect(places.get('de')).toMatchObject({ has_entries: 'false', entries: '0', mean_points: '', first_year: '' });
    expect(places.get('zz')).toMatchObject({ name: 'ZZ', has_entries: 'true', mean_points: '100' });
  });

  test('name categories that only the reviews know', () => {
    expect(table('out/categories.csv')).toContainEqual({ category_id: 'no-such-category', title: 'no-such-category' });
  });

  test('keep every text as it is, and start no formula', () => {
    const [notes] = table('out/reviews.csv').filter(({ place_id }) => place_id === 'ma');
    expect(notes?.['notes']).toBe(`'=1+2, "so"\nand on`);
  });

  test('are described: fields in the order of the header, bytes, digests, licence', () => {
    const described = JSON.parse(readFileSync(join(folder, 'out', 'datapackage.json'), 'utf8'));
    expect(described.licenses).toEqual([
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0',
        path: 'https://spdx.org/licenses/CC-BY-4.0.html',
      },
    ]);
    for (const { path, bytes, schema } of described.resources) {
      const text = readFileSync(join(folder, 'out', path));
      expect(text.byteLength).toBe(bytes);
      const header = text.toString().split('\r\n')[0]?.split(',');
      expect(header).toEqual(schema.fields.map(({ name }: { name: string }) => name));
    }
    const dictionary = readFileSync(join(folder, 'out', 'data-dictionary.md'), 'utf8');
    for (const { name, columns } of tables) {
      expect(dictionary).toContain(`\n## ${name}\n`);
      for (const column of columns) expect(dictionary).toContain(`| \`${column.name}\` | ${column.type} |`);
    }
  });

  test('name author, licence, title and address where they are told', async () => {
    const about = ['--title', 'Ours: all', '--author', 'Ada: "A"', '--author', 'Ben', '--url', 'https://x.example/d'];
    const { code } = await exported('--out', 'named', '--licence', 'cc0-1.0', '--doi', '10.1/x', ...about);
    expect(code).toBe(0);
    expect(parse(readFileSync(join(folder, 'named', 'CITATION.cff'), 'utf8'))).toEqual({
      'cff-version': '1.2.0',
      message: expect.any(String),
      type: 'dataset',
      title: 'Ours: all',
      authors: [{ name: 'Ada: "A"' }, { name: 'Ben' }],
      version: '2015-11-22',
      'date-released': '2015-11-22',
      license: 'CC0-1.0',
      url: 'https://x.example/d',
      doi: '10.1/x',
    });
  });

  test.each(['csv', 'parquet'])('are the same bytes in every run: %s', async (format) => {
    for (const out of ['once', 'twice']) await exported('--format', format, '--out', join(format, out));
    const files = readdirSync(join(folder, format, 'once')).sort();
    expect(files).toHaveLength(tables.length + 4);
    for (const file of files) {
      const [one, other] = ['once', 'twice'].map((out) => readFileSync(join(folder, format, out, file)));
      expect(other?.equals(one ?? Buffer.alloc(0))).toBe(true);
    }
  });

  test.each([
    [[], /--to tidy writes several files: name their folder with --out/],
    [['--out', 'x', '--format', 'turtle'], /--format: tidy is written as csv or parquet, not as turtle/],
    [['--out', 'x', '--licence', 'MIT-ish'], /There is no licence MIT-ish: an SPDX identifier is expected/],
    [['--out', 'x', '--url', 'x'], /--url: x is no web address/],
    [['--out', 'x', '--year', '1999'], /reviews holds no reviews/],
  ])('%j is bad usage, and nothing is written', async (words, sentence) => {
    const { code, err } = await exported(...words);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(existsSync(join(folder, 'x'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a store that is not sound', () => {
  const [one] = whole.evidence;
  if (one === undefined) throw new Error('no evidence');
  const [criterion] = whole.criteria;
  const exists = whole.answers['exists'];
  if (criterion === undefined || exists === undefined) throw new Error('no answers');
  const broken: readonly (readonly [string, Review, RegExp])[] = [
    ['an edition', { ...whole, edition: 'mine' }, /edition mine, which is not known here: .*--criteria/],
    ['evidence twice', { ...whole, evidence: [one, one] }, /\/evidence\/1\/id: ev-1 stands there twice/],
    ['a criterion twice', { ...whole, criteria: [criterion, criterion] }, /registered stands there twice/],
    ['evidence that is not there', { ...whole, evidence: [] }, /ev-1 is cited, but is not among the evidence/],
    [
      'points that do not fit',
      { ...whole, answers: { ...whole.answers, exists: { ...exists, points: 4 } } },
      /\/answers\/exists\/points: Yes is worth 5 points here, not 4/,
    ],
  ];

  test.each(broken)('is not exported, and told by its file: %s', async (name, given, sentence) => {
    const store = name.replaceAll(' ', '-');
    keep({ ...given, decisions: [] }, store);
    for (const to of ['tidy', 'dqv', 'godi-csv']) {
      const out = to === 'tidy' ? ['--out', `${store}-out`] : [];
      const done = await run(['export', '--to', to, '--quiet', '--store', store, ...out], folder);
      expect([done.code, done.out]).toEqual([2, '']);
      expect(done.err).toMatch(/2015\/ma\/election-results\.json/);
      expect(done.err).toMatch(sentence);
    }
    expect(existsSync(join(folder, `${store}-out`))).toBe(false);
    if (given.edition !== 'mine') expect((await run(['validate', store], folder)).err).toMatch(sentence);
    else expect((await run(['show', 'ma', '--store', store], folder)).err).toMatch(sentence);
  });
});
