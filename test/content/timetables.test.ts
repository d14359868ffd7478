import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Inspection, Table } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'transport-timetables';

const answer = (given: Partial<Inspection>, criterion = 'operating_times', whole = true): string | undefined =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'lines.txt', inspection: inspection(given) }],
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole,
  }).findings.find((finding) => finding.id === criterion)?.answer;

const rows = (count: number, row: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => row(at));

const pad = (number: number): string => String(number).padStart(2, '0');

test.each([
  ['three trips', 'Halt|1|2|3', (at: number) => `Halt ${at}|07:${pad(at)}|08:${pad(at)}|24:${pad(at)}`, 'Yes'],
  ['two trips', 'Halt|1|2', (at: number) => `Halt ${at}|07:${pad(at)}|08:${pad(at)}`, 'Unsure'],
  ['counts', 'Halt|1|2|3', (at: number) => `Halt ${at}|7${pad(at)}1|8${pad(at)}1|9${pad(at)}1`, 'Unsure'],
] as const)('times of stops and trips in a table: %s', (_, header, row, expected) => {
  expect(answer({ tables: [table(header, ...rows(6, row))] }, 'first_departure_last_arrival')).toBe(expected);
});

const lines = (count: number, line: (at: number) => string): string => rows(count, line).join('\n');

test.each([
  ['in lines', lines(5, (at) => `Halt ${at}  7:${pad(at)}  8:${pad(at)}  9:${pad(at)}`), 'Yes'],
  ['in too few lines', lines(2, (at) => `Halt ${at}  7:${pad(at)}  8:${pad(at)}  9:${pad(at)}`), 'No'],
  ['in a form that may be another', lines(5, (at) => `Halt ${at}  7.${pad(at)}  8.${pad(at)}  9.${pad(at)}`), 'Unsure'],
  ['in prose', 'The office is open from 9:00 to 17:00.\nIt is closed on Sunday.', 'No'],
])('times of stops and trips in a document, %s', (_, text, expected) => {
  expect(answer({ format: 'pdf', text })).toBe(expected);
});

const schedule = (count: number): string =>
  ['HDTEST', ...rows(count, (at) => `BSN${at}\nLOHALT 0700\nLIHALT 0710\nLTHALT 0720`), 'ZZ'].join('\n');

test.each([
  ['records of a schedule', schedule(9), 'Yes'],
  ['a few of them', schedule(2), 'No'],
  ['lines that begin anyhow', schedule(9).replaceAll('LI', 'XX'), 'No'],
  ['records of one kind', rows(40, (at) => `LIHALT ${at}`).join('\n'), 'No'],
])('lines are %s', (_, text, expected) => {
  expect(answer({ format: 'text', text }, 'first_departure_last_arrival')).toBe(expected);
});

/** Stops over so many kilometres, with a type of route and a time zone. */
const network = (kilometres: number, type: string, zone = 'Europe/Rome'): readonly Table[] => [
  table(
    'stop_id|stop_lat|stop_lon',
    ...rows(12, (at) => `s${at}|${(44 + (at * kilometres) / 11 / 111.2).toFixed(5)}|11.5`),
  ),
  table('route_id|route_type', `r1|${type}`, `r2|${type}`),
  table('agency_id|agency_timezone', `a|${zone}`),
];

test.each([
  ['of a town', network(30, '3'), 'No'],
  ['of a town, by train', network(30, '2'), 'Unsure'],
  ['of a region', network(150, '3'), 'Unsure'],
  ['of a country as small', network(30, '3', 'Europe/Malta'), 'Unsure'],
  ['of buses by their wider code', network(30, '704'), 'No'],
])('a network %s', (_, tables, expected) => {
  expect(answer({ tables }, 'national_level')).toBe(expected);
});

test('a network of which not all was seen may reach further', () => {
  expect(answer({ tables: network(30, '3') }, 'national_level', false)).toBe('Unsure');
});
