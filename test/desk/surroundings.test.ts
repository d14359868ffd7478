import { describe, expect, test } from 'vitest';
import { beginningIn, type QuoteAround, readableOf, surroundingsOf } from '../../src/desk/surroundings.ts';
import { inspect, inspectWords, sourceOfBytes } from '../../src/inspect/index.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { criteria } from './given.ts';

const inspected = (name: string, text: string): Promise<Inspection> => {
  const bytes = new TextEncoder().encode(text);
  const about = { name, url: `https://a.example/${name}`, declared: null, size: bytes.byteLength, complete: true };
  return inspect(sourceOfBytes(bytes, about), inspectWords(criteria));
};

const header = 'Station,Name,Registered,Valid,Invalid,Note';
const row = (at: number): string => `${at},Place ${at},${500 + at},${400 + at},${at},note ${at}`;
const csv = await inspected('results.csv', [header, ...Array.from({ length: 40 }, (_, at) => row(at + 1))].join('\n'));

const word = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ');
const page = await inspected(
  'page.html',
  `<!doctype html><html><head><title>Results of 2021</title></head><body><main><h1>Heading</h1><p>${word(0, 300)}</p><p>The <b>registered
   voters</b> are <script>evil()</script>counted.</p><p>${word(300, 600)}</p></main></body></html>`,
);

const shown = (around: QuoteAround | null): unknown =>
  around?.kind === 'cells'
    ? { columns: around.columns, rows: around.rows.length, at: around.at, first: around.rows[0] }
    : around;

describe('a cell in its rows', () => {
  test.each([
    [
      'the header of the column that the part names, with the column that names the rows',
      { quote: 'Invalid', part: 'results.csv, column 5' },
      { columns: ['Station', 'Registered', 'Valid', 'Invalid', 'Note'], rows: 6, at: { row: null, column: 3 } },
    ],
    [
      'a header of that name, where the part names no column',
      { quote: 'Name', part: 'results.csv' },
      { columns: ['Station', 'Name', 'Registered', 'Valid'], rows: 6, at: { row: null, column: 1 } },
    ],
    [
      'a header with more said of it',
      { quote: 'Station (40 different)', part: 'results.csv, column 1' },
      { columns: ['Station', 'Name', 'Registered'], rows: 6, at: { row: null, column: 0 } },
    ],
    [
      'a value, with the rows before and after it',
      { quote: 'Place 20', part: 'results.csv' },
      { columns: ['Station', 'Name', 'Registered', 'Valid'], rows: 7, at: { row: 3, column: 1 } },
    ],
    [
      'a value of the first row',
      { quote: 'Place 1', part: '' },
      { columns: ['Station', 'Name', 'Registered', 'Valid'], rows: 4, at: { row: 0, column: 1 } },
    ],
  ])('%s', (_, asked, expected) => {
    expect(shown(surroundingsOf(csv, asked))).toMatchObject(expected);
  });

  test('the marked cell is that of the quote', () => {
    const around = surroundingsOf(csv, { quote: 'Place 20', part: '' });
    expect(around?.kind === 'cells' && around.rows[around.at.row ?? 0]?.[around.at.column]).toBe('Place 20');
  });
});

describe('words in their text', () => {
  test('whatever blanks and markup stand between them, with what is before and after', () => {
    const around = surroundingsOf(page, { quote: 'registered voters are counted', part: 'text' });
    expect(around).toMatchObject({ kind: 'text', isCut: [true, true] });
    if (around?.kind !== 'text') return;
    expect(around.before).toMatch(/^word\d+ .*word299\s+The $/s);
    expect(around.after).toMatch(/^\.\s+word300 .*word\d+$/s);
    expect(around.quote).toMatch(/^registered\s+voters are counted$/);
  });

  test('in any case, where they stand so nowhere', () => {
    expect(surroundingsOf(page, { quote: 'REGISTERED VOTERS', part: 'text' })).toMatchObject({ kind: 'text' });
  });

  test('a title is shown above what it is the title of', () => {
    expect(surroundingsOf(page, { quote: 'Results of 2021', part: 'title' })).toMatchObject({
      ...{ kind: 'text', before: '', quote: 'Results of 2021' },
      after: expect.stringMatching(/^\nHeading/),
    });
  });

  test('signs that mean something to a search are words', () => {
    expect(surroundingsOf(page, { quote: '.*', part: 'text' })).toBeNull();
  });

  test.each(['', ' ', 'nowhere to be found'])('%j stands nowhere', (quote) => {
    expect(surroundingsOf(page, { quote, part: '' })).toBeNull();
  });
});

describe('what was archived, as text', () => {
  test('of a page are its words and nothing of its scripts', () => {
    const { text, isCut } = readableOf(page);
    expect([text.includes('word599'), text.includes('evil'), isCut]).toEqual([true, false, false]);
  });

  test('of a table are its first rows', () => {
    expect(readableOf(csv).text).toContain('Station\tName\tRegistered');
    expect(readableOf(csv).text).toContain('40\tPlace 40');
  });

  test('is cut where nobody reads on', async () => {
    const long = await inspected('long.txt', 'a lot of words, again. '.repeat(3000));
    expect(readableOf(long)).toMatchObject({ isCut: true });
    expect(readableOf(long).text.length).toBe(20_000);
  });

  test('begins with the text', () => {
    expect(beginningIn(page)).toMatch(/^Heading\s+word0 /);
    expect(beginningIn(page).length).toBeLessThanOrEqual(1000);
  });
});
