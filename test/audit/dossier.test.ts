import { expect, test } from 'vitest';
import { type AuditSubject, openContext } from '../../src/audit/context.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { dossierOf } from '../../src/audit/dossier.ts';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { covered, noLicence, observation } from '../builders.ts';
import { nowhere, serve } from './web.ts';

const criteria = openCriteria();
const edition = criteria.edition('godi-2015');
const subject = {
  ...{ place: nowhere(), category: criteria.category('election-results'), edition, year: 2026, asOf: '2026-10-01' },
  previous: null,
};
const open = (given: Partial<AuditSubject> = {}) =>
  openContext(
    { ...subject, ...given, scope: 'country', named: [] },
    serve({}).fetch,
    openAuditData(criteria, edition),
    defaultAllowance,
  );

const chosen = { root: observation(1), members: [observation(2)] };
const other = { root: observation(3), members: [] };
const parts = {
  groups: [other, chosen],
  choice: { groups: [chosen], criteria: { findings: [], rule: 'none', extent: null } },
  ...{ licence: noLicence, coverage: covered, contests: null, candidates: [] },
} as const;

test('the dataset is marked among all that was seen', () => {
  const { observations } = dossierOf(parts, open());
  expect(observations.map((one) => [one.evidence, one.chosen])).toEqual([
    ['ev-3', false],
    ['ev-1', true],
    ['ev-2', true],
  ]);
});

test('place and category have their names, and the cycle that the edition gives the category', () => {
  const { place, category, asOf } = dossierOf(parts, open());
  expect([place?.name, category?.id, category?.cycle, asOf]).toEqual([
    'Nowhere',
    'election-results',
    criteria.category('election-results').editions.find((one) => one.edition === edition.id)?.cycle,
    '2026-10-01',
  ]);
});

test('elections that the reviewer names are elections of the place', () => {
  const named = { day: '2026-09-13', name: 'General election', source: 'made up' };
  const calendar = dossierOf(parts, open({ events: [named] })).place?.elections;
  expect(calendar).not.toEqual(dossierOf(parts, open()).place?.elections);
  expect(JSON.stringify(calendar)).toContain('2026-09-13');
});
