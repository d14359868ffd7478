import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHijri, fromJalali } from '../../src/pages/dates/calendars.ts';
import { dateText, readDates } from '../../src/pages/dates/read.ts';
import { monthFinder } from '../../src/pages/dates/words.ts';
import { datesOf } from '../../src/pages/index.ts';
import { dataset, dateWords, distribution, html, prose, type Reply, reading, seen } from './seeing.ts';

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

const facts = async (reply: Reply): Promise<readonly string[]> =>
  datesOf(await seen(reply)).map(
    ({ of, method, to, doubt }) => `${of} ${method} ${to}${doubt === null ? '' : ` ${doubt}`}`,
  );

describe('what a date is a date of', () => {
  test('files and titles date the data, the touch of a record does not', async () => {
    const files = [
      distribution({ title: 'March 2024', url: 'https://data.agency.example/f-202403.csv' }),
      distribution({ title: 'February 2024', url: 'https://data.agency.example/f-202402.csv' }),
    ];
    const found = await facts({
      body: '{}',
      reading: reading({
        datasets: [dataset({ title: 'Figures 2024', modified: '2024-05-09', distributions: files })],
      }),
    });
    expect(found).toContain('data title 2024-03-31');
    expect(found).toContain('data edition 2024-12-31');
    expect(found).toContain('data file-name 2024-02-29');
    expect(found).toContain('metadata modified 2024-05-09');
    expect(found).not.toContain('data modified 2024-05-09');
  });

  test('a page says as of when, and its footer when it was touched', async () => {
    const found = await facts({ body: html('Members', '<h1>Members</h1><p>As of 1 March 2024</p>') });
    expect(found).toContain('data as-of 2024-03-01');
    expect(found).toContain('page page-text 2024-05-03');
  });

  test('a year that has begun is no future, a day that has not come is', async () => {
    const found = await facts({ url: 'https://data.agency.example/budget-2024.csv', body: 'a,b\nx,y\nz,w\n' });
    expect(found).toContain('data file-name 2024-12-31');
    const later = await facts({ url: 'https://data.agency.example/budget-2025.csv', body: 'a,b\nx,y\nz,w\n' });
    expect(later).toContain('data file-name 2025-12-31 in-the-future');
  });

  test('a placeholder is doubted', async () => {
    const found = await facts({ body: '{}', reading: reading({ datasets: [dataset({ modified: '1970-01-01' })] }) });
    expect(found).toContain('metadata modified 1970-01-01 placeholder');
  });

  test('the copy of the server is dated as that', async () => {
    const found = await facts({
      body: html('Towns', prose()),
      headers: { 'last-modified': 'Tue, 25 Mar 2014 12:13:58 GMT' },
    });
    expect(found).toContain('server last-modified 2014-03-25');
  });

  test('an error page dates nothing', async () => {
    expect(await facts({ status: 404, body: html('Not found', '<p>As of 1 March 2024</p>') })).toEqual([]);
  });
});

describe('dates in the lives of what the rows are about', () => {
  const csv = (column: string, more = ''): Reply => ({
    url: 'https://a.example/register.csv',
    headers: { 'content-type': 'text/csv' },
    body: `Name,${column}${more === '' ? '' : `,${more}`}\n${Array.from({ length: 8 }, (_, i) => `Firm ${i},201${i}-03-0${i + 1}${more === '' ? '' : `,2023-01-0${i + 1}`}`).join('\n')}\n`,
    role: 'data-file',
  });
  test.each<readonly [string, Reply, string]>([
    ['a column of days', csv('Day'), 'values 2017-03-08'],
    ['days of foundation', csv('Date of incorporation'), 'life-dates 2017-03-08'],
    ['births in camel case', csv('BirthDate'), 'life-dates 2017-03-08'],
    ['days of registration in Polish', csv('Data rejestracji'), 'life-dates 2017-03-08'],
    ['births beside days of the data', csv('Date of birth', 'Observed on'), 'values 2023-01-08'],
  ])('%s', async (_, reply, expected) => {
    const facts = datesOf(await seen(reply));
    expect(facts.filter(({ of }) => of === 'data').map(({ method, to }) => `${method} ${to}`)).toEqual([expected]);
  });
});

describe('names of files and words of links', () => {
  test.each<readonly [string, string, string]>([
    ['companies-2024-02.csv', 'Companies', 'file-name 2024-02-29'],
    ['state_2023_12.xlsx', 'State', 'file-name 2023-12-31'],
    ['lista%20marzo%202024.csv', 'Lista', 'file-name 2024-03-31'],
    ['list.csv', 'Companies, January 2024 (CSV)', 'title 2024-01-31'],
  ])('%s, %s', async (name, label, expected) => {
    const facts = datesOf(await seen({ body: html('List', `<a href="/${name}">${label}</a>`) }));
    expect(facts.filter(({ of }) => of === 'data').map(({ method, to }) => `${method} ${to}`)).toEqual([expected]);
  });
});
