import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { DateWords } from '../../src/model/dates.ts';
import { fromHijri, fromJalali } from '../../src/time/calendars.ts';
import { monthFinder } from '../../src/time/months.ts';
import { dateText, readDates } from '../../src/time/running-text.ts';

const dateWords = openCriteria().data<DateWords>('vocabulary/dates');

const read = (text: string, language: string | null = null): readonly string[] =>
  readDates(dateText(text), { words: dateWords, monthOf: monthFinder(dateWords, language) }).map(
    ({ from, to, ambiguous }) => `${from === to ? to : `${from}/${to}`}${ambiguous ? '?' : ''}`,
  );

describe('dates in a text', () => {
  test.each([
    ['2024-05-03', '2024-05-03'],
    ['3 May 2024', '2024-05-03'],
    ['May 3rd, 2024', '2024-05-03'],
    ['July 18, 2016', '2016-07-18'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['1er février 2021', '2021-02-01'],
    ['03.05.2024', '2024-05-03'],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['5 мая 2024 г.', '2024-05-05'],
    ['Outubro/2021', '2021-10-01/2021-10-31'],
    ['agosto de 2019', '2019-08-01/2019-08-31'],
    ['10/2021', '2021-10-01/2021-10-31'],
    ['spending-20120821.csv', '2012-08-21'],
    ['download/202110', '2021-10-01/2021-10-31'],
    ['Q3 2022', '2022-07-01/2022-09-30'],
    ['2022-Q1', '2022-01-01/2022-03-31'],
    ['2011/12', '2011-01-01/2012-12-31'],
    ['2011–12', '2011-01-01/2012-12-31'],
    ['temporada 2023-2024', '2023-01-01/2024-12-31'],
    ['Budget 2013', '2013-01-01/2013-12-31'],
    ['平成29年7月9日現在', '2017-07-09'],
    ['令和元年', '2019-01-01/2019-12-31'],
    ['民國109年', '2020-01-01/2020-12-31'],
    ['2024年5月3日', '2024-05-03'],
    ['2024년 5월', '2024-05-01/2024-05-31'],
    ['3 พฤษภาคม 2567', '2024-05-03'],
    ['พ.ศ. 2567', '2024-01-01/2024-12-31'],
    ['٣ مايو ٢٠٢٤', '2024-05-03'],
    ['3 ماي 2024', '2024-05-03'],
    ['٣ غشت ٢٠٢١', '2021-08-03'],
    ['1 محرم 1445', '2023-07-19'],
    ['سنة 1445 هـ', '2023-07-19/2024-07-06'],
    ['سال 1402 شمسی', '2023-03-21/2024-03-19'],
    ['ngày 3 tháng 5 năm 2024', '2024-05-03'],
    ['1403/02/14', '2024-05-03'],
    ['14 اردیبهشت 1403', '2024-05-03'],
    ['R/P1W', undefined],
    ['R/P1Y and 2024', '2024-01-01/2024-12-31'],
    ['192.168.2024.1', undefined],
    ['costs 2,024 euro', undefined],
    ['31 February 2024 to 2025', '2024-02-01/2024-02-29'],
    ['tel. 20241305999', undefined],
  ])('%s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  test('two readings of one date are told apart from one', () => {
    expect(read('updated 06/05/2009')).toEqual(['2009-05-06/2009-06-05?']);
    expect(read('from 06/05/2009 to 25/05/2009')).toEqual(['2009-05-06', '2009-05-25']);
    expect(read('from 06/05/2009 to 05/25/2009')).toEqual(['2009-06-05', '2009-05-25']);
  });

  test('a name of two months is read by the language of the text, or not at all', () => {
    expect(read('5 listopad 2020', 'pl')).toEqual(['2020-11-05']);
    expect(read('5 listopad 2020', 'hr')).toEqual(['2020-10-05']);
    expect(read('5 listopad 2020')).toEqual(['2020-01-01/2020-12-31']);
  });

  test('calendars agree with known days', () => {
    expect(fromHijri(1, 1, 1)).toBe('0622-07-19');
    expect(fromHijri(1446, 9, 1)).toBe('2025-03-01');
    expect(fromJalali(1399, 12, 30)).toBe('2021-03-20');
    expect(fromJalali(1400, 1, 1)).toBe('2021-03-21');
  });

  test('every day is read back from the forms it is written in', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, number] = iso.split('-') as [string, string, string];
        expect(read(iso)).toEqual([iso]);
        expect(read(`${number}.${month}.${year}`)).toEqual([iso]);
        expect(read(`${year}年${Number(month)}月${Number(number)}日`)).toEqual([iso]);
        expect(read(`f-${year}${month}${number}.csv`)).toEqual(year >= '1900' ? [iso] : []);
      }),
    );
  });

  test('no text breaks the reader, and a period never ends before it begins', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        for (const { from, to } of readDates(dateText(text), {
          words: dateWords,
          monthOf: monthFinder(dateWords, null),
        })) {
          expect(from <= to).toBe(true);
        }
      }),
    );
  });
});
