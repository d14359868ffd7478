import { lazy } from '../../text/lazy.ts';
import { has, part, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';
import type { Shape } from '../scene.ts';

/** Rows from which on codes that all begin alike are those of one area, and not a few of many. */
const leastRows = 20;
/** Letters and digits that the codes of an area share: those of a whole country differ in them. */
const sharedLength = 2;
const code = lazy(() => /^(?=.*\d)[\p{L}\d][\p{L}\d -]{2,9}$/u);

/** The codes of a column as long as the longest, so that a leading zero that a spreadsheet dropped is there again. */
const codesIn = ({ table }: ReadTable, { index }: ReadColumn): readonly string[] => {
  const written = table.sample
    .map((row) => (row[index] ?? '').trim().toUpperCase())
    .filter((value) => code().test(value));
  const longest = Math.max(0, ...written.filter((value) => /^\d+$/.test(value)).map(({ length }) => length));
  return written.map((value) => (/^\d+$/.test(value) ? value.padStart(longest, '0') : value));
};

/**
 * The codes of all rows begin alike, as those of one part of a country do. Beginnings that the codes of a whole country
 * share (`nationalBeginnings` of the concept) tell nothing.
 */
export const closeCodes: Shape = ({ reading }, clue) => {
  const concepts = part(clue, 'of');
  const national = concepts.flatMap((id) => reading.concepts.concepts[id]?.nationalBeginnings ?? []);
  const found = reading.tables.flatMap((table) =>
    table.columns
      .filter((column) => has(column, concepts))
      .map((column) => ({ table, column, codes: codesIn(table, column) })),
  );
  const all = found.flatMap(({ codes }) => codes);
  const [first, beginning] = [found[0], all[0]?.slice(0, sharedLength)];
  if (first === undefined || beginning === undefined || all.length < leastRows) return null;
  const isNational = national.some((whole) => all.every((value) => value.startsWith(whole)));
  if (isNational || !all.every((value) => value.startsWith(beginning))) return null;
  return shownColumnsOf(first.table, [first.column], 'codes-alike');
};
