import { has, part, shownColumnsOf } from '../columns.ts';
import { numberIn } from '../numbers.ts';
import type { ReadColumn, Reading, ReadTable } from '../reading.ts';
import type { Shape } from '../scene.ts';
import type { Shown } from '../shown.ts';
import { valuesOf } from '../table-sightings.ts';

/** Words that geometry values begin with, by kind, in any standard. */
const kinds: Readonly<Record<string, RegExp>> = {
  point: /^\(?(?:multi)?point\b/i,
  line: /^\(?(?:multi)?linestring\b/i,
  polygon: /^\(?(?:multi)?polygon\b/i,
};

/** Well-known binary in hexadecimal digits: the order of bytes, the type of geometry, with flags in its highest byte. */
const binary =
  /^(?:01([0-9A-F]{2})0[0-9A-F]00([0-9A-F]{2})|00[0-9A-F]{2}00(?:0[0-9A-F])([0-9A-F]{2}))(?:[0-9A-F]{2}){12,}$/i;
const binaryKinds: Readonly<Record<string, readonly number[]>> = { point: [1, 4], line: [2, 5], polygon: [3, 6] };

const isBinaryOf = (value: string, kind: string): boolean => {
  const found = binary.exec(value.slice(0, 400).replace(/[^0-9A-F]$/i, ''));
  const type = Number.parseInt(found?.[1] ?? found?.[3] ?? '0', 16);
  return binaryKinds[kind]?.includes(type) ?? false;
};

const isOfKind = (value: string, kind: string): boolean =>
  (kinds[kind]?.test(value) ?? false) || isBinaryOf(value, kind);

const geometryOf = (table: ReadTable, wanted: readonly string[]): ReadColumn | undefined =>
  table.columns.find((column) => {
    const values = [...valuesOf(table, column.index).keys()].slice(0, 40);
    const found = values.filter((value) => wanted.some((kind) => isOfKind(value, kind)));
    return found.length > 0 && found.length * 2 >= values.length;
  });

/** Paths of elements that hold geometry in GML and its relatives, and in the JSON of Esri, by kind. */
const paths: Readonly<Record<string, RegExp>> = {
  point: /point\b.*(?:pos|coordinates)$|\bgeometry\.[xy]$/i,
  line: /(?:linestring|curve)\b.*(?:pos|poslist|coordinates)$|\bgeometry\.paths\b/i,
  polygon: /(?:polygon|polygonpatch|surface|multisurface)\b.*(?:pos|poslist|coordinates)$|\bgeometry\.rings\b/i,
};

/** The kind of geometry of shapes that stand outside of a table, as a key of its own. */
const isKindOf = (path: string, examples: readonly string[], wanted: readonly string[]): boolean =>
  path === 'geometry' && examples.some((value) => wanted.some((kind) => kinds[kind]?.test(value) ?? false));

const isPathOf = (path: string, wanted: readonly string[]): boolean =>
  wanted.some((kind) => paths[kind]?.test(path) ?? false);

/** Geometry written as elements: as a column of a table, or as keys of a record. */
const asElements = ({ tables, units }: Reading, wanted: readonly string[]): Shown | null => {
  for (const table of tables) {
    const column = table.columns.find(({ name, fill }) => fill > 0 && isPathOf(name, wanted));
    if (column !== undefined) return shownColumnsOf(table, [column], 'geometry');
  }
  for (const { evidence, inspection } of units) {
    const key = inspection.keys.find(
      ({ path, examples }) => examples.length > 0 && (isPathOf(path, wanted) || isKindOf(path, examples, wanted)),
    );
    if (key !== undefined)
      return { reason: 'geometry', grounds: [{ evidence, part: key.path, quote: key.examples[0] ?? '' }] };
  }
  return null;
};

const geometryIn = (reading: Reading, wanted: readonly string[]): Shown | null => {
  for (const table of reading.tables) {
    const column = geometryOf(table, wanted);
    if (column !== undefined) return shownColumnsOf(table, [column], 'geometry');
  }
  return asElements(reading, wanted);
};

/** Is there geometry of one of these kinds? */
export const hasGeometry = (reading: Reading, wanted: readonly string[]): boolean =>
  geometryIn(reading, wanted) !== null;

/** Geometry of the kinds asked for: in a column, or as the elements of a standard that is made for it. */
export const geometry: Shape = ({ reading }, { kinds: wanted = ['polygon'] }): Shown | null =>
  geometryIn(reading, wanted);

/** Degrees with decimals, latitude and longitude in either order, in one cell. */
const bothDegrees = /^\(?\s*(-?\d{1,3}\.\d{3,})\s*[,; ]\s*(-?\d{1,3}\.\d{3,})\s*\)?$/;

const isOnEarth = (value: string): boolean => {
  const [, one = '', other = ''] = bothDegrees.exec(value.trim()) ?? [];
  return one !== '' && Math.abs(Number(one)) <= 180 && Math.abs(Number(other)) <= 180;
};

/** A column of places, each as one text of two degrees. */
const pairIn = (table: ReadTable): ReadColumn | undefined =>
  table.columns.find((column) => {
    const values = [...valuesOf(table, column.index).keys()].slice(0, 40);
    return values.length >= 2 && values.filter(isOnEarth).length * 2 > values.length;
  });

const isCoordinate = (table: ReadTable, column: ReadColumn): boolean => {
  if (column.numbers !== null) return column.numbers.max !== column.numbers.min || column.numbers.max !== 0;
  const values = [...valuesOf(table, column.index).keys()].slice(0, 20);
  return values.length > 0 && values.filter((value) => numberIn(column, value) !== null).length * 2 > values.length;
};

/** Two columns of numbers that can only be places: degrees with decimals, or grid metres of six digits and more. */
const unnamedPair = (table: ReadTable): readonly ReadColumn[] => {
  const isGrid = ({ numbers, hits, name }: ReadColumn): boolean =>
    numbers !== null &&
    hits.size === 0 &&
    /^column \d+$/.test(name) &&
    numbers.min >= 1_000 &&
    numbers.max >= 100_000 &&
    numbers.max <= 1_500_000;
  const at = table.columns.findIndex((column, index) => isGrid(column) && isGridNext(table.columns[index + 1], isGrid));
  return at < 0 ? [] : table.columns.slice(at, at + 2);
};

const isGridNext = (next: ReadColumn | undefined, isGrid: (column: ReadColumn) => boolean): boolean =>
  next !== undefined && isGrid(next);

/** A pair of coordinates, or points. */
export const coordinates: Shape = (scene, clue) => {
  for (const table of scene.reading.tables) {
    const [latitude, longitude] = [part(clue, 'latitude'), part(clue, 'longitude')].map((concepts) =>
      table.columns.find((column) => has(column, concepts) && isCoordinate(table, column)),
    );
    if (latitude !== undefined && longitude !== undefined)
      return shownColumnsOf(table, [latitude, longitude], 'coordinates');
    const pair = unnamedPair(table);
    if (pair.length === 2) return shownColumnsOf(table, pair, 'coordinates');
    const both = pairIn(table);
    if (both !== undefined) return shownColumnsOf(table, [both], 'coordinates');
  }
  return geometry(scene, { shape: 'geometry', kinds: ['point'] });
};

/** Share of the values that must look alike and differ for a column to be a list of codes. */
const leastAlike = 0.9;

const isCodeList = (table: ReadTable, column: ReadColumn): boolean => {
  const values = [...valuesOf(table, column.index).keys()];
  const alike = values.filter((value) => /^[A-Z0-9][A-Z0-9 -]{3,9}$/.test(value) && /\d/.test(value));
  return values.length >= 5 && alike.length >= values.length * leastAlike && /^column \d+$/.test(column.name);
};

/** A list of short codes under no header, beside a pair of coordinates: codes of places. */
export const codedPlaces: Shape = ({ reading }) => {
  for (const table of reading.tables) {
    const column = table.columns.find((one) => isCodeList(table, one));
    const pair = unnamedPair(table);
    if (column !== undefined && pair.length === 2) return shownColumnsOf(table, [column, ...pair], 'coded-places');
  }
  return null;
};

/** As many entries of a map, and share of its entries, must be short codes. */
const leastEntries = 20;
const mostlyCodes = 0.6;

const isEntry = (path: string, value: string): boolean =>
  /\p{L}{2}/u.test(path.split('.').at(-1) ?? '') && /^(?=.*\d)[A-Z\d][A-Z\d -]{2,8}$/.test(value);

/** A map from names to short codes, `"Upper Town": "20431"`: each key is the name of what its code is of. */
export const codeMap: Shape = ({ reading }) => {
  for (const { evidence, inspection } of reading.units) {
    const leaves = inspection.keys.filter(({ examples }) => examples.length > 0);
    const entries = leaves.filter(({ path, count, examples: [value = ''] }) => count <= 2 && isEntry(path, value));
    const [first] = entries;
    if (first === undefined || entries.length < leastEntries || entries.length < leaves.length * mostlyCodes) continue;
    const quote = `${first.path.split('.').at(-1) ?? ''}: ${first.examples[0] ?? ''}`;
    return { reason: 'code-map', grounds: [{ evidence, part: first.path, quote }] };
  }
  return null;
};
