import { describe, expect, test } from 'vitest';
import { look } from '../look.ts';

const shown = async (text: string, name = 'x.csv'): Promise<readonly string[]> =>
  (await look(text, { name })).tables.map(
    ({ columns, rows, titles }) => `${titles.join('/')}[${columns.map((column) => column.name).join('|')}]${rows}`,
  );

const towns = 'Town,Wells,Springs\nAsh,12,3\nBirch,23,4\nCedar,31,5\n';

describe('tables that stand one below the other', () => {
  test('are read each with its own header and title', async () => {
    expect(await shown(`First,,\n${towns},,\nSecond,,\nOwner,Depth\nAnn,7.5\nBob,8.5\n`)).toEqual([
      'First[Town|Wells|Springs]3',
      'Second[Owner|Depth]2',
    ]);
  });

  test('are parted by a title alone, and by a blank row alone', async () => {
    const second = 'Owner,Depth\nAnn,7.5\nBob,8.5\n';
    expect(await shown(`${towns}Second,,\n${second}`)).toEqual(['[Town|Wells|Springs]3', 'Second[Owner|Depth]2']);
    expect(await shown(`${towns},,\n${second}`)).toEqual(['[Town|Wells|Springs]3', '[Owner|Depth]2']);
    expect(await shown(`${towns}\n${second}`)).toEqual(['[Town|Wells|Springs]3', '[Owner|Depth]2']);
  });

  test('may have the same header, and years in it', async () => {
    const table = (title: string) => `${title},,\nKind,2023,2024\nWells,12,13\nSprings,23,25\n`;
    expect(await shown(table('Ash') + table('Birch'))).toEqual(['Ash[Kind|2023|2024]2', 'Birch[Kind|2023|2024]2']);
  });

  test('of a page and of a workbook in XML, too', async () => {
    const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const rows = [
      ['Town', 'Wells'],
      ['Ash', '12'],
      ['Birch', '23'],
      ['', ''],
      ['Owner', 'Depth'],
      ['Ann', '7'],
      ['Bob', '9'],
    ];
    const html = `<html><body><table>${rows.map((cells) => row(...cells)).join('')}</table></body></html>`;
    expect(await shown(html, 'x.html')).toEqual(['[Town|Wells]2', '[Owner|Depth]2']);
    const cells = rows.map(
      (cells) => `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`,
    );
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>${cells.join('')}</Table></Worksheet></Workbook>`;
    expect(await shown(xml, 'x.xml')).toEqual(['[Town|Wells]2', '[Owner|Depth]2']);
  });

  test('have names of their own', async () => {
    const { tables } = await look(`${towns},,\nOwner,Depth\nAnn,7.5\nBob,8.5\n`, { name: 'x.csv' });
    expect(tables.map(({ name }) => name)).toEqual(['x.csv', 'x.csv (2)']);
  });

  test.each([
    ['headings of sections', `${towns}North,,\nDeal,12,3\nElm,23,4\n`, 1],
    ['blank rows', `${towns},,\nDeal,12,3\nElm,23,4\n`, 1],
    ['a row of words in the midst', `${towns}Deal,withheld,unknown\nElm,23,4\nFir,24,5\nA note,,\n`, 1],
    ['words below a blank row, and one row of figures', `${towns},,\nOwner,Depth\nAnn,7.5\n`, 1],
    ['a note of two cells at the end', `${towns},,\nSource,Office of wells\n`, 1],
    ['a title above the header', `All wells,,\n,,\n${towns}`, 1],
    ['two rows of a header', `Place,Count,\n,,\nTown,Wells,Springs\nAsh,12,3\nBirch,23,4\n,,\nA note,,\n`, 1],
  ])('%s part none', async (_, text, count) => {
    expect(await shown(text)).toHaveLength(count);
  });
});
