import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openRows, type PublishedTable } from '../../src/commitments/published/table.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { parseText, yamlOf } from '../../src/criteria/text.ts';
import type { CommitmentPlan } from '../../src/model/commitments.ts';
import { copiedLine, readCsv } from '../../src/reviews/csv.ts';
import { run } from './in-process.ts';

const cwd = mkdtempSync(join(tmpdir(), 'odi-ogp-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const columns = [
  ...[
    'Commitment Unique Identifier',
    'Country/Locality',
    'Action Plan Number',
    'Commitment Number',
    'Code',
    'National Or Local',
  ],
  ...[
    'Year Of Submission',
    'Action Plan End Year',
    'Commitment Title',
    'Short Title',
    'Full Text',
    'Start Date',
    'End Date',
  ],
  ...[
    'Lead Institution',
    'Supporting Institution(s)',
    'Elections',
    'Open Data',
    'Right To Information',
    '_Specificity',
    'Verifiable',
  ],
  ...[
    '_Relevant',
    'Potential Impact',
    '_Potential Impact',
    '_CompletionEndTerm',
    'Early Results',
    'Latest IRM Report',
    'URL',
  ],
  ...['Action Plan ID', 'A column that nobody knows', 'A column that nobody knows'],
];

type Cells = Readonly<Record<string, string>>;

const row = (cells: Cells, last: readonly [string, string] = ['', '']): readonly string[] => [
  ...columns.slice(0, -2).map((column) => cells[column] ?? 'NA'),
  ...last,
];

const first: Cells = {
  ...{
    'Commitment Unique Identifier': 'MO0012',
    'Country/Locality': 'Morocco',
    Code: 'MAR',
    'Year Of Submission': '2018',
  },
  ...{
    'Action Plan End Year': '2020',
    'Short Title': 'Budget Transparency Law',
    'Commitment Title': 'A longer title, with "quotes"',
  },
  ...{
    'Full Text': 'Two lines\nand a comma, “marks”; and a semicolon',
    'Start Date': '8/30/2018',
    'End Date': '13/1/2020',
  },
  ...{
    'Lead Institution': 'Ministry of Economy and Finance',
    Elections: '0',
    'Open Data': '1',
    'Right To Information': 'ND',
  },
  ...{ Verifiable: 'Yes', _Relevant: '0', 'Potential Impact': 'NR', '_Potential Impact': '1', _CompletionEndTerm: '5' },
  ...{
    'Latest IRM Report': '2021',
    URL: 'https://www.opengovpartnership.org/members/morocco/commitments/MO0012/',
    'Action Plan ID': 'AP_MAR01',
  },
};

const rows = [
  row(first, [' kept as it is ', '=1+1']),
  row({
    ...first,
    'Commitment Unique Identifier': 'AL0002',
    'Country/Locality': 'Albania',
    'Action Plan ID': 'AP_ALB01',
  }),
  row(
    {
      ...first,
      'Commitment Unique Identifier': 'MO0045',
      'Year Of Submission': '2021',
      'Action Plan End Year': '2023',
      'Action Plan ID': 'AP_MAR02',
      _CompletionEndTerm: 'NR',
      Verifiable: 'ND',
      _Relevant: 'NA',
      '_Potential Impact': 'NR',
    },
    ["'-5", '@x'],
  ),
];

const csv = [columns, ...rows].map(copiedLine).join('');
writeFileSync(join(cwd, 'ogp.csv'), csv);

const imported = async (...words: readonly string[]): Promise<readonly CommitmentPlan[]> => {
  const { out } = await run(['commitments', 'import', 'ogp.csv', '--place', 'ma', ...words], cwd);
  const value = parseText(out).value as unknown as CommitmentPlan | { readonly plans: readonly CommitmentPlan[] };
  return 'plans' in value ? value.plans : [value];
};

test('rows of the place become plans without measures, their scales in words', async () => {
  const plans = await imported();
  expect(plans.map(({ plan }) => [plan.id, plan.place, plan.from, plan.to])).toEqual([
    ['AP_MAR01', 'ma', 2018, 2020],
    ['AP_MAR02', 'ma', 2021, 2023],
  ]);
  expect(plans[0]?.commitments).toMatchObject([
    {
      ...{ id: 'MO0012', title: { en: 'Budget Transparency Law' }, lead: { en: 'Ministry of Economy and Finance' } },
      ...{ from: '2018-08-30', areas: ['Open Data'], indicators: [], milestones: [] },
      irm: {
        completion: 'Complete',
        verifiable: true,
        relevant: false,
        'potential-impact': 'Minor',
        'early-results': null,
        on: 2021,
      },
    },
  ]);
  // A day that is none of the calendar stays in its cell.
  expect(plans[0]?.commitments[0]).not.toHaveProperty('to');
  expect(plans[1]?.commitments[0]?.irm).toBeNull();
});

test('every cell comes out again as it went in, those of columns that nobody knows among them', async () => {
  const { code, err } = await run(
    ['commitments', 'import', 'ogp.csv', '--place', 'Morocco', '--out', 'plan.yaml'],
    cwd,
  );
  expect([code, err]).toEqual([0, '2 of 3 rows are of Morocco: AP_MAR01 and AP_MAR02.\n']);
  expect(await run(['validate', 'plan.yaml'], cwd)).toMatchObject({ code: 0 });
  const { out } = await run(['commitments', 'export', 'plan.yaml'], cwd);
  const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);
  expect(cellsOf(out)).toEqual(cellsOf([columns, rows[0] ?? [], rows[2] ?? []].map(copiedLine).join('')));
  expect(out).toBe([columns, rows[0] ?? [], rows[2] ?? []].map(copiedLine).join(''));
});

