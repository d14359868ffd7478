import { expect, test } from 'vitest';
import { dbf } from '../../packed/binaries.ts';
import { codesOf, look } from '../look.ts';

test('what describes the fields of a dBase table is its header row', async () => {
  const [table] = (await look(dbf(), { name: 'results.dbf' })).tables;
  expect(table).toMatchObject({ headerRows: 1, above: 1, rows: 2 });
  expect(table?.columns.map(({ name }) => name)).toEqual(['STATION', 'VOTES']);
});

test.each([
  ['a record shorter than its fields', 1],
  ['a record of all but one byte of them', 10],
])('is not read where it has %s', async (_, length) => {
  const bytes = Buffer.concat([Buffer.from(dbf()), Buffer.alloc(100_000, 0x31)]);
  bytes.writeUInt32LE(0xffff, 4);
  bytes.writeUInt16LE(length, 10);
  const found = await look(bytes, { name: 'results.dbf' });
  expect(found).toMatchObject({ format: 'dbf', complete: false, machineReadable: 'Unsure', tables: [] });
  expect(codesOf(found)).toContain('unreadable');
});
