import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { look } from './look.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'fixtures', 'files');

/** What must be told of each fixture: the file as a whole, its first table, and the names of that table's columns. */
const expected: Readonly<
  Record<string, { readonly file: object; readonly table?: object; readonly columns?: readonly string[] }>
> = {
  'csv/semicolons-western.csv': {
    file: { format: 'csv', encoding: 'iso-8859-1', delimiter: ';', machineReadable: 'Yes' },
    table: { headerRows: 1, rows: 3 },
    columns: ['région', 'département', 'inscrits', 'votants'],
  },
  'csv/title-and-two-header-rows.csv': {
    file: { format: 'csv', machineReadable: 'Yes' },
    table: { headerRows: 2, above: 4, rows: 4, footers: ['Source: the made-up commission'] },
    columns: ['Station', 'Electors / Men', 'Electors / Women', 'Votes / Valid', 'Votes / Invalid'],
  },
  'csv/arabic-digits.csv': {
    file: { format: 'csv', encoding: 'utf-8' },
    table: {
      rows: 3,
      columns: [{ type: 'text' }, { type: 'integer', numbers: { sum: 7035 } }, { type: 'integer' }, { type: 'number' }],
    },
  },
  'csv/links-elsewhere.csv': { file: { format: 'csv', machineReadable: 'No', machineReadableBecause: 'links-only' } },
  'html/page-saved-as.xls': { file: { format: 'html', machineReadable: 'No', warnings: [{ code: 'name-differs' }] } },
  'json/error-body.json': { file: { format: 'json', machineReadable: 'No', machineReadableBecause: 'error-body' } },
  'json/paged-answer.json': {
    file: { format: 'json', machineReadable: 'Yes' },
    table: { name: 'results', rows: 3 },
    columns: ['station', 'electors', 'votes.valid', 'votes.invalid'],
  },
  'xml/precincts.xml': {
    file: { format: 'xml', encoding: 'utf-8', machineReadable: 'Yes' },
    table: { name: 'ElectionResult/Contest/Precinct', rows: 2 },
    columns: ['ElectionResult@date', 'Contest@name', '@name', '@electors', 'Valid', 'Invalid'],
  },
  'txt/fixed-width.txt': {
    file: { format: 'fixed-width', machineReadable: 'Yes', period: { from: '2019-01-01', to: '2019-12-31' } },
    table: { rows: 6, titles: ['Made-up station, rainfall and temperature by month'] },
    columns: ['year', 'mm', 'rain', 'tmax'],
  },
};

const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'README.md')
  .map((entry) => `${entry.parentPath.split('/').at(-1)}/${entry.name}`)
  .sort();

describe('fixtures', () => {
  test('are all expected', () => {
    expect(fixtures).toEqual(Object.keys(expected).sort());
  });

  test.each(fixtures)('%s', async (path) => {
    const found = await look(readFileSync(join(folder, path)), { name: path.split('/').at(-1) ?? '' });
    const { file, table, columns } = expected[path] ?? { file: {} };
    expect(found).toMatchObject(file);
    if (table !== undefined) expect(found.tables[0]).toMatchObject(table);
    if (columns !== undefined) expect(found.tables[0]?.columns.map(({ name }) => name)).toEqual(columns);
  });
});

const odi = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'bin', 'odi.js'), 'inspect', ...words], { cwd: folder, encoding: 'utf8' });

describe('odi inspect', () => {
  test('tells a person what a file is and holds, in eighty columns', () => {
    const { stdout, status } = odi('csv/title-and-two-header-rows.csv');
    expect(status).toBe(0);
    expect(stdout).toBe(`csv/title-and-two-header-rows.csv                                            CSV
262 bytes · ascii · commas · English

machine-readable  ✓ Yes  rows-or-records

title-and-two-header-rows.csv
  4 rows, 5 columns, 2 header rows, 2 rows above
  │ Results of the made-up election of 7 October 2016
  │ Provisional figures
  column                       type    filled  distinct  examples
  Station                      text     100 %         4  Harbour School, Market…
  Electors / Men               integer  100 %         4  150, 280, 312
  Electors / Women             integer  100 %         4  163, 291, 340
  Votes / Valid                integer  100 %         4  204, 377, 401
  Votes / Invalid              integer  100 %         4  12, 21, 4
`);
  });

  test('hands a program the fields of the contract', () => {
    const { stdout, status } = odi('csv/semicolons-western.csv', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'csv',
      mediaType: 'text/csv',
      encoding: 'iso-8859-1',
      bytes: 143,
      machineReadable: 'Yes',
      tables: [
        {
          name: 'semicolons-western.csv',
          headerRows: 1,
          rows: 3,
          columns: [{ name: 'région', type: 'text', fill: 1 }, {}, {}, {}],
        },
      ],
      period: null,
      warnings: [],
      category: null,
      criteria: [],
    });
  });

  test('stops early where it is told to, and says what it read', () => {
    const { stdout, status } = odi('csv/semicolons-western.csv', '--format', 'json', '--max-bytes', '80');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      bytes: null,
      tables: [{ rows: null }],
      warnings: [{ code: 'truncated' }],
    });
  });

  test('reads standard input', () => {
    const input = readFileSync(join(folder, 'json', 'paged-answer.json'));
    const stdout = execFileSync(process.execPath, [join(root, 'bin', 'odi.js'), 'inspect', '-', '--format', 'json'], {
      input,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toMatchObject({ format: 'json', tables: [{ rows: 3 }] });
  });

  test('says in one sentence that a file is missing', () => {
    expect(odi('nowhere.csv')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'odi: nowhere.csv cannot be read: there is no such file.\n',
    });
  });

  test('says in one sentence that a folder is no file', () => {
    expect(odi('csv')).toMatchObject({ status: 2, stderr: 'odi: csv is a folder; name the files in it: csv/*\n' });
  });
});