test('any cells survive the way through YAML', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !/[\uD800-\uDFFF]/.test(text));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(cell, fc.constantFrom('2018-08', 'null', '1', 'NR', '- a', 'a: b', '\r\n', "'=1")), {
        minLength: 1,
      }),
      (cells) => {
        expect(parseText(yamlOf({ cells })).value).toEqual({ cells });
      },
    ),
  );
});

test('one plan is taken by its id', async () => {
  expect((await imported('--plan', 'AP_MAR02')).map(({ plan }) => plan.id)).toEqual(['AP_MAR02']);
});

describe('bad tables', () => {
  test.each([
    ['a column is missing', 'a,b\n1,2\n', 'bad.csv:1: there is no column "Commitment Unique Identifier"'],
    ['there is nothing', '', 'bad.csv:1: there is no header'],
    [
      'there is nothing of the place',
      `${copiedLine(columns)}${copiedLine(rows[1] ?? [])}`,
      'bad.csv holds no commitment of Morocco.',
    ],
    [
      'its header does not end',
      '"Commitment Unique Identifier,Country/Locality\n',
      'bad.csv:1: a quotation mark is opened',
    ],
  ])('%s', async (_, text, says) => {
    writeFileSync(join(cwd, 'bad.csv'), text);
    const { code, out, err } = await run(['commitments', 'import', 'bad.csv', '--place', 'ma'], cwd);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test('a row without an identifier is told with its line, and costs itself alone', async () => {
    writeFileSync(join(cwd, 'bad.csv'), csv + copiedLine(row({ ...first, 'Commitment Unique Identifier': 'NA' })));
    const { code, err } = await run(['commitments', 'import', 'bad.csv', '--place', 'ma'], cwd);
    expect(code).toBe(0);
    expect(err).toContain('bad.csv:8: there is no identifier of a commitment; the row is left out.');
  });

  test('a plan that keeps no rows has none to export', async () => {
    const plan = join(import.meta.dirname, '..', '..', 'criteria', 'commitments', 'ma-2018.yaml');
    expect(await run(['commitments', 'export', plan], cwd)).toMatchObject({ code: 2, out: '' });
  });

  test('a place is asked for', async () => {
    expect(await run(['commitments', 'import', 'ogp.csv'], cwd)).toMatchObject({ code: 2, out: '' });
  });
});

test('a column may carry a note behind its name, where none has the name alone', () => {
  const table = openCriteria().data<PublishedTable>('vocabulary/ogp-csv');
  const reader = openRows(['Action Plan ID (AP_MAR01)', 'Verifiable'], table);
  const cells = { line: 2, cells: ['AP_X', 'No'] };
  expect([reader.text(cells, 'plan'), reader.flag(cells, 'verifiable'), reader.lacks('id')]).toEqual([
    'AP_X',
    false,
    true,
  ]);
});

test('the file that was read stays as it is', () => {
  expect(readFileSync(join(cwd, 'ogp.csv'), 'utf8')).toBe(csv);
});
