import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Table } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'pollutant-emissions';

const answer = (given: Table) =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'air.csv', inspection: inspection({ tables: [given] }) }],
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings.find((finding) => finding.id === 'sox')?.answer;

test.each([
  ['named by a row beside its amount', table('Town|Pollutant|Concentration', 'A|SO2|12.5', 'B|SO2|3.5'), 'Yes'],
  ['a column of its own beside an index', table('Town|SO2|Index', 'A|12.5|40', 'B|3.5|12'), 'Yes'],
  [
    'named by a row beside nothing but an index',
    table('Kota|Parameter kritis|Indeks', 'A|SO2|40', 'B|SO2|12'),
    'Unsure',
  ],
  ['the same in Spanish', table('Ciudad|Parámetro|Índice', 'A|SO2|40', 'B|SO2|12'), 'Unsure'],
])('a pollutant is %s', (_, given, expected) => {
  expect(answer(given)).toBe(expected);
});
