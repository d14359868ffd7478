import { describe, expect, test } from 'vitest';
import { periodOf } from '../src/content/periods.ts';
import { read } from '../src/content/read.ts';
import { numbersIn } from '../src/content/relations.ts';
import { dayOf } from '../src/records/day.ts';
import { daysSince1970 } from '../src/time/day.ts';
import { monthFinder } from '../src/time/months.ts';
import { dateText, readDates } from '../src/time/running-text.ts';
import { dates } from './inspect/formats.ts';
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

describe('a date is the same days to the cells of a table, to the criteria and to a record of a catalogue', () => {
  const monthOf = monthFinder(dates, null);

  test.each([
    ['2015-02-28', '2015-02-28', '2015-02-28'],
    ['2015-02-30', null, null],
    ['20150228', '2015-02-28', '2015-02-28'],
    ['20150230', null, null],
    ['1 May 2015', '2015-05-01', '2015-05-01'],
    ['2015Q2', '2015-04-01', '2015-06-30'],
    ['28/02/2015', '2015-02-28', '2015-02-28'],
    ['2015-07', '2015-07-01', '2015-07-31'],
    ['2015M07', '2015-07-01', '2015-07-31'],
  ])('%s', async (text, from, to) => {
    const inspection = await look(`when;what\n${text};a\n${text};b\n${text};c\n`, { name: 'days.csv' });
    const [column] = inspection.tables.flatMap(({ columns }) => columns);
    expect(column?.dates).toEqual(from === null ? null : { from, to });
    expect(periodOf(text, { monthOf })?.start ?? null).toBe(from === null ? null : daysSince1970(from));
    expect([dayOf(text, 'first'), dayOf(text, 'last')]).toEqual([from, to]);
  });

  test('in the order of day and month that the column has', async () => {
    const days = ['01/02/2019', '02/02/2019', '03/14/2019', '12/31/2019'];
    const inspection = await look(`when;what\n${days.map((day) => `${day};x`).join('\n')}\n`, { name: 'days.csv' });
    const [column] = inspection.tables.flatMap(({ columns }) => columns);
    expect(column?.dates).toEqual({ from: '2019-01-02', to: '2019-12-31' });
    const [first] = days.map((day) => periodOf(day, column));
    expect(first?.start).toBe(daysSince1970('2019-01-02'));
  });

  test.each([
    ['አማርኛ', '3 ሜይ 2015', '2015-05-03'],
    ['the Maghreb', '12 جويلية 2019', '2019-07-12'],
  ])('with the months of %s, in a cell as in a page', async (_, text, day) => {
    const inspection = await look(`when;what\n${text};a\n${text};b\n${text};c\n`, { name: 'days.csv' });
    expect(inspection.tables[0]?.columns[0]?.dates).toEqual({ from: day, to: day });
    expect(readDates(dateText(text), { words: dates, monthOf })[0]?.from).toBe(day);
  });
});
