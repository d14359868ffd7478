import { describe, expect, test } from 'vitest';
import { read } from '../src/content/read.ts';
import { numbersIn } from '../src/content/relations.ts';
import { look } from './inspect/look.ts';

/* What several rooms read, each of them reads alike. */

describe('the cells of a column are the same numbers to its statistics and to the relations between columns', () => {
  test.each([
    ['with points between thousands', ['1.234', '2.500,5', '10.000', '7']],
    ['with commas between thousands', ['1,234', '2,500.5', '10,000', '7']],
    ['in parentheses, with signs and footnotes', ['(12)', '12 %', '€12', '12*', '1.2e3']],
    ['in Arabic digits', ['١٢٣', '٤٥٦٫٥', '٧٨']],
  ])('%s', async (_, cells) => {
    const inspection = await look(`place;amount\n${cells.map((cell, row) => `Place ${row};${cell}`).join('\n')}\n`, {
      name: 'amounts.csv',
    });
    const { tables } = read([{ evidence: 'ev-1', name: 'amounts.csv', inspection }], { concepts: {} });
    const numbers = tables.flatMap((table) => numbersIn(table, 1));
    const [column] = inspection.tables.flatMap((table) => table.columns.slice(1));
    expect(numbers).not.toContain(null);
    expect(numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(column?.numbers?.sum ?? -1);
  });
});
