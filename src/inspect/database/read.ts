import type { Table } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading, Reader } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { runWorker } from '../worker.ts';
import type { DatabaseAnswer, DatabaseJob, TableAnswer } from './answer.ts';

/** Rows that are taken over of each table; the database counts the rest. */
const ROWS = 2_000;

/** Columns are told from the first rows, rows are counted by the file itself. */
const tableOf = ({ name, columns, rows, total }: TableAnswer, context: Context): Table | null => {
  const builder = new TableBuilder({ name, declared: columns }, context.cells, context.limits);
  for (const row of rows) builder.add(row);
  const table = builder.finish(true);
  return table === null ? null : { ...table, rows: total };
};

const readDatabase = async (worker: string, format: string, context: Context): Promise<FileReading> => {
  const { source, limits } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const job = (): DatabaseJob & Record<string, unknown> => ({
    bytes: Uint8Array.from(bytes),
    tables: limits.tables,
    columns: limits.columns,
    rows: ROWS,
  });
  const answer = await runWorker<DatabaseAnswer>(worker, job, context);
  if ('failed' in answer) return { format, complete: false, warnings: [{ code: 'unreadable', says: answer.failed }] };
  const { tables, standards } = answer.done;
  return {
    format: standards.includes('geopackage') ? 'geopackage' : format,
    tables: tables.flatMap((table) => tableOf(table, context) ?? []),
    standards,
    complete: whole && tables.every(({ rows, total }) => rows.length === total),
  };
};

/** Reads an SQLite database, a GeoPackage among them. */
export const readSqlite: Reader = (context) => readDatabase('database/sqlite', 'sqlite', context);

/** Reads a Parquet file by its footer and its first rows. */
export const readParquet: Reader = (context) => readDatabase('database/parquet', 'parquet', context);
