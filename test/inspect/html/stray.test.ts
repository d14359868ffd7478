import { describe, expect, test } from 'vitest';
import { withoutStrayEnds } from '../../../src/inspect/html/stray.ts';
import { look } from '../look.ts';

const rows = '<tr><td>Ann</td><td>12</td></tr><tr><td>Bob</td><td>7</td></tr><tr><td>Cid</td><td>9</td></tr>';
const laidOut = (table: string) => `<table><tr><td>${table}</td></tr></table>`;

const sizeOf = async (body: string) => {
  const { tables } = await look(`<html><body>${body}</body></html>`);
  return tables.map(({ columns, rows: count }) => `${columns.length} columns, ${count} rows`);
};

describe('the end of a cell that was not begun', () => {
  test.each([
    ['of a cell', '<tr><td>Name</td><td>Seats</td></font></td></tr>'],
    ['of a header', '<tr><th>Name</th><th>Seats</th></th></tr>'],
    ['of a row', '<tr><td>Name</td><td>Seats</td></tr></tr>'],
  ])('%s does not end the table within the cell of another', async (_, header) => {
    const table = `<table>${header}${rows}</table>`;
    expect(await sizeOf(laidOut(table))).toEqual(await sizeOf(table));
    expect(await sizeOf(laidOut(table))).toEqual(['2 columns, 3 rows']);
  });

  test('is left where there is one table only', () => {
    const page = '<table><tr><td>A</td></td></tr></table>';
    expect(withoutStrayEnds(page)).toBe(page);
  });

  test('is taken away alone: nothing else of a page changes', () => {
    const inner = '<TABLE><TR VALIGN = top><TD class="a">1<td>2</TD></TD></TABLE>';
    expect(withoutStrayEnds(laidOut(inner))).toBe(laidOut(inner.replace('</TD></TD>', '</TD>')));
  });

  test('cells around a table go on after it', async () => {
    const page = `<table><tr><td>A<table><tr><td>x</td></tr></table>B</td><td>C</td></tr></table>`;
    expect(withoutStrayEnds(page)).toBe(page);
  });
});
