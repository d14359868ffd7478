import { workerData } from 'node:worker_threads';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { reading } from '../../model/errors.ts';
import { answer } from '../worker-answer.ts';
import { type DatabaseAnswer, type DatabaseJob, shownValue } from './answer.ts';

const job = workerData as DatabaseJob;

/** Compressed pages that the reader cannot open leave the footer, which tells columns and rows all the same. */
const firstRows = async (file: ArrayBuffer, most: number): Promise<readonly Record<string, unknown>[]> => {
  try {
    return await parquetReadObjects({ file, rowStart: 0, rowEnd: most });
  } catch {
    return [];
  }
};

const read = async (): Promise<DatabaseAnswer> => {
  const file = new Uint8Array(job.bytes).buffer;
  const { metadata, schema } = await reading(() => {
    const footer = parquetMetadata(file);
    return { metadata: footer, schema: parquetSchema(footer) };
  });
  const columns = schema.children.map(({ element }) => element.name).slice(0, job.columns);
  const total = Number(metadata.num_rows);
  const found = await firstRows(file, Math.min(job.rows, total));
  const rows = found.map((row) => columns.map((column) => shownValue(row[column])));
  const isGeo = metadata.key_value_metadata?.some(({ key }) => key === 'geo') ?? false;
  return { tables: [{ name: 'rows', columns, rows, total }], standards: isGeo ? ['geoparquet'] : [] };
};

void answer(read);
