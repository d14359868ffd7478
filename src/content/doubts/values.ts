import type { ConceptId } from '../../model/content.ts';
import { columnGround } from '../columns.ts';
import { countIn } from '../numbers.ts';
import { questionsOf } from '../questions.ts';
import type { Reading, ReadTable } from '../reading.ts';
import { isCounting, isNumbering } from '../relations.ts';
import { valuesOf } from '../table-sightings.ts';
import type { Doubt } from './doubt.ts';

/** A long table has few columns of numbers: what they measure stands in the rows. */
const fewCounts = 3;

const isLong = ({ columns }: ReadTable): boolean => {
  const counts = columns.filter((column) => isCounting(column) && !isNumbering(column)).length;
  return counts > 0 && counts <= fewCounts;
};

/** Does a row that is labelled so hold a count? One that holds none lists a word, and measures nothing. */
const isCounted = ({ table: { sample }, columns }: ReadTable, at: number, value: string): boolean =>
  sample.some(
    (row) =>
      row[at] === value &&
      columns.some(
        (column) => column.index !== at && isCounting(column) && countIn(column, row[column.index] ?? '') !== null,
      ),
  );

const named = (table: ReadTable, column: number, id: ConceptId, { find }: Reading): string | undefined =>
  [...valuesOf(table, column).keys()].find(
    (value) =>
      find(value).some(({ concept, cover }) => concept === id && cover === 1) && isCounted(table, column, value),
  );

/**
 * Rows of a long table name what they measure, among so many names that only some were read, or that one of them may be
 * a person: that the others do not name it, or that this one does, tells nothing.
 */
export const valuesOpen: Doubt = (criterion, { reading }) => {
  const counts = questionsOf(criterion, reading).filter(({ expects }) => expects === 'count');
  for (const table of reading.tables.filter(isLong)) {
    for (const column of table.columns.filter(({ type }) => type === 'text' || type === 'mixed')) {
      for (const { id } of counts) {
        const value = named(table, column.index, id, reading);
        if (value === undefined) continue;
        const ground = columnGround(table, column);
        return { answer: 'Unsure', reason: 'values-open', where: [{ ...ground, quote: value }] };
      }
    }
  }
  return null;
};
