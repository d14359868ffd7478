import { describe, expect, test } from 'vitest';
import { look } from '../look.ts';

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');
const shapeOf = async (text: string) => {
  const { delimiter, tables } = await look(text, { name: 'x.csv' });
  return [delimiter, tables[0]?.columns.length, tables[0]?.rows];
};

describe('the delimiter is the one that parts fields of sound types', () => {
  test.each([
    ['dates with commas in every row', rows(9, (at) => `May ${at + 1}, 2021;70${at};${at}.50;Ann;done`), [';', 5, 9]],
    [
      'dates with commas, and rows that leave out their last fields',
      rows(9, (at) =>
        at % 3 === 0 ? `May ${at + 1}, 2021;70${at};3.50;2` : `May ${at + 1}, 2021;70${at};${at}.50;Ann;done;5`,
      ),
      [';', 6, 9],
    ],
    [
      'dates with commas, and rows of many lengths',
      rows(10, (at) =>
        [`May ${at + 1}, 2021`, '7', '8', '9', 'Ann', 'x'].slice(0, [6, 3, 4, 6, 3, 4, 6, 3, 4, 6][at]).join(';'),
      ),
      [';', 6, 10],
    ],
    ['decimal commas', `town;share;turnout\n${rows(8, (at) => `T${at};${at},5;6${at},25`)}`, [';', 3, 8]],
    ['words with commas', `name|place\n${rows(8, (at) => `Last${at}, First${at}|Town ${at}, North`)}`, ['|', 2, 8]],
    ['carets', `a^b^c\n${rows(8, (at) => `${at}^x, y^${at}`)}`, ['^', 3, 8]],
    ['tildes', `a~b~c\n${rows(8, (at) => `${at}~x; y~${at}`)}`, ['~', 3, 8]],
    ['tabs', `a\tb\tc\n${rows(8, (at) => `${at}\tx, y\t${at};1`)}`, ['\t', 3, 8]],
    ['commas, and lists of semicolons in one field', `a,b,c\n${rows(8, (at) => `${at},x;y;z,${at}`)}`, [',', 3, 8]],
    ['a first line for spreadsheets', `sep=;\ntown;votes\n${rows(8, (at) => `A, B;${at}`)}`, [';', 2, 8]],
  ])('%s', async (_, text, expected) => {
    expect(await shapeOf(text)).toEqual(expected);
  });
});

describe('quotes', () => {
  test('single quotes around fields that hold the delimiter', async () => {
    const text = `'town','note','votes'\n${rows(8, (at) => `'Town ${at}, North','it''s ${at}',${at}`)}\n`;
    expect(await shapeOf(text)).toEqual([',', 3, 8]);
    const found = await look(text, { name: 'x.csv' });
    expect(found.tables[0]?.sample[2]).toEqual(['Town 2, North', "it's 2", '2']);
    expect(found.warnings).toEqual([]);
  });

  test('apostrophes are no quotes', async () => {
    const text = `town,note\n${rows(8, (at) => `'s-Town ${at},l'eau ${at}`)}\n`;
    expect((await look(text, { name: 'x.csv' })).tables[0]?.sample[1]).toEqual(["'s-Town 1", "l'eau 1"]);
  });
});
