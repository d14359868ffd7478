import { describe, expect, test } from 'vitest';
import { read } from '../../../src/content/read.ts';
import { fieldsOf, unknownRuns } from '../../../src/content/roles/fields.ts';
import type { Inspection } from '../../../src/model/inspection.ts';
import { concepts, inspection, table } from '../builders.ts';

const words = concepts({
  valid: { expects: 'count', words: { en: ['valid votes'] } },
  area: { expects: 'text', words: { en: ['area'] } },
});

const fields = (given: Partial<Inspection>) =>
  fieldsOf(read([{ evidence: 'ev-1', name: 'data.csv', inspection: inspection(given) }], words));

const listed = (given: Partial<Inspection>): readonly string[] =>
  fields(given).map(({ kind, text }) => `${kind} ${text}`);

describe('fields of what was read', () => {
  test.each<[string, Partial<Inspection>, readonly string[]]>([
    ['columns', { tables: [table('a|b', '1|2', '3|4')] }, ['column a', 'column b']],
    ['a column without values is none', { tables: [table('a|b', '1|', '3|')] }, ['column a']],
    ['a column of zeros is none', { tables: [table('a|b', '1|0', '2|0', '3|0')] }, ['column a']],
    ['in a form of one row zero is a count', { tables: [table('a|b', '1|0')] }, ['column a', 'column b']],
    [
      'labels of rows',
      { tables: [table('what|n', 'Electors|9', 'Valid|7')] },
      ['column what', 'column n', 'value Electors', 'value Valid'],
    ],
    [
      'words without a number beside them are none',
      { tables: [table('what|n', 'Electors|x', 'Valid|7')] },
      ['column what', 'column n', 'value Electors', 'value Valid'].filter((text) => text !== 'value Electors'),
    ],
    ['keys', { keys: [{ path: 'results[*].count.valid', count: 3, examples: ['7'] }] }, ['key count valid']],
    ['a key without a value is none', { keys: [{ path: 'results.valid', count: 1, examples: [' '] }] }, []],
  ])('%s', (_, given, expected) => {
    expect(listed(given)).toEqual(expected);
  });

  test('a column knows what stands beside it and in its table', () => {
    const [, column] = fields({ tables: [table('area|xyz|valid votes', 'n|1|2', 's|3|4')] });
    expect(column).toMatchObject({
      hits: new Set(),
      before: new Set(['area']),
      after: new Set(['valid']),
      among: new Set(['area', 'valid']),
      run: 1,
      ground: { part: 'table, column 2', quote: 'xyz' },
    });
  });

  test.each([
    [
      'columns of a wide table',
      { tables: [table(Array(900).fill('c').join('|'), Array(900).fill('1').join('|'))] },
      300,
    ],
    ['labels of a long table', { tables: [table('l|n', ...Array.from({ length: 39 }, (_, at) => `l${at}|1`))] }, 41],
    [
      'keys of a record',
      { keys: Array.from({ length: 500 }, (_, at) => ({ path: `a.k${at}`, count: 1, examples: ['1'] })) },
      300,
    ],
    ['tables of a file', { tables: Array.from({ length: 90 }, () => table('a', '1', '2')) }, 40],
  ])('%s are bounded', (_, given, most) => {
    expect(fields(given)).toHaveLength(most);
  });
});

test.each([
  ['none', ['valid|integer'], [0]],
  ['two together', ['|integer', '|number'], [2, 2]],
  ['parted by a known one', ['|integer', 'valid|integer', '|integer'], [1, 0, 1]],
  ['parted by words', ['|integer', '|text', '|integer', '|mixed'], [1, 0, 2, 2]],
])('runs of unknown numbers: %s', (_, written, expected) => {
  const columns = written.map((text) => {
    const [hit = '', type = ''] = text.split('|');
    return {
      hits: new Set(hit === '' ? [] : [hit]),
      type: type === 'integer' || type === 'number' || type === 'mixed' ? type : 'text',
    } as const;
  });
  expect(unknownRuns(columns)).toEqual(expected);
});
