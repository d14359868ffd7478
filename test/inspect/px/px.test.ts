import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeywords } from '../../../src/inspect/px/keywords.ts';
import { periodOfValues } from '../../../src/inspect/px/time.ts';
import { codesOf, look } from '../look.ts';

/** A small table of a made-up office, two variables beside and one above. */
const described = `CHARSET="ANSI";
AXIS-VERSION="2013";
LANGUAGE="sv";
LANGUAGES="sv","en";
TITLE[en]="Population by county, sex and quarter";
TITLE="Folkmängd efter län, kön "
"och kvartal";
CONTENTS="Folkmängd";
STUB[en]="county","sex";
HEADING[en]="quarter";
STUB="län","kön";
HEADING="kvartal";
VALUES("län")="Norra
 länet","Södra","Hela"
" riket";
VALUES[en]("county")="North","South","All";
CODES("län")="01","02","00";
VALUES("kön")="män","kvinnor";
TIMEVAL("kvartal")=TLIST(Q1),"20231","20232";
VALUES("kvartal")="2023K1","2023K2";
NOTE("kön")="Text; with a semicolon (and brackets).";
UNITS="antal";
`;
const figures = '10 11\n12 "..";\n20 21\n22 23;\n30 - 32 33;\n';
const whole = `${described}DATA=\n${figures}`;

const sample = async (text: string) => (await look(text, { name: 'table.px' })).tables[0]?.sample;

describe('a PC-Axis file', () => {
  test('is read as a row for each figure, its last variable changing first', async () => {
    const { format, tables, complete, language, period, machineReadable } = await look(whole, { name: 'table.px' });
    expect({ format, complete, language, machineReadable }).toEqual({
      format: 'px',
      complete: true,
      language: 'sv',
      machineReadable: 'Yes',
    });
    expect(tables[0]).toMatchObject({
      rows: 12,
      titles: ['Folkmängd efter län, kön och kvartal', 'antal'],
      columns: [{ name: 'län' }, { name: 'kön' }, { name: 'kvartal' }, { name: 'Folkmängd', type: 'integer' }],
    });
    expect(tables[0]?.sample.slice(0, 4)).toEqual([
      ['Norra\n länet', 'män', '2023K1', '10'],
      ['Norra\n länet', 'män', '2023K2', '11'],
      ['Norra\n länet', 'kvinnor', '2023K1', '12'],
      ['Norra\n länet', 'kvinnor', '2023K2', ''],
    ]);
    expect(tables[0]?.sample.at(-3)).toEqual(['Hela riket', 'män', '2023K2', '-']);
    expect(period).toEqual({ from: '2023-01-01', to: '2023-06-30' });
  });

  test('with keys has only the rows that are there, by code or by value', async () => {
    const sparse = `${described}KEYS("län")=CODES;\nKEYS("kön")=VALUES;\nDATA=\n"02","kvinnor",5 6\n"00","män",7 8;`;
    expect(await sample(sparse)).toEqual([
      ['Södra', 'kvinnor', '2023K1', '5'],
      ['Södra', 'kvinnor', '2023K2', '6'],
      ['Hela riket', 'män', '2023K1', '7'],
      ['Hela riket', 'män', '2023K2', '8'],
    ]);
  });

  test.each([
    ['fewer figures than it describes', whole.replace('32 33;', '32;'), 11],
    ['more figures than it describes', whole.replace('32 33;', '32 33 34;'), 12],
    ['keys without all of their figures', `${described}KEYS("län")=CODES;\nDATA=\n"02","kvinnor",5;`, 1],
  ])('with %s is not whole', async (_, text, rows) => {
    const inspection = await look(text, { name: 'table.px' });
    expect(inspection.complete).toBe(false);
    expect(inspection.tables[0]?.sample).toHaveLength(rows);
    expect(codesOf(inspection)).toContain('truncated-table');
  });

  test('is read in the page it names', async () => {
    const text = 'CODEPAGE="iso-8859-2";\nCONTENTS="x";\nSTUB="øeka";\nVALUES("øeka")="A","B";\nDATA=1 2;';
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'));
    expect((await look(bytes)).tables[0]?.columns[0]?.name).toBe('řeka');
  });

  test.each([
    ['that gives a variable no values', whole.replace(/VALUES\("kön"\)[^;]*;/, '')],
    ['that never comes to its figures', described],
    ['that ends inside of a string', described.slice(0, described.indexOf('och kvartal'))],
    ['without variables', 'CHARSET="ANSI";\nDATA=\n1 2 3;'],
  ])('%s says that it could not be read', async (_, text) => {
    const inspection = await look(text, { name: 'table.px' });
    expect(inspection).toMatchObject({ format: 'px', complete: false, tables: [] });
    expect(codesOf(inspection)).toContain('unreadable');
  });

  test('cut anywhere is read without a defect, and is whole only at its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: whole.lastIndexOf('33') }), async (length) => {
        const inspection = await look(whole.slice(0, length), { name: 'table.px' });
        expect(inspection.complete).toBe(false);
        expect(codesOf(inspection)).not.toContain('reader-failed');
      }),
      { numRuns: 60 },
    );
  });

  test('of very many keywords is read in one pass', () => {
    const many = `${'NOTEX("a")="b" "c","d";\n'.repeat(50_000)}DATA=1;`;
    const begun = performance.now();
    expect(readKeywords(many).all).toHaveLength(50_000);
    expect(performance.now() - begun).toBeLessThan(8_000);
  });
});

describe('a period of values', () => {
  test.each([
    ['years', ['2015', '2013', '2014'], { from: '2013-01-01', to: '2015-12-31' }],
    ['quarters, newest first', ['2014T1', '2013T4'], { from: '2013-10-01', to: '2014-03-31' }],
    ['months', ['2016M02', '2016M01'], { from: '2016-01-01', to: '2016-02-29' }],
    ['months without a letter', ['2016-11'], { from: '2016-11-01', to: '2016-11-30' }],
    ['halves', ['2016H2'], { from: '2016-07-01', to: '2016-12-31' }],
    ['a month that is none', ['2016M13'], null],
    ['a quarter that is none', ['2016Q5'], null],
    ['a code of four digits', ['0115', '0117'], null],
    ['years and a total', ['2015', 'Total'], null],
    ['nothing', [], null],
  ])('of %s', (_, values, period) => {
    expect(periodOfValues(values)).toEqual(period);
  });
});
