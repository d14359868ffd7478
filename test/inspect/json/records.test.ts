import { describe, expect, test } from 'vitest';
import { codesOf, look } from '../look.ts';

const namesOf = async (value: unknown) => {
  const { tables } = await look(JSON.stringify(value));
  return tables.map(({ name, columns }) => [name, columns.map((column) => column.name)] as const);
};

const contracts = (count: number, awards: (at: number) => unknown) =>
  Array.from({ length: count }, (_, at) => ({ id: `c-${at}`, buyer: { name: `Ministry ${at}` }, awards: awards(at) }));

describe('lists inside of records', () => {
  test('a list of one object in each record is unfolded into its fields', async () => {
    const found = await look(JSON.stringify({ contracts: contracts(6, (at) => [{ value: { amount: at * 100 } }]) }));
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]).toMatchObject({
      name: 'contracts',
      rows: 6,
      columns: [
        { name: 'id' },
        { name: 'buyer.name' },
        { name: 'awards[].value.amount', type: 'integer', numbers: { sum: 1_500 } },
      ],
    });
  });

  test('a field that only a later record or a later item has is a column too', async () => {
    const rare = contracts(4_000, (at) => (at === 3_999 ? [{ id: 'a' }, { late: 'x' }] : [{ id: 'a' }]));
    const found = await look(JSON.stringify(rare));
    expect(found.tables[0]?.columns.map(({ name }) => name)).toContain('awards[].late');
    expect(found).toMatchObject({ complete: true, warnings: [] });
  });

  test('a list of several objects is a table of its own, with what its records say', async () => {
    const names = await namesOf({
      contests: [
        {
          contest: 'Mayor',
          candidates: [
            { name: 'A', votes: 3 },
            { name: 'B', votes: 4 },
          ],
        },
        { contest: 'Council', candidates: [{ name: 'C', votes: 5 }] },
      ],
    });
    expect(names).toEqual([
      ['contests', ['contest', 'candidates[].name', 'candidates[].votes']],
      ['contests[].candidates', ['name', 'votes', 'contest']],
    ]);
  });

  test('a list of plain values stays one field', async () => {
    const found = await look('[{"id":1,"tags":["a","b"]},{"id":2,"tags":["c"]}]');
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]?.sample[0]).toEqual(['1', 'a | b']);
  });

  test('nor do the tables that such lists are', async () => {
    const dated = contracts(3, () => [{ signed: '1999-01-01' }, { signed: '1998-01-01' }]);
    const published = dated.map((held) => ({ ...held, published: '2021-05-01' }));
    expect((await look(JSON.stringify(published))).period).toEqual({ from: '2021-05-01', to: '2021-05-01' });
  });

  test('what lies inside of lists does not widen the period of the records', async () => {
    const dated = contracts(3, () => [{ signed: '1999-01-01' }]).map((held) => ({ ...held, published: '2021-05-01' }));
    expect((await look(JSON.stringify(dated))).period).toEqual({ from: '2021-05-01', to: '2021-05-01' });
  });
});

test('a list that is longer than is unfolded is whole in its own table', async () => {
  const found = await look(JSON.stringify(contracts(2, () => Array.from({ length: 300 }, (_, at) => ({ v: at })))));
  expect(found).toMatchObject({
    complete: true,
    warnings: [],
    tables: [{}, { rows: 600, columns: [{ distinct: 300 }, {}] }],
  });
});

describe('bounds are told', () => {
  test.each([
    [
      'more fields than columns',
      [Object.fromEntries(Array.from({ length: 550 }, (_, at) => [`f${at}`, at])), { a: 1 }],
    ],
    ['objects nested too deep', [{ a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } }, { a: 1 }]],
  ])('%s', async (_, value) => {
    const found = await look(JSON.stringify(value));
    expect(found).toMatchObject({ format: 'json', complete: false, machineReadable: 'Yes' });
    expect(codesOf(found)).toContain('fields-left-out');
  });
});
