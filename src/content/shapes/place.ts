import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { columnGround, has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import type { Finder } from '../finder.ts';
import type { ReadColumn, Reading, ReadTable, Sighting } from '../reading.ts';
import { recordsInCells } from '../records-in-cells.ts';
import type { Shape } from '../scene.ts';
import { isFileAlone, isPartOnly } from '../scope.ts';
import { type Shown, shownBy } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';
import { countryParts } from './extent.ts';

/** A column of this few values tells what all rows are of. */
const fewValues = 3;
/** Share of a value that the name of a country must be: “Ghana Post Ltd” is a company, not a country. */
const mostOfValue = 0.6;

const columnOf = ({ table, column }: Sighting): ReadColumn | undefined =>
  column === null ? undefined : table?.columns[column];

/** The last step of the path of a key. */
const lastStep = ({ part: path }: Sighting): string => path.split(/[./@\][]+/).at(-1) ?? '';

/** The text in which a concept was seen: the cell, the header, or the last step of the path of a key. */
const textOf = (sighting: Sighting): string => {
  if (sighting.place === 'column') return columnOf(sighting)?.levels.at(-1) ?? sighting.quote;
  return sighting.place === 'key' ? lastStep(sighting) : sighting.quote;
};

/** How much of its text the concept is, 0 to 1. */
const coverOf = (sighting: Sighting, find: Finder): number =>
  find(textOf(sighting)).find(({ concept }) => concept === sighting.concept)?.cover ?? 0;

/**
 * A title is of the whole. In a header, key or cell a word may be part of a name (“National Theatre”,
 * `nationalCadastralReference`), so there it must stand alone.
 */
const saysWhole = (sighting: Sighting, find: Finder): boolean =>
  sighting.place === 'title' || (['column', 'key', 'value'].includes(sighting.place) && coverOf(sighting, find) === 1);

/** Where the publisher is known, a title has to say little else: "Budget of the National Library" is of a library. */
const mostOfTitle = 0.5;

const isStated = (sighting: Sighting, find: Finder): boolean =>
  sighting.place !== 'title' || coverOf(sighting, find) >= mostOfTitle;

const isOfAll = (sighting: Sighting): boolean => (columnOf(sighting)?.distinct ?? 1) <= fewValues;

const namesCountry = (sighting: Sighting, publisher: readonly ConceptId[], find: Finder): boolean => {
  if (sighting.place === 'title') return true;
  if (sighting.place !== 'value') return saysWhole(sighting, find);
  if (!isOfAll(sighting) || /[:/@]/.test(sighting.quote)) return false;
  const isPublisher =
    sighting.table === null && find(lastStep(sighting)).some(({ concept }) => publisher.includes(concept));
  return isPublisher || coverOf(sighting, find) >= mostOfValue;
};

/**
 * The data says that it is of the whole country: its rows lie in the parts of it, or a word for the whole stands for all.
 * Of a file alone, whose publisher nobody knows, the country's name has to do: in a title, in a column that says what all
 * rows are of, or as part of what a key for the publisher holds (`of.publisher`).
 */
export const wholeCountry: Shape = (scene, clue) => {
  const { sightings, find } = scene.reading;
  if (isPartOnly(scene)) return null;
  const parts = countryParts(scene);
  if (parts !== null) return parts;
  const words = sightings.filter(
    (sighting) => part(clue, 'words').includes(sighting.concept) && saysWhole(sighting, find),
  );
  if (!isFileAlone(scene))
    return shownBy(
      words.filter((sighting) => isStated(sighting, find)),
      'whole-country',
    );
  const names = sightings.filter(
    (sighting) =>
      part(clue, 'names').includes(sighting.concept) && namesCountry(sighting, part(clue, 'publisher'), find),
  );
  return shownBy([...words, ...names], 'whole-country') ?? byCode(scene.reading.tables, part(clue, 'codes'));
};

/** ISO 3166: a code of a country, or of a part of one. */
const countryCode = /^[A-Z]{2,3}$/;
const subdivisionCode = /^([A-Z]{2})-?[A-Z0-9]{1,3}$/;
/** As ISO 3166-2 writes them: `XA-12`. */
const hyphened = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;
const fewSubdivisions = 5;
const mostSubdivisions = 150;
/** Codes of other things begin alike, too: those of stations, products, forms. */
const forSubdivisions = /\biso\b|hasc|3166|subdivision/i;
const polygonal = /^(?:multi)?polygon\b/i;

/** Is the column one for codes of places: by its header, or as the code of shapes? */
const isOfPlaces = (table: ReadTable, column: ReadColumn, codes: readonly ConceptId[]): boolean =>
  has(column, codes) ||
  forSubdivisions.test(column.name.replaceAll('_', ' ')) ||
  table.columns.some(({ examples }) => examples.some((value) => polygonal.test(value)));

const areSubdivisions = (values: readonly string[]): boolean => {
  const prefixes = new Set(values.map((value) => subdivisionCode.exec(value)?.[1] ?? value));
  return values.length >= fewSubdivisions && values.length <= mostSubdivisions && prefixes.size === 1;
};

/** A column for the country holds one code, or a column lists the parts of one country by their codes. */
const byCode = (tables: readonly ReadTable[], codes: readonly ConceptId[]): Shown | null => {
  for (const table of tables) {
    for (const column of table.columns) {
      const values = [...valuesOf(table, column.index).keys()];
      const isCountry = has(column, codes) && values.length === 1 && countryCode.test(values[0] ?? '');
      const isParts =
        areSubdivisions(values) && (values.every((value) => hyphened.test(value)) || isOfPlaces(table, column, codes));
      if (isCountry || isParts) {
        const ground = columnGround(table, column);
        return {
          reason: 'country-code',
          grounds: [{ ...ground, quote: `${ground.quote}: ${values.slice(0, 3).join(', ')}` }],
        };
      }
    }
  }
  return null;
};

/** Share of the values that must name such a body where the column is not called one: in passing, any list names a few. */
const someOf = 0.2;

/**
 * Several different values of a text column name a body of the kind asked for: of a column for bodies (`of.in`) any, of another
 * a fair share of its values.
 */
export const bodies: Shape = ({ reading }, clue) => {
  const isBody = (value: string): boolean =>
    value.length <= 120 && reading.find(value).some(({ concept }) => part(clue, 'of').includes(concept));
  for (const table of reading.tables) {
    for (const column of table.columns) {
      if (!['text', 'mixed', 'code'].includes(column.type) || has(column, part(clue, 'notIn'))) continue;
      const values = [...valuesOf(table, column.index).keys()];
      const named = values.filter(isBody);
      const least = has(column, part(clue, 'in')) ? 0 : values.length * someOf;
      if (named.length === 0 || named.length < least) continue;
      if (named.length >= (clue.atLeast ?? 2) || named.length === values.length) {
        const ground = columnGround(table, column);
        return {
          reason: 'bodies-named',
          grounds: [{ ...ground, quote: `${ground.quote}: ${named.slice(0, 3).join('; ').slice(0, 120)}` }],
        };
      }
    }
  }
  return null;
};

/** A column of places with as many different values as asked. */
export const manyPlaces: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const column = table.columns.find(
      (one) => has(one, part(clue, 'of')) && one.distinct >= (clue.atLeast ?? 2) && !has(one, part(clue, 'not')),
    );
    if (column !== undefined) return shownColumnsOf(table, [column], 'many-places');
  }
  return null;
};

