import { describe, expect, test } from 'vitest';
import { codesOf, look } from '../look.ts';

const rows = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `Town ${at + from},${at * 3 + from},${at * 7 + from}`).join('\n');
const codes = async (text: string) => codesOf(await look(text, { name: 'x.csv' }));

describe('tables that stand one below the other', () => {
  test('a row that names other columns is told', async () => {
    const found = await look(`town,electors,votes\n${rows(8)}\nparty,seats,share\n${rows(8, 40)}\n`, {
      name: 'x.csv',
    });
    expect(codesOf(found)).toEqual(['several-tables']);
    expect(found.warnings[0]?.says).toContain('party, seats, share');
  });

  test.each([
    ['one table', `town,electors,votes\n${rows(16)}\n`],
    ['a header that is repeated', `town,electors,votes\n${rows(8)}\ntown,electors,votes\n${rows(8, 40)}\n`],
    ['figures that are left out by a word', `town,electors,votes\n${rows(8)}\nX,withheld,withheld\n${rows(8, 40)}\n`],
    ['headings of sections', `town,electors,votes\n${rows(8)}\nNorth,,\n${rows(8, 40)}\n`],
    ['a note at the end', `town,electors,votes\n${rows(8)}\nSource,the ministry,as of May\n`],
    ['words alone', 'a,b,c\nred,green,blue\nyellow,black,white\npink,grey,brown\n'],
  ])('%s is not', async (_, text) => {
    expect(await codes(text)).not.toContain('several-tables');
  });
});
