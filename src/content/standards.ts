import type { Concepts, KnownField } from '../model/content.ts';
import type { Column, Inspection, Table } from '../model/inspection.ts';
import { stepsOf } from './naming.ts';

/* Columns of files that follow a standard, called by what the standard says they are. */

/** A field of a standard, ready to be looked for. */
export interface FieldMeaning {
  readonly steps: readonly string[];
  readonly like: RegExp | null;
  readonly name: string;
}

const meanings = new WeakMap<KnownField, FieldMeaning>();

const meaningOf = (field: KnownField): FieldMeaning => {
  const meaning = meanings.get(field) ?? {
    steps: stepsOf(field.path),
    like: field.like === undefined ? null : new RegExp(`^(?:${field.like})$`, 'u'),
    name: field.name,
  };
  meanings.set(field, meaning);
  return meaning;
};

/** What is known of the fields of some standards, in the order in which it goes before the rest. */
export const fieldsOf = (followed: readonly string[], { standards }: Concepts): readonly FieldMeaning[] => {
  if (followed.length === 0 || standards === undefined) return [];
  return standards()
    .filter(({ standard }) => followed.includes(standard))
    .flatMap(({ fields }) => fields.map(meaningOf));
};

/** The steps to a column: those to the records it is of, and its own within one. What a record is itself is called `text`. */
const pathOf = (table: Table, { name }: Column): readonly string[] => {
  const own = stepsOf(name);
  // Of a member of an archive, the name begins with its path.
  const around = stepsOf(table.name.slice(table.name.lastIndexOf(': ') + 1).trim());
  return own.length === 1 && own[0] === 'text' ? around : [...around, ...own];
};

const endsWith = (path: readonly string[], steps: readonly string[]): boolean =>
  steps.length <= path.length && steps.every((step, at) => step === path[path.length - steps.length + at]);

const areLike = (values: readonly string[], { like }: FieldMeaning): boolean =>
  like === null || values.every((value) => value === '' || like.test(value));

const cellsOf = ({ sample }: Table, at: number): readonly string[] => sample.map((row) => row[at] ?? '');

/** What a field of nested data is by its standard, null where that is not known. */
export const meaningOfKey = (
  { path, examples }: Inspection['keys'][number],
  fields: readonly FieldMeaning[],
): string | null => {
  if (fields.length === 0) return null;
  const steps = stepsOf(path);
  return fields.find((field) => endsWith(steps, field.steps) && areLike(examples, field))?.name ?? null;
};

/** The table with its columns called by what the fields of a standard mean; the same table where none of them is known. */
export const withMeanings = (table: Table, fields: readonly FieldMeaning[]): Table => {
  if (fields.length === 0 || table.headerRows > 1) return table;
  const columns = table.columns.map((column, at) => {
    const path = pathOf(table, column);
    const meaning = fields.find((field) => endsWith(path, field.steps) && areLike(cellsOf(table, at), field));
    return meaning === undefined
      ? column
      : { ...column, name: meaning.name, written: column.name, levels: [meaning.name] };
  });
  return columns.every((column, at) => column === table.columns[at]) ? table : { ...table, columns };
};