/** Rows from which on a column of one value is what all of them are of. */
const leastRows = 3;
/** Share of the bodies of a column that must be of the kind for all of them to be. */
const nearlyAll = 0.8;

const isOneValue = (column: ReadColumn, table: ReadTable): boolean =>
  rowsOf(table) >= leastRows && column.distinct === 1 && !column.distinctIsFloor && column.fill > 0.99;

/** Columns that say of all rows that they are of one part of the country: by their header, or by a value that names one. */
const partColumns = (table: ReadTable, clue: ShapeClue, find: Finder): readonly ReadColumn[] => {
  const [parts, local] = [part(clue, 'parts'), part(clue, 'local')];
  const namesPart = ({ examples: [value = ''] }: ReadColumn): boolean =>
    find(value).some(({ concept, cover }) => local.includes(concept) && cover >= mostOfValue);
  return table.columns.filter((column) => isOneValue(column, table) && (has(column, parts) || namesPart(column)));
};

/** All tables are of the same part: files of several parts may be a whole country together. */
const samePart = ({ tables, find }: Reading, clue: ShapeClue, isWhole: (text: string) => boolean): Shown | null => {
  const found = tables.flatMap((table) => partColumns(table, clue, find).map((column) => ({ table, column })));
  const values = new Set(found.map(({ column }) => `${column.name} ${column.examples[0] ?? ''}`));
  const names = new Set(found.map(({ column }) => column.name));
  const [first] = found;
  if (first === undefined || values.size > names.size || isWhole(first.column.examples[0] ?? '')) return null;
  const ground = columnGround(first.table, first.column);
  return { reason: 'one-part', grounds: [{ ...ground, quote: `${ground.quote}: ${first.column.examples[0] ?? ''}` }] };
};

