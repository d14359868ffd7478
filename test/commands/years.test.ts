import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import type { Review, Verdict } from '../../src/model/review.ts';
import { serialise } from '../../src/reviews/index.ts';
import { review } from '../reviews/builders.ts';
import { file, row, years } from '../reviews/published-file.ts';
import { odi } from './odi.ts';

/* Import, scorecard, diff, export and rescore, as their user would run them, on a small file made for these tests. */

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-years-'));
  writeFileSync(join(dir, 'entries.csv'), years);
  expect(odi(['import', 'entries.csv'], dir)).toEqual({
    code: 0,
    err: '',
    out: [
      '5 reviews written to reviews',
      '',
      '  2013        1 entries     1 places    1 categories',
      '  2014        2 entries     2 places    2 categories   1 carried forward from the year before',
      '  2015        2 entries     2 places    1 categories',
      '',
    ].join('\n'),
  });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const json = (words: readonly string[]) => {
  const { code, out, err } = odi([...words, '--format', 'json'], dir);
  return { code, err, value: JSON.parse(out) };
};

describe('odi import', () => {
  test('a second time changes nothing', () => {
    expect(odi(['import', 'entries.csv'], dir).out).toContain('5 were there already, word for word.');
  });

  test('bad rows are named by file, line and column, the good ones are imported', () => {
    writeFileSync(join(dir, 'bad.csv'), file(row({ place: 'Atlantis' }), row({ year: 1999 }), row({ place: 'dz' })));
    const { code, err, out } = odi(['import', 'bad.csv', '--store', 'other'], dir);
    expect(code).toBe(0);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^bad\.csv:2: column "place": There is no place called "Atlantis"/),
      'bad.csv:3: column "year": one of 2013, 2014, 2015, 2016 is expected, not "1999"',
      '',
    ]);
    expect(out).toContain('2 rows were left out.');
    expect(readdirSync(join(dir, 'other/2015'))).toEqual(['dz']);
  });

  test.each([
    ['there is none', 'none.csv', 'there is no such file'],
    ['it is a folder', 'reviews', 'it is a folder'],
    ['it is another file', 'other.csv', 'the header has no column place, dataset, year'],
  ])('exit 2 where nothing could be imported: %s', (_, name, says) => {
    writeFileSync(join(dir, 'other.csv'), 'a,b\n1,2\n');
    const { code, out, err } = odi(['import', name, '--store', 'nothing'], dir);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test('an audit of the same year does not give way to a published entry unless it must', () => {
    const path = join(dir, 'audited/2015/ma/election-results.json');
    mkdirSync(join(dir, 'audited/2015/ma'), { recursive: true });
    writeFileSync(path, serialise(review()));
    expect(odi(['import', 'entries.csv', '--store', 'audited'], dir).out).toContain(
      '1 audit of the same year was kept',
    );
    expect(readFileSync(path, 'utf8')).toBe(serialise(review()));
    odi(['import', 'entries.csv', '--store', 'audited', '--force'], dir);
    expect(readFileSync(path, 'utf8')).toContain('"published"');
  });
});

