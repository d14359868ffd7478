import { expect, test } from 'vitest';
import { codesOf, look } from './look.ts';

const workbook = (sheets: string): string =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;
const sheet = (rows: string, name = 'Results'): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table></Worksheet>`;
const cell = (value: string | number, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value}</Data></Cell>`;
const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`;

const tablesOf = async (sheets: string) => (await look(workbook(sheets), { name: 'r.xls' })).tables;

test('rows of cells are a table, one for each sheet', async () => {
  const first = sheet(row(cell('Station'), cell('Votes')) + row(cell('A'), cell(5)) + row(cell('B'), cell(7)));
  const second = sheet(row(cell('Party'), cell('Seats')) + row(cell('X'), cell(3)), 'Seats');
  const found = await look(workbook(first + second), { name: 'r.xls' });
  expect(found).toMatchObject({ format: 'xml', standards: ['spreadsheetml'], machineReadable: 'Yes', complete: true });
  expect(found.tables).toMatchObject([
    { name: 'Results', headerRows: 1, rows: 2, columns: [{ name: 'Station' }, { name: 'Votes', type: 'integer' }] },
    { name: 'Seats', headerRows: 1, rows: 1 },
  ]);
  expect(codesOf(found)).toEqual(['name-differs']);
});

test('a cell with an index stands in that place, and those behind it go on from there', async () => {
  const rows = row(cell('Station'), cell('Valid'), cell('Invalid'), cell('Total'));
  const jump = row(cell('A'), cell(3, ' ss:Index="3"'), cell(10));
  const [table] = await tablesOf(sheet(rows + jump + row(cell('B'), cell(8), cell(2), cell(10))));
  expect(table?.sample[0]).toEqual(['A', '', '3', '10']);
});

test('a cell that spans others leaves their places blank and names their columns', async () => {
  const head = row(cell('Station', ' ss:MergeDown="1"'), cell('Votes', ' ss:MergeAcross="1"'), cell('Seats'));
  const below = row(cell('Men', ' ss:Index="2"'), cell('Women'));
  const body = [1, 2, 3].map((at) => row(cell(`S${at}`), cell(at), cell(at), cell(at))).join('');
  const [table] = await tablesOf(sheet(head + below + body));
  expect(table?.columns.map(({ name }) => name)).toEqual(['Station', 'Votes / Men', 'Votes / Women', 'Seats']);
  expect(table?.rows).toBe(3);
});

test('a row with an index leaves blank rows above it', async () => {
  const rows = `${row(cell('A title'))}<Row ss:Index="4">${cell('Station')}${cell('Votes')}</Row>`;
  const [table] = await tablesOf(sheet(rows + row(cell('A'), cell(5)) + row(cell('B'), cell(6))));
  expect(table).toMatchObject({ above: 4, headerRows: 1, titles: ['A title'], rows: 2 });
});

test('days, truths and errors are shown as a sheet shows them', async () => {
  const typed = (type: string, value: string): string => `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
  const rows = row(cell('Day'), cell('Final'), cell('Share'));
  const body = row(typed('DateTime', '2019-05-01T00:00:00.000'), typed('Boolean', '1'), typed('Error', '#DIV/0!'));
  const [table] = await tablesOf(sheet(rows + body + body));
  expect(table?.sample[0]).toEqual(['2019-05-01', 'TRUE', '']);
});

test('an index beyond all sheets costs nothing', async () => {
  const far = `${row(cell('A'), cell(5, ' ss:Index="900000000"'))}<Row ss:Index="900000000">${cell('B')}${cell(1)}</Row>`;
  const [table] = await tablesOf(sheet(row(cell('Station'), cell('Votes')) + far + row(cell('C'), cell(2))));
  expect(table?.columns.length).toBe(2);
});
