import { expect, test } from 'vitest';
import { type Placed, pdfOf } from '../../packed/binaries.ts';
import { look } from '../look.ts';

const lefts = [40, 200, 300, 400];
/** A line of cells at the left ends of the columns; an empty one is left out. */
const line = (up: number, cells: readonly string[]): readonly Placed[] =>
  cells.flatMap((text, at): readonly Placed[] => (text === '' ? [] : [[lefts[at] ?? 0, up, text]]));
const lines = (from: number, rows: readonly (readonly string[])[]): readonly Placed[] =>
  rows.flatMap((cells, at) => line(from - at * 20, cells));

const towns = [
  ['Abbeyfield', '100', '40', '5'],
  ['Brookside', '210', '98', '12'],
  ['Castle Hill', '95', '31', '0'],
  ['Dunmore', '320', '150', '9'],
];
const header = ['Town', 'Electors', 'Votes', 'Invalid'];

test('lines that leave the same room between their texts are rows, the first of them their header', async () => {
  const found = await look(pdfOf([lines(700, [['Results of the council'], header, ...towns])]));
  expect(found.tables).toMatchObject([
    { name: 'page 1', headerRows: 1, above: 2, rows: 4, titles: ['Results of the council'] },
  ]);
  expect(found.tables[0]?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['Town', 'text'],
    ['Electors', 'integer'],
    ['Votes', 'integer'],
    ['Invalid', 'integer'],
  ]);
  expect(found.tables[0]?.sample[1]).toEqual(['Brookside', '210', '98', '12']);
});

test('a table of a PDF still needs a person to read it', async () => {
  const found = await look(pdfOf([lines(700, [header, ...towns])]));
  expect(found).toMatchObject({ machineReadable: 'No', machineReadableBecause: 'document' });
  expect(found.text).toContain('Castle Hill');
});

test('headers that are broken over lines are one row', async () => {
  const broken = [
    ...line(712, ['', 'Electors', 'Votes that', 'Inva-']),
    ...line(700, ['Town', 'on the roll', 'count', 'lid']),
  ];
  const [table] = (await look(pdfOf([[...broken, ...lines(680, towns)]]))).tables;
  expect(table).toMatchObject({ headerRows: 1, above: 1, rows: 4 });
  expect(table?.columns.map(({ name }) => name)).toEqual([
    'Town',
    'Electors on the roll',
    'Votes that count',
    'Invalid',
  ]);
});

test('a page that goes on in the same columns goes on with the table, and repeats its header for nothing', async () => {
  const more = [
    ['Eastport', '77', '30', '1'],
    ['Fairview', '140', '66', '4'],
    ['Glenside', '81', '44', '2'],
  ];
  const found = await look(pdfOf([lines(700, [header, ...towns]), lines(700, [header, ...more])]));
  expect(found.tables).toMatchObject([{ headerRows: 1, rows: 7 }]);
});

test('a page that names other columns begins another table', async () => {
  const other = ['Town', 'Hospitals', 'Beds', 'Nurses'];
  const found = await look(pdfOf([lines(700, [header, ...towns]), lines(700, [other, ...towns])]));
  expect(found.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['page 1', 4],
    ['page 2', 4],
  ]);
});

test('text in columns holds no figures and is no table, nor are numbered paragraphs', async () => {
  const prose = towns.map(([town = ''], at) => [`${at + 1}.`, `The town of ${town}`, 'shall', 'elect a council']);
  expect((await look(pdfOf([lines(700, prose)]))).tables).toEqual([]);
});
