import { describe, expect, test } from 'vitest';
import { look } from '../look.ts';

const daysOf = async (...cells: readonly string[]): Promise<string> => {
  const { tables } = await look(`date;wells\n${cells.map((cell, at) => `${cell};${at * 7 + 3}`).join('\n')}\n`, {
    name: 'x.csv',
  });
  const [column] = tables[0]?.columns ?? [];
  return column?.dates == null ? `none, ${column?.type}` : `${column.dates.from}..${column.dates.to}`;
};

describe('dates of a column in a calendar of its own', () => {
  test.each([
    ['Buddhist years', ['5/1/2566', '7/2/2566', '31/3/2566'], '2023-01-05..2023-03-31'],
    ['Buddhist years first', ['2566-01-05', '2566-02-07'], '2023-01-05..2023-02-07'],
    ['Buddhist years with short months', ['5 ม.ค. 2566', '7 ก.พ. 2566'], '2023-01-05..2023-02-07'],
    ['Persian years', ['1402/01/05', '1402/02/31', '1402/03/11'], '2023-03-25..2023-06-01'],
    ['Persian months', ['1402/01', '1402/02'], '2023-03-21..2023-05-19'],
    ['Persian years in the digits of Persian', ['۱۴۰۲/۰۱/۰۵', '۱۴۰۲/۰۲/۰۷'], '2023-03-25..2023-04-27'],
    ['Islamic years', ['1445/01/05', '1445/02/07'], '2023-07-23..2023-08-24'],
    ['Islamic years last', ['05/01/1445', '07/02/1445'], '2023-07-23..2023-08-24'],
    ['years from 1912', ['112/01/05', '112/02/07', '99/12/31'], '2010-12-31..2023-02-07'],
    ['years from 1912 with signs', ['112年1月5日', '112年2月7日'], '2023-01-05..2023-02-07'],
    ['years from 1912 with their name', ['民國112年1月5日', '民國112年2月7日'], '2023-01-05..2023-02-07'],
    ['eras', ['令和5年1月5日', '令和元年5月1日', '平成31年3月31日'], '2019-03-31..2023-01-05'],
    ['letters of eras', ['R5.1.5', 'R5.2.27', 'H31.3.31'], '2019-03-31..2023-02-27'],
    ['Ethiopian months', ['5 መስከረም 2015', '7 ጥቅምት 2015', '3 ጳጉሜን 2015'], '2022-09-15..2023-09-08'],
  ])('%s', async (_, cells, days) => {
    expect(await daysOf(...cells)).toBe(days);
  });

  test.each([
    ['numbers of chapters', ['R5.1.5', 'R5.2.7', 'H1.3.1']],
    ['three numbers between hyphens', ['112-01-05', '112-02-07']],
    ['three numbers between points', ['112.1.5', '112.2.7']],
    ['years of two centuries', ['1350/01/05', '1415/02/07']],
    ['letters of no era', ['X5.1.5', 'X5.2.27']],
    ['months that no year has', ['1402/13/05', '1402/14/07']],
  ])('%s are none', async (_, cells) => {
    expect(await daysOf(...cells)).toMatch(/^none/);
  });

  test('common dates stay what they are', async () => {
    expect(await daysOf('2024-01-05', '2024-02-07')).toBe('2024-01-05..2024-02-07');
    expect(await daysOf('05/01/2024', '17/02/2024')).toBe('2024-01-05..2024-02-17');
  });
});
