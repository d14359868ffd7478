import type { Ground } from '../../model/check.ts';
import { columnGround } from '../columns.ts';
import { periodOf } from '../periods.ts';
import type { ReadTable } from '../reading.ts';
import type { Shape } from '../scene.ts';

/* Data of one hour or one day, which tells nothing of how often there is another. */

/** A day within a name. */
const day = /(?<!\d)(?:19|20)\d{2}([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/;

const isOfOneDay = (value: string): boolean => (periodOf(value)?.days ?? Number.POSITIVE_INFINITY) <= 1;

interface Dated {
  readonly ground: Ground;
  readonly isOneDay: boolean;
}

/** The columns that say when: with a date, or a year, in the first of their values. */
const datedIn = (table: ReadTable): readonly Dated[] =>
  table.columns
    .filter(({ examples, dates, type }) => dates !== null || type === 'year' || periodOf(examples[0] ?? '') !== null)
    .map((column) => ({
      ground: columnGround(table, column),
      isOneDay: column.distinct === 1 && isOfOneDay(column.examples[0] ?? ''),
    }));

/** All that says when says one day or one hour: the columns for it, or the name of the file where no column does. */
export const oneMoment: Shape = ({ reading: { tables, units } }) => {
  const dated = tables.flatMap(datedIn);
  const [first] = dated;
  if (first !== undefined) {
    return dated.every(({ isOneDay }) => isOneDay) ? { reason: 'one-moment', grounds: [first.ground] } : null;
  }
  const [unit] = units;
  if (unit === undefined || units.length > 1 || !day.test(unit.name)) return null;
  return { reason: 'one-moment', grounds: [{ evidence: unit.evidence, part: 'name', quote: unit.name.slice(-120) }] };
};
