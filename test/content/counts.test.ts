import { describe, expect, test } from 'vitest';
import { countsIn } from '../../src/content/counts.ts';
import { read } from '../../src/content/read.ts';
import type { Table } from '../../src/model/inspection.ts';
import { concepts, inspection, table } from './builders.ts';

/* Which columns count something, by nothing but their values and the order and sums of them. */

const countedIn = (given: Table): readonly string[] => {
  const [found] = read(
    [{ evidence: 'ev-1', name: 'file', inspection: inspection({ tables: [given] }) }],
    concepts({}),
  ).tables;
  return found === undefined ? [] : countsIn(found).map(({ name }) => name);
};

const rows = (count: number, row: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => row(at + 1));

describe('a column counts something', () => {
  test.each<[string, Table, readonly string[]]>([
    ['by whole numbers that differ', table('Area|Cast', 'A|30', 'B|7', 'C|0'), ['Cast']],
    ['by whole numbers that a program wrote with decimals', table('Cast', '130.0', '70.0', '0.0'), ['Cast']],
    ['by whole numbers, and what programs write for a missing one', table('Cast', '130', '-1', '70'), ['Cast']],
    ['by few numbers, where there are few rows', table('Cast', '1', '2', '1', '2'), ['Cast']],
    ['by few numbers, where one of them is none', table('Cast', ...rows(60, (at) => String(at % 2))), ['Cast']],
  ])('%s', (_, given, expected) => {
    expect(countedIn(given)).toEqual(expected);
  });

  test('by fields that hardly any row fills, where there are many of them: the count has only begun', () => {
    const sparse = (columns: number): Table => {
      const names = Array.from({ length: columns }, (_, at) => `P${at}`);
      const cells = (at: number): string =>
        names.map((_, beside) => (at < 6 ? String(7 + at * at + beside) : '')).join('|');
      return table(`Area|${names.join('|')}`, ...rows(150, (at) => `A${at}|${cells(at)}`));
    };
    expect(countedIn(sparse(5))).toHaveLength(5);
    expect(countedIn(sparse(4))).toEqual([]);
  });

  test('by padded numbers of one width, where there is no header', () => {
    const [given] = [table('column 1|Key', '000120|000120', '000007|000007')];
    const padded = { ...given, columns: given.columns.map((column) => ({ ...column, type: 'code' as const })) };
    expect(countedIn(padded)).toEqual(['column 1']);
  });
});

describe('a column counts nothing', () => {
  test.each<[string, Table]>([
    ['that rises and falls', table('Change', '130', '-12', '70')],
    ['that numbers the rows', table('No', '1', '2', '3')],
    ['that numbers items of a list, some left out', table('Item', ...[1, 2, 3, 5, 6, 8, 9].map(String))],
    ['that tells thousands of units apart', table('Unit', ...rows(800, (at) => String(500_000 + at * 9)))],
    ['of shares', table('Part', '30.5', '12.25', '0.75')],
    ['of nothing but hundreds', table('All', '100', '100', '0', '100')],
    ['of classes', table('Kind', ...rows(60, (at) => String(1 + (at % 3) * 2)))],
    ['that only a few of many rows fill', table('Area|Note', ...rows(60, (at) => (at === 9 ? 'A|512' : 'A|')))],
    ['of seconds since 1970', table('Made', '1593561600', '1596240000')],
    ['of more than there are people', table('Key', '10010010001001', '10010040017009')],
    ['that a program wrote with decimals, where they are no whole numbers', table('Height', '130.5', '70.2', '90.1')],
  ])('%s', (_, given) => {
    expect(countedIn(given)).toEqual([]);
  });

  test('that says from where to where a run reaches, beside how many there are', () => {
    const runs = ['3|1|3', '5|4|8', '2|9|10', '7|11|17', '4|18|21'];
    expect(countedIn(table('Rooms|From|To', ...runs))).toEqual(['Rooms']);
    expect(countedIn(table('Rooms|One|Other', ...runs.map((run) => run.replace(/\d+$/, '40'))))).toContain('Other');
  });
});
