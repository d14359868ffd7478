import { describe, expect, test } from 'vitest';
import { read } from '../../../src/content/read.ts';
import { sentence } from '../../../src/content/reasons.ts';
import type { FieldReader } from '../../../src/content/roles/reader.ts';
import type { CriterionThresholds } from '../../../src/content/roles/thresholds.ts';
import { doubtOfNo, doubtOfYes, readsAsOther } from '../../../src/content/roles/veto.ts';
import type { Scene } from '../../../src/content/scene.ts';
import type { Concepts } from '../../../src/model/content.ts';
import type { Criterion } from '../../../src/model/data.ts';
import type { Inspection } from '../../../src/model/inspection.ts';
import { concepts, inspection, table } from '../builders.ts';

/* What a reader may do to an answer, with readers of our own making: the one that ships is tested beside this. */

const words = concepts({ registered: { expects: 'count', words: { en: ['registered voters'] } } });

const criterion: Criterion = {
  id: 'registered',
  label: 'Number of registered voters',
  noun: 'the number of registered voters',
  kind: 'field',
  shownBy: { yes: [{ field: 'registered' }], absent: 'no' },
};

const reading = (given: Partial<Inspection>, vocabulary: Concepts = words) =>
  read([{ evidence: 'ev-1', name: 'data.csv', inspection: inspection(given) }], vocabulary);

/** A reader that is as sure of every field. */
const sure = (
  likelihood: number,
  thresholds: Partial<CriterionThresholds>,
  expects: 'count' | 'any' = 'count',
): FieldReader => ({
  version: 7,
  near: { kinds: ['field'], doubtNo: 0.6 },
  trained: {
    thresholds: {
      sure: 0.6,
      roles: { electors: { says: 'registered voters', expects }, other: { says: 'something else', expects: 'any' } },
      criteria: { registered: { ways: [{ roles: ['electors'] }], ...thresholds } },
    },
    model: () => () =>
      new Map([
        ['electors', likelihood],
        ['other', 1 - likelihood],
      ]),
  },
});

const ground = { evidence: 'ev-1', part: 'table, column 2', quote: 'VRBI' } as const;

const scene = (given: Partial<Inspection>, reader: FieldReader | null, vocabulary: Concepts = words): Scene => ({
  reading: reading(given, vocabulary),
  facts: {},
  asOf: '2026-11-25',
  whole: true,
  reader,
  scope: null,
  parts: [],
});

/** What becomes of a No. */
const no = (given: Partial<Inspection>, reader: FieldReader | null, asked = criterion): string =>
  doubtOfNo(asked, scene(given, reader))?.reason ?? 'stands';

/** What becomes of a Yes that rests on the second column. */
const yes = (given: Partial<Inspection>, reader: FieldReader | null, part: string = ground.part): string =>
  doubtOfYes(criterion, [{ ...ground, part }], scene(given, reader))?.reason ?? 'stands';

const electors = { tables: [table('Area|VRBI', 'North|1204', 'South|980', 'East|455')] };
const named = { tables: [table('Area|Registered voters', 'North|1204', 'South|980', 'East|455')] };
const zeros = { tables: [table('Area|VRBI', 'North|0', 'South|0', 'East|0')] };
const texts = { tables: [table('Area|VRBI', 'North|many', 'South|few', 'East|none')] };
const form = { tables: [table('Item|Count', 'VRBI|1204', 'Area|3')] };
const keys = { keys: [{ path: 'result.vrbi', count: 1, examples: ['1204'] }] };
const emptyKeys = { keys: [{ path: 'result.vrbi', count: 1, examples: [''] }] };

const items = { tables: [table('Area|VRBI', 'North|1', 'South|2', 'East|3')] };
const listed = { tables: [table('Row|Word', '1|VRBI', '2|PRTY', '3|STTN')] };
const apart = { tables: [table('VRBI', '1204', '980', '455'), table('CAST', '900', '700', '300')] };
const beside = { tables: [table('VRBI|CAST', '1204|900', '980|700', '455|300')] };
const pair = [{ roles: ['electors'], with: ['electors'] }];

const doubted = 'field-reader-v7';

