import type { Ground } from '../model/check.ts';
import type { Contest, CountedUnits, ElectoralLaw } from '../model/contest.ts';
import type { Column, Table } from '../model/inspection.ts';
import { type UnitCount, unitCounts } from './laws.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A table of some file, and where it is. */
export interface TableAt {
  readonly evidence: Ground['evidence'];
  readonly part: string;
  readonly table: Table;
  /** Was all of the file read? */
  readonly isComplete: boolean;
}

/** What follows from the share of the units that the data has: a twentieth may be won unopposed, split or merged. */
const whole = { from: 0.98, to: 1.02 };
const partBelow = 0.9;
const finerAbove = 1.1;

const isWhole = (shown: number, { units }: UnitCount): boolean =>
  shown >= whole.from * units && shown <= whole.to * units;

/** A column that names units by a number may begin anew in each region: how many there are, it does not tell. */
const isNumbered = ({ type, examples }: Column): boolean =>
  type !== 'text' || examples.filter((value) => /\d/.test(value)).length * 2 > examples.length;

interface Count {
  readonly at: TableAt;
  readonly column: Column;
  readonly index: number;
}

/** Where a column can be opened again. */
export const columnAt = ({ evidence, part }: TableAt, index: number): Ground => ({
  evidence,
  part: `${part === '' ? '' : `${part}, `}column ${index + 1}`,
});

const groundOf = ({ at, column, index }: Count): Ground => ({
  ...columnAt(at, index),
  quote: column.name,
  distinct: column.distinct,
});

/** The tier with the most units. */
const largestOf = (counts: readonly UnitCount[]): UnitCount | undefined =>
  counts.filter(({ tiers }) => tiers.length === 1).sort((one, other) => other.units - one.units)[0];

const countsIn = (tables: readonly TableAt[], { isConstituency }: Vocabulary): readonly Count[] =>
  tables.flatMap((at) =>
    at.table.columns
      .map((column, index) => ({ at, column, index }))
      .filter(
        ({ column }) =>
          isConstituency(column.levels.at(-1) ?? column.name) && column.distinct > 1 && !column.distinctIsFloor,
      ),
  );

const extentOf = (shown: number, units: number): CountedUnits['extent'] => {
  if (shown < partBelow * units) return 'part';
  return shown > finerAbove * units ? 'finer' : 'open';
};

/**
 * How many of the units of a contest its tables have rows for: the column named for them that has the most. Null where
 * there is none, or where the law does not tell how many there are.
 */
export const countedUnits = (
  contest: Contest,
  law: ElectoralLaw,
  tables: readonly TableAt[],
  vocabulary: Vocabulary,
): CountedUnits | null => {
  const known = unitCounts(contest, law);
  const [most] = [...countsIn(tables, vocabulary)].sort((one, other) => other.column.distinct - one.column.distinct);
  const largest = largestOf(known);
  if (most === undefined || largest === undefined) return null;
  const shown = most.column.distinct;
  const ground = groundOf(most);
  const match = known.find((count) => isWhole(shown, count));
  if (match !== undefined) return { shown, units: match.units, extent: 'whole', isStated: match.isStated, ground };
  const extent = extentOf(shown, largest.units);
  const isUncertain = extent === 'part' && (isNumbered(most.column) || !most.at.isComplete);
  return { shown, units: largest.units, extent: isUncertain ? 'open' : extent, isStated: largest.isStated, ground };
};

/**
 * Tables that have a column for stations, all of them read whole, with fewer rows than the contest has units: their rows are no
 * stations of the whole country. Null where there is none, or where one has as many rows.
 */
export const fewerStations = (
  contest: Contest,
  law: ElectoralLaw,
  tables: readonly TableAt[],
  { isStation }: Vocabulary,
): Ground | null => {
  const largest = largestOf(unitCounts(contest, law).filter(({ isStated }) => isStated));
  const found = tables.flatMap((at) => {
    const index = at.table.columns.findIndex(({ name, levels }) => isStation(levels.at(-1) ?? name));
    return index < 0 ? [] : [{ at, index }];
  });
  const [first] = found;
  const isFewer = ({ at: { isComplete, table } }: (typeof found)[number]): boolean =>
    isComplete && table.rows !== null && largest !== undefined && table.rows < largest.units;
  if (first === undefined || !found.every(isFewer)) return null;
  return { ...columnAt(first.at, first.index), quote: `${first.at.table.rows} rows` };
};
