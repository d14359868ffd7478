import type { Concepts } from '../model/content.ts';
import { comparable } from '../text/fold.ts';
import { rowsOf } from './columns.ts';
import type { Finder } from './finder.ts';
import { meaningOfValue } from './naming.ts';
import { needsNumber, quoted, quotedName } from './quotes.ts';
import type { ReadColumn, ReadTable, Sighting } from './reading.ts';
import { asNamed, labelsIn, numberOfValue, valuesOf } from './table-sightings.ts';

/* Long tables that keep what they measure as codes, and the table beside them that says what each code stands for. */

/** More codes than these are things that are told apart, such as places, and not what is measured of them. */
const mostCodes = 150;
/** A code that stands for a measure comes again with every place and day. */
const leastRepeated = 2;

/** A column that tells the rows of a table apart, each of which was read. */
const keysOf = (table: ReadTable): readonly ReadColumn[] => {
  const rows = rowsOf(table);
  if (rows < 2 || rows > mostCodes || table.table.sample.length < rows) return [];
  return table.columns.filter(({ index }) => valuesOf(table, index).size === rows);
};

/** A column with the table that it is of. */
interface NamedColumn {
  readonly table: ReadTable;
  readonly column: ReadColumn;
}

/** Does a column of a long table hold nothing but the codes of a code table, again and again? */
const isCodedBy = (codes: ReadTable, key: ReadColumn, { table: long, column }: NamedColumn): boolean => {
  const used = [...valuesOf(long, column.index).keys()];
  const isRepeated = long.table.sample.length >= used.length * leastRepeated;
  if (used.length < 2 || !isRepeated) return false;
  const known = valuesOf(codes, key.index);
  return used.every((code) => known.has(code));
};

const namedBy = (
  codes: ReadTable,
  key: ReadColumn,
  { table: long, column: coded }: NamedColumn,
  find: Finder,
  vocabulary: Concepts,
) => {
  const used = valuesOf(long, coded.index);
  const { evidence } = long.unit;
  const part = [long.part, `column ${quoted(quotedName(coded))}`].filter((words) => words !== '').join(', ');
  return codes.columns
    .filter(({ index, type }) => index !== key.index && (type === 'text' || type === 'mixed'))
    .flatMap((column) => labelsIn(codes, column, find, vocabulary.concepts))
    .filter(({ concept }) => needsNumber(vocabulary.concepts[concept]))
    .flatMap(({ value, row, concept }): readonly Sighting[] => {
      const code = row[key.index] ?? '';
      const first = used.get(code);
      const number = first === undefined ? null : numberOfValue(long, code, first, coded.index);
      if (number === null) return [];
      const quote = quoted(`${code} = ${value}: ${number.trim()}`);
      return asNamed(
        { concept, place: 'value', evidence, part, quote, table: long, column: coded.index, isEmpty: false },
        meaningOfValue(value, concept, vocabulary),
      );
    });
};

/** Of one dataset, tables of one shape: more of them are records of their own, such as acts, and no lists of codes. */
const mostAlike = 20;

/** The tables whose columns few others of their dataset share: an archive may hold thousands of one make. */
const few = (tables: readonly ReadTable[]): readonly ReadTable[] => {
  const shapeOf = ({ unit, columns }: ReadTable): string =>
    JSON.stringify([unit.dataset ?? unit.evidence, columns.map(({ name }) => name)]);
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(shapeOf(table), (counts.get(shapeOf(table)) ?? 0) + 1);
  return tables.filter((table) => (counts.get(shapeOf(table)) ?? 0) <= mostAlike);
};

/** The columns of some tables by their names. */
const byName = (tables: readonly ReadTable[]): ReadonlyMap<string, readonly NamedColumn[]> => {
  const columns = new Map<string, NamedColumn[]>();
  for (const table of tables) {
    for (const column of table.columns) {
      const name = comparable(column.name);
      const known = columns.get(name);
      if (known === undefined) columns.set(name, [{ table, column }]);
      else known.push({ table, column });
    }
  }
  return columns;
};

/** Concepts that the codes of a long table stand for, by a table of the same dataset that names them. */
export const inCodedValues = (all: readonly ReadTable[], find: Finder, vocabulary: Concepts): readonly Sighting[] => {
  const columns = byName(all);
  return few(all).flatMap((codes) =>
    keysOf(codes).flatMap((key) => {
      const seen = new Set<ReadTable>();
      return (columns.get(comparable(key.name)) ?? [])
        .filter(
          ({ table }) => table !== codes && table.unit.dataset === codes.unit.dataset && rowsOf(table) > rowsOf(codes),
        )
        .filter((named) => isCodedBy(codes, key, named))
        .filter(({ table }) => !seen.has(table) && seen.add(table) !== undefined)
        .flatMap((named) => namedBy(codes, key, named, find, vocabulary));
    }),
  );
};