describe('a No', () => {
  test.each<[string, Partial<Inspection>, FieldReader | null, string]>([
    ['where a column may be it', electors, sure(0.5, { doubtNo: 0.5 }), doubted],
    ['where the column is not that likely', electors, sure(0.49, { doubtNo: 0.5 }), 'stands'],
    ['that no threshold doubts', electors, sure(1, {}), 'stands'],
    ['where the column reports nothing', zeros, sure(1, { doubtNo: 0.5 }), 'stands'],
    ['where the column holds no numbers', texts, sure(1, { doubtNo: 0.5 }), 'stands'],
    ['where nothing was found at all', {}, sure(1, { doubtNo: 0.1 }), 'stands'],
    ['where a key may be it', keys, sure(0.5, { doubtNoBesideColumns: 0.5 }), doubted],
    ['where the key is not that likely', keys, sure(0.49, { doubtNoBesideColumns: 0.5 }), 'stands'],
    ['where only columns are doubted', keys, sure(1, { doubtNo: 0.5 }), 'stands'],
    ['where the key is empty', emptyKeys, sure(1, { doubtNoBesideColumns: 0.5 }), 'stands'],
    ['where a row label may be it', form, sure(0.5, { doubtNoBesideColumns: 0.5 }), doubted],
    ['that nobody reads again', electors, null, 'stands'],
    ['where the column numbers the rows', items, sure(1, { doubtNo: 0.5 }), 'stands'],
    ['where the label stands beside nothing but its number', listed, sure(1, { doubtNoBesideColumns: 0.5 }), 'stands'],
    ['where two tables hold what one would have to', apart, sure(0.5, { doubtNo: 0.5, ways: pair }), 'stands'],
    ['where one table holds both', beside, sure(0.5, { doubtNo: 0.5, ways: pair }), doubted],
  ])('%s', (_, given, reader, expected) => {
    expect(no(given, reader)).toBe(expected);
  });

  test('of a criterion that the reader was not taught stands', () => {
    expect(no(electors, sure(1, { doubtNo: 0.1 }), { ...criterion, id: 'spoiled' })).toBe('stands');
  });

  test('names the reader, the field and what it may be', () => {
    expect(doubtOfNo(criterion, scene(electors, sure(0.9, { doubtNo: 0.5 })))).toMatchObject({
      answer: 'Unsure',
      where: [ground],
      args: {
        version: 7,
        field: 'column',
        name: 'VRBI',
        reads: { reason: 'role', args: { role: 'electors', called: 'registered voters' } },
      },
    });
  });
});

describe('a Yes', () => {
  test.each<[string, string, Partial<Inspection>, FieldReader | null, string]>([
    ['whose column reads as something else', ground.part, named, sure(0.01, { doubtYes: 0.02 }), doubted],
    ['whose column reads as it', ground.part, named, sure(0.02, { doubtYes: 0.02 }), 'stands'],
    ['that no threshold doubts', ground.part, named, sure(0, {}), 'stands'],
    ['that rests on values, not on the name', ground.part, electors, sure(0, { doubtYes: 1 }), 'stands'],
    ['that rests on no field', 'text', electors, sure(0, { doubtYes: 1 }), 'stands'],
    ['that nobody reads again', ground.part, named, null, 'stands'],
  ])('%s', (_, part, given, reader, expected) => {
    expect(yes(given, reader, part)).toBe(expected);
  });

  test('says what its column reads as', () => {
    const doubt = doubtOfYes(criterion, [ground], scene(named, sure(0, { doubtYes: 0.5 })));
    expect(sentence('It', 'Unsure', { reason: doubt?.reason ?? '', args: doubt?.args ?? {} })).toBe(
      'It: Unsure, doubted by the field reader v7: column “Registered voters” reads as something else.',
    );
  });
});

describe('a field of unknown name', () => {
  test.each<[string, string, FieldReader | null, boolean]>([
    ['that surely plays another role is something else', ground.part, sure(0.4, {}), true],
    ['that may play another role is still open', ground.part, sure(0.41, {}), false],
    ['that plays the role asked for is still open', ground.part, sure(0.9, {}), false],
    ['that was not read is still open', 'table, column 9', sure(0, {}), false],
    ['is open where nobody reads it', ground.part, null, false],
  ])('%s', (_, part, reader, expected) => {
    expect(readsAsOther(criterion, { ...ground, part }, scene(electors, reader))).toBe(expected);
  });

  test('is open to a criterion that the reader was not taught', () => {
    expect(readsAsOther({ ...criterion, id: 'spoiled' }, ground, scene(electors, sure(0, {})))).toBe(false);
  });
});

