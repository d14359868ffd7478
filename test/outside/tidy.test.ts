import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../commands/in-process.ts';
import { writeStore } from './store.ts';
import { describeOutside, required } from './validators.ts';

/* The package as `datapackage` 1.1.10 and DuckDB read it. */

const folder = mkdtempSync(join(tmpdir(), 'odi-tidy-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface FrictionlessResource {
  readonly name: string;
  readonly schema: { readonly fieldNames: readonly string[] };
  readonly read: (how: { readonly keyed: boolean; readonly relations: boolean }) => Promise<readonly unknown[]>;
}

interface Frictionless {
  readonly Package: {
    readonly load: (
      path: string,
      how: { readonly strict: boolean },
    ) => Promise<{
      readonly valid: boolean;
      readonly errors: readonly Error[];
      readonly resources: readonly FrictionlessResource[];
    }>;
  };
}

interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{
      readonly connect: () => Promise<{
        readonly runAndReadAll: (sql: string) => Promise<{ readonly getRowObjects: () => readonly Row[] }>;
      }>;
    }>;
  };
}

type Row = Readonly<Record<string, unknown>>;

interface Described {
  readonly resources: readonly { readonly name: string; readonly schema: { readonly fields: readonly Row[] } }[];
}

describeOutside('the tables', () => {
  beforeAll(async () => {
    await writeStore(folder);
    for (const format of ['csv', 'parquet']) {
      const { code, err } = await run(['export', '--to', 'tidy', '--format', format, '--out', format], folder);
      expect([code, err.includes('defect')]).toEqual([0, false]);
    }
  });

  const loaded = async (path: string) => {
    const { Package } = required<Frictionless>('datapackage');
    return Package.load(join(folder, path, 'datapackage.json'), { strict: false });
  };

  test('are a valid data package, each row of its type and each key kept', async () => {
    const { valid, errors, resources } = await loaded('csv');
    expect([valid, errors]).toEqual([true, []]);
    const rows: Record<string, number> = {};
    for (const resource of resources)
      rows[resource.name] = (await resource.read({ keyed: true, relations: true })).length;
    expect(rows).toMatchObject({ reviews: 3, answers: 27, criteria: 2, candidates: 2, overrides: 1, evidence: 3 });
    expect(rows['answer_evidence']).toBe(27);
  });

  test('would be seen to break a key', async () => {
    const path = join(folder, 'csv', 'candidates.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('2015/ma/', '2014/ma/'));
    const { resources } = await loaded('csv');
    const candidates = resources.find(({ name }) => name === 'candidates');
    await expect(candidates?.read({ keyed: true, relations: true })).rejects.toThrow();
    writeFileSync(path, text);
  });

  test('hold the same numbers as Parquet that DuckDB reads', async () => {
    const connection = await (await required<DuckDb>('@duckdb/node-api').DuckDBInstance.create(':memory:')).connect();
    const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
    const described: Described = JSON.parse(readFileSync(join(folder, 'csv', 'datapackage.json'), 'utf8'));
    for (const { name, schema } of described.resources) {
      const sums = schema.fields.map(({ name: column, type }) =>
        type === 'integer' || type === 'number'
          ? `sum(${column}::DOUBLE) AS ${column}`
          : `count(${column}) || ' ' || coalesce(min(${column}::VARCHAR), '') AS ${column}`,
      );
      const from = async (source: string) =>
        (await all(`SELECT count(*) AS rows, ${sums.join(', ')} FROM ${source}`)).map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
        );
      const parquet = await from(`read_parquet('${join(folder, 'parquet', `${name}.parquet`)}')`);
      // Texts that a spreadsheet would reckon bear an apostrophe in CSV alone.
      const csv = await from(
        `read_csv('${join(folder, 'csv', `${name}.csv`)}', header = true, all_varchar = false, auto_type_candidates = ['BOOLEAN', 'DOUBLE', 'DATE', 'VARCHAR'])`,
      );
      const numbers = schema.fields
        .filter(({ type }) => type === 'integer' || type === 'number')
        .map((one) => one['name']);
      const shown = ([row = {}]: readonly Row[]) => ['rows', ...numbers].map((key) => [key, row[String(key)]]);
      expect([name, shown(parquet)]).toEqual([name, shown(csv)]);
    }
    const types = await all(`DESCRIBE SELECT * FROM read_parquet('${join(folder, 'parquet', 'reviews.parquet')}')`);
    expect(Object.fromEntries(types.map((row) => [row['column_name'], row['column_type']]))).toMatchObject({
      year: 'BIGINT',
      as_of: 'DATE',
      points: 'DOUBLE',
      is_open: 'BOOLEAN',
      notes: 'VARCHAR',
    });
    const places = `read_parquet('${join(folder, 'parquet', 'places.parquet')}')`;
    expect(await all(`SELECT place_id, mean_points FROM ${places} WHERE has_entries ORDER BY place_id`)).toEqual([
      { place_id: 'fr', mean_points: 50 },
      { place_id: 'ma', mean_points: 55 },
    ]);
    expect(await all(`SELECT count(*) AS n FROM ${places} WHERE NOT has_entries AND mean_points IS NOT NULL`)).toEqual([
      { n: 0n },
    ]);
  });
});
