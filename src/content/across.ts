import { lazy } from '../text/lazy.ts';
import type { ReadColumn, Reading, ReadTable } from './reading.ts';
import { isCounting } from './relations.ts';

/* Tables on their side: rows are what is measured, columns what it is measured of. */

/** `1. Town hall`, `2) Library`: a name with a number before it. */
const listed = lazy(() => /^(\d{1,4})[.)]\s*\p{L}/u);

const numberOf = ({ levels, name }: ReadColumn): number | null => {
  const found = listed().exec((levels[0] ?? name).trim());
  return found === null ? null : Number(found[1]);
};

/** As many columns, numbered one after the other, list what the figures are of. */
const leastListed = 3;
/** As many counts that rows are labelled with show that columns are none of them, nor one choice each. */
const leastLabels = 2;

/** Is each row labelled with what it counts, as an account of ballots is, and not with whom it is of? */
const isLabelled = (table: ReadTable, { sightings, concepts }: Reading): boolean => {
  const labels = sightings.filter(
    (one) => one.table === table && one.place === 'value' && concepts.concepts[one.concept]?.expects === 'count',
  );
  return new Set(labels.map(({ concept }) => concept)).size >= leastLabels;
};

/** The columns of a table on its side, one for each of a numbered list; none where the table is no such table. */
export const listedAcross = (table: ReadTable, reading: Reading): readonly ReadColumn[] => {
  const columns = table.columns.filter((column) => isCounting(column) && numberOf(column) !== null);
  const inOrder = columns.filter(
    (column, at) => at === 0 || numberOf(column) === (numberOf(columns[at - 1] ?? column) ?? 0) + 1,
  );
  return inOrder.length >= leastListed && isLabelled(table, reading) ? inOrder : [];
};
