import { expect, test } from 'vitest';
import openlicense from '../../src/checks/open-license.ts';
import type { GoverningLicence } from '../../src/model/check.ts';
import { dossier } from '../builders.ts';
import { file, licence, of, page, refusedWith } from './looking.ts';

const statement: GoverningLicence['statements'][number] = {
  scope: 'dataset',
  where: 'license_id',
  quote: 'cc-by',
  evidence: 'ev-1',
  governs: true,
  verdict: {
    id: 'CC-BY-4.0',
    title: 'CC BY 4.0',
    open: 'Yes',
    conformance: 'approved',
    reason: 'approved',
    says: '',
    args: {},
    matched: null,
    conditions: [],
  },
};
const terms = page(2, [], 'licence', { role: 'licence', via: 'ev-1' });
const silence = licence({ open: 'No', reason: 'no-statement', looked: ['ev-1'] });

test.each([
  [
    'an approved licence',
    [file()],
    licence({ open: 'Yes', reason: 'approved', statements: [statement] }),
    'yes',
    'approved',
  ],
  [
    'all rights reserved',
    [file()],
    licence({ open: 'No', reason: 'rights-reserved', statements: [statement] }),
    'no',
    'rights-reserved',
  ],
  ['none, after reading the terms', [page(1), terms], silence, 'no', 'no-licence-found'],
  ['none on the one page that was seen', [page(1)], silence, 'unsure', 'no-licence-here'],
  [
    'statements that contradict each other',
    [file()],
    licence({ reason: 'conflict', statements: [statement] }),
    'unsure',
    'conflict',
  ],
  ['terms that did not answer', [file()], licence({ unreached: ['ev-2'] }), 'unsure', 'not-reached'],
  ['terms that say too little', [file()], licence({ reason: 'unclear', statements: [statement] }), 'unsure', 'unclear'],
  [
    'the portal’s terms under a page that is gone',
    [refusedWith(404), terms],
    licence({ open: 'Yes', reason: 'approved', statements: [{ ...statement, scope: 'portal', evidence: 'ev-2' }] }),
    'unsure',
    'nothing-to-license',
  ],
  [
    'rights reserved under a log-in',
    [page(1, [], 'login')],
    licence({ open: 'No', reason: 'all-rights-reserved', statements: [{ ...statement, scope: 'footer' }] }),
    'unsure',
    'nothing-to-license',
  ],
  [
    'a page that says how the data of its site is licensed',
    [page(1)],
    licence({ open: 'Yes', reason: 'approved', statements: [{ ...statement, scope: 'site' }] }),
    'yes',
    'approved',
  ],
  [
    'the portal’s terms under a list of datasets',
    [page(1, [], 'catalogue')],
    licence({ open: 'Yes', reason: 'approved', statements: [{ ...statement, scope: 'portal' }] }),
    'unsure',
    'depends-on-dataset',
  ],
  [
    'use for no profit alone',
    [file()],
    licence({ open: 'No', reason: 'non-commercial', statements: [statement] }),
    'no',
    'non-commercial',
  ],
  [
    'a licence of code',
    [file()],
    licence({ reason: 'something-else', statements: [statement] }),
    'unsure',
    'something-else',
  ],
  [
    'an open licence by a reason that is not known here',
    [file()],
    licence({ open: 'Yes', reason: 'by-decree', statements: [statement] }),
    'yes',
    'open-licence',
  ],
  [
    'a closed licence by a reason that is not known here',
    [file()],
    licence({ open: 'No', reason: 'by-decree', statements: [statement] }),
    'no',
    'not-open',
  ],
  [
    'a reason of closed licences where it is not told whether the data is open',
    [file()],
    licence({ reason: 'non-commercial', statements: [statement] }),
    'unsure',
    'unclear',
  ],
  [
    'a mention that names no licence, and terms that did not answer',
    [file()],
    licence({ reason: 'not-reached', unreached: ['ev-2'], statements: [statement] }),
    'unsure',
    'not-reached',
  ],
  ['an open licence that nobody stated', [file()], licence({ open: 'Yes' }), 'unsure', 'unclear'],
] as const)('%s', (_, observations, given, outcome, reason) => {
  expect(openlicense.decide({ ...of(...observations), licence: given })).toMatchObject({
    outcome,
    reason,
  });
});

test('a site that was walked for a category and states none is not open', () => {
  expect(openlicense.decide(dossier([page(1)], { licence: silence }))).toMatchObject({
    outcome: 'no',
    reason: 'no-licence-found',
  });
});

test('one address that was held against a category was not walked', () => {
  const coverage = { scope: 'address', items: [] } as const;
  expect(openlicense.decide(dossier([page(1)], { licence: silence, coverage }))).toMatchObject({
    outcome: 'unsure',
    reason: 'no-licence-here',
  });
});
