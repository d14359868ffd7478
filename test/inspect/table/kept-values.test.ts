import { describe, expect, test } from 'vitest';
import { makeXlsx, sheetXml } from '../archives.ts';
import { look } from '../look.ts';

const rows = (count: number, label: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${label(at)},${at},${at}`).join('\n');
const columnOf = async (text: string) => (await look(`label,a,b\n${text}\n`, { name: 'x.csv' })).tables[0]?.columns[0];

describe('different texts of a column', () => {
  test('all are kept over the whole file, however late they come', async () => {
    const column = await columnOf(
      `${rows(5_000, (at) => `Town ${at % 60}`)}\nBlanks,1,1\n${rows(5_000, () => 'Town 1')}`,
    );
    expect(column?.values).toHaveLength(61);
    expect(column?.values?.at(-1)).toBe('Blanks');
    expect(column?.top.some(({ value }) => value === 'Blanks')).toBe(false);
  });

  test('where they are many none are, so that nothing is said to be missing', async () => {
    const column = await columnOf(rows(400, (at) => `Town ${at}`));
    expect(column?.values).toBeUndefined();
    expect(column?.distinct).toBe(400);
  });

  test('words longer than a number are kept as well as short ones, and numbers are not', async () => {
    const column = await columnOf(rows(6, (at) => ['Constituency of the North-West', 'n1', '7'][at % 3] ?? ''));
    expect(column?.values).toEqual(['Constituency of the North-West', 'n1']);
  });

  test('those of a sheet are kept too', async () => {
    const body = Array.from({ length: 3_000 }, (_, at) => [at === 2_999 ? 'Blanks' : `P ${at % 50}`, at]);
    const found = await look(makeXlsx({ Sheet: sheetXml([['label', 'votes'], ...body]) }));
    expect(found.tables[0]?.columns[0]?.values?.at(-1)).toBe('Blanks');
  });
});
