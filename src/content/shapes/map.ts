import type { ShapeClue } from '../../model/content.ts';

import { has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, Reading, ReadTable, Sighting } from '../reading.ts';
import type { Scene, Shape } from '../scene.ts';
import { shownBy } from '../shown.ts';
import { geometry, hasGeometry } from './geography.ts';

/** Share of the rows that must have a value for a column to be of what the layer shows, and not a remark on some of it. */
const enoughFilled = 0.1;

const columnOf = ({ table, column }: Sighting): ReadColumn | undefined =>
  column === null ? undefined : table?.columns[column];

const isFilled = (column: ReadColumn | undefined): boolean => column !== undefined && column.fill >= enoughFilled;

/** Fields of features are columns of their table; only keys beside them name layers. */
const isOfFeatures = ({ part: path }: Sighting): boolean => /^features\b/.test(path);

/** Does a sighting name a layer or a class of features, not a passing word? */
const namesLayer = (sighting: Sighting, clue: ShapeClue): boolean => {
  switch (sighting.place) {
    case 'title':
    case 'name':
      return part(clue, 'theme').includes(sighting.concept);
    case 'key':
      return part(clue, 'theme').includes(sighting.concept) && !isOfFeatures(sighting);
    case 'value':
      return part(clue, 'theme').includes(sighting.concept) && isFilled(columnOf(sighting));
    case 'column':
      return part(clue, 'field').includes(sighting.concept) && isFilled(columnOf(sighting));
    default:
      return false;
  }
};

/** Is the geometry of the kind that such features are drawn as, or not told? */
const canBeDrawn = ({ reading }: Scene, kinds: readonly string[]): boolean =>
  !hasGeometry(reading, ['point', 'line', 'polygon']) || hasGeometry(reading, kinds);

/**
 * A map marks what `of.theme` names: a layer or a class of features is called so, or a field of theirs as `of.field` says.
 * Fields and classes tell only over geometry of `kinds`, where these are given.
 */
export const marked: Shape = (scene, clue) => {
  const { reading } = scene;
  const isDrawn = clue.kinds === undefined || canBeDrawn(scene, clue.kinds);
  return shownBy(
    reading.sightings.filter(
      (sighting) => namesLayer(sighting, clue) && (isDrawn || sighting.place === 'title' || sighting.place === 'name'),
    ),
  );
};

/** How many layers of geometry there are. */
const layersIn = ({ tables, units }: Reading): number =>
  tables.filter(({ columns }) => columns.some(({ type, name }) => type === 'geometry' || name === 'geometry')).length +
  units.filter(({ inspection }) => inspection.keys.some(({ path }) => path === 'geometry')).length;

/** Nothing tells that the one layer is of something else, which `of.theme` names; of several layers another may be what is asked. */
export const unmarked: Shape = (scene, clue) => {
  const [unit] = scene.reading.units;
  if (unit === undefined || (layersIn(scene.reading) === 1 && marked(scene, clue) !== null)) return null;
  return { reason: 'none-named', grounds: [{ evidence: unit.evidence, part: unit.name }] };
};

/** Share of the polygons that must each have a name of their own for the layer to be one of such units. */
const mostlyApart = 0.5;
const leastUnits = 2;

const isOfUnits = (table: ReadTable, column: ReadColumn, clue: ShapeClue): boolean =>
  has(column, part(clue, 'key')) ||
  (has(column, part(clue, 'name')) &&
    (column.type === 'text' || column.type === 'code') &&
    column.distinct >= leastUnits &&
    column.distinct >= rowsOf(table) * mostlyApart);

const unitsIn = ({ tables }: Reading, clue: ShapeClue) =>
  tables
    .flatMap((table) => table.columns.map((column) => ({ table, column })))
    .find(({ table, column }) => isFilled(column) && isOfUnits(table, column, clue));

/**
 * Polygons are units that a country is parted in or is itself: they have the keys of a standard for such units (`of.key`), or
 * each has a name of its own in a column for them (`of.name`).
 */
export const territories: Shape = (scene, clue) => {
  if (geometry(scene, { shape: 'geometry', kinds: ['polygon'] }) === null) return null;
  const found = unitsIn(scene.reading, clue);
  return found === undefined ? null : shownColumnsOf(found.table, [found.column], 'territories');
};