describe('odi scorecard', () => {
  test('shows a year as a table that fits 80 columns', () => {
    const { code, out, err } = odi(['scorecard', 'tunisia', 'MA', '--year', '2015'], dir);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'Scorecard 2015                                                         godi-2015',
        '2 places, 2 entries, 1 open (50 %)',
        '',
        'rank  place                                score open    a',
        '   1  Tunisia                                100    1  100●',
        '   2  Morocco                              0–100    0    0+',
        '',
        '   1  a  Election Results            50–100    1 open of 2',
        '',
        '● open data. Cells are points. + and ranges: more if what is undecided turns out',
        'Yes.',
        '',
      ].join('\n'),
    );
  });

  test('takes the newest year where none is named', () => {
    expect(json(['scorecard', 'ma']).value).toMatchObject({
      year: 2015,
      edition: 'godi-2015',
      summary: { entries: 2 },
    });
  });

  test.each(['csv', 'markdown', 'junit'])('writes %s', (format) => {
    const { code, out } = odi(['scorecard', '--format', format, '--year', '2014'], dir);
    expect(code).toBe(0);
    expect(out).toContain('Tunisia');
  });

  test('a missed bar is exit 1, and says who missed it', () => {
    const { code, err } = odi(['scorecard', 'ma', 'tn', '--year', '2015', '--fail-under', '50'], dir);
    expect([code, err]).toEqual([1, 'odi: Morocco scores 0, which is under 50.\n']);
  });

  test('a fall since a baseline is exit 1, with its cause; a JUnit file has it as a failure', () => {
    const words = ['scorecard', 'ma', '--year', '2015', '--fail-on-regression', '2014'];
    expect(odi(words, dir)).toMatchObject({ code: 0, err: '' });
    const { code, err } = odi([...words, '--strict'], dir);
    expect(code).toBe(1);
    expect(err).toContain('odi: ma election-results fell since reviews/2014: 5 points in 2014, 0 in 2015.\n');
    expect(err).toContain('  exists Yes → Unsure (−5), reviewer: ');
    expect(odi([...words, '--strict', '--format', 'junit'], dir).out).toContain('<failure type="regression"');
    expect(odi(['scorecard', 'tn', '--year', '2015', '--fail-on-regression', '2013'], dir).code).toBe(2);
  });

  test('a broken file is named and passed over, and the exit code says so', () => {
    cpSync(join(dir, 'reviews'), join(dir, 'broken'), { recursive: true });
    writeFileSync(join(dir, 'broken/2015/ma/election-results.json'), '{"format":');
    const { code, out, err } = odi(['scorecard', '--store', 'broken'], dir);
    expect(code).toBe(2);
    expect(err).toMatch(/broken\/2015\/ma\/election-results\.json was passed over: it is no JSON/);
    expect(out).toContain('Tunisia');
  });

  test.each([
    [['--store', 'nowhere'], 'nowhere holds no reviews'],
    [['--year', '1999'], 'holds no reviews of 1999; it holds 2013, 2014, 2015'],
    [['fr', '--year', '2013', '--store', 'other'], 'holds no reviews of 2013; it holds 2015'],
    [['atlantis'], 'There is no place called "atlantis"'],
  ])('%j is bad usage', (words, says) => {
    const { code, err } = odi(['scorecard', ...words], dir);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('odi diff', () => {
  test('says first that two editions cannot be compared, and then what changed and what the definition did', () => {
    const { code, out } = odi(['diff', '2014', '2015', '--place', 'morocco'], dir);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe('2014 (godi-2014) → 2015 (godi-2015)');
    expect(lines[1]).toMatch(/^Not comparable: 2014 was judged by godi-2014/);
    expect(out).toMatch(/Election Results +−5 points\n +exists +Yes → Unsure +−5 +reviewer\n/);
    expect(out).toContain('Election Results is not defined as under godi-2014: godi-2015 asks besides for');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('as JSON, with the fields of the contract', () => {
    const { value } = json(['diff', '2014', '2015', '--place', 'ma']);
    expect(value).toMatchObject({
      comparable: false,
      before: { name: '2014' },
      places: [{ id: 'ma', before: 3, after: 0, delta: -3 }],
    });
    expect(value.changes[0]).toMatchObject({
      place: 'ma',
      category: 'election-results',
      question: 'exists',
      from: 'Yes',
      to: 'Unsure',
      points: -5,
      cause: 'reviewer',
      proof: 'entries',
      judged: { oldByNew: null, newByOld: null },
    });
    expect(value.changes[1]).toMatchObject({ question: 'public', cause: 'cascade', consequenceOf: 'exists' });
    expect(value.summary).toMatchObject({
      causes: [
        { cause: 'cascade', answers: 6 },
        { cause: 'reviewer', points: -5 },
      ],
    });
  });

  test('review files, scorecard files and stores are sides as well', () => {
    writeFileSync(join(dir, 'before.json'), serialise(review({ word: 'YYYYYYYYY' })));
    writeFileSync(
      join(dir, 'after.json'),
      JSON.stringify({ reviews: [review({ word: 'YYYYYYNYY', asOf: '2016-01-01' })] }),
    );
    expect(json(['diff', 'before.json', 'after.json']).value).toMatchObject({
      comparable: true,
      changes: [{ question: 'bulk', points: -10, cause: 'time' }],
    });
    odi(['scorecard', '--year', '2015', '--format', 'json', '--out', 'card.json'], dir);
    expect(json(['diff', 'card.json', 'reviews/2015']).value.changes).toEqual([]);
    expect(json(['diff', '2014', 'card.json', '--category', 'elections']).value.changes).toMatchObject([
      { place: 'ma', question: null, from: 5, to: 0, points: -5, cause: 'unknown' },
    ]);
  });

  test.each([
    [['2014', 'nothing-here'], 'There is no nothing-here'],
    [['2014', 'reviews'], 'holds the years 2013, 2014, 2015: choose one with --year'],
    [['2014', 'entries.csv'], 'is no JSON'],
    [['2014', '2015', '--question', 'beauty'], 'There is no question beauty; --question takes exists,'],
    [['2014', '2015', '--cause', 'magic'], 'One of data, url, access,'],
  ])('%j is bad usage', (words, says) => {
    const { code, err } = odi(['diff', ...words], dir);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test.each(['csv', 'markdown', 'html'])('writes %s', (format) => {
    const { code, out } = odi(['diff', '2014', '2015', '--format', format], dir);
    expect(code).toBe(0);
    expect(out).toContain('cascade');
  });

  test('tells of one question or of one cause, or what they add up to', () => {
    const asked = (...words: readonly string[]) => json(['diff', '2014', '2015', ...words]).value;
    const told = (...words: readonly string[]) =>
      asked(...words).changes.map(({ question, cause }: Change) => `${question} ${cause}`);
    expect(told('--question', 'exists')).toEqual(['exists reviewer']);
    expect(told('--cause', 'reviewer', '--cause', 'url')).toEqual(['exists reviewer']);
    expect(told('--question', 'bulk', '--cause', 'reviewer')).toEqual([]);
    expect(asked('--question', 'exists')).toMatchObject({ added: [], removed: [] });
    expect(asked('--question', 'bulk').summary.doings).toEqual([
      { doing: 'people', answers: 1, points: 0, gained: 0, lost: 0 },
    ]);
    expect(asked('--summary')).not.toHaveProperty('changes');
    const { out } = odi(['diff', '2014', '2015', '--summary'], dir);
    expect(out).toMatch(/\n {2}Other people judged +7 +0 +−5 +−5\n/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('with one edition the causes are the same, and both sides can be compared', () => {
    const { value } = json(['diff', '2014', '2015', '--edition', 'godi-2015', '--place', 'ma']);
    expect(value.comparable).toBe(true);
    expect(value.changes.map(({ cause }: Change) => cause)).toEqual(['reviewer', ...Array(6).fill('cascade')]);
  });
});

describe('with the evidence at hand', () => {
  const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'open-100');
  const seen = (): Review => JSON.parse(readFileSync(`${capture}.json`, 'utf8'));
  const withBulk = (of: Review, answer: Verdict, version: number): Review => {
    const { bulk } = of.answers;
    if (bulk === undefined) throw new Error('Every question is answered.');
    return { ...of, answers: { ...of.answers, bulk: { ...bulk, answer, rule: { ...bulk.rule, version } } } };
  };
  const elsewhere = (of: Review): Review => ({
    ...of,
    evidence: of.evidence.map((one) => (one.sha256 === null ? one : { ...one, sha256: 'b'.repeat(64) })),
  });
  const causes = (before: Review, after: Review): readonly string[] => {
    writeFileSync(join(dir, 'old.json'), serialise(before));
    writeFileSync(join(dir, 'new.json'), serialise(after));
    const { value } = json(['diff', 'old.json', 'new.json', '--replay', `${capture}.warc.gz`]);
    return value.changes.map(({ question, cause }: Change) => `${question} ${cause}`);
  };

  test('a change of rules parts from a change of the data, though both changed', () => {
    const now = seen();
    expect(causes(withBulk(now, 'No', 99), elsewhere(now))).toEqual(['bulk rule']);
    expect(causes(now, elsewhere(withBulk(now, 'No', 99)))).toEqual(['bulk data']);
  }, 120_000);

  test('a store is judged again, not only scored again', () => {
    mkdirSync(join(dir, 'kept/2024/nz'), { recursive: true });
    cpSync(`${capture}.warc.gz`, join(dir, 'kept/open-100.warc.gz'));
    writeFileSync(join(dir, 'kept/2024/nz/election-results.json'), serialise(seen()));
    const { out } = odi(['rescore', '--store', 'kept', '--edition', 'godi-2016', '--into', 'judged'], dir);
    expect(out).toBe('1 review under godi-2016 in judged: 1 judged again from their evidence.\n');
  });
});

test('odi export gives back what was imported, with a data package beside it', () => {
  const { code, err } = odi(['export', '--to', 'godi-csv', '--out', 'out/entries.csv'], dir);
  expect([code, err]).toEqual([0, '5 entries written to out/entries.csv, described in datapackage.json beside it\n']);
  expect(readFileSync(join(dir, 'out/entries.csv'), 'utf8')).toBe(years);
  expect(JSON.parse(readFileSync(join(dir, 'out/datapackage.json'), 'utf8')).resources[0]).toMatchObject({
    path: 'entries.csv',
  });
});

test('odi rescore makes a store that can be compared', () => {
  const { code, out } = odi(['rescore', '--edition', 'godi-2015', '--into', 'series'], dir);
  expect([code, out]).toEqual([
    0,
    '5 reviews under godi-2015 in series: 3 scored again from their answers, without another look at their criteria, 2 under godi-2015 already.\n',
  ]);
  expect(json(['diff', 'series/2014', 'series/2015']).value).toMatchObject({ comparable: true });
  expect(odi(['rescore', '--edition', 'godi-2015', '--into', 'reviews'], dir).code).toBe(2);
});
