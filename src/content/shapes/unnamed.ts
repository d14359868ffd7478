import { type Shape, type Shown } from '../clues.ts';
import { part, shownColumnsOf } from '../columns.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';
import { addUpTo, isAtLeast, isCounting } from '../relations.ts';

/** A header this short is a code that only a code book explains. */
const codeLength = 3;
/** More columns than these are not tried against each other. */
const mostColumns = 24;

const isCoded = ({ name, levels, hits }: ReadColumn): boolean =>
  hits.size === 0 && (levels.length === 0 || name.length <= codeLength || /^column \d+$/.test(name));

const codedCounts = (table: ReadTable): readonly ReadColumn[] =>
  table.columns.filter((column) => isCoded(column) && isCounting(column)).slice(0, mostColumns);

interface Account {
  readonly smaller: ReadColumn;
  readonly larger: ReadColumn;
  readonly whole: ReadColumn;
}

/** Three counts of which two add up to the third, as valid and invalid ballots do to those cast. */
const accountIn = (table: ReadTable, counts: readonly ReadColumn[]): Account | null => {
  for (const whole of counts) {
    for (const [at, one] of counts.entries()) {
      for (const other of counts.slice(at + 1)) {
        if (one === whole || other === whole || !addUpTo(table, [one.index, other.index], whole.index)) continue;
        const isSmaller = (one.numbers?.sum ?? 0) < (other.numbers?.sum ?? 0);
        return { smaller: isSmaller ? one : other, larger: isSmaller ? other : one, whole };
      }
    }
  }
  return null;
};

/**
 * Counts under codes, or under no header, whose sums are those of a ballot account: what is asked may be among them.
 * `of.role` says which is asked for: `part` (the smaller addend), `beyond` (a count larger than the whole), or `any`.
 */
export const codedAccount: Shape = ({ reading }, clue): Shown | null => {
  for (const table of reading.tables) {
    const counts = codedCounts(table);
    const account = accountIn(table, counts);
    if (account === null) continue;
    const beyond = counts.filter(
      (column) => column !== account.whole && (column.numbers?.sum ?? 0) > (account.whole.numbers?.sum ?? 0) && isAtLeast(table, column.index, account.whole.index),
    );
    const [role] = part(clue, 'role');
    const columns = role === 'part' ? [account.smaller, account.larger, account.whole] : role === 'beyond' ? beyond : counts;
    const shown = shownColumnsOf(table, columns, 'coded-account');
    if (shown !== null) return shown;
  }
  return null;
};

/** A table without any header: what its columns are, only a code book tells. */
export const noHeader: Shape = ({ reading }): Shown | null => {
  const table = reading.tables.find(
    ({ table: { headerRows }, columns }) => headerRows === 0 && columns.length >= 3 && columns.every(({ levels }) => levels.length === 0 || /^column/.test(levels[0] ?? '')),
  );
  return table === undefined ? null : shownColumnsOf(table, table.columns, 'no-header');
};
