import { isNonEmpty } from '../model/basics.ts';
import type { Ground } from '../model/check.ts';
import type { ConceptId, ShapeClue } from '../model/content.ts';
import { quotedName } from './quotes.ts';
import type { ReadColumn, ReadTable } from './reading.ts';
import type { Shown } from './shown.ts';

/** Does the header of a column name one of the concepts? */
export const has = ({ hits }: ReadColumn, concepts: readonly ConceptId[]): boolean =>
  concepts.some((id) => hits.has(id));

/** The concepts that play a part in a shape; none where the criterion names none. */
export const part = ({ of = {} }: ShapeClue, name: string): readonly ConceptId[] => of[name] ?? [];

/** Where a column can be opened again. */
export const columnGround = (table: ReadTable, column: ReadColumn): Ground => ({
  evidence: table.unit.evidence,
  part: [table.part, `column ${column.index + 1}`].filter((text) => text !== '').join(', '),
  quote: quotedName(column).slice(0, 120),
});

const shownColumns = 3;

/** Columns as what a shape found, null where there are none. */
export const shownColumnsOf = (table: ReadTable, columns: readonly ReadColumn[], reason: string): Shown | null => {
  const grounds = columns.slice(0, shownColumns).map((column) => columnGround(table, column));
  return isNonEmpty(grounds) ? { reason, grounds } : null;
};

/** Rows of a table: as counted, else as sampled. */
export const rowsOf = ({ table }: ReadTable): number => table.rows ?? table.sample.length;
