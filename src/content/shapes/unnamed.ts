import { lazy } from '../../text/lazy.ts';
import { part, rowsOf, shownColumnsOf } from '../columns.ts';
import { countsIn } from '../counts.ts';
import { periodOf } from '../periods.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';
import { addUpTo, isAtLeast, isRowNumber } from '../relations.ts';
import type { Shape } from '../scene.ts';
import type { Shown } from '../shown.ts';

/** A header this short is a code that only a code book explains. */
const codeLength = 3;
/** More columns than these are not tried against each other. */
const mostColumns = 24;

/** Postal votes are counted in rows of their own, which have no electors. */
const mostRowsWithout = 0.5;
const noName = /^column \d+$/;

const isCoded = ({ name, hits }: ReadColumn): boolean =>
  hits.size === 0 && (name.length <= codeLength || noName.test(name));

const codedCounts = (table: ReadTable): readonly ReadColumn[] =>
  countsIn(table)
    .filter((column) => isCoded(column) && !isRowNumber(table, column))
    .slice(0, mostColumns);

interface Account {
  readonly smaller: ReadColumn;
  readonly whole: ReadColumn;
}

/** Triples of counts of which two add up to the third, as valid and invalid ballots do to those cast. */
function* accountsIn(table: ReadTable, counts: readonly ReadColumn[]): Generator<Account> {
  for (const [at, one] of counts.entries()) {
    for (const other of counts.slice(at + 1)) {
      const sum = sumOf(one) + sumOf(other);
      const whole = counts.find(
        (column) =>
          Math.abs(sumOf(column) - sum) <= sum * 0.01 && addUpTo(table, [one.index, other.index], column.index),
      );
      if (whole !== undefined) yield { smaller: sumOf(one) < sumOf(other) ? one : other, whole };
    }
  }
}

const sumOf = ({ numbers }: ReadColumn): number => numbers?.sum ?? 0;

const beyond = (table: ReadTable, counts: readonly ReadColumn[], { whole }: Account): ReadColumn | undefined =>
  counts.find((column) => sumOf(column) > sumOf(whole) && isAtLeast(table, column.index, whole.index, mostRowsWithout));

/**
 * Counts under codes, or under no header, whose sums are those of a ballot account: what is asked may be among them.
 * `of.role` says what is asked for: `part`, the smaller addend, or `beyond`, a count larger than the whole.
 */
export const codedAccount: Shape = ({ reading }, clue): Shown | null => {
  const isBeyond = part(clue, 'role').includes('beyond');
  for (const table of reading.tables) {
    const counts = codedCounts(table);
    for (const account of accountsIn(table, counts)) {
      const column = isBeyond ? beyond(table, counts, account) : account.smaller;
      if (column !== undefined) return shownColumnsOf(table, [column, account.whole], 'coded-account');
    }
  }
  return null;
};

const isHeaderless = ({ columns }: ReadTable): boolean =>
  columns.length >= 3 && columns.every(({ name }) => noName.test(name));

const valuesIn = ({ table: { sample } }: ReadTable, { index }: ReadColumn): readonly string[] =>
  sample.flatMap((row) => ((row[index] ?? '').trim() === '' ? [] : [(row[index] ?? '').trim()]));

/** A number that registers give: six digits and more, a letter or two before them, and no day. */
const registered = lazy(() => /^\p{Lu}{0,3}\d{6,14}$/u);
/** The number that a row is registered under stands among its first columns, and no two rows have the same. */
const firstColumns = 3;

const isRegistered = (table: ReadTable, column: ReadColumn): boolean => {
  const values = valuesIn(table, column);
  return (
    values.length > 0 &&
    values.length >= rowsOf(table) * leastUnique &&
    new Set(values).size >= values.length * leastUnique &&
    values.every((value) => registered().test(value) && periodOf(value) === null)
  );
};

const leastUnique = 0.9;

/** A number under no header that tells the rows of a register apart. */
export const unnamedNumber: Shape = ({ reading }): Shown | null => {
  for (const table of reading.tables.filter(isHeaderless)) {
    const column = table.columns.slice(0, firstColumns).find((one) => isRegistered(table, one));
    if (column !== undefined) return shownColumnsOf(table, [column], 'unnamed-number');
  }
  return null;
};

/** House numbers and postal codes stand so many columns after the kind of street. */
const addressColumns = 6;
const postalCode = /^(?:[A-Z]{1,2}-?)?\d{4,8}$/;
const leastOf = 0.5;

const mostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length >= values.length * leastOf;

/** Columns under no header that begin with a word for a street (`of.street`) and go on to a postal code: an address. */
export const unnamedAddress: Shape = ({ reading }, clue): Shown | null => {
  const isStreet = (value: string): boolean =>
    reading.find(value).some(({ concept }) => part(clue, 'street').includes(concept));
  for (const table of reading.tables.filter(isHeaderless)) {
    const street = table.columns.find((column) => mostly(valuesIn(table, column), isStreet));
    if (street === undefined) continue;
    const next = table.columns.slice(street.index + 1, street.index + 1 + addressColumns);
    const code = next.find((column) => mostly(valuesIn(table, column), (value) => postalCode.test(value)));
    if (code !== undefined) return shownColumnsOf(table, [street, code], 'unnamed-address');
  }
  return null;
};

/** A table without any header: what its columns are, only a code book tells. */
export const noHeader: Shape = ({ reading }): Shown | null => {
  const table = reading.tables.find(
    (one) => one.columns.length >= 3 && rowsOf(one) >= 1 && one.columns.every(({ name }) => noName.test(name)),
  );
  return table === undefined ? null : shownColumnsOf(table, table.columns, 'no-header');
};
