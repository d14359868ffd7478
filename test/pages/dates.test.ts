import { describe, expect, test } from 'vitest';
import { datesOf } from '../../src/pages/index.ts';
import { dataset, distribution, html, prose, type Reply, reading, seen } from './seeing.ts';

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