describe('several fields together', () => {
  const ways: CriterionThresholds['ways'] = [{ roles: ['electors'], atLeast: 2 }];
  const three = { tables: [table('A|B|C', '1|2|3', '4|5|6', '7|8|9')] };
  const one = { tables: [table('A', '1', '4', '7')] };

  test.each<[string, Partial<Inspection>, CriterionThresholds['ways'], string]>([
    ['as many as asked', three, ways, doubted],
    ['fewer than asked', one, ways, 'stands'],
    ['one that another must stand beside', three, [{ roles: ['electors'], with: ['electors'] }], doubted],
    ['the same field is not beside itself', one, [{ roles: ['electors'], with: ['electors'] }], 'stands'],
    ['the likeliest of several ways', one, [{ roles: ['electors'], atLeast: 2 }, { roles: ['electors'] }], doubted],
  ])('%s', (_, given, these, expected) => {
    expect(no(given, sure(0.8, { ways: these, doubtNo: 0.5 }))).toBe(expected);
  });
});

describe('where nothing was trained', () => {
  const supplier: Concepts = concepts({
    supplier: { expects: 'text', words: { en: ['supplier name'] } },
    cost: { expects: 'number', words: { en: ['total cost'] } },
  });
  const asks = (concept: string, kind: Criterion['kind'] = 'field'): Criterion => ({
    ...criterion,
    kind,
    shownBy: { yes: [{ field: concept }], absent: 'no' },
  });
  const near = (doubtNo: number): FieldReader => ({ version: 7, near: { kinds: ['field'], doubtNo }, trained: null });
  const misspelt = { tables: [table('Id|Suplier Nam', 'a1|Acme', 'a2|Bolt')] };
  const numbers = { tables: [table('Id|Suplier Nam', 'a1|17', 'a2|18')] };
  const known = { tables: [table('Id|Supplier name', 'a1|Acme', 'a2|Bolt')] };

  test.each<[string, Criterion, Partial<Inspection>, FieldReader, string]>([
    ['a header near to a phrase', asks('supplier'), misspelt, near(0.6), doubted],
    ['a header that is not near enough', asks('supplier'), misspelt, near(0.99), 'stands'],
    ['values that do not fit', asks('supplier'), numbers, near(0.6), 'stands'],
    ['a header near to something else', asks('cost'), misspelt, near(0.6), 'stands'],
    ['a header that the vocabulary knows', asks('supplier'), known, near(0.6), 'stands'],
    ['a kind of criterion that is not doubted', asks('supplier', 'coverage'), misspelt, near(0.6), 'stands'],
  ])('%s', (_, asked, given, reader, expected) => {
    expect(doubtOfNo(asked, scene(given, reader, supplier))?.reason ?? 'stands').toBe(expected);
  });

  test('names the field and the concept', () => {
    const doubt = doubtOfNo(asks('supplier'), scene(misspelt, near(0.6), supplier));
    expect(sentence('It', 'Unsure', { reason: doubt?.reason ?? '', args: doubt?.args ?? {} })).toBe(
      'It: Unsure, doubted by the field reader v7: column “Suplier Nam” reads as “supplier”.',
    );
  });

  test('a Yes is left alone', () => {
    expect(doubtOfYes(asks('supplier'), [ground], scene(misspelt, near(0.1), supplier))).toBeNull();
  });
});

test.each([
  [{ reason: 'role', args: { role: 'electors', called: 'registered voters' } }, 'registered voters'],
  [{ reason: 'concept', args: { concept: 'polling-station' } }, '“polling station”'],
  [{ reason: 'something-else', args: {} }, 'something else'],
])('what a field is taken for is a value of its sentence: %o', (reads, said) => {
  const args = { version: 7, field: 'column', name: 'VRBI', reads };
  expect(sentence('It', 'Unsure', { reason: 'field-reader-v7', args })).toBe(
    `It: Unsure, doubted by the field reader v7: column “VRBI” reads as ${said}.`,
  );
});
