import type { ShapeClue } from '../../model/content.ts';
import { has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import { bandsIn, countsIn } from '../counts.ts';
import { explanationOf } from '../explained.ts';
import { periodOf } from '../periods.ts';
import type { Question } from '../questions.ts';
import type { ReadColumn, Reading, ReadTable } from '../reading.ts';
import { runsOf } from '../relations.ts';
import type { Shape } from '../scene.ts';
import type { Shown } from '../shown.ts';
import { partsOf } from './votes.ts';

/* Counts that may be votes, though nothing says so: each under a name that nobody here knows, or of each choice and year. */

/** As many names beside one another may be those of choices; two may be anything. */
const leastNames = 3;
/** As many rows have counts of their own; a single one is a record. */
const leastRows = 3;

/** A column of votes is asked for as a count of any kind. */
const anyCount: Question = {
  id: 'votes',
  expects: 'count',
  words: {},
  measures: [],
  together: [],
};

/** A header in letters, as a name is; `q1` and `2019` are none. */
const isNamed = ({ levels, name }: ReadColumn): boolean => {
  const header = (levels.at(-1) ?? name).trim();
  return /^\p{L}[^\d]{2,}$/u.test(header) && !/^\p{Ll}/u.test(header);
};

const isUnknownCount = (column: ReadColumn, table: ReadTable, reading: Reading): boolean =>
  countsIn(table).includes(column) &&
  isNamed(column) &&
  !bandsIn(table).has(column) &&
  explanationOf(column, table, anyCount, reading) === 'unknown';

/** Several counts of each place under headers that are names for all that is known. */
const underNames = (table: ReadTable, places: readonly string[], reading: Reading): Shown | null => {
  const place = table.columns.find((column) => has(column, places) && column.distinct >= leastRows);
  if (place === undefined || rowsOf(table) < leastRows) return null;
  const run = runsOf(table, (column) => column !== place && isUnknownCount(column, table, reading)).find(
    (columns) => columns.length >= leastNames,
  );
  return run === undefined ? null : shownColumnsOf(table, run, 'names-over-counts');
};

/** Rows name a choice, and counts stand under years. */
const underYears = (table: ReadTable, clue: ShapeClue): Shown | null => {
  const { choice, other } = partsOf(clue);
  const named = table.columns.find(
    (column) => column.type === 'text' && column.distinct > 1 && has(column, choice) && !has(column, other),
  );
  const years = table.columns.filter(
    (column) =>
      column.numbers !== null && column.numbers.max > 0 && periodOf(column.levels.at(-1) ?? column.name) !== null,
  );
  const [first] = years;
  return named === undefined || first === undefined
    ? null
    : shownColumnsOf(table, [named, first], 'counts-of-choices-by-year');
};

/**
 * Counts that may be votes: under several names that nobody here knows, by place (`of.place`), in data that speaks of a vote
 * (`of.about`), or under years beside the name of a choice (`of.choice`).
 */
export const perhapsVotes: Shape = ({ reading }, clue) => {
  const isAbout = reading.sightings.some(({ concept }) => part(clue, 'about').includes(concept));
  for (const table of reading.tables) {
    const found = (isAbout ? underNames(table, part(clue, 'place'), reading) : null) ?? underYears(table, clue);
    if (found !== null) return found;
  }
  return null;
};
