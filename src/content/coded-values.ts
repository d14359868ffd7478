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

/** The column of a long table that is called as the key of a code table, and holds nothing but its codes. */
const codedBy = (codes: ReadTable, key: ReadColumn, long: ReadTable): ReadColumn | undefined => {
  const known = valuesOf(codes, key.index);
  return long.columns.find(({ index, name }) => {
    if (comparable(name) !== comparable(key.name)) return false;
    const used = [...valuesOf(long, index).keys()];
    const isRepeated = long.table.sample.length >= used.length * leastRepeated;
    return used.length > 1 && isRepeated && used.every((code) => known.has(code));
  });
};

const namedBy = (codes: ReadTable, key: ReadColumn, long: ReadTable, find: Finder, vocabulary: Concepts) => {
  const coded = codedBy(codes, key, long);
  if (coded === undefined) return [];
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

/** Concepts that the codes of a long table stand for, by a table of the same dataset that names them. */
export const inCodedValues = (tables: readonly ReadTable[], find: Finder, vocabulary: Concepts): readonly Sighting[] =>
  tables.flatMap((codes) =>
    keysOf(codes).flatMap((key) =>
      tables
        .filter((long) => long !== codes && long.unit.dataset === codes.unit.dataset && rowsOf(long) > rowsOf(codes))
        .flatMap((long) => namedBy(codes, key, long, find, vocabulary)),
    ),
  );
