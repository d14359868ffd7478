import { expect, test } from 'vitest';
import { withoutMaps } from '../../../src/inspect/json/maps.ts';
import type { Json } from '../../../src/model/basics.ts';
import { look } from '../look.ts';

const towns = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel'];
const byTown = (of: (town: string, at: number) => Json): Json =>
  Object.fromEntries(towns.map((town, at) => [town, of(town, at)]));
const plain = (value: Json): Json => withoutMaps(value, 20);

const tablesOf = async (value: Json) =>
  (await look(JSON.stringify(value))).tables.map(({ rows, columns }) => [rows, columns.map(({ name }) => name)]);

test('records that an object keeps by keys are rows, with the key as a field', async () => {
  const value = { towns: byTown((_, at) => ({ votes: at * 10 + 3, void: at })) };
  expect(await tablesOf(value)).toEqual([[6, ['towns', 'votes', 'void']]]);
});

test('records of keys within keys are rows, however many lead to each', async () => {
  const value = { north: byTown(() => ({ votes: 3, void: 1 })), south: byTown(() => ({ votes: 5, void: 0 })) };
  expect(await tablesOf(value)).toEqual([[12, ['key', 'key 2', 'votes', 'void']]]);
});

test('lists of records by keys are one list', () => {
  const value = byTown((town, at) => [
    { name: `${town} 1`, votes: at },
    { name: `${town} 2`, votes: at + 1 },
  ]);
  expect(plain({ towns: value })).toMatchObject({
    towns: [{ towns: 'Ash', name: 'Ash 1', votes: 0 }, { towns: 'Ash' }, { towns: 'Birch' }, ...Array(9).fill({})],
  });
});

test('a field of the record that is called as the key would be stays what it is', () => {
  expect(plain({ name: byTown((town) => ({ name: `${town} Hill`, votes: 1 })) })).toMatchObject({
    name: [{ 'name key': 'Ash', name: 'Ash Hill' }, {}, {}, {}, {}, {}],
  });
});

test('plain values and rows under codes are rows', () => {
  expect(plain({ places: { '10250': 'Ash', '10251': 'Elm' } })).toEqual({
    places: [
      { code: '10250', places: 'Ash' },
      { code: '10251', places: 'Elm' },
    ],
  });
  expect(plain({ '1001': ['Ash', 'A'], '1003': ['Elm', 'B'] })).toEqual([
    ['1001', 'Ash', 'A'],
    ['1003', 'Elm', 'B'],
  ]);
});

test.each<[string, Json]>([
  ['fields of a record are names', { name: 'Ash', mayor: 'A', area: 1, people: 2, votes: 3, void: 4 }],
  [
    'parts of one record differ',
    { place: { name: 'Ash' }, votes: { cast: 3 }, mayor: { since: 1 }, roads: { km: 2 }, rain: { mm: 1 } },
  ],
  ['few records may be parts', { men: { votes: 3 }, women: { votes: 4 } }],
  ['years are columns', { area: 'Ash', values: { '2019': 1, '2020': 2, '2021': 3, '2022': 4, '2023': 5 } }],
  [
    'lists of other things',
    { towns: [{ name: 'a' }], roads: [{ km: 1 }], parties: [{ seats: 1 }], rain: [{ mm: 1 }], mayors: [{ since: 1 }] },
  ],
])('%s, and no data', (_, value) => {
  expect(plain(value)).toEqual(value);
});

test('what a standard keeps by keys stays as the standard says', async () => {
  const dimension = byTown((town) => ({ label: town, category: { index: ['a'] } }));
  const found = await look(
    JSON.stringify({ version: '2.0', class: 'dataset', id: towns, size: [1], dimension, value: [1] }),
  );
  expect(found.keys.map(({ path }) => path)).toContain('dimension.Ash.label');
});

test('the first row of a list of rows heads the others', async () => {
  const rows = towns.map((town, at) => [town, at * 7, at * 3]);
  const found = await look(JSON.stringify([['Town', 'Votes', 'Void'], ...rows]));
  expect(found.tables).toMatchObject([
    { rows: 6, headerRows: 1, columns: [{ name: 'Town' }, { name: 'Votes' }, { name: 'Void' }] },
  ]);
});
