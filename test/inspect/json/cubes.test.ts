import { describe, expect, test } from 'vitest';
import type { Inspection, Table } from '../../../src/model/inspection.ts';
import { look } from '../look.ts';

const read = (value: unknown): Promise<Inspection> => look(JSON.stringify(value), { name: 'cube.json' });

const shown = ({ columns, sample }: Table): readonly (readonly string[])[] => [
  columns.map(({ name }) => name),
  ...sample,
];

const first = async (value: unknown): Promise<readonly (readonly string[])[]> => {
  const [table] = (await read(value)).tables;
  return table === undefined ? [] : shown(table);
};

const region = { label: 'Region', category: { index: ['b', 'a'], label: { a: 'Ash', b: 'Birch' } } };
const year = { label: 'Year', category: { index: { '2020': 1, '2019': 0 } } };
const dataset = {
  version: '2.0',
  class: 'dataset',
  label: 'Wells that ran dry',
  source: 'Office of wells',
  id: ['region', 'year'],
  size: [2, 2],
  role: { time: ['year'] },
  dimension: { region, year },
  value: [51, 52, 61, 62],
};

describe('JSON-stat', () => {
  test('gives each figure with the words for what it is of, in the order of the codes', async () => {
    expect(await first(dataset)).toEqual([
      ['Region', 'Year', 'value'],
      ['Birch', '2019', '51'],
      ['Birch', '2020', '52'],
      ['Ash', '2019', '61'],
      ['Ash', '2020', '62'],
    ]);
    const { tables, complete, format, period } = await read(dataset);
    expect(tables[0]?.titles).toEqual(['Wells that ran dry', 'Office of wells']);
    expect({ complete, format, period }).toEqual({
      complete: true,
      format: 'json-stat',
      period: { from: '2019-01-01', to: '2020-12-31' },
    });
  });

  test('keeps figures by their places where some are left out', async () => {
    expect((await first({ ...dataset, value: { '3': 62, '0': 51 } })).slice(1)).toEqual([
      ['Birch', '2019', '51'],
      ['Ash', '2020', '62'],
    ]);
  });

  test('of the first version keeps order and sizes among the dimensions, and several under their names', async () => {
    const older = { label: 'Wells', dimension: { id: ['year'], size: [2], year }, value: [5, 7] };
    const { tables } = await read({ wells: older, springs: { ...older, value: [1, 9] } });
    expect(tables.map(({ name }) => name)).toEqual(['wells', 'springs']);
    expect(tables.map((table) => shown(table)[2])).toEqual([
      ['2020', '7'],
      ['2020', '9'],
    ]);
  });

  test('calls the figures by the one thing that is measured, and by none of several', async () => {
    const what = (label: object) => ({
      ...dataset,
      id: ['what'],
      size: [Object.keys(label).length],
      role: { metric: ['what'] },
      dimension: { what: { label: 'Figure', category: { label } } },
    });
    expect((await first({ ...what({ d: 'Depth' }), value: [5] }))[0]).toEqual(['Figure', 'Depth']);
    expect((await first({ ...what({ d: 'Depth', n: 'Number' }), value: [5, 7] }))[0]).toEqual(['Figure', 'value']);
  });

  test.each([
    ['there are fewer figures than it describes', { ...dataset, value: [51, 52, 61] }],
    ['some stand behind the last one', { ...dataset, value: { '0': 51, '1': 5, '2': 4, '3': 3, '9': 62 } }],
  ])('is not whole where %s', async (_, value) => {
    const { complete, warnings } = await read(value);
    expect({ complete, codes: warnings.map(({ code }) => code) }).toEqual({
      complete: false,
      codes: ['truncated-table'],
    });
  });

  test('that does not fit together is looked through as other JSON is', async () => {
    expect((await read({ ...dataset, size: [2, 3] })).tables.map(({ name }) => name)).toEqual(['record']);
  });
});

