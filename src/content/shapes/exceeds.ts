import { has, part, shownColumnsOf } from '../columns.ts';
import { isAtLeast, isCounting } from '../relations.ts';
import type { Shape } from '../scene.ts';

/** How much larger the sum of the one must be than that of the other. */
const margin = 1.03;

/**
 * A count that is larger than another in every row, and clearly so: those who may do something, beside those who did.
 * `of.larger` and `of.smaller` name them.
 */
export const exceeds: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const counts = table.columns.filter(isCounting);
    for (const larger of counts.filter((column) => has(column, part(clue, 'larger')))) {
      const smaller = counts.find(
        (column) =>
          column !== larger &&
          has(column, part(clue, 'smaller')) &&
          (larger.numbers?.sum ?? 0) >= (column.numbers?.sum ?? 0) * margin &&
          isAtLeast(table, larger.index, column.index),
      );
      if (smaller !== undefined) return shownColumnsOf(table, [larger, smaller], 'larger-in-every-row');
    }
  }
  return null;
};
