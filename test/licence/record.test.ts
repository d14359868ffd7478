import { describe, expect, test } from 'vitest';
import { governing, statementsOf, statementsOfInspection, statementsOfRecord } from '../../src/licence/index.ts';
import type { CatalogueReading, DatasetRecord, DeclaredLicence, Distribution } from '../../src/model/records.ts';
import { column, inspection, page, table } from '../builders.ts';
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
  fields: [],
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

const ccBy = declared('license_id', 'cc-by');

describe('beside an open licence', () => {
  test.each([
    ['a use limitation in an extra', 'useLimitation', 'Non-commercial use only', 'non-commercial'],
    ['the same in French', "limites d'utilisation", 'Utilisation commerciale interdite', 'non-commercial'],
    ['access that is restricted', 'access_constraints', 'Restricted', 'access-limited'],
    [
      'a code of the EU',
      'dct:accessRights',
      'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC',
      'access-limited',
    ],
    ['a code of INSPIRE', 'limitations-on-public-access', 'INSPIRE_Directive_Article13_1e', 'access-limited'],
    [
      'conditions that are not known',
      'gmd:otherConstraints',
      'Conditions to access and use unknown',
      'conditions-unknown',
    ],
    [
      'conditions of access in prose',
      'conditionsOfAccess',
      'For registered researchers only, upon request.',
      'access-limited',
    ],
    ['what is not free', 'schema:isAccessibleForFree', 'false', 'access-limited'],
    ['what a policy forbids', 'odrl:prohibition', 'commercialize', 'non-commercial'],
    ['rights reserved in the credit', 'attribution', '© Office of Maps. All rights reserved.', 'rights-reserved'],
    ['a list packed into one field', 'use_limitations', '["none", "Other restrictions apply"]', 'conditions-unknown'],
  ])('%s is a statement of its own', (_, field, value, reason) => {
    for (const given of [
      record({ licence: [ccBy, declared(field, value)] }),
      record({ licence: [ccBy], fields: [declared(field, value)] }),
    ]) {
      const statements = statementsOfRecord(licences, given);
      expect(statements.map(({ verdict }) => verdict.reason)).toEqual(['approved', reason]);
      expect(statements[1]).toMatchObject({ where: field });
      const placed = statements.map((one) => ({ ...one, evidence: 'ev-1' as const }));
      expect(governing(placed, ['ev-1'], [])).toMatchObject({ open: 'Unsure', reason: 'conflict' });
    }
  });

  test.each([
    ['no limitations', 'gmd:otherConstraints', 'noLimitations'],
    ['no conditions', 'conditions-applying-to-access-and-use', 'no conditions apply to access and use'],
    ['a code that points elsewhere', 'gmd:accessConstraints', 'otherRestrictions'],
    ['the copyright that every licence rests on', 'gmd:useConstraints', 'copyright'],
    ['public access', 'dct:accessRights', 'http://publications.europa.eu/resource/authority/access-right/PUBLIC'],
    ['a warning', 'useLimitation', 'Not to be used for navigation'],
    ['whom to name', 'attribution', 'Office of Maps'],
    ['a field about something else', 'land_use', 'Restricted'],
    ['what does not cost', 'isAccessibleForFree', 'true'],
    [
      'the same licence in JSON',
      'gmd:otherConstraints',
      '{"id":"cc-by/4.0","name":"CC BY 4.0","url":"https://creativecommons.org/licenses/by/4.0/","quelle":"© Office"}',
    ],
    [
      'a condition that every licence has',
      'use_limitation',
      'The following conditions apply: the source must be named.',
    ],
  ])('%s takes nothing back', (_, field, value) => {
    const statements = statementsOfRecord(licences, record({ licence: [ccBy], fields: [declared(field, value)] }));
    expect(statements.map(({ verdict }) => verdict.open)).toEqual(['Yes']);
  });
});