describe('the JSON of PxWeb', () => {
  const answer = {
    columns: [
      { code: 'R', text: 'region', type: 'd' },
      { code: 'M', text: 'month', type: 't' },
      { code: 'W', text: 'Wells', type: 'c' },
      { code: 'S', text: 'Springs', type: 'c' },
    ],
    comments: [],
    data: [
      { key: ['01', '2024M01'], values: ['51', '..'] },
      { key: ['02', '2024M01'], values: ['52', '7'] },
    ],
    metadata: [{ label: 'Wells and springs by region and month', source: 'Office of wells' }],
  };

  test('has a column for each dimension and each measure; dots stand for what is missing', async () => {
    expect(await first(answer)).toEqual([
      ['region', 'month', 'Wells', 'Springs'],
      ['01', '2024M01', '51', ''],
      ['02', '2024M01', '52', '7'],
    ]);
    expect((await read(answer)).tables[0]?.titles).toContain('Wells and springs by region and month');
  });

  test('is not whole where a row has other columns', async () => {
    expect((await read({ ...answer, data: [...answer.data, { key: ['03'], values: ['5'] }] })).complete).toBe(false);
  });
});

describe('SDMX-JSON', () => {
  const area = {
    id: 'AREA',
    name: 'Area',
    values: [
      { id: 'A', name: 'Ash' },
      { id: 'B', names: { en: 'Birch' } },
    ],
  };
  const when = { id: 'TIME_PERIOD', name: 'Time', values: [{ id: '2024-01', name: 'January' }, { value: '2024-02' }] };
  const ofAll = { id: 'UNIT', name: 'Unit', values: [{ id: 'M', name: 'Metres' }] };
  const structure = { name: 'Depth of wells', dimensions: { dataSet: [ofAll], series: [area], observation: [when] } };
  const meta = { schema: 'https://example.org/sdmx-json' };
  const series = { '0': { observations: { '0': [5.1, 0], '1': [5.2] } }, '1': { observations: { '1': [6.2] } } };

  test('gives each observation with the words of its dimensions', async () => {
    const rows = [
      ['Unit', 'Area', 'TIME_PERIOD', 'OBS_VALUE'],
      ['Metres', 'Ash', '2024-01', '5.1'],
      ['Metres', 'Ash', '2024-02', '5.2'],
      ['Metres', 'Birch', '2024-02', '6.2'],
    ];
    expect(await first({ meta, data: { dataSets: [{ series }], structures: [structure] } })).toEqual(rows);
    expect(await first({ dataSets: [{ series }], structure })).toEqual(rows);
  });

  test('keeps observations without series, too', async () => {
    const flat = { name: 'Depth', dimensions: { observation: [area, when] } };
    expect(await first({ dataSets: [{ observations: { '1:0': [6.1] } }], structure: flat })).toEqual([
      ['Area', 'TIME_PERIOD', 'OBS_VALUE'],
      ['Birch', '2024-01', '6.1'],
    ]);
  });

  test('is not whole where an observation has a place that no value stands at', async () => {
    const beyond = { ...series, '7': { observations: { '0': [1] } } };
    expect((await read({ meta, data: { dataSets: [{ series: beyond }], structures: [structure] } })).complete).toBe(
      false,
    );
  });
});

describe('codes without words', () => {
  const unnamed = async (value: unknown): Promise<readonly string[]> =>
    ((await read(value)).tables[0]?.columns ?? []).filter((one) => one.hasUnnamedCodes).map(({ name }) => name);

  test('are told where the file has no labels, but for times', async () => {
    const item = { label: 'Item', category: { index: ['Q1', 'Q2'] } };
    expect(await unnamed({ ...dataset, id: ['item', 'year'], dimension: { item, year } })).toEqual(['Item']);
    expect(await unnamed(dataset)).toEqual([]);
  });

  test('are what keys of PxWeb are', async () => {
    const columns = [
      { code: 'I', text: 'item', type: 'd' },
      { code: 'T', text: 'year', type: 't' },
      { code: 'W', text: 'Wells', type: 'c' },
    ];
    const data = ['Q1', 'Q2'].map((code, at) => ({ key: [code, `202${at}`], values: ['51'] }));
    expect(await unnamed({ columns, data })).toEqual(['item']);
    expect(
      await unnamed({
        columns,
        data: data.map(({ key: [, time = ''] }) => ({ key: [`Item ${time}`, time], values: ['51'] })),
      }),
    ).toEqual([]);
  });

  test('are what dimensions of SDMX-JSON without names have', async () => {
    const dimension = (id: string, ...codes: readonly string[]) => ({
      id,
      values: codes.map((code) => ({ id: code })),
    });
    const structure = {
      dimensions: { observation: [dimension('ITEM', 'Q1', 'Q2'), dimension('TIME_PERIOD', '2024-01')] },
    };
    expect(await unnamed({ dataSets: [{ observations: { '0:0': [5.1], '1:0': [6.1] } }], structure })).toEqual([
      'ITEM',
    ]);
  });
});
