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
  [
    'named by rows of which the first measured nothing',
    table('Town|Pollutant|Amount', 'A|SO2|0.0', 'B|SO2|3.5'),
    'Yes',
  ],
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

test.each([
  ['that stands for it', table('Estación|MAGNITUD|H01', 'A|1|3', 'B|8|5'), 'Yes'],
  ['that stands for others, all of them known', table('Estación|MAGNITUD|H01', 'A|8|3', 'B|9|5'), 'No'],
  ['that stands for others, one of them not known', table('Estación|MAGNITUD|H01', 'A|8|3', 'B|999|5'), 'Unsure'],
  ['with an address before it', table('Station|AirPollutantCode|Value', 'A|http://x.test/pollutant/1|3.5'), 'Yes'],
  ['of another list under the same number', table('Station|Parameter Code|Value', 'A|1|3.5', 'B|42101|2.5'), 'Unsure'],
])('a pollutant is known by a code %s', (_, given, expected) => {
  expect(answer(given)).toBe(expected);
});
