/** Profiles a CSV with DuckDB: `node duckdb.mjs FILE`. */
import { DuckDBInstance } from '@duckdb/node-api';

const [path = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const result = await connection.runAndReadAll(`SUMMARIZE SELECT * FROM read_csv('${path.replaceAll("'", "''")}')`);
console.log(result.getRows().length);
