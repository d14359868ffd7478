import { expect, test } from 'vitest';
import { conceptsFor, fieldReaderFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Inspection, Table } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'weather-forecast';

const answer = (
  given: Partial<Inspection>,
  criterion = 'forecast_temperature_5d',
  name = 'weather.json',
): string | undefined =>
  judgeContent({
    files: [{ evidence: 'ev-1', name, inspection: inspection(given) }],
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings.find((finding) => finding.id === criterion)?.answer;

const days = (count: number, row: (day: string, at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => row(`2024-03-${String(at + 10).padStart(2, '0')}`, at));

const made = (day: string): Inspection['keys'] => [{ path: 'updated', count: 1, examples: [`${day}T06:00:00Z`] }];
const temperatures = (count: number) => table('day|temperature', ...days(count, (day, at) => `${day}|${at + 3}`));

test.each([
  ['from the day it was made on', temperatures(9), made('2024-03-10'), 'Yes'],
  ['made at its end, which may be measured', temperatures(9), made('2024-03-18'), 'Unsure'],
  ['of which nothing tells when it was made', temperatures(9), [], 'Unsure'],
  ['of two days only', temperatures(3), made('2024-03-10'), 'No'],
  ['without any temperature', table('day|xyz', ...days(9, (day) => `${day}|a`)), made('2024-03-10'), 'No'],
] as const)('days ahead with temperatures, %s', (_, given, keys, expected) => {
  expect(answer({ tables: [given], keys })).toBe(expected);
});

test('a series of years is measured, whatever it is called', () => {
  const years = Array.from({ length: 20 }, (_, at) => `${2000 + at}-06-01|${at}`);
  expect(answer({ tables: [table('day|temperature', ...years)] })).toBe('No');
});

test('a chance of rain is of what is ahead', () => {
  const given = table('day|temperature|pop', ...days(9, (day, at) => `${day}|${at + 3}|0.${at + 1}`));
  expect(answer({ tables: [given] })).toBe('Yes');
});

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

test.each([
  ['five of them', 5, 'Yes'],
  ['four of them', 4, 'Unsure'],
])('weekdays are days ahead of a forecast: %s', (_, count, expected) => {
  const rows = weekdays.slice(0, count).map((day, at) => `${day}|${at + 3}`);
  expect(answer({ tables: [table('forecast day|temperature', ...rows)] })).toBe(expected);
});

test.each([
  ['five of them', [1, 2, 3, 4, 5], 'Yes'],
  ['three of them', [1, 2, 3], 'Unsure'],
])('days under numbers are days ahead of a forecast: %s', (_, numbers, expected) => {
  const keys = numbers.map((at) => ({ path: `forecast/day-plus${at}/temperature`, count: 1, examples: ['7'] }));
  expect(answer({ keys })).toBe(expected);
});

const steps = (count: number, ...examples: readonly string[]) => [
  { path: 'forecast/steps/time', count, examples },
  { path: 'forecast/temperature', count, examples: ['7.5', '8.5'] },
];

test.each([
  ['far enough', steps(240, '2024-03-10T06:00:00Z', '2024-03-10T07:00:00Z', '2024-03-10T08:00:00Z'), 'Yes'],
  ['not far enough', steps(24, '2024-03-10T06:00:00Z', '2024-03-10T07:00:00Z', '2024-03-10T08:00:00Z'), 'Unsure'],
  ['unevenly', steps(240, '2024-03-10T06:00:00Z', '2024-03-10T07:00:00Z', '2024-03-10T09:30:00Z'), 'Unsure'],
])('elements that repeat a moment reach %s', (_, keys, expected) => {
  expect(answer({ keys })).toBe(expected);
});

test('moments listed in a cell are a series', () => {
  const times = days(7, (day) => `${day}T00:00:00Z`)
    .join(' / ')
    .replaceAll(' / ', ' | ');
  const given = table('times', 'x');
  const listed = { ...table('forecast times;temperature', 'x'), columns: given.columns };
  const column = given.columns[0];
  if (column === undefined) throw new Error('There is a column.');
  const list = {
    ...listed,
    columns: [
      { ...column, name: 'forecast times', examples: [times] },
      {
        ...column,
        index: 1,
        name: 'temperature',
        type: 'number' as const,
        numbers: { count: 1, min: 4, max: 9, sum: 13 },
      },
    ],
    sample: [[times, '4.5']],
  };
  expect(answer({ tables: [list] })).toBe('Yes');
});

const period = (from: string, to: string): Inspection['keys'] => [
  { path: 'member/TimePeriod/beginPosition', count: 1, examples: [from] },
  { path: 'member/TimePeriod/endPosition', count: 1, examples: [to] },
  { path: 'member/forecast/temperature', count: 3, examples: ['7.5', '8.5'] },
];

test.each([
  ['that ends on the second day', period('2024-03-10T06:00:00Z', '2024-03-12T06:00:00Z'), 'No'],
  ['that goes on', period('2024-03-10T06:00:00Z', '2024-03-16T06:00:00Z'), 'Unsure'],
])('a record of a period %s', (_, keys, expected) => {
  expect(answer({ keys })).toBe(expected);
});

test('values of a coverage in one cell are numbers', () => {
  const given = table('elementName|value', 'TTT|278.15 278.35 -', 'FF|3.50 4.50 4.10');
  const keys = steps(240, '2024-03-10T06:00:00Z', '2024-03-10T07:00:00Z', '2024-03-10T08:00:00Z').slice(0, 1);
  expect(answer({ tables: [given], keys })).toBe('Yes');
});

/* What a word says of one file. */

const ofFiles = (
  files: readonly (readonly [name: string, given: Partial<Inspection>, dataset?: `ev-${number}`])[],
  criterion: string,
): string | undefined =>
  judgeContent({
    files: files.map(([name, given, dataset], at) => ({
      ...{ evidence: `ev-${at + 1}` as const, name, inspection: inspection(given) },
      ...(dataset === undefined ? {} : { dataset }),
    })),
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole: true,
  }).findings.find((finding) => finding.id === criterion)?.answer;

const past = (header = 'day|temperature'): Table =>
  table(
    header,
    ...Array.from(
      { length: 26 },
      (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-05|${at}.5`,
    ),
  );
const foretoldFile = { tables: [{ ...temperatures(9), name: 'forecast_towns.csv' }] };
const pageCalled = (title: string): Partial<Inspection> => ({
  format: 'html',
  page: {
    ...{ title, headings: [title], text: title, footer: '', links: [], forms: [], meta: [], jsonLd: [], mounts: [] },
    ...{ scripts: { count: 0, bytes: 0, sources: [] }, refresh: null, canonical: null, iframes: [], images: 0 },
  },
});

test.each([
  [
    'beside it',
    [
      ['forecast_towns.csv', foretoldFile],
      ['stations.csv', { tables: [past()] }],
    ],
    'Yes',
  ],
  ['in it', [['forecast_stations.csv', { tables: [{ ...past(), name: 'forecast_stations.csv' }] }]], 'No'],
  [
    'of the dataset whose page says so',
    [
      ['page', pageCalled('Weather forecast'), 'ev-1'],
      ['stations.csv', { tables: [past()] }, 'ev-1'],
    ],
    'No',
  ],
  [
    'of another dataset than the page that says so',
    [
      ['page', pageCalled('Weather forecast'), 'ev-1'],
      ['stations.csv', { tables: [past()] }, 'ev-9'],
    ],
    'Yes',
  ],
] as const)('a file that calls itself a forecast tells nothing of the past: what is %s', (_, files, expected) => {
  expect(ofFiles(files, 'historical_temperature_1y')).toBe(expected);
});

/* Long tables whose codes another table names. */

const longTable = (codes: readonly string[]): Table =>
  table(
    'town|element|day|value',
    ...days(7, (day, at) => codes.map((code, n) => `Elk Ford|${code}|${day}|${at + n}.5`).join('\n')).flatMap((rows) =>
      rows.split('\n'),
    ),
  );
const named = (header = 'element|meaning'): Table => table(header, 'K1|Maximum temperature', 'K2|Cloud cover');

test.each([
  [
    'in the same dataset',
    [
      ['forecast.csv', longTable(['K1', 'K2'])],
      ['elements.csv', named()],
    ],
    'ev-1',
    'Yes',
  ],
  [
    'in another dataset',
    [
      ['forecast.csv', longTable(['K1', 'K2'])],
      ['elements.csv', named()],
    ],
    'ev-2',
    'other',
  ],
  [
    'and that the table does not use',
    [
      ['forecast.csv', longTable(['K2', 'K3'])],
      ['elements.csv', named()],
    ],
    'ev-1',
    'other',
  ],
  [
    'under another name',
    [
      ['forecast.csv', longTable(['K1', 'K2'])],
      ['elements.csv', named('sign|meaning')],
    ],
    'ev-1',
    'other',
  ],
  ['without any rows of it', [['elements.csv', named()]], 'ev-1', 'other'],
] as const)('a code that a second table names measures what it says, %s', (_, files, dataset, expected) => {
  const found = ofFiles(
    files.map(([name, given], at) => [
      name,
      { tables: [{ ...given, name }], keys: at === 0 ? made('2024-03-10') : [] },
      at === 0 ? 'ev-1' : dataset,
    ]),
    'forecast_temperature_5d',
  );
  expect(found === 'Yes' ? 'Yes' : 'other').toBe(expected);
});

test('tables of one make, many of them in one archive, are records of their own and no lists of codes', () => {
  const files = (count: number) =>
    ofFiles(
      [
        [
          'forecast.csv',
          { tables: [{ ...longTable(['K1', 'K2']), name: 'forecast.csv' }], keys: made('2024-03-10') },
          'ev-1',
        ],
        [
          'acts.zip',
          { tables: Array.from({ length: count }, (_, at) => ({ ...named(), name: `act-${at}.xml` })) },
          'ev-1',
        ],
      ],
      'forecast_temperature_5d',
    );
  expect(files(3)).toBe('Yes');
  expect(files(40)).not.toBe('Yes');
});

test('measures that rows are labelled with end when their rows do', () => {
  const rows = (count: number) =>
    days(count, (day, at) =>
      ['temperature', 'rain'].map((one) => `${day}T06:00:00Z|${one}|${at * 7 + 3}`).join('\n'),
    ).flatMap((pair) => pair.split('\n'));
  const of = (count: number) => ({ tables: [table('start|element|value', ...rows(count))], keys: made('2024-03-10') });
  expect(answer(of(3))).toBe('No');
  expect(answer(of(9))).toBe('Yes');
});

test('that a field is called nearly as days are tells nothing of the wind on them', () => {
  const given = table('startTime|temperature', ...days(3, (day, at) => `${day}|${at + 3}`));
  const { findings } = judgeContent({
    files: [{ evidence: 'ev-1', name: 'weather.json', inspection: inspection({ tables: [given] }) }],
    category: criteria.category(id),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, id),
    place: null,
    asOf: '2026-01-01',
    whole: true,
    reader: fieldReaderFor(criteria, id),
  });
  expect(findings.find((finding) => finding.id === 'forecast_wind_5d')?.answer).toBe('No');
});
