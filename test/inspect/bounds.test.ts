import { describe, expect, test } from 'vitest';
import { NotHere } from '../../src/model/confine.ts';
import { defaultLimits, distinctOf, hereLimits, sampleRows } from '../../src/model/limits.ts';
import { spentSince } from '../processor.ts';
import { makeXlsx, makeZip } from './archives.ts';
import { codesOf, look } from './look.ts';

describe('XML', () => {
  test('is read to a depth, and no further', async () => {
    const found = await look(`<r>${'<a>'.repeat(2_000_000)}`, { name: 'deep.xml' });
    expect(found).toMatchObject({ format: 'xml', complete: false });
    expect(found.warnings.map(({ says }) => says).join()).toContain('more than 1000 levels');
  });

  test('of some levels is read whole', async () => {
    const found = await look(`<r>${'<a>'.repeat(40)}1${'</a>'.repeat(40)}</r>`, { name: 'deep.xml' });
    expect(found).toMatchObject({ format: 'xml', complete: true });
  });
});

describe('a workbook', () => {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row></sheetData></worksheet>';
  const workbook = (texts: string) =>
    makeZip([
      { path: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="S"/></sheets></workbook>' },
      { path: 'xl/worksheets/sheet1.xml', content: sheet },
      { path: 'xl/sharedStrings.xml', content: `<sst>${texts}</sst>` },
    ]);

  test('that shares more texts than are read is not complete', async () => {
    const found = await look(workbook('<si/>'.repeat(30)), { limits: { sharedTexts: 20 } });
    expect(found).toMatchObject({ format: 'xlsx', complete: false, machineReadable: 'Unsure' });
    expect(codesOf(found)).toContain('over-bound');
  });

  test('that shares texts of more characters than are read is not complete', async () => {
    const found = await look(workbook('<si><t>words of some length</t></si>'.repeat(30)), {
      limits: { sharedCharacters: 99 },
    });
    expect(codesOf(found)).toContain('over-bound');
  });

  test('that keeps to the bounds is', async () => {
    const found = await look(workbook('<si><t>votes</t></si>'));
    expect([found.complete, codesOf(found)]).toEqual([true, []]);
  });
});

describe('a document', () => {
  test('of paragraphs without words is read to a length', async () => {
    const content = `<w:document><w:body>${'<w:p/>'.repeat(400_000)}</w:body></w:document>`;
    const found = await look(makeZip([{ path: 'word/document.xml', content }]));
    expect(found).toMatchObject({ format: 'docx', complete: false });
    expect(found.text.length).toBeLessThanOrEqual(defaultLimits.text);
  });
});

describe('a table of very many columns', () => {
  test('keeps fewer rows and fewer distinct values, one of some keeps all', () => {
    expect([sampleRows(defaultLimits, 10), distinctOf(defaultLimits, 10)]).toEqual([1_000, 10_000]);
    expect([sampleRows(defaultLimits, 400), distinctOf(defaultLimits, 400)]).toEqual([1_000, 10_000]);
    expect([sampleRows(defaultLimits, 16_384), distinctOf(defaultLimits, 16_384)]).toEqual([24, 300]);
  });

  test('is read in seconds', async () => {
    const wide = (row: number) =>
      Array.from({ length: 1_500 }, (_, at) => (row === 0 && at > 0 ? '' : `v${row}x${at}`)).join(',');
    const begun = process.cpuUsage();
    const found = await look(`${Array.from({ length: 60 }, (_, row) => wide(row)).join('\n')}\n`, { name: 'wide.csv' });
    expect(found.tables[0]?.columns).toHaveLength(1_500);
    expect(spentSince(begun)).toBeLessThan(10);
  });

  test('still takes the group that stands left of a blank heading', async () => {
    const found = await look('Votes,,Seats,\nmen,women,men,women\n1,2,3,4\n5,6,7,8\n9,1,2,3\n', { name: 'groups.csv' });
    expect(found.tables[0]?.columns.map(({ name }) => name)).toEqual([
      'Votes / men',
      'Votes / women',
      'Seats / men',
      'Seats / women',
    ]);
  });
});

describe('a small workbook that leaves very many cells out', () => {
  const cell = (row: number) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`;
  const workbook = (rows: number) =>
    makeXlsx({
      Gaps: `<worksheet><sheetData>${Array.from({ length: rows }, (_, at) => cell(at + 1)).join('')}</sheetData></worksheet>`,
    });

  test('is read by a process apart, for laying them out leaves no room for a Ctrl-C', async () => {
    const begun = process.cpuUsage();
    await expect(look(workbook(4_000), { name: 'w.xlsx', here: hereLimits })).rejects.toThrow(NotHere);
    expect(spentSince(begun)).toBeLessThan(3);
  });

  test('is read at once where they are few enough', async () => {
    expect(await look(workbook(100), { name: 'w.xlsx', here: hereLimits })).toMatchObject({
      format: 'xlsx',
      complete: true,
    });
  });
});

describe('a small page whose tables span very many cells', () => {
  const page = (rows: number) => `<table>${'<tr><td colspan=1000>a<td>b'.repeat(rows)}</table>`;

  test('is read by a process apart, for laying it out leaves no room for a Ctrl-C', async () => {
    await expect(look(page(60), { name: 'p.html', here: hereLimits })).rejects.toThrow(NotHere);
    expect(await look(page(60), { name: 'p.html' })).toMatchObject({ format: 'html', complete: true });
  });

  test('counts the cells that reach down from rows above, and lays out no more of them than it may', async () => {
    const tall = `<table>${'<tr><td rowspan=1000 colspan=1000>a<td>b'.repeat(2_000)}</table>`;
    const begun = process.cpuUsage();
    await expect(look(tall, { name: 'p.html', here: hereLimits })).rejects.toThrow(NotHere);
    expect(spentSince(begun)).toBeLessThan(1);
  });

  test('is read at once where they are few enough', async () => {
    expect(await look(page(40), { name: 'p.html', here: hereLimits })).toMatchObject({
      format: 'html',
      complete: true,
    });
  });
});
