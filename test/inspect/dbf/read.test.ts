import { expect, test } from 'vitest';
import { dbf } from '../../packed/binaries.ts';
import { look } from '../look.ts';

test('what describes the fields of a dBase table is its header row', async () => {
  const [table] = (await look(dbf(), { name: 'results.dbf' })).tables;
  expect(table).toMatchObject({ headerRows: 1, above: 1, rows: 2 });
  expect(table?.columns.map(({ name }) => name)).toEqual(['STATION', 'VOTES']);
});
