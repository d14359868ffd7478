import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { TidyCell, TidyColumn, TidyRow, TidyType } from './vocabulary.ts';
import type { OpenTable } from './writer.ts';

/** Rows of a group: what is held in memory at once, and what a reader can skip. */
const groupSize = 2_000;

const kinds: Readonly<Record<TidyType, Omit<SchemaElement, 'name' | 'repetition_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

const elementOf = ({ name, type, required }: TidyColumn): SchemaElement => ({
  name,
  repetition_type: required === true ? 'REQUIRED' : 'OPTIONAL',
  ...kinds[type],
});

const parquetValue = (cell: TidyCell | undefined, type: TidyType): unknown => {
  if (cell === null || cell === undefined) return undefined;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' || type === 'datetime' ? new Date(String(cell)) : cell;
};

/** A table as Parquet, in groups of rows; compressed with Snappy, which every reader knows. */
export const parquetTable: OpenTable = (path, { columns }) => {
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: `odi version ${ODI_VERSION}` });
  let waiting: TidyRow[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const columnData = columns.map(({ name, type }) => ({
      name,
      data: waiting.map((row) => parquetValue(row[name], type)),
    }));
    writer.write({ columnData, rowGroupSize: groupSize });
    waiting = [];
  };
  return {
    write: (rows) => {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length === groupSize) flush();
      }
    },
    close: () => {
      flush();
      writer.finish();
    },
  };
};
