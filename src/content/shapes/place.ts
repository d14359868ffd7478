import type { ConceptId } from '../../model/content.ts';
import { type Shape, type Shown, shownBy } from '../clues.ts';
import { columnGround, has, part, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, ReadTable, Sighting } from '../reading.ts';
import { valuesOf } from '../table-sightings.ts';

/** A column of this few values tells what all rows are of. */
const fewValues = 3;

const columnOf = ({ table, column }: Sighting): ReadColumn | undefined =>
  column === null ? undefined : table?.columns[column];

const isOfWhole = (sighting: Sighting): boolean => {
  if (sighting.place === 'title' || sighting.place === 'column' || sighting.place === 'key') return true;
  return sighting.place === 'value' && (columnOf(sighting)?.distinct ?? 1) <= fewValues;
};

/** The whole country is named: by a word for it, or by its name in a title or in a column of one value. */
export const wholeCountry: Shape = ({ reading }, clue) => {
  const words = reading.sightings.filter(
    (sighting) => part(clue, 'words').includes(sighting.concept) && (isOfWhole(sighting) || sighting.place === 'value'),
  );
  const names = reading.sightings.filter(
    (sighting) => part(clue, 'names').includes(sighting.concept) && isOfWhole(sighting),
  );
  return shownBy([...words, ...names], 'whole-country') ?? byCode(reading.tables, part(clue, 'codes'));
};

/** ISO 3166: a code of a country, or of a part of one. */
const countryCode = /^[A-Z]{2,3}$/;
const subdivisionCode = /^([A-Z]{2})-?[A-Z0-9]{1,3}$/;
const fewSubdivisions = 5;

/** A column for the country holds one code, or a column lists the parts of one country by their codes. */
const byCode = (tables: readonly ReadTable[], codes: readonly ConceptId[]): Shown | null => {
  for (const table of tables) {
    for (const column of table.columns) {
      const values = [...valuesOf(table, column.index).keys()];
      const isCountry = has(column, codes) && values.length === 1 && countryCode.test(values[0] ?? '');
      const prefixes = new Set(values.map((value) => subdivisionCode.exec(value)?.[1] ?? value));
      const isParts = values.length >= fewSubdivisions && prefixes.size === 1 && subdivisionCode.test(values[0] ?? '');
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

/** Several different values of a text column name a body of the kind asked for. */
export const bodies: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    for (const column of table.columns) {
      if (!['text', 'mixed', 'code'].includes(column.type) || has(column, part(clue, 'notIn'))) continue;
      const values = [...valuesOf(table, column.index).keys()];
      const named = values.filter(
        (value) => value.length <= 120 && reading.find(value).some(({ concept }) => part(clue, 'of').includes(concept)),
      );
      if (named.length >= (clue.atLeast ?? 2) || (named.length > 0 && named.length === values.length)) {
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

/** More rows than asked in one table: a list that long covers more than a town. */
export const manyRows: Shape = ({ reading }, clue) => {
  const isLong = ({ table }: ReadTable): boolean => (table.rows ?? table.sample.length) >= (clue.atLeast ?? 1);
  const table = reading.tables.find(isLong);
  return table === undefined ? null : shownColumnsOf(table, table.columns, 'many-rows');
};