describe('without a licence', () => {
  const outcome = (field: string, value: string) =>
    governing(
      statementsOfRecord(licences, record({ fields: [declared(field, value)] })).map((one) => ({
        ...one,
        evidence: 'ev-1' as const,
      })),
      ['ev-1'],
      [],
    );

  test.each([
    ['no limitations to public access', 'limitations-on-public-access', 'noLimitations', 'No', 'no-statement'],
    ['no conditions', 'use_limitation', 'No conditions apply to access and use', 'Unsure', 'no-conditions'],
    ['the same in German', 'use_limitation', 'Es gelten keine Bedingungen', 'Unsure', 'no-conditions'],
    ['conditions unknown', 'use_limitation', 'conditions unknown', 'Unsure', 'conditions-unknown'],
    ['the same in French', 'use_limitation', 'Conditions inconnues.', 'Unsure', 'conditions-unknown'],
    ['restricted access', 'dct:accessRights', 'RESTRICTED', 'No', 'no-statement'],
    [
      'a use that is forbidden',
      'access_constraints',
      'May not be used for commercial purposes',
      'No',
      'non-commercial',
    ],
  ])('%s', (_, field, value, open, reason) => {
    expect(outcome(field, value)).toMatchObject({ open, reason });
  });

  test('the only mention is quoted with its field', () => {
    expect(outcome('dct:accessRights', 'RESTRICTED').says).toContain('«RESTRICTED» (dct:accessRights)');
  });

  test('a licence of the portal does not open what the record keeps from the public', () => {
    const restricted = statementsOfRecord(licences, record({ licence: [declared('accessLevel', 'non-public')] }));
    const portal = { scope: 'portal', where: 'text', quote: 'CC BY 4.0', verdict: licences.any('CC BY 4.0') } as const;
    const placed = [...restricted, portal].map((one) => ({ ...one, evidence: 'ev-1' as const }));
    const { open, reason, says, statements } = governing(placed, ['ev-1'], []);
    expect([open, reason]).toEqual(['Unsure', 'conflict']);
    expect(says).toContain('«non-public» (accessLevel)');
    expect(statements.map(({ governs }) => governs)).toEqual([true, true]);
  });

  test('a closed licence stays closed beside conditions that are not known', () => {
    const given = record({
      licence: [declared('license_id', 'cc-by-nc')],
      fields: [declared('use_limitation', 'conditions unknown')],
    });
    const placed = statementsOfRecord(licences, given).map((one) => ({ ...one, evidence: 'ev-1' as const }));
    expect(governing(placed, ['ev-1'], [])).toMatchObject({ open: 'No', reason: 'non-commercial' });
  });

  test('an open licence in a field about access is one', () => {
    const given = record({ fields: [declared('access_constraints', 'CC BY 4.0')] });
    expect(statementsOfRecord(licences, given)).toMatchObject([{ verdict: { id: 'CC-BY-4.0', open: 'Yes' } }]);
  });

  test('what is granted to some is granted with a limit', () => {
    const given = record({ licence: [declared('license_title', 'CC BY 4.0, available to registered users only')] });
    const placed = statementsOfRecord(licences, given).map((one) => ({ ...one, evidence: 'ev-1' as const }));
    expect(governing(placed, ['ev-1'], [])).toMatchObject({ open: 'Unsure', reason: 'conflict' });
  });

  test('what holds for some parts only takes nothing back from a grant in words', () => {
    const value = 'The data may be used, changed and passed on for any purpose. Restrictions apply to the logo.';
    const given = record({ licence: [declared('use_limitation', value)] });
    expect(statementsOfRecord(licences, given)).toMatchObject([{ verdict: { open: 'Yes' } }]);
  });

  test('a licence that is none is quoted as the only mention', () => {
    expect(outcome('license', 'none').says).toContain('«none» (license)');
  });

  test.each([
    ['an access right', 'dct:accessRights', 'RESTRICTED'],
    ['a use limitation', 'use_limitation', 'Non-commercial use only'],
  ])('%s of the dataset limits its files, whose licence stands at them', (_, field, value) => {
    const distributions = [file('https://a.example/1.csv', [declared('dct:license', 'CC BY 4.0', 'file')])];
    const given = record({ distributions, licence: [declared(field, value)] });
    const placed = statementsOfRecord(licences, given, 'https://a.example/1.csv').map((one) => ({
      ...one,
      evidence: 'ev-1' as const,
    }));
    expect(governing(placed, ['ev-1'], [])).toMatchObject({ open: 'Unsure', reason: 'conflict' });
  });

  test('a licence of the file goes before that of the dataset as before', () => {
    const distributions = [file('https://a.example/1.csv', [declared('dct:license', 'CC BY 4.0', 'file')])];
    const given = record({ distributions, licence: [declared('license_id', 'cc-by-nc')] });
    const placed = statementsOfRecord(licences, given, 'https://a.example/1.csv').map((one) => ({
      ...one,
      evidence: 'ev-1' as const,
    }));
    expect(governing(placed, ['ev-1'], [])).toMatchObject({ open: 'Yes', reason: 'approved' });
  });

  test('access for all is none', () => {
    const given = record({ fields: [declared('accessRights', 'Anyone may use it freely for any purpose.')] });
    expect(statementsOfRecord(licences, given)).toEqual([]);
  });

  test('a licence in the credit is that of a source', () => {
    const given = record({ fields: [declared('accessInformation', 'Contains data of Others, CC BY 4.0')] });
    expect(statementsOfRecord(licences, given)).toEqual([]);
  });
});

test('what a page tells search engines does not stand for all that it says', () => {
  const shown = page({ text: 'Budget 2020.\nThe data may not be used for commercial purposes.' });
  const dataset = record({ licence: [declared('license', 'https://creativecommons.org/licenses/by/4.0/')] });
  const statements = statementsOf(licences, {
    url: 'https://a.example/budget',
    role: 'landing-page',
    inspection: inspection({ format: 'html', tables: [], page: shown }),
    reading: { ...reading([dataset]), kind: 'record' },
    record: null,
  });
  expect(statements.map(({ verdict }) => verdict.open)).toEqual(['Yes', 'No']);
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
