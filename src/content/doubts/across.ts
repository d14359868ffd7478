import { lazy } from '../../text/lazy.ts';
import { listedAcross } from '../across.ts';
import { columnGround } from '../columns.ts';
import { periodOf } from '../periods.ts';
import { isCounted, questionsOf } from '../questions.ts';
import type { ReadColumn, Reading, ReadTable } from '../reading.ts';
import { runsOf } from '../relations.ts';
import type { Doubt } from './doubt.ts';

/** `1A`, `PREC 3`, `No. 12`: a number, or one word and a number. */
const numbered = lazy(() => /^(?:\p{L}+\.?[\s_-]*)?\d{1,4}\p{Lu}?$/u);
/** As many headers that are numbers are units, one a column. */
const leastAcross = 3;

const isNumbered = ({ levels, name, numbers }: ReadColumn): boolean => {
  const header = (levels[0] ?? name).trim();
  return numbers !== null && numbered().test(header) && periodOf(header) === null;
};

/** Does a run stand across under numbers, or under names with a number before each? */
const isAcross = (table: ReadTable, reading: Reading): ReadColumn | undefined => {
  const run = runsOf(table, (column) => isNumbered(column) && !noHeader.test(column.name)).find(
    (columns) => columns.length >= leastAcross,
  );
  return run?.[0] ?? listedAcross(table, reading)[0];
};

const noHeader = /^column \d+$/;

/** The units stand across, one a column under a number: what the rows measure, only their labels tell. */
export const unitsAcross: Doubt = (criterion, { reading }) => {
  const isOpen = questionsOf(criterion, reading).some(
    (question) => isCounted(question) && question.exceeds === undefined && question.within === undefined,
  );
  if (!isOpen) return null;
  for (const table of reading.tables) {
    const first = isAcross(table, reading);
    if (first !== undefined) return { answer: 'Unsure', reason: 'units-across', where: [columnGround(table, first)] };
  }
  return null;
};
