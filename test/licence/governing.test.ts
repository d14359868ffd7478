import { describe, expect, test } from 'vitest';
import { governing, verdictOfGoverning } from '../../src/licence/index.ts';
import type { LicenceScope } from '../../src/model/licence.ts';
import type { EvidenceId } from '../../src/model/observation.ts';
import { licences } from './known.ts';

const said = (scope: LicenceScope, text: string, evidence: EvidenceId = 'ev-1') => ({
  scope,
  where: 'text',
  quote: text,
  verdict: licences.any(text),
  evidence,
});

describe('which statement governs', () => {
  test.each([
    ['a file before its dataset', [said('dataset', 'CC BY-NC'), said('file', 'CC BY')], 'Yes', 'approved'],
    ['a dataset before the portal', [said('portal', 'CC BY'), said('dataset', 'CC BY-ND')], 'No', 'no-derivatives'],
    ['a portal before the site', [said('site', 'All rights reserved'), said('portal', 'CC0')], 'Yes', 'approved'],
    ['a site before a footer', [said('footer', 'All rights reserved'), said('site', 'CC BY')], 'Yes', 'approved'],
    ['a footer where nothing else speaks', [said('footer', 'All rights reserved')], 'No', 'rights-reserved'],
    [
      'a wider one where the narrower is silent',
      [said('dataset', 'notspecified'), said('portal', 'CC BY')],
      'Yes',
      'approved',
    ],
    [
      'none of two that contradict each other',
      [said('dataset', 'CC BY'), said('dataset', 'CC BY-NC')],
      'Unsure',
      'conflict',
    ],
    [
      'the one that decides, beside one that says too little',
      [said('dataset', 'The data may be reproduced if the source is named.'), said('dataset', 'CC BY')],
      'Yes',
      'approved',
    ],
  ])('%s', (_, statements, open, reason) => {
    expect(governing(statements, ['ev-1'], [])).toMatchObject({ open, reason });
  });

  test('a contradiction quotes both', () => {
    const { says } = governing([said('dataset', 'CC BY 4.0'), said('dataset', 'CC BY-NC 4.0')], ['ev-1'], []);
    expect(says).toContain('«CC BY 4.0»');
    expect(says).toContain('«CC BY-NC 4.0»');
  });

  const limited = (scope: LicenceScope) => ({
    ...said(scope, 'RESTRICTED'),
    verdict: licences.ofReason('access-limited', 'RESTRICTED'),
  });

  test.each([
    ['of the dataset, beside its licence', limited('dataset'), said('dataset', 'CC BY'), 'Unsure'],
    ['of the dataset, under the licence of the portal', limited('dataset'), said('portal', 'CC BY'), 'Unsure'],
    ['of the site, where the dataset has a licence', limited('site'), said('dataset', 'CC BY'), 'Yes'],
    ['of the dataset, beside a closed licence', limited('dataset'), said('dataset', 'CC BY-NC'), 'No'],
  ])('a limit on access %s', (_, limit, licence, open) => {
    expect(governing([licence, limit], ['ev-1'], [])).toMatchObject({ open });
    expect(governing([limit, licence], ['ev-1'], [])).toMatchObject({ open });
  });

  test('a limit on access is the mention that is quoted', () => {
    const { says } = governing([said('dataset', 'notspecified'), limited('site')], ['ev-1'], []);
    expect(says).toContain('The only mention is «RESTRICTED»');
  });

  test('every statement is kept, and those that govern are marked', () => {
    const { statements } = governing([said('portal', 'CC0'), said('dataset', 'CC BY')], ['ev-1'], []);
    expect(statements.map(({ governs }) => governs)).toEqual([false, true]);
  });
});

describe('where nothing is said', () => {
  test('it is a No once the usual places were looked at', () => {
    expect(governing([], ['ev-1', 'ev-2'], [])).toMatchObject({
      open: 'No',
      reason: 'no-statement',
      looked: ['ev-1', 'ev-2'],
    });
  });

  test.each([
    ['a place could not be reached', ['ev-1'], ['ev-2']],
    ['no place was looked at', [], []],
  ] as const)('it is Unsure where %s', (_, looked, unreached) => {
    expect(governing([], looked, unreached)).toMatchObject({ open: 'Unsure', reason: 'not-reached' });
  });

  test('a field that names no licence is quoted as the only mention', () => {
    expect(governing([said('dataset', 'notspecified')], ['ev-1'], []).says).toContain('notspecified');
  });
});

test('one verdict is told for all: that of the statement which decided, or the outcome alone', () => {
  expect(verdictOfGoverning(governing([said('dataset', 'CC BY 4.0')], ['ev-1'], []))).toMatchObject({
    id: 'CC-BY-4.0',
    open: 'Yes',
  });
  expect(verdictOfGoverning(governing([], ['ev-1'], []))).toMatchObject({
    id: null,
    open: 'No',
    reason: 'no-statement',
    matched: null,
  });
});
