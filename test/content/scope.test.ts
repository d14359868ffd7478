import { describe, expect, test } from 'vitest';
import { read } from '../../src/content/read.ts';
import type { ContentFile } from '../../src/content/reading.ts';
import { sentence } from '../../src/content/reasons.ts';
import { shapes } from '../../src/content/shapes/index.ts';
import type { Concept, ShapeClue } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { concepts, inspection, table } from './builders.ts';

/* Whose data it is: the whole country's, a part's, or not told. */

const word = (...words: readonly string[]): Concept => ({ expects: 'any', words: { en: words } });

const vocabulary = concepts({
  national: { ...word('national', 'whole country'), unless: ['thing'] },
  thing: word('national theatre'),
  country: word('Freedonia'),
  publisher: word('source', 'publisher'),
  local: word('city of', 'municipality'),
  region: word('region', 'district'),
  office: word('office'),
  code: word('postcode'),
});

const reasonOf = (clue: ShapeClue, files: readonly Partial<Inspection>[], whole = true): string | null => {
  const [first = {}, ...rest] = files;
  const file = (given: Partial<Inspection>): ContentFile => {
    return { evidence: 'ev-1', name: 'file', inspection: inspection(given) };
  };
  const reading = read([file(first), ...rest.map(file)], vocabulary);
  const scene = { reading, facts: {}, asOf: '2026-01-01', whole, reader: null, scope: null, parts: [] };
  const reason = shapes[clue.shape]?.(scene, clue)?.reason ?? null;
  if (reason !== null) expect(sentence('it', 'Yes', { reason, args: {} })).not.toBe(`it: Yes, ${reason}.`);
  return reason;
};

const tables = (...rows: readonly string[]): Partial<Inspection> => {
  const [header = '', ...cells] = rows;
  return { tables: [table(header, ...cells)] };
};

describe('the whole country is named', () => {
  const clue: ShapeClue = {
    shape: 'whole-country',
    of: { words: ['national'], names: ['country'], publisher: ['publisher'] },
  };

  test.each([
    ['by a value that says nothing else', tables('Level|Figure', 'National|3', 'North|1'), 'whole-country'],
    ['not by a word in the name of a stop', tables('Stop|Line', 'National Theatre|3', 'Harbour|4'), null],
    ['not by a word in a longer value', tables('Stop|Line', 'National Road Junction|3', 'Harbour|4'), null],
    ['not by a word in a header', tables('nationalCadastralReference|x', 'a|1', 'b|2'), null],
    ['by a column of one value', tables('Country|Figure', 'Freedonia|3', 'Freedonia|4'), 'whole-country'],
    ['not by the name of a firm', tables('Firm|x', 'Freedonia Steel and Rail|3', 'Freedonia Steel and Rail|4'), null],
    [
      'by its publisher',
      { keys: [{ path: 'dataset.source', count: 1, examples: ['Statistics of Freedonia'] }] },
      'whole-country',
    ],
    ['not by a supplier', { keys: [{ path: 'award.firm', count: 1, examples: ['Statistics of Freedonia'] }] }, null],
    ['not by an address', tables('Link|x', 'http://a/Freedonia|3', 'http://a/Freedonia|4'), null],
    ['not by one of many values', tables('Of|x', 'Freedonia|3', 'Sylvania|4', 'Osterlich|5', 'Marshovia|6'), null],
  ] as const)('%s', (_, given, reason) => {
    expect(reasonOf(clue, [given])).toBe(reason);
  });

  test('by a title, with other words beside it', () => {
    const titled = { ...table('a|b', '1|2'), titles: ['Budget of Freedonia, 2020'] };
    expect(reasonOf(clue, [{ tables: [titled] }])).toBe('whole-country');
  });
});

describe('the data is of one part of the country', () => {
  const clue: ShapeClue = {
    shape: 'one-part',
    of: { parts: ['region'], local: ['local'], offices: ['office'], words: ['national'], names: ['country'] },
  };
  const north = tables('Region|x', 'North|1', 'North|2', 'North|3');

  test.each([
    ['a column for parts holds one', north, 'one-part'],
    ['several parts are no single one', tables('Region|x', 'North|1', 'South|2', 'North|3'), null],
    ['a row or two tell nothing', tables('Region|x', 'North|1', 'North|2'), null],
    ['the country is no part', tables('Region|x', 'Freedonia|1', 'Freedonia|2', 'Freedonia|3'), null],
    [
      'nearly all who pay are local',
      tables('Office|x', 'City of A|1', 'City of B|2', 'Municipality C|3'),
      'local-bodies',
    ],
    ['some who pay are local', tables('Office|x', 'City of A|1', 'Ministry|2', 'Parliament|3'), null],
    ['a local body in passing', tables('Item|x', 'Grants to the City of A|1', 'Roads|2', 'Schools|3'), null],
  ] as const)('%s', (_, given, reason) => {
    expect(reasonOf(clue, [given])).toBe(reason);
  });

  test('not where another file is of another part', () => {
    expect(reasonOf(clue, [north, tables('Region|x', 'South|1', 'South|2', 'South|3')])).toBeNull();
  });

  test('not where other files were not seen', () => {
    expect(reasonOf(clue, [north], false)).toBeNull();
  });
});

describe('codes that begin with nearly every digit', () => {
  const clue: ShapeClue = { shape: 'spread-codes', of: { of: ['code'] } };
  const codes = (from: number, step: number): Partial<Inspection> =>
    tables('Postcode', ...Array.from({ length: 60 }, (_, at) => String(from + at * step)));

  test.each([
    ['are of the whole country', codes(10_001, 1_400), 'codes-spread'],
    ['are of a part where they begin alike', codes(20_001, 150), null],
  ] as const)('%s', (_, given, reason) => {
    expect(reasonOf(clue, [given])).toBe(reason);
  });
});

describe('dates and records', () => {
  const hours = (months: string): Partial<Inspection> =>
    tables('A|B|C|x', ...Array.from({ length: 28 }, (_, at) => `2023|${months}|${at + 1}|7`));

  test.each([
    ['days in three columns follow one another', { shape: 'spaced', every: 'P1W' }, hours('2'), 'dates-spaced'],
    ['months beyond twelve are none', { shape: 'spaced', every: 'P1W' }, hours('13'), null],
    [
      'one date has no rhythm',
      { shape: 'spaced', every: 'P1Y' },
      tables('date|x', '2020-01-01|1', '2020-01-01|2'),
      null,
    ],
    ['text without rows is a document', { shape: 'document' }, { format: 'pdf', text: 'word '.repeat(80) }, 'document'],
    ['rows are no document', { shape: 'document' }, { ...tables('a', '1', '2'), text: 'word '.repeat(80) }, null],
    ['one record is too few', { shape: 'few-records', atLeast: 3 }, tables('a', '1'), 'few-records'],
    ['three are enough', { shape: 'few-records', atLeast: 3 }, tables('a', '1', '2', '3'), null],
  ] as const)('%s', (_, clue, given, reason) => {
    expect(reasonOf(clue, [given])).toBe(reason);
  });

  test('a day on which a record was made tells no rhythm', () => {
    const clue: ShapeClue = { shape: 'steady-run', every: 'P1M', of: { notIn: ['publisher'] } };
    const months = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'];
    expect(reasonOf(clue, [tables('Source|x', ...months.map((day) => `${day}|1`))])).toBeNull();
    expect(reasonOf(clue, [tables('Office|x', ...months.map((day) => `${day}|1`))])).toBe('steady-run');
  });
});
