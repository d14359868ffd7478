import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { columnGround, has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import type { Finder } from '../finder.ts';
import { quoted } from '../quotes.ts';
import type { Reading, ReadTable, Sighting } from '../reading.ts';
import { isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { type Shown, shownBy } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';

/** A column of this few values says what a table is about; one of many lists things. */
const fewValues = 6;

const columnOf = ({ table, column }: Sighting) => (column === null ? undefined : table?.columns[column]);

/** Said of the whole: in a title, the name of the file, or a column that tells what each row is about. */
const isPlain = (sighting: Sighting, clue: ShapeClue): boolean => {
  if (sighting.place === 'title' || sighting.place === 'name' || sighting.place === 'key') return true;
  if (sighting.place === 'value' && sighting.table === null) return true;
  const column = columnOf(sighting);
  if (sighting.place !== 'value' || column === undefined || has(column, part(clue, 'notIn'))) return false;
  return has(column, part(clue, 'inColumns')) || column.distinct <= fewValues;
};

/** Said in passing: in a header beside something else, or in running text. */
const isPassing = (sighting: Sighting, clue: ShapeClue): boolean => {
  const column = columnOf(sighting);
  if (sighting.place === 'column') return column !== undefined && has(column, part(clue, 'besides'));
  return sighting.place === 'text';
};

/** Share of a heading that must name what stands below it. */
const leastOfHeading = 0.5;

interface Heading {
  readonly text: string;
  readonly column: number;
}

/** Headings of what stands below them: a row with nothing else in it, or what the labels of the first column are called. */
const headingsIn = ({ table, columns }: ReadTable, clue: ShapeClue): readonly Heading[] => {
  const [first] = columns;
  const isHeading =
    first?.type === 'text' &&
    !has(first, part(clue, 'notIn')) &&
    columns.slice(1).every(isCounting) &&
    columns.length > 2;
  const called = isHeading ? [{ text: first.name, column: 0 }] : [];
  const rows = table.sample.flatMap((row) => {
    const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ text: cell, column }]));
    const [only] = filled;
    return filled.length === 1 && only !== undefined && columns.length > 2 ? [only] : [];
  });
  return [...called, ...rows];
};

/** One of several contests that stand below each other, each under its heading, is one of `is`. */
const underHeading = ({ tables, find }: Reading, clue: ShapeClue): Shown | null => {
  for (const table of tables) {
    const found = headingsIn(table, clue).find(({ text }) =>
      find(text).some(({ concept, cover }) => part(clue, 'is').includes(concept) && cover >= leastOfHeading),
    );
    const column = table.columns[found?.column ?? 0];
    if (found !== undefined && column !== undefined)
      return { reason: 'named', grounds: [{ ...columnGround(table, column), quote: quoted(found.text) }] };
  }
  return null;
};

const ofConcepts = (sightings: readonly Sighting[], concepts: readonly ConceptId[]): readonly Sighting[] =>
  sightings.filter(({ concept }) => concepts.includes(concept));

/**
 * What the data is about, by name: one of `is`, said plainly, or in passing where no `rival` is said at all. Where one
 * of `isNot` is said plainly, it is not about it.
 */
export const named: Shape = ({ reading }, clue) => {
  const plain = reading.sightings.filter((sighting) => isPlain(sighting, clue));
  if (ofConcepts(plain, part(clue, 'isNot')).length > 0) return null;
  const strong = ofConcepts(plain, part(clue, 'is'));
  if (strong.length > 0) return shownBy(strong, 'named');
  const headed = underHeading(reading, clue);
  if (headed !== null) return headed;
  const passing = reading.sightings.filter((sighting) => isPassing(sighting, clue));
  if (ofConcepts([...plain, ...passing], part(clue, 'rival')).length > 0) return null;
  return shownBy(ofConcepts(passing, part(clue, 'is')), 'named');
};

const finds = (text: string, concepts: readonly ConceptId[], find: Finder): boolean =>
  find(text).some(({ concept }) => concepts.includes(concept));

/** A column for it, every value of which names one of `is` and none of `isNot`. */
const columnOfIt = (table: ReadTable, clue: ShapeClue, find: Finder): Shown | null => {
  const column = table.columns.find((one) => {
    if (!has(one, part(clue, 'inColumns')) || has(one, part(clue, 'notIn'))) return false;
    const values = [...valuesOf(table, one.index).keys()];
    return (
      values.length > 0 &&
      values.every((value) => finds(value, part(clue, 'is'), find) && !finds(value, part(clue, 'isNot'), find))
    );
  });
  return column === undefined ? null : shownColumnsOf(table, [column], 'named');
};

/** Does a heading among the rows name one of `isNot`? Contests stacked in one table stand under headings of their own. */
const isInside = (table: ReadTable, clue: ShapeClue, find: Finder): boolean =>
  table.columns
    .filter(({ type }) => type === 'text' || type === 'mixed')
    .some(({ index }) => [...valuesOf(table, index).keys()].some((value) => finds(value, part(clue, 'isNot'), find)));

/**
 * The data is of nothing else than one of `is`: a column for it (`of.inColumns`) names nothing else in any row, or a title
 * or the name of the file does and none of `isNot` is named anywhere in fields. A stray word is no ground.
 */
export const namedWholly: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const found = columnOfIt(table, clue, reading.find);
    if (found !== null) return found;
  }
  const fields = reading.sightings.filter(({ place }) => place !== 'text');
  if (
    ofConcepts(fields, part(clue, 'isNot')).length > 0 ||
    reading.tables.some((table) => isInside(table, clue, reading.find))
  ) {
    return null;
  }
  return shownBy(
    ofConcepts(fields, part(clue, 'is')).filter(({ place }) => place === 'title' || place === 'name'),
    'named',
  );
};

/** Every table with rows has a column for one of `is`, and none has one of `isNot`: its rows are of nothing else. */
export const allRecords: Shape = ({ reading }, clue) => {
  const tables = reading.tables.filter((table) => rowsOf(table) > 0);
  const found = tables.map((table) => table.columns.find((column) => column.fill > 0 && has(column, part(clue, 'is'))));
  const isOther = tables.some((table) => table.columns.some((column) => has(column, part(clue, 'isNot'))));
  const [table, column] = [tables[0], found[0]];
  if (table === undefined || column === undefined || isOther || found.includes(undefined)) return null;
  return shownColumnsOf(table, [column], 'all-records');
};
