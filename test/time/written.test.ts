import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { DateWords } from '../../src/model/dates.ts';
import { daysAllowed } from '../../src/time/duration.ts';
import { monthFinder } from '../../src/time/months.ts';
import { type DateOrder, dateOrderOf, hasClock, isCompactDay, readDate, readPeriod } from '../../src/time/written.ts';

const monthOf = monthFinder(openCriteria().data<DateWords>('vocabulary/dates'), null);

const read = (text: string, order: DateOrder | null = 'day-first'): string | null => {
  const found = readPeriod(text, { order, monthOf });
  return found === null ? null : found.from === found.to ? found.from : `${found.from}/${found.to}`;
};

describe('a text that is a date', () => {
  test.each([
    ['2016-10-07', '2016-10-07'],
    ['2016-10-07T09:15:00Z', '2016-10-07'],
    ['20161007', '2016-10-07'],
    ['201610070915', '2016-10-07'],
    ['07/10/2016', '2016-10-07'],
    ['31.12.1950', '1950-12-31'],
    ['11-May-11', '2011-05-11'],
    ['1 May 2015', '2015-05-01'],
    ['October 7, 2016', '2016-10-07'],
    ['7 de outubro de 2016', '2016-10-07'],
    ['7 octobre 2016', '2016-10-07'],
    ['٧ أكتوبر ٢٠١٦', '2016-10-07'],
    ['12 جويلية 2019', '2019-07-12'],
    ['3 ሜይ 2015', '2015-05-03'],
    ['5 студзеня 2019', '2019-01-05'],
    ['1 محرم 1445', '2023-07-19'],
    ['2024年6月25日', '2024-06-25'],
    ['2024年6月', '2024-06-01/2024-06-30'],
    ['2019', '2019-01-01/2019-12-31'],
    ['2015-07', '2015-07-01/2015-07-31'],
    ['7/2015', '2015-07-01/2015-07-31'],
    ['2015M07', '2015-07-01/2015-07-31'],
    ['2015Q2', '2015-04-01/2015-06-30'],
    ['2015-Q2', '2015-04-01/2015-06-30'],
    ['2015K2', '2015-04-01/2015-06-30'],
    ['T2 2015', '2015-04-01/2015-06-30'],
    ['2. Q 2015', '2015-04-01/2015-06-30'],
    ['2015H2', '2015-07-01/2015-12-31'],
    ['février 2020', '2020-02-01/2020-02-29'],
  ])('%s covers %s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  test.each([
    '2015-02-30',
    '20150230',
    '2019-13-01',
    '45/45/2019',
    '31 February 2019',
    '2015Q5',
    '2015H3',
    '2015M13',
    '9999',
    '12:30',
    'May',
    '1.234',
    '',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  test('whose order nothing tells is read as its column writes it', () => {
    expect([read('1/2/2019', 'day-first'), read('1/2/2019', 'month-first')]).toEqual(['2019-02-01', '2019-01-02']);
    expect([read('1/2/2019', null), read('2/26/20', null), read('1/2/20', null)]).toEqual([
      '2019-02-01',
      '2020-02-26',
      '2020-01-02',
    ]);
    expect([dateOrderOf('13/2/2019'), dateOrderOf('2/13/2019'), dateOrderOf('1/2/2019')]).toEqual([
      'day-first',
      'month-first',
      null,
    ]);
  });

  test('that is a whole number is one only where somebody says so', () => {
    const style = { order: null, monthOf };
    expect([readDate('2019', style), readDate('20190501', style)]).toEqual([null, null]);
    expect([isCompactDay(20190501), isCompactDay(20190230), isCompactDay(20161231)]).toEqual([true, false, true]);
  });

  test('may tell a time of the day', () => {
    const told = ['2018-12-31T10:00', '201812311000', '20181231T100000Z', '31/12/2018 00:30', '2018 Dec 31 12:00 PM'];
    expect(told.filter(hasClock)).toEqual(told);
  });

  test('tells none where it is midnight, as programs write beside a day', () => {
    const days = ['2018-12-31', '20181231', '2018-12-31T00:00:00Z', '2018 Dec 31 12:00:00 AM', '201812310000'];
    expect(days.filter(hasClock)).toEqual([]);
  });

  test('is a real day, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/. T:-]{4,20}$/)), (text) => {
        const found = readPeriod(text, { order: null, monthOf });
        for (const day of found === null ? [] : [found.from, found.to])
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

test('a duration allows its days', () => {
  expect([daysAllowed('P1W'), daysAllowed('P3M'), daysAllowed('P1Y')]).toEqual([7, 93, 366]);
});
