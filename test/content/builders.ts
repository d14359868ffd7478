import type { ConceptFile, Concepts } from '../../src/model/content.ts';
import type { Category, Criterion } from '../../src/model/data.ts';
import type { Column, ColumnType, Inspection, Table } from '../../src/model/inspection.ts';

/* Hand-made inspections: small, and only as full as the content engine reads them. */

const typeOf = (values: readonly string[]): ColumnType => {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return 'empty';
  if (filled.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(value))) return 'date';
  if (filled.every((value) => /^-?\d+$/.test(value))) return 'integer';
  return filled.every((value) => /^-?\d+\.\d+$/.test(value)) ? 'number' : 'text';
};

const column = (name: string, values: readonly string[]): Column => {
  const type = typeOf(values);
  const numbers = values.filter((value) => value !== '').map(Number);
  const isNumeric = type === 'integer' || type === 'number';
  const sorted = [...values].sort();
  return {
    name,
    levels: name.split(' / '),
    type,
    fill: values.length === 0 ? 0 : values.filter((value) => value !== '').length / values.length,
    distinct: new Set(values.filter((value) => value !== '')).size,
    distinctIsFloor: false,
    top: [],
    examples: [...new Set(values)].slice(0, 3),
    numbers: isNumeric
      ? {
          count: numbers.length,
          min: Math.min(...numbers),
          max: Math.max(...numbers),
          sum: numbers.reduce((sum, one) => sum + one, 0),
        }
      : null,
    dates: type === 'date' ? { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' } : null,
  };
};

/** A table from a header and rows, written as `name|name` and `cell|cell`. */
export const table = (header: string, ...rows: readonly string[]): Table => {
  const names = header.split('|');
  const sample = rows.map((row) => row.split('|'));
  return {
    name: 'table',
    titles: [],
    above: 1,
    headerRows: 1,
    columns: names.map((name, index) =>
      column(
        name,
        sample.map((row) => row[index] ?? ''),
      ),
    ),
    rows: rows.length,
    sample,
    footers: [],
  };
};

const nothing: Inspection = {
  format: 'csv',
  mediaType: 'text/csv',
  encoding: 'utf-8',
  delimiter: ',',
  language: null,
  bytes: 100,
  complete: true,
  machineReadable: 'Yes',
  machineReadableBecause: 'rows-or-records',
  tables: [],
  text: '',
  page: null,
  members: [],
  standards: [],
  keys: [],
  period: null,
  warnings: [],
};

/** An inspection that has what is given, and else nothing. */
export const inspection = (given: Partial<Inspection>): Inspection => ({ ...nothing, ...given });

/** A vocabulary of a few concepts. */
export const concepts = (file: ConceptFile['concepts']): Concepts => ({ concepts: file });

/** A category with the criteria given, all of them required. */
export const category = (...criteria: readonly Pick<Criterion, 'id' | 'shownBy'>[]): Category => ({
  id: 'things',
  aliases: [],
  titles: { en: 'Things' },
  topics: { en: ['things'] },
  description: 'What the tests speak of',
  criteria: criteria.map(({ id, shownBy }) => ({ id, label: id, noun: id, kind: 'field', shownBy })),
  editions: [
    {
      edition: 'godi-2015',
      groups: [criteria.map(({ id }) => id)],
      atLeast: 1,
      timely: [],
      cycle: { every: 'P1Y', per: null, grace: 'P6M', source: 'the tests' },
      rulings: [],
      source: 'the tests',
    },
  ],
});
