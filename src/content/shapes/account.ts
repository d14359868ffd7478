import { has, part, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';
import { addUpTo, isAtLeast, isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';
import type { Shown } from '../shown.ts';

/** A remainder is a small part of the whole; a number that large would be something else. */
const largestRemainder = 0.3;
/** Those who may do something outnumber those who did by this much, and by no more than that. */
const margins = [1.05, 8] as const;

const sumOf = ({ numbers }: ReadColumn): number => numbers?.sum ?? 0;

/** Counts whose header says nothing that is known. */
const unnamedCounts = ({ columns }: ReadTable): readonly ReadColumn[] =>
  columns.filter((column) => column.hits.size === 0 && isCounting(column)).slice(0, 60);

const ofConcepts = ({ columns }: ReadTable, concepts: readonly string[]): readonly ReadColumn[] =>
  columns.filter((column) => has(column, concepts) && isCounting(column));

/** What is left of the whole after the part, in every row: `whole` = `part` + an unnamed count. */
export const remainder: Shape = ({ reading }, clue): Shown | null => {
  for (const table of reading.tables) {
    for (const whole of ofConcepts(table, part(clue, 'whole'))) {
      for (const main of ofConcepts(table, part(clue, 'part')).filter((column) => column !== whole)) {
        const rest = unnamedCounts(table).find(
          (column) =>
            sumOf(column) <= sumOf(whole) * largestRemainder && addUpTo(table, [main.index, column.index], whole.index),
        );
        if (rest !== undefined) return shownColumnsOf(table, [rest, main, whole], 'what-is-left');
      }
    }
  }
  return null;
};

/** An unnamed count that is larger than a named one in every row, within reason. */
export const unnamedAbove: Shape = ({ reading }, clue): Shown | null => {
  for (const table of reading.tables) {
    for (const below of ofConcepts(table, part(clue, 'below'))) {
      const above = unnamedCounts(table).find((column) => {
        const ratio = sumOf(column) / sumOf(below);
        return ratio >= margins[0] && ratio <= margins[1] && isAtLeast(table, column.index, below.index);
      });
      if (above !== undefined) return shownColumnsOf(table, [above, below], 'unnamed-above');
    }
  }
  return null;
};
