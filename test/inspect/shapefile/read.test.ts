import { expect, test } from 'vitest';
import { dbf } from '../../packed/binaries.ts';
import { makeZip } from '../archives.ts';
import { look } from '../look.ts';

/** A main file or an index: its header, and records of so many bytes each. */
const file = (type: number, records: readonly Buffer[]): Buffer => {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...records]);
};

/** A record of a shape: its number, its length in words, its type, and nothing that matters here. */
const shape = (number: number, type: number, bytes = 20): Buffer => {
  const record = Buffer.alloc(8 + Math.max(bytes, 4));
  record.writeInt32BE(number, 0);
  record.writeInt32BE(bytes / 2, 4);
  record.writeInt32LE(type, 8);
  return record;
};

const shapes = (...types: readonly number[]): Buffer =>
  file(
    types[0] ?? 0,
    types.map((type, at) => shape(at + 1, type)),
  );

const index = (): Buffer => {
  const entry = Buffer.alloc(8);
  entry.writeInt32BE(50, 0);
  entry.writeInt32BE(10, 4);
  return file(1, [entry]);
};

test.each([
  ['points', [1, 1], [['Point', 2]]],
  ['lines with heights', [13], [['MultiLineString', 1]]],
  ['polygons with measures', [25, 25, 25], [['MultiPolygon', 3]]],
  ['polygons, one of them missing', [5, 0, 5], [['MultiPolygon', 2]]],
  ['patches', [31], [['MultiPatch', 1]]],
  ['several points each', [8], [['MultiPoint', 1]]],
] as const)('shapes are told: %s', async (_, types, expected) => {
  const seen = await look(shapes(...types), { name: 'a.shp' });
  expect(seen).toMatchObject({ format: 'shapefile', complete: true });
  expect(seen.keys.map(({ path, count, examples }) => [path, examples[0], count])).toEqual(
    expected.map(([kind, count]) => ['geometry', kind, count]),
  );
});

test.each([
  ['cut within a record', shapes(5, 5).subarray(0, 140)],
  ['of a kind that there is none of', shapes(4)],
  ['with a record that claims no length', file(5, [shape(1, 5, 0)])],
  ['too short for a header', shapes(5).subarray(0, 60)],
])('shapes %s were not all read', async (_, bytes) => {
  expect((await look(bytes, { name: 'a.shp' })).complete).toBe(false);
});

test('an index holds nothing of its own', async () => {
  const seen = await look(index(), { name: 'a.shx' });
  expect(seen).toMatchObject({ format: 'shapefile', complete: true, keys: [] });
});

test('an archive of shapes and their index was read whole', async () => {
  const zip = makeZip([
    { path: 'a.shp', content: shapes(5) },
    { path: 'a.shx', content: index() },
  ]);
  const seen = await look(zip, { name: 'a.zip' });
  expect(seen.complete).toBe(true);
});

test('attributes beside shapes have no header row, and a table of another name keeps its own', async () => {
  const zip = makeZip([
    { path: 'stations.shp', content: shapes(1, 1) },
    { path: 'stations.dbf', content: dbf() },
    { path: 'results.dbf', content: dbf() },
  ]);
  const { tables } = await look(zip, { name: 'stations.zip' });
  expect(tables.map(({ name, headerRows, above, rows }) => [name, headerRows, above, rows])).toEqual([
    ['stations.dbf', 0, 0, 2],
    ['results.dbf', 1, 1, 2],
  ]);
});
