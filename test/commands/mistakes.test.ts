import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/* What newcomers mistype. Each is answered by the program as it is built, in at most three lines that say what to do. */

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'odi-mistakes-'));
const capture = 'morocco.warc.gz';

beforeAll(() => {
  copyFileSync(join(root, 'fixtures', 'captures', 'morocco-2015.warc.gz'), join(folder, capture));
  writeFileSync(join(folder, 'file'), 'no folder');
  writeFileSync(join(folder, 'votes.csv'), 'a,b\n1,2\n');
  writeFileSync(join(folder, 'high.yaml'), 'fail-under: 500\n');
  writeFileSync(join(folder, 'typo.yaml'), 'fial-under: 50\n');
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'torn', '2015', 'ma'), { recursive: true });
  writeFileSync(join(folder, 'torn', '2015', 'ma', 'national-map.json'), '{"format": ');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const odi = (words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'odi.js'), ...words], {
      cwd: folder,
      env: { ...process.env, COLUMNS: '80', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });

const replay = ['--replay', capture, '--store', 'kept', '--quiet'];
const elections = ['ma', 'election-results'];

/** What is typed, and what has to be said. */
const mistakes: readonly (readonly [mistake: string, words: readonly string[], says: RegExp])[] = [
  [
    'the words in the wrong order',
    ['audit', 'election-results', 'morocco'],
    /is a category; the place comes before it, as in: odi audit morocco/,
  ],
  ['a place that is misspelt', ['audit', 'morroco', 'election-results'], /did you mean morocco\?/],
  ['a place without its accents, misspelt', ['places', 'cote divoir'], /did you mean cote-divoire/],
  [
    'a name in two words without quotes',
    ['audit', 'New', 'Zealand', 'election-results'],
    /needs quotes: "New Zealand"/,
  ],
  ['the same where a review is shown', ['show', 'New', 'Zealand'], /needs quotes: "New Zealand"/],
  ['a category that is misspelt', ['audit', 'ma', 'electoin-results'], /did you mean election-results\?/],
  ['no place', ['audit'], /Which place\? Name one \(odi places lists them\)/],
  [
    'a place beside --all',
    ['audit', 'ma', '--all'],
    /ma is a place, and --all audits every place; .* odi audit morocco/,
  ],
  [
    'a year that is still to come',
    ['audit', ...elections, '--year', '2999', ...replay],
    /--year 2999 is still to come/,
  ],
  [
    'a day in another order',
    ['audit', ...elections, '--as-of', '12/11/2015'],
    /--as-of does not take "12\/11\/2015": .* YYYY-MM-DD, as 2015-11-12/,
  ],
  [
    'an archive that is not there',
    ['audit', ...elections, '--replay', 'none.warc.gz'],
    /none\.warc\.gz cannot be read: there is no such file/,
  ],
  [
    'an archive that is none',
    ['audit', ...elections, '--replay', 'votes.csv'],
    /votes\.csv .* Name a WARC or WACZ file/,
  ],
  [
    'a store that is a file',
    ['audit', ...elections, '--replay', capture, '--store', 'file'],
    /--store: file is a file; the folder of a store is expected/,
  ],
  [
    'a format that nobody writes',
    ['show', ...elections, '--format', 'pdf'],
    /does not take --format pdf\. It takes text, json, /,
  ],
  ['a format of another command', ['show', ...elections, '--format', 'sarif'], /odi show does not take --format sarif/],
  ['a format that is misspelt', ['places', '--format', 'jsn'], /did you mean json\?/],
  [
    'a score that nobody reaches',
    ['audit', ...elections, '--fail-under', '500'],
    /--fail-under does not take "500": Points from 0 to 100/,
  ],
  [
    'the same in the settings',
    ['audit', ...elections, '--config', 'high.yaml'],
    /high\.yaml:1:13: fail-under: Points from 0 to 100/,
  ],
  [
    'a setting that is misspelt',
    ['audit', ...elections, '--config', 'typo.yaml'],
    /typo\.yaml:1:13: there is no setting "fial-under"; .* fail-under/,
  ],
  [
    'an edition that is not known',
    ['audit', ...elections, '--edition', 'godi-2019'],
    /no edition godi-2019; --edition takes godi-2013, /,
  ],
  [
    'a torn review',
    ['show', 'ma', '--store', 'torn'],
    /national-map\.json:1:12: .*audit again, or take it out of the store/,
  ],
  [
    'a comparison with a year that is not there',
    ['diff', '2015', '2016', '--store', 'torn'],
    /torn holds no reviews of 2016; it holds 2015/,
  ],
  [
    'a comparison of editions',
    ['diff', 'godi-2014', 'godi-2015'],
    /godi-2014 is an edition; .* odi rescore --edition godi-2014/,
  ],
  ['a comparison with a store that is not there', ['diff', 'nowhere', 'torn'], /There is no nowhere: a year, a store/],
  [
    'a scorecard of an empty store',
    ['scorecard', '--store', 'empty'],
    /empty holds no reviews: import some with "odi import", make some/,
  ],
  ['a decision without a reason', ['review', ...elections, '--set', 'exists=Yes'], /--set needs --because/],
  [
    'an import of another table',
    ['import', 'votes.csv', '--store', 'kept'],
    /votes\.csv:1: the header has no column place, dataset, year/,
  ],
  [
    'an own method that is not there',
    ['audit', 'ma', '--criteria', 'nowhere'],
    /There is no folder .*nowhere: --criteria names/,
  ],
  [
    'flags that contradict',
    ['audit', ...elections, '--record', 'a.warc.gz', '--replay', capture],
    /--record and --replay exclude one another/,
  ],
  [
    'a dash of typesetting',
    ['audit', 'ma', '–format', 'json'],
    /–format begins with a dash of typesetting; .* --format/,
  ],
  ['one hyphen', ['audit', 'ma', '-format', 'json'], /written with two hyphens: --format/],
  ['quotes of typesetting', ['audit', '“New', 'Zealand”'], /quotes of typesetting, which the shell does not read/],
  [
    'a character that nobody sees in an address',
    ['check', 'https://example.org/\u200b'],
    /holds a character that nobody sees \(U\+200B\)/,
  ],
  [
    'the same in an option',
    ['audit', 'ma', '--quiet\u200b'],
    /"--quiet" holds a character that nobody sees \(U\+200B\)/,
  ],
  ['a home folder that no shell wrote out', ['show', ...elections, '--out=~/x.txt'], /--out: ~\/x\.txt begins with ~/],
  ['a command that is misspelt', ['inspct', 'votes.csv'], /odi has no command inspct; did you mean inspect\?/],
  ['a command below another that is misspelt', ['completion', 'bsh'], /did you mean bash, zsh\?/],
  [
    'an option that is misspelt',
    ['audit', 'ma', '--Formt', 'json'],
    /odi audit has no option --Formt; did you mean --format\?/,
  ],
  [
    'an option of another command',
    ['check', 'https://example.org/', '--store', 'kept'],
    /odi check has no option --store; odi audit, /,
  ],
  ['an option without its value', ['audit', 'ma', '--format'], /--format <format> needs a value behind it/],
  ['a command without its words', ['check'], /odi check needs <url>\. For example: odi check https:/],
  [
    'an address in place of a command',
    ['https://example.org/'],
    /An address is for odi check: odi check https:\/\/example\.org\//,
  ],
  ['a file for check', ['check', './votes.csv'], /is a file here, .* odi inspect \.\/votes\.csv/],
  ['a private address', ['check', 'http://localhost:8080/'], /add --allow-private if you mean it/],
  ['a folder for inspect', ['inspect', 'empty'], /empty is a folder; name the files in it: empty\/\*/],
  ['a question that is misspelt', ['explain', 'machinreadable'], /did you mean machinereadable\?/],
  [
    'a form of export that is misspelt',
    ['export', '--to', 'godi'],
    /did you mean godi-csv\? It takes godi-csv, tidy, dqv/,
  ],
  ['an export without a form', ['export'], /odi export needs --to <form>\. For example: odi export --to/],
  ['a plan that is not there', ['commitments', 'check', 'plan.yaml'], /plan\.yaml/],
];

