import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { type Shape, shownBy } from '../clues.ts';
import { has, part } from '../columns.ts';
import type { Sighting } from '../reading.ts';

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
  const passing = reading.sightings.filter((sighting) => isPassing(sighting, clue));
  if (ofConcepts([...plain, ...passing], part(clue, 'rival')).length > 0) return null;
  return shownBy(ofConcepts(passing, part(clue, 'is')), 'named');
};
