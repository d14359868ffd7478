import type { Ground } from '../model/check.ts';
import type { ElectoralLaw } from '../model/contest.ts';
import type { Column } from '../model/inspection.ts';
import { seatSums } from './laws.ts';
import { columnAt, type TableAt } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sum that is so near to the seats is of seats: some are vacant, or not told. */
const tolerance = 0.02;

/** A running number of the rows says nothing of what they count. */
const isIndex = ({ distinct, numbers }: Column, rows: number): boolean =>
  numbers !== null && distinct >= rows && numbers.min >= 0 && numbers.max <= rows + 1 && numbers.min <= 1;

const sumOf = ({ numbers }: Column): number => numbers?.sum ?? 0;

interface Counting {
  readonly at: TableAt;
  /** Columns of whole numbers, with their place in the table. */
  readonly columns: readonly { readonly column: Column; readonly index: number }[];
}

const countingIn = (at: TableAt): Counting => {
  const rows = at.table.rows ?? at.table.sample.length;
  return {
    at,
    columns: at.table.columns
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => column.type === 'integer' && column.numbers !== null && !isIndex(column, rows)),
  };
};

/** The column that sums to one of the numbers of seats, or the first of several that do together. */
const seatsAmong = ({ columns }: Counting, sums: readonly number[]): Counting['columns'][number] | undefined => {
  const isSeats = (sum: number): boolean => sums.some((seats) => Math.abs(sum - seats) <= tolerance * seats);
  const alone = columns.find(({ column }) => isSeats(sumOf(column)));
  const together = columns.reduce((sum, { column }) => sum + sumOf(column), 0);
  return alone ?? (isSeats(together) ? columns[0] : undefined);
};

const groundIn = (counting: Counting, sums: readonly number[], { isVotes }: Vocabulary): Ground | null => {
  const found = seatsAmong(counting, sums);
  const isOfVotes = counting.columns.some(({ column }) => isVotes(column.name));
  // Votes of a whole country are more than its seats: where a column is larger than all seats, it may be of votes.
  const largest = Math.max(...counting.columns.map(({ column }) => sumOf(column)));
  const isMore = largest > (1 + tolerance) * Math.max(...sums);
  if (found === undefined || isOfVotes || isMore || !counting.at.isComplete) return null;
  return { ...columnAt(counting.at, found.index), quote: `${found.column.name} (sum ${sumOf(found.column)})` };
};

/**
 * Tables whose numbers sum to the seats of a contest, and have none that is larger: they hold seats, whatever their headers
 * leave open. Null where one of the tables may hold votes, or says so.
 */
export const seatsInstead = (law: ElectoralLaw, tables: readonly TableAt[], vocabulary: Vocabulary): Ground | null => {
  const sums = seatSums(law);
  const counting = tables.map(countingIn).filter(({ columns }) => columns.length > 0);
  if (sums.length === 0) return null;
  const found = counting.map((one) => groundIn(one, sums, vocabulary));
  return found.includes(null) ? null : (found[0] ?? null);
};