describe('a mistake is answered in at most three lines that say what to do', () => {
  test.concurrent.each(mistakes)('%s', async (_, words, says) => {
    const { code, out, err } = await odi(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
    expect(err).toMatch(/^(?:odi: |votes\.csv:1: )/);
    expect(err).not.toMatch(/\bat \S+ \(|node:internal|undefined|\[object/);
  });

  test('there are thirty of them at least', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(30);
  });
});

describe('what the network does is no mistake of words', () => {
  test.each([
    [
      'a name that does not resolve',
      {},
      'http://nowhere.invalid/',
      /nothing could be seen at http:\/\/nowhere\.invalid\/: /,
    ],
    [
      'a proxy that is not there',
      { HTTP_PROXY: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' },
      'http://example.com/',
      /nothing could be seen at http:\/\/example\.com\/: /,
    ],
  ])('%s ends with 3, and one line says what to look at', async (_, environment, url, says) => {
    const { code, out, err } = await odi(['check', url, '--quiet', '--timeout', '3'], environment);
    expect(code).toBe(3);
    expect(out).toContain('Does the data exist?');
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a reader that goes away costs neither an error nor the exit code', async () => {
    const child = spawn(process.execPath, [join(root, 'bin', 'odi.js'), 'places'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

test('help that is asked for is no mistake', async () => {
  for (const words of [['--help'], ['help', 'audit'], ['audit', '--help'], ['commitments', 'check', '--help']])
    expect(await odi(words)).toMatchObject({ code: 0, err: '' });
});

test('a review that is torn stops no other of its place', async () => {
  const audited = await odi([
    'audit',
    ...elections,
    '--replay',
    capture,
    '--store',
    'mixed',
    '--year',
    '2015',
    '--quiet',
  ]);
  expect(audited.code).toBe(0);
  writeFileSync(join(folder, 'mixed', '2015', 'ma', 'national-map.json'), '{"format": ');
  const { code, out, err } = await odi(['show', 'ma', '--store', 'mixed']);
  expect(code).toBe(2);
  expect(out).toContain('Election Results');
  expect(err).toMatch(/national-map\.json/);
  expect((await odi(['show', ...elections, '--store', 'mixed'])).code).toBe(0);
});
