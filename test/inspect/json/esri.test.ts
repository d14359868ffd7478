import { describe, expect, test } from 'vitest';
import { codesOf, look } from '../look.ts';

const kinds = {
  type: 'codedValue',
  codedValues: [
    { name: 'Dug well', code: 1 },
    { name: 'Spring', code: 2 },
  ],
};
const fields = [
  { name: 'NM', type: 'esriFieldTypeString', alias: 'Name of the well' },
  { name: 'UPD', type: 'esriFieldTypeDate', alias: 'Updated' },
  { name: 'KND', type: 'esriFieldTypeInteger', alias: 'Kind', domain: kinds },
  { name: 'A1', type: 'esriFieldTypeString', alias: 'Note' },
  { name: 'A2', type: 'esriFieldTypeString', alias: 'Note' },
];
const features = [
  { attributes: { NM: 'Ash', UPD: 1704067200000, KND: 1, A1: 'x', A2: 'y' }, geometry: { x: 1, y: 2 } },
  { attributes: { NM: 'Birch', UPD: null, KND: 7, A1: '', A2: 'z' }, geometry: { x: 1, y: 3 } },
];
const set = { geometryType: 'esriGeometryPoint', spatialReference: { wkid: 4326 }, fields, features };

describe('features of ArcGIS', () => {
  test('are records under the words for their fields, codes as words and moments as days', async () => {
    const { tables, complete } = await look(JSON.stringify(set), { name: 'x.json' });
    expect(tables.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['Name of the well', 'Updated', 'Kind', 'A1', 'A2', 'geometry'],
    ]);
    expect(tables[0]?.sample).toEqual([
      ['Ash', '2024-01-01', 'Dug well', 'x', 'y', 'Point'],
      ['Birch', '', '7', '', 'z', 'Point'],
    ]);
    expect(complete).toBe(true);
  });

  test('are not whole where the server says that it kept some back', async () => {
    const found = await look(JSON.stringify({ ...set, exceededTransferLimit: true }), { name: 'x.json' });
    expect([found.complete, codesOf(found)]).toEqual([false, ['truncated']]);
  });

  test('other lists of features are read as they are', async () => {
    const { tables } = await look(JSON.stringify({ features: [{ a: 1 }, { a: 2 }], fields: [] }), { name: 'x.json' });
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['a']);
  });
});
