import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { years } from '../reviews/published-file.ts';
import { folder, run } from './program.ts';

const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');
const plan = join(import.meta.dirname, '..', '..', 'criteria', 'commitments', 'ma-2018.yaml');
const audit = ['audit', 'morocco', 'election-results', '--replay', capture];

/** The words of each command, what its document shows, and the code that it ends with where that is not 0. */
const commands: readonly (readonly [words: readonly string[], shows: string, ends?: number])[] = [
  [[...audit, '--store', 'store'], 'Morocco · Election Results'],
  [['show', 'morocco', '--store', 'store'], 'Morocco · Election Results'],
  [
    [
      'review',
      'morocco',
      '--store',
      'store',
      '--replay',
      capture,
      '--set',
      'exists=Yes',
      '--because',
      'Seen',
      '--reviewer',
      'Ada',
    ],
    'exists',
  ],
  [['check', 'http://www.elections.ma/', '--replay', capture], 'Does the data exist?'],
  [['inspect', 'entries.csv'], 'CSV'],
  [['licence', 'CC BY 4.0'], 'Creative Commons'],
  [['discover', 'morocco', 'election-results', '--replay', capture], 'http://'],
  [['explain', 'bulk'], 'bulk'],
  [['places', 'morocco'], 'Morocco'],
  [['categories'], 'election-results'],
  [['validate'], ''],
  [['import', 'entries.csv', '--store', 'years'], '5 reviews written'],
  [['scorecard', '--store', 'years', '--year', '2015'], '2015'],
  [['diff', '2014', '2015', '--store', 'years'], ''],
  [['agreement', '2014', '2015', '--store', 'years'], 'all questions'],
  [['sample', '--store', 'years', '--sample', '2'], '2 of 5 reviews'],
  [['export', '--to', 'godi-csv', '--store', 'years', '--out', 'out.csv'], ''],
  [['export', '--to', 'tidy', '--store', 'years', '--out', 'tidy'], ''],
  [['export', '--to', 'tidy', '--format', 'parquet', '--store', 'years', '--out', 'parquet'], ''],
  [['export', '--to', 'dqv', '--store', 'years'], 'dqv:QualityMeasurement'],
  [['report', '--store', 'years', '--out', 'site', '--lang', 'en,ar'], ''],
  [['rescore', '--store', 'years', '--edition', 'godi-2013', '--into', 'rescored'], ''],
  [['commitments', 'check', plan], 'AP_MAR01'],
  [['verify', capture], 'morocco-2015.warc.gz'],
  [['init', 'example'], 'odi validate .'],
  [['completion', 'bash'], 'complete -F'],
  [['scorecard', '--store', 'years', '--format', 'sarif'], 'sarif-schema-2.1.0'],
  [['validate', 'example'], '5 files are valid.'],
  [['places', 'freeport', '--criteria', 'example/criteria'], 'Freeport'],
  // No database answers there, which is told by the client that is loaded only now.
  [['worker', '--queue', 'postgres://nobody@127.0.0.1:1/none'], '', 2],
  [['queue', '--queue', 'postgres://nobody@127.0.0.1:1/none'], '', 2],
  // No catalogue answers there: the report says so, and is a document all the same.
  [['portal', 'http://www.elections.ma/', '--replay', capture, '--store', 'store'], 'Not seen', 3],
];

beforeAll(() => {
  writeFileSync(join(folder, 'entries.csv'), years);
});

describe('the installed program', () => {
  test('starts and prints its version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
  });

  test('has no command that is not run here', async () => {
    const { out } = await run(['--help']);
    const existing = [...out.matchAll(/^ {2}([a-z]+) .*\[/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    expect([...new Set(commands.map(([[name]]) => name))].sort()).toEqual(existing.sort());
  });

  // In this order: some read what an earlier one wrote.
  test.each(commands.map((row) => [row[0].join(' '), ...row] as const))('odi %s', async (_, words, shows, ends = 0) => {
    const { code, out, err } = await run(words);
    expect([code, err.includes('defect')]).toEqual([ends, false]);
    expect(out).toContain(shows);
  });

  test('ends with 2 on words that it does not know', async () => {
    expect(await run(['adit'])).toMatchObject({ code: 2, out: '' });
  });
});