/** The columns for who buys, pays or publishes, and the fields for it inside of cells, with their values. */
const officesIn = (
  table: ReadTable,
  offices: readonly ConceptId[],
  find: Finder,
): readonly (readonly [ReadColumn, readonly string[]])[] => [
  ...table.columns
    .filter((column) => has(column, offices))
    .map((column) => [column, [...valuesOf(table, column.index).keys()]] as const),
  ...recordsInCells(table)
    .filter(({ label }) => find(label).some(({ concept }) => offices.includes(concept)))
    .flatMap(({ column, values }) => table.columns.slice(column, column + 1).map((one) => [one, values] as const)),
];

/** Who buys, pays or publishes are nearly all local bodies. */
const localBodiesIn = (table: ReadTable, clue: ShapeClue, find: Finder): Shown | null => {
  const local = part(clue, 'local');
  for (const [column, values] of officesIn(table, part(clue, 'offices'), find)) {
    const named = values.filter((value) => find(value).some(({ concept }) => local.includes(concept)));
    if (named.length === 0 || named.length < values.length * nearlyAll) continue;
    const ground = columnGround(table, column);
    const quote = `${ground.quote}: ${named.slice(0, 3).join('; ')}`.slice(0, 120);
    return { reason: 'local-bodies', grounds: [{ ...ground, quote }] };
  }
  return null;
};

/**
 * The data says itself that it is of one part of the country: a column for parts (`of.parts`) holds one of them, the
 * bodies of `of.offices` are `of.local` ones, or the title or name of the file names such a body. Where not all files were
 * seen, the others may hold the other parts.
 */
export const onePart: Shape = ({ reading, whole, scope }, clue) => {
  if (!whole) return null;
  const { tables, sightings, find } = reading;
  const country = [...part(clue, 'words'), ...part(clue, 'names')];
  const isWhole = (text: string): boolean =>
    find(text).some(({ concept, cover }) => country.includes(concept) && cover === 1);
  const said = sightings.filter(
    ({ concept, place }) => part(clue, 'local').includes(concept) && (place === 'title' || place === 'name'),
  );
  const isTitled = sightings.some(({ concept, place }) => country.includes(concept) && place === 'title');
  // A ministry for towns has the word in its titles, too.
  const isNational = scope?.level === 'national';
  if (said.length > 0 && !isTitled && !isNational) return shownBy(said, 'one-part');
  const bodies = tables.map((table) => localBodiesIn(table, clue, find)).find((found) => found !== null);
  return bodies ?? samePart(reading, clue, isWhole);
};

/** More rows than asked in one table: a list that long is hardly of one town, and may be of one province. */
export const manyRows: Shape = ({ reading }, clue) => {
  const isLong = (table: ReadTable): boolean => rowsOf(table) >= (clue.atLeast ?? 1);
  const table = reading.tables.find(isLong);
  return table === undefined ? null : shownColumnsOf(table, table.columns, 'many-rows');
};

/** Leading digits of the codes of a whole country, of which a part of it has one or two. */
const leastLeading = 7;
const leastCodes = 40;

/** Codes whose leading digits are spread over nearly all there can be, as only those of a whole country are. */
export const spreadCodes: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    for (const column of table.columns.filter((one) => has(one, part(clue, 'of')))) {
      const values = [...new Set(table.table.sample.map((row) => row[column.index] ?? ''))];
      const codes = values.filter((value) => /^\d{3,8}(?:-\d{3,4})?$/.test(value.trim()));
      const longest = Math.max(0, ...codes.map(({ length }) => length));
      const leading = new Set(codes.map((value) => value.trim().padStart(longest, '0')[0]));
      if (codes.length >= leastCodes && leading.size >= leastLeading) {
        return shownColumnsOf(table, [column], 'codes-spread');
      }
    }
  }
  return null;
};
