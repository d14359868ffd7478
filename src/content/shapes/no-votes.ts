import { fold } from '../../text/fold.ts';
import { has, part, shownColumnsOf } from '../columns.ts';
import { mostlyHolds } from '../counts.ts';
import type { ReadColumn, ReadTable } from '../reading.ts';
import { numbersIn } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { valuesOf } from '../table-sightings.ts';
import { isVotes, mostAnswers, partsOf, votesIn } from './votes.ts';

/* What is called votes and is not that of those who chose among candidates. */

/** Share of the different answers that must be those of a vote on a bill. */
const mostlyAnswers = 0.6;

/** Rows say how each member voted, by the answers of `values`. A column of parties beside it is of the members. */
export const rollCall: Shape = ({ reading }, clue) => {
  const { votes } = partsOf(clue);
  const answers = new Set((clue.values ?? []).map(fold));
  if (reading.tables.some((table) => votesIn(table, clue, reading.find) !== null)) return null;
  for (const table of reading.tables) {
    const column = table.columns.find(({ type, distinct, levels, name, index }) => {
      const isVote = reading.find(levels.at(-1) ?? name).some(({ concept }) => votes.includes(concept));
      if (type !== 'text' || distinct > mostAnswers || distinct < 2 || !isVote) return false;
      const values = [...valuesOf(table, index).keys()];
      const known = values.filter((value) => answers.has(fold(value.trim())));
      return known.length >= values.length * mostlyAnswers;
    });
    if (column !== undefined) return shownColumnsOf(table, [column], 'roll-call');
  }
  return null;
};

/** How far a share may be from the votes over the voters it is of, in points of a hundred. */
const rounding = 0.6;
const leastTried = 5;

/**
 * Each row is a unit of its own, and a column called votes holds those who voted: a share beside it is the share that
 * they have of the registered. `of.registered` names who could vote, `of.share` the shares.
 */
export const turnoutOnly: Shape = ({ reading }, clue) => {
  const parts = partsOf(clue);
  if (reading.tables.some((table) => votesIn(table, clue, reading.find) !== null)) return null;
  for (const table of reading.tables) {
    const votes = table.columns.filter((column) => isVotes(column, parts));
    const [only] = votes;
    if (only === undefined || votes.length > 1 || table.columns.some((column) => has(column, parts.choice))) continue;
    const registered = table.columns.filter((column) => has(column, part(clue, 'registered')));
    const shares = table.columns.filter((column) => has(column, part(clue, 'share')) && column.numbers !== null);
    for (const all of registered) {
      const share = shares.find((one) => isShareOf(table, one, only, all));
      if (share !== undefined) return shownColumnsOf(table, [only, share, all], 'turnout-only');
    }
  }
  return null;
};

/** Is a column the share that one count has of another, of one or of a hundred, in nearly every row? */
const isShareOf = (table: ReadTable, share: ReadColumn, count: ReadColumn, whole: ReadColumn): boolean => {
  const rows = numbersIn(table, share.index).flatMap((value, at) => {
    const [one, all] = [numbersIn(table, count.index)[at] ?? null, numbersIn(table, whole.index)[at] ?? null];
    if (value === null || one === null || all === null || all === 0) return [];
    return [Math.abs((100 * one) / all - value) <= rounding || Math.abs(one / all - value) <= rounding / 100];
  });
  return rows.length >= leastTried && rows.filter((held) => held).length >= rows.length * mostlyHolds;
};
