import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import sqlite from 'node-sqlite3-wasm';
import { reading } from '../../model/errors.ts';
import { answer } from '../worker-answer.ts';
import { type DatabaseAnswer, type DatabaseJob, shownValue, type TableAnswer } from './answer.ts';

const job = workerData as DatabaseJob;

type Database = InstanceType<typeof sqlite.Database>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const texts = (database: Database, sql: string, key: string): readonly string[] =>
  database.all(sql).map((row) => String(row[key]));

/** Tables that hold data; those of SQLite, of GeoPackage and of spatial indexes are bookkeeping. */
const isData = (name: string): boolean => !/^(?:sqlite|gpkg|rtree|spatial_ref|geometry_columns|idx)_/i.test(name);

const tableOf = (database: Database, name: string): TableAnswer => {
  const columns = texts(database, `PRAGMA table_info(${quoted(name)})`, 'name').slice(0, job.columns);
  const total = Number(database.get(`SELECT COUNT(*) AS n FROM ${quoted(name)}`)?.['n'] ?? 0);
  const found = database.all(`SELECT * FROM ${quoted(name)} LIMIT ${job.rows}`);
  const rows = found.map((row) => columns.map((column) => shownValue((row as Record<string, unknown>)[column])));
  return { name, columns, rows, total };
};

/** Damage shows itself wherever the library reads. */
const readDatabase = (path: string): DatabaseAnswer => {
  const database = new sqlite.Database(path, { readOnly: true, fileMustExist: true });
  try {
    const names = texts(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", 'name');
    const isGeo = names.includes('gpkg_contents');
    const tables = names
      .filter(isData)
      .slice(0, job.tables)
      .map((name) => tableOf(database, name));
    return { tables, standards: isGeo ? ['geopackage'] : [] };
  } finally {
    database.close();
  }
};

/** The library reads files alone, so the bytes lie in a folder of their own for as long as it reads. */
const read = async (): Promise<DatabaseAnswer> => {
  const folder = mkdtempSync(join(tmpdir(), 'odi-'));
  try {
    const path = join(folder, 'database');
    writeFileSync(path, job.bytes);
    return await reading(() => readDatabase(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

void answer(read);
