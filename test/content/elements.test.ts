import { describe, expect, test } from 'vitest';
import { couldBe } from '../../src/content/possible.ts';
import { read } from '../../src/content/read.ts';
import type { ContentFile } from '../../src/content/reading.ts';
import { sentence } from '../../src/content/reasons.ts';
import { shapes } from '../../src/content/shapes/index.ts';
import type { Concept, ShapeClue } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { concepts, inspection, table } from './builders.ts';

/* What data is told by that has no named columns: elements, keys, maps, notes. */

const word = (...words: readonly string[]): Concept => ({ expects: 'any', words: { en: words } });

const vocabulary = concepts({
  amended: word('amended by', 'amended'),
  'in-force': word('in force', 'repealed'),
  output: { expects: 'number', words: { en: ['output'] } },
});

const readingOf = (given: Partial<Inspection>) => {
  const file: ContentFile = { evidence: 'ev-1', name: 'file', inspection: inspection(given) };
  return read([file], vocabulary);
};

const reasonOf = (clue: ShapeClue, given: Partial<Inspection>): string | null => {
  const scene = {
    reading: readingOf(given),
    facts: {},
    asOf: '2026-01-01',
    whole: true,
    reader: null,
    scope: null,
    parts: [],
  };
  const reason = shapes[clue.shape]?.(scene, clue)?.reason ?? null;
  if (reason !== null) expect(sentence('it', 'Yes', { reason, args: {} })).not.toBe(`it: Yes, ${reason}.`);
  return reason;
};

const keys = (...paths: readonly (readonly [path: string, example: string])[]): Partial<Inspection> => ({
  format: 'json',
  keys: paths.map(([path, example]) => ({ path, count: 1, examples: example === '' ? [] : [example] })),
});

describe('geometry and coordinates', () => {
  test.each([
    [
      'a surface in GML is a polygon',
      { shape: 'geometry', kinds: ['polygon'] },
      keys(['member/Parcel/geometry/Surface/patches/PolygonPatch/exterior/LinearRing/posList', '1 2 3 4']),
      'geometry',
    ],
    [
      'a point in GML is none',
      { shape: 'geometry', kinds: ['polygon'] },
      keys(['member/Site/geometry/Point/pos', '1 2']),
      null,
    ],
    [
      'a surface without positions is none',
      { shape: 'geometry', kinds: ['polygon'] },
      keys(['member/Parcel/geometry/Surface', '']),
      null,
    ],
    [
      'both degrees in one cell are coordinates',
      { shape: 'coordinates' },
      { tables: [table('Place', '48.9741, -1.5443', '47.1200, 2.3456')] },
      'coordinates',
    ],
    [
      'two decimals beyond the earth are none',
      { shape: 'coordinates' },
      { tables: [table('Price', '248.9741, 381.5443', '947.1200, 552.3456')] },
      null,
    ],
  ] as const)('%s', (_, clue, given, reason) => {
    expect(reasonOf(clue, given)).toBe(reason);
  });
});

describe('maps and keys that are periods', () => {
  const names = (code: (at: number) => string): Partial<Inspection> =>
    keys(
      ...Array.from(
        { length: 24 },
        (_, at) => [`North.Quarter ${'abcdefghijklmnopqrstuvwxyz'[at]}`, code(at)] as const,
      ),
    );

  test.each([
    ['names beside codes are a map of codes', { shape: 'code-map' }, names((at) => String(20_100 + at)), 'code-map'],
    ['names beside words are none', { shape: 'code-map' }, names((at) => `Street ${at}`), null],
    [
      'quarters as keys are quarterly',
      { shape: 'spaced', every: 'P3M' },
      keys(['x.index.2019Q1', '0'], ['x.index.2019Q2', '1'], ['x.index.2019Q3', '2']),
      'dates-spaced',
    ],
    [
      'years as keys are slower than that',
      { shape: 'slower', every: 'P3M' },
      keys(['x.index.2019', '0'], ['x.index.2020', '1'], ['x.index.2021', '2']),
      'dates-apart',
    ],
    ['two keys are no series', { shape: 'spaced', every: 'P1Y' }, keys(['x.2019', '0'], ['x.2020', '1']), null],
  ] as const)('%s', (_, clue, given, reason) => {
    expect(reasonOf(clue, given)).toBe(reason);
  });

  test('a label of the whole is a title, even of what is a number', () => {
    const { sightings } = readingOf(
      keys(['dataset.label', 'Output of the economy, by quarter'], ['dataset.note', 'Output']),
    );
    expect(sightings.filter(({ place }) => place === 'title').map(({ concept }) => concept)).toEqual(['output']);
  });
});

