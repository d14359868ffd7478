import { describe, expect, test } from 'vitest';
import { makeXlsx, type SheetRows, sheetXml } from '../archives.ts';
import { look } from '../look.ts';

const tableOf = async (text: string) => (await look(text, { name: 'table.csv' })).tables[0];
const sheetOf = async (rows: SheetRows, rest = '') => (await look(makeXlsx({ Sheet: sheetXml(rows, rest) }))).tables[0];
const body = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Town ${at},${at * 3},${at * 7}`).join('\n');

describe('tables as people make them', () => {
  test('one header row', async () => {
    expect(await tableOf(`town,electors,votes\n${body(8)}`)).toMatchObject({ headerRows: 1, above: 1, rows: 8 });
  });

  test('titles above the header are titles', async () => {
    const table = await tableOf(`Results of 2016,,\nAll figures provisional,,\ntown,electors,votes\n${body(8)}`);
    expect(table).toMatchObject({
      headerRows: 1,
      above: 3,
      rows: 8,
      titles: ['Results of 2016', 'All figures provisional'],
    });
  });

  test('two header rows, groups spread over their columns', async () => {
    const table = await tableOf(
      `place,electors,,votes,\n,men,women,valid,invalid\n${Array.from({ length: 8 }, (_, at) => `T${at},${at},${at},${at},${at}`).join('\n')}`,
    );
    expect(table?.headerRows).toBe(2);
    expect(table?.columns.map(({ name }) => name)).toEqual([
      'place',
      'electors / men',
      'electors / women',
      'votes / valid',
      'votes / invalid',
    ]);
  });

  test('no header at all', async () => {
    expect(await tableOf('05,000,66457,49.95\n05,001,1283,0.96\n05,002,65319,49.09\n')).toMatchObject({
      headerRows: 0,
      rows: 3,
    });
  });

  test('years are a header where they head columns of figures', async () => {
    const table = await tableOf('ministry,2018,2019,2020\nHealth,123,456,789\nLabour,12,45,78\nDefence,1,4,7\n');
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
  });

  test('years are a header above amounts that are written with thousands', async () => {
    const rows = 'Timber,"1,866","1,974"\nClay,"1,908","2,054"\nPaper,"2,012","1,999"\nSteel,577,604\n';
    const table = await tableOf(`Emissions,,\nkilotonnes,,\nYear,2015,2016\n${rows}`);
    expect(table).toMatchObject({ headerRows: 1, above: 3, rows: 4, titles: ['Emissions', 'kilotonnes'] });
    expect(table?.columns.map(({ name }) => name)).toEqual(['Year', '2015', '2016']);
  });

  test('years that go on beyond the century are a header as well', async () => {
    const table = await tableOf(
      'age,2098,2099,2100,2101,2102\n0-4,10,20,30,40,50\n5-9,11,21,31,41,51\n10-14,12,22,32,42,52\n',
    );
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
  });

  test('a row of amounts of which some could be years is a row', async () => {
    const table = await tableOf(`,P 1,P 2,P 3,Total\nVoters,1929,1915,2221,6065\nA,10,20,30,60\nB,9,8,7,24\n`);
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
  });

  test('numbers that count the columns are a header beside a word', async () => {
    const table = await tableOf('Party,01,02,03,04,05,Total\nA,5,0,3,4,1,13\nB,2,2,2,2,2,10\nC,1,0,0,1,0,2\n');
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
    expect(table?.columns[1]?.name).toBe('01');
  });

  test('codes of one width are a header beside words', async () => {
    const table = await tableOf(
      'area,hall,able,void,0008,0022,0259,0301\n01,A,351,4,0,1,22,120\n01,B,350,8,1,0,45,150\n02,C,340,2,0,2,18,99\n',
    );
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
    expect(table?.columns.map(({ name }) => name)).toContain('0022');
  });

  test.each([
    ['numbers of several widths', '8,22,259,301'],
    ['numbers of one width', '1022,1259,1301,1402'],
    ['codes in no order', '0259,0008,0301,0022'],
  ])('%s beside words are a row', async (_, row) => {
    const table = await tableOf(
      `N,A,none,none,${row}\nN,B,350,8,1,0,45,150\nN,C,340,2,0,2,18,99\nN,D,340,2,0,2,18,99\n`,
    );
    expect(table).toMatchObject({ headerRows: 0, rows: 4 });
  });

  test('rising numbers without a word are a row', async () => {
    expect(await tableOf('1,2,3,8\n4,5,6,8\n7,8,9,8\n')).toMatchObject({ headerRows: 0, rows: 3 });
  });

  test('notes right above the header are no part of it', async () => {
    const note =
      '"* see the notes at http://a.example/notes","Please note: blank cells mean that nothing was measured at that time of the day"';
    const table = await tableOf(
      `Office\n${note}\nplace,date,h1,h2,h3,h4,h5\n${Array.from({ length: 6 }, (_, at) => `P,2010-01-0${at + 1},1,2,3,4,5`).join('\n')}\n`,
    );
    expect(table).toMatchObject({ headerRows: 1, rows: 6 });
    expect(table?.columns[0]?.name).toBe('place');
  });

  test('long questions that head all columns are a header', async () => {
    const question = (at: number): string =>
      `How satisfied are you with service number ${at}, all things considered, and would you say so to others whom you know well? Please tick`;
    const table = await tableOf(`${[1, 2, 3].map((at) => `"${question(at)}"`).join(',')}\n1,2,3\n3,4,5\n5,1,2\n`);
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
  });

  test('a heading of a section below the header is a row, as later ones are', async () => {
    const table = await tableOf(`,P 1,P 2,P 3\nGovernor,,,\nA,1,2,3\nB,4,5,6\nSenator,,,\nC,1,2,3\nD,4,5,6\n`);
    expect(table).toMatchObject({ headerRows: 1, above: 1, rows: 6 });
    expect(table?.columns.map(({ name }) => name)).toEqual(['column 1', 'P 1', 'P 2', 'P 3']);
  });

  test('blank rows between a header and its data are no part of the header', async () => {
    const table = await sheetOf([['Party', 'Votes', 'Share'], [], [], ['A', 10, 5], ['B', 20, 6], ['C', 30, 7]]);
    expect(table).toMatchObject({ headerRows: 1, above: 1, rows: 3, columns: [{ name: 'Party' }, {}, {}] });
  });

  test('a table of words alone', async () => {
    const table = await tableOf('name,address\nAnna,Main Street\nBen,High Street\nCarl,Low Road\n');
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
  });

  test('notes below the data are footers, not rows', async () => {
    const table = await tableOf(`town,electors,votes\n${body(8)}\nSource: the ministry\n"* provisional"\n`);
    expect(table).toMatchObject({ rows: 8, footers: ['Source: the ministry', '* provisional'] });
  });

  test('quoted line ends belong to their cell', async () => {
    expect(await tableOf('town,votes\n"New\nTown",3\nOld Town,4\n')).toMatchObject({ rows: 2 });
  });

  test('columns that hold nothing and are called nothing are left out', async () => {
    expect((await tableOf('a,b,,\n1,2,,\n3,4,,\n'))?.columns).toHaveLength(2);
  });

  test('decimal commas, thousands and dates give columns their types', async () => {
    const table = await tableOf(
      'day;share;votes;code\n01.02.2020;12,5;1.234;007\n15.02.2020;7,25;12.345;012\n28.02.2020;3,5;999;100\n',
    );
    expect(table?.columns.map(({ type }) => type)).toEqual(['date', 'number', 'integer', 'code']);
    expect(table?.columns[2]?.numbers).toEqual({ count: 3, min: 999, max: 12_345, sum: 14_578 });
    expect(table?.columns[0]?.dates).toEqual({ from: '2020-02-01', to: '2020-02-28' });
  });

  test('merged headings of a sheet count for all columns below them', async () => {
    const rows: SheetRows = [
      ['Place', 'Votes', '', 'Total'],
      ['', 'Men', 'Women', ''],
      ...Array.from({ length: 6 }, (_, at) => [`T${at}`, at, at + 1, at * 2 + 1] as const),
    ];
    const merges = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/><mergeCell ref="D1:D2"/></mergeCells>';
    const table = await sheetOf(rows, merges);
    expect(table?.columns.map(({ name }) => name)).toEqual(['Place', 'Votes / Men', 'Votes / Women', 'Total']);
  });

  test('the period is that of the values, else of the years that head the columns', async () => {
    const dated = await look('day,votes\n2016-10-07,1\n2016-10-09,2\n2016-10-08,3\n');
    expect(dated.period).toEqual({ from: '2016-10-07', to: '2016-10-09' });
    const wide = await look('ministry,2018,2019\nHealth,123,456\nLabour,12,45\n');
    expect(wide.period).toEqual({ from: '2018-01-01', to: '2019-12-31' });
  });

  test('samples hold the first rows and rows spread over the rest', async () => {
    const rows = Array.from({ length: 9_000 }, (_, at) => `${at},x`).join('\n');
    const sample = (await tableOf(`n,t\n${rows}`))?.sample.map(([n]) => Number(n)) ?? [];
    expect(sample.slice(0, 1_000)).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
    expect(sample.length).toBeGreaterThan(1_400);
    expect(sample.at(-1)).toBeGreaterThan(8_500);
  });
});
