import { describe, expect, test } from 'vitest';
import { statementsOf, statementsOfInspection, statementsOfRecord } from '../../src/licence/index.ts';
import type { CatalogueReading, DatasetRecord, DeclaredLicence, Distribution } from '../../src/model/records.ts';
import { column, inspection, table } from '../builders.ts';
import { licences } from './known.ts';

const declared = (field: string, value: string, scope: DeclaredLicence['scope'] = 'dataset'): DeclaredLicence => ({
  field,
  value,
  scope,
});

const record = (given: Partial<DatasetRecord> = {}): DatasetRecord => ({
  id: 'budget',
  title: 'Budget',
  description: '',
  landingPage: null,
  publisher: null,
  keywords: [],
  themes: [],
  issued: null,
  modified: null,
  temporal: null,
  frequency: null,
  spatial: null,
  licence: [],
  isPublic: null,
  distributions: [],
  ...given,
});

const file = (url: string, licence: readonly DeclaredLicence[]): Distribution => ({
  title: '',
  url,
  format: 'csv',
  mediaType: null,
  bytes: null,
  modified: null,
  licence,
  description: '',
});

const reading = (datasets: readonly DatasetRecord[]): CatalogueReading => ({
  software: 'ckan',
  kind: 'catalogue',
  datasets,
  total: datasets.length,
  next: null,
  message: null,
});

describe('a catalogue record', () => {
  test.each([
    [
      'identifier, title and address of one licence are one statement',
      [declared('license_id', 'cc-by'), declared('license_title', 'Creative Commons Attribution')],
      ['Yes'],
    ],
    [
      'fields that contradict each other are two',
      [declared('license_id', 'cc-by'), declared('license_url', 'https://creativecommons.org/licenses/by-nc/4.0/')],
      ['Yes', 'No'],
    ],
    [
      'what is understood speaks for what is not',
      [declared('license_id', 'xyz-1'), declared('license_title', 'Open Data Commons Attribution License')],
      ['Yes'],
    ],
    ['rights written as prose are read', [declared('dct:rights', 'For non-commercial use only')], ['No']],
    ['a list that was packed into one field is unpacked', [declared('licence', '["CC BY 4.0"]')], ['Yes']],
    ['who may see the data is no licence', [declared('accessLevel', 'public')], []],
    ['nothing specified is a silent statement', [declared('license_id', 'notspecified')], ['Unsure']],
  ])('%s', (_, licence, opens) => {
    expect(statementsOfRecord(licences, record({ licence })).map(({ verdict }) => verdict.open)).toEqual(opens);
  });

  test('notes that take back what the licence grants are a statement of their own', () => {
    const statements = statementsOfRecord(
      licences,
      record({
        licence: [declared('license_id', 'cc-by')],
        description: 'To download you must agree to the following terms. You may not sublicense the data.',
      }),
    );
    expect(statements.map(({ verdict }) => verdict.reason)).toEqual(['approved', 'further-terms']);
  });

  test('notes about the subject are none', () => {
    const description = 'Licences granted to commercial fishing vessels, with the permission that each of them holds.';
    expect(statementsOfRecord(licences, record({ description }))).toEqual([]);
  });

  test('a file’s own licence is the file’s where the file is named', () => {
    const distributions = [
      file('https://a.example/1.csv', [declared('license', 'CC0', 'file')]),
      file('https://a.example/2.csv', [declared('license', 'CC BY-NC', 'file')]),
    ];
    expect(statementsOfRecord(licences, record({ distributions }), 'https://a.example/2.csv')).toMatchObject([
      { scope: 'file', verdict: { open: 'No' } },
    ]);
    expect(statementsOfRecord(licences, record({ distributions })).map(({ scope }) => scope)).toEqual([
      'dataset',
      'dataset',
    ]);
  });
});

describe('a list of datasets', () => {
  const look = (datasets: readonly DatasetRecord[]) =>
    statementsOf(licences, {
      url: 'https://a.example/api',
      role: 'api',
      inspection: inspection({ tables: [] }),
      reading: reading(datasets),
      record: null,
    });
  const open = record({ licence: [declared('license_id', 'cc-by')] });

  test('speaks with one voice where all of them say the same', () => {
    expect(look([open, open])).toMatchObject([{ verdict: { open: 'Yes' } }]);
  });

  test.each([
    ['where one of them says nothing', [open, record()]],
    ['where they differ', [open, record({ licence: [declared('license_id', 'cc-by-nc')] })]],
  ])('says nothing of any one %s', (_, datasets) => {
    expect(look(datasets)).toEqual([]);
  });
});

describe('a file', () => {
  test('speaks in the notes around its table', () => {
    const given = inspection({ tables: [table(['a'], { footers: ['Source: Office. Licence: CC BY 4.0'] })] });
    expect(statementsOfInspection(licences, given)).toMatchObject([{ scope: 'file', verdict: { id: 'CC-BY-4.0' } }]);
  });

  test('speaks in a column that holds one licence for all rows', () => {
    const top = [{ value: 'https://creativecommons.org/licenses/by/4.0/', count: 9 }];
    const given = inspection({ tables: [table([], { columns: [column('license_url', { distinct: 1, top })] })] });
    expect(statementsOfInspection(licences, given)).toMatchObject([{ verdict: { open: 'Yes' } }]);
  });

  test('speaks in its own keys', () => {
    const given = inspection({ tables: [], keys: [{ path: 'metadata.license', count: 1, examples: ['ODbL 1.0'] }] });
    expect(statementsOfInspection(licences, given)).toMatchObject([
      { where: 'metadata.license', verdict: { open: 'Yes' } },
    ]);
  });

  test('speaks in the licence that lies beside it in an archive', () => {
    const text = 'This data is made available under the Open Database License (ODbL).';
    const members = [
      { path: 'data/LICENSE.txt', bytes: 60, inspection: inspection({ format: 'text', tables: [], text }) },
    ];
    expect(statementsOfInspection(licences, inspection({ tables: [], members }))).toMatchObject([
      { where: 'data/LICENSE.txt: text', verdict: { open: 'Yes' } },
    ]);
  });

  test('that is a law says nothing by speaking of consent in its midst', () => {
    const text = `Act on Budgets\n${'A paragraph of the act. '.repeat(400)}Reproduction of the seal requires the prior written consent of the minister. ${'Another paragraph. '.repeat(600)}`;
    expect(statementsOfInspection(licences, inspection({ format: 'text', tables: [], text }))).toEqual([]);
  });
});