describe('notes of a document', () => {
  const note: ShapeClue = { shape: 'noted', of: { of: ['amended'] } };
  const long = 'This act is about the use of land, which the act on planning, amended by act 12 of 1999, lays down.';

  test.each([
    ['a line that begins so is one', note, 'Section 3\nAmended by Act 12 of 1999', 'noted'],
    ['brackets that begin so are one', note, `Section 3 applies to all of them (as amended by Act 12).`, 'noted'],
    ['words in the middle of a sentence may be about another document', note, long, null],
    ['a dated note has its date', { ...note, kinds: ['dated'] }, 'Amended by Act 12 of 1999', 'noted'],
    [
      'a dated note may have its date on the next line',
      { ...note, kinds: ['dated'] },
      'Amended by\nAct 12 of 1999',
      'noted',
    ],
    ['a note without a date is not dated', { ...note, kinds: ['dated'] }, 'Amended by Act 12', null],
    [
      'a label before its value',
      { shape: 'labelled-line', of: { value: ['in-force'] } },
      'status: in_force',
      'labelled-line',
    ],
    [
      'a value in a sentence is none',
      { shape: 'labelled-line', of: { value: ['in-force'] } },
      'status: the law in force then',
      null,
    ],
  ] as const)('%s', (_, clue, text, reason) => {
    expect(reasonOf(clue, { format: 'text', text })).toBe(reason);
  });
});

describe('a column that nobody can explain', () => {
  const hours: Concept = { expects: 'text', words: {}, looksLike: '.*\\d{1,2}:\\d{2}.*' };
  const could = (...cells: readonly string[]): boolean => {
    const [given] = readingOf({ tables: [table('Xyz', ...cells)] }).tables;
    const [column] = given?.columns ?? [];
    if (given === undefined || column === undefined) throw new Error('The builder makes one column.');
    return couldBe(column, given, { ...hours, id: 'hours', measures: [], together: [] });
  };

  test.each([
    ['may be what its values look like', ['Mo 8:00-12:00', 'closed', 'Tu 9:30-11:00'], true],
    ['is not what none of them looks like', ['North', 'South', 'East'], false],
  ] as const)('%s', (_, cells, may) => {
    expect(could(...cells)).toBe(may);
  });
});

describe('data of one moment', () => {
  const of = (header: string, ...rows: readonly string[]) => ({ tables: [table(header, ...rows)] });

  test.each([
    ['one day in all rows', of('Town|Day', 'A|2016-05-14', 'B|2016-05-14'), 'one-moment'],
    ['two days', of('Town|Day', 'A|2016-05-14', 'B|2016-05-15'), null],
    ['one year', of('Town|Year', 'A|2016', 'B|2016'), null],
    ['one day beside a year', of('Town|Day|Year', 'A|2016-05-14|2016', 'B|2016-05-14|2016'), null],
    ['nothing that says when', of('Town|Number', 'A|17', 'B|25'), null],
  ] as const)('%s', (_, given, expected) => {
    expect(reasonOf({ shape: 'one-moment' }, given)).toBe(expected);
  });

  test.each([
    ['air-2016-05-14.1100.csv', 'one-moment'],
    ['air-20160514.csv', 'one-moment'],
    ['air-2016-05.csv', null],
    ['air-20165514.csv', null],
  ])('in the name %s, where no column says when', (name, expected) => {
    const files = [{ evidence: 'ev-1', name, inspection: inspection(of('Town|Number', 'A|17', 'B|25')) }] as const;
    const scene = { facts: {}, asOf: '2026-01-01', whole: true, reader: null, scope: null, parts: [] };
    const found = shapes['one-moment']?.({ ...scene, reading: read(files, vocabulary) }, { shape: 'one-moment' });
    expect(found?.reason ?? null).toBe(expected);
  });
});

test('an element that repeats reaches as far as the column of a table that has all of them, not as often as it is there', () => {
  const keys = [{ path: 'place/time/start', count: 330, examples: ['2024-03-10', '2024-03-11', '2024-03-12'] }];
  const spans = { shape: 'spans', every: 'P4D' } as const;
  expect(reasonOf(spans, { keys, tables: [table('name', 'A', 'B')] })).toBe('dates-span');
  const all = table('time/start|name', '2024-03-10|A', '2024-03-11|A', '2024-03-12|A', '2024-03-10|B', '2024-03-11|B');
  expect(reasonOf(spans, { keys, tables: [all] })).toBe(null);
});
