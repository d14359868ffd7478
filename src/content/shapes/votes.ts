import type { ConceptId, ShapeClue } from '../../model/content.ts';
import { wordsOf } from '../../text/words.ts';
import { has, part, rowsOf, shownColumnsOf } from '../columns.ts';
import { bandsIn, isCount } from '../counts.ts';
import type { Finder } from '../finder.ts';
import type { ReadColumn, Reading, ReadTable, Sighting } from '../reading.ts';
import { addUpTo, familiesOf, isCounting, runsOf } from '../relations.ts';
import type { Shape } from '../scene.ts';
import { type Shown, shownBy } from '../shown.ts';

/** What the columns of an election table can be about. */
interface Parts {
  /** Who can be voted for. */
  readonly choice: readonly ConceptId[];
  readonly votes: readonly ConceptId[];
  /** What a count of ballots keeps besides: registered, valid, invalid … */
  readonly accounting: readonly ConceptId[];
  /** Those of them that count ballots cast: beside each choice they are its votes. */
  readonly cast: readonly ConceptId[];
  /** What makes a number something else: shares, numbers of stations, seats. */
  readonly other: readonly ConceptId[];
  /** Those who could vote: columns that add up to them tell apart people, not votes. */
  readonly registered: readonly ConceptId[];
}

export const partsOf = (clue: ShapeClue): Parts => ({
  choice: part(clue, 'choice'),
  votes: part(clue, 'votes'),
  accounting: part(clue, 'accounting'),
  cast: part(clue, 'cast'),
  other: part(clue, 'other'),
  registered: part(clue, 'registered'),
});

export const isVotes = (column: ReadColumn, { choice, votes, accounting, other }: Parts): boolean =>
  has(column, votes) && (has(column, choice) || !has(column, accounting)) && !has(column, other) && isCounting(column);

/** A number that nothing is said of: it may be the votes of the choice its header names. */
const isUnnamed = (column: ReadColumn, table: ReadTable, { accounting, other }: Parts): boolean =>
  isCounting(column) && !has(column, accounting) && !has(column, other) && !bandsIn(table).has(column);

/** Answers that a vote on a bill can be: yes, no, abstained, absent and the like. */
export const mostAnswers = 12;

/** Who voted how, by name: a roll call or a list of voters, where a column that is only called vote holds words. */
const isRollCall = (table: ReadTable, { votes }: Parts, find: Finder): boolean =>
  table.columns.some(
    ({ type, distinct, levels, name }) =>
      type === 'text' &&
      distinct <= mostAnswers &&
      find(levels.at(-1) ?? name).some(({ concept, cover }) => cover === 1 && votes.includes(concept)),
  );

/** Rows name the choice, a column holds its votes. */
const inRows = (table: ReadTable, parts: Parts): Shown | null => {
  const choice = table.columns.find(
    (column) => has(column, parts.choice) && !has(column, parts.other) && !isVotes(column, parts) && column.fill > 0,
  );
  const votes = table.columns.filter((column) => isVotes(column, parts));
  return choice === undefined || votes.length === 0 ? null : shownColumnsOf(table, [choice, ...votes], 'votes-in-rows');
};

/** Share of the rows that a choice of its own, or of its own in an area, must stand in, for the figures beside to be its. */
const mostlyOwn = 0.9;

/** Does a column name the choice of each row, alone or within an area that another column names? */
const isOfEachRow = (choice: ReadColumn, { columns, table: { sample } }: ReadTable): boolean => {
  const areas = columns.filter(({ type, index }) => (type === 'text' || type === 'code') && index !== choice.index);
  const own = (indexes: readonly number[]): number =>
    new Set(sample.map((row) => indexes.map((index) => row[index] ?? '').join('\u0000'))).size;
  const enough = sample.length * mostlyOwn;
  return (
    own([choice.index]) >= enough ||
    areas.some(({ index }) => own([index]) < enough && own([choice.index, index]) >= enough)
  );
};

/** Rows name one choice each, and one column counts valid votes or those who voted: they voted for that choice. */
const ofEachChoice = (table: ReadTable, parts: Parts): Shown | null => {
  const counted = table.columns.filter(
    (column) => has(column, parts.cast) && !has(column, parts.other) && isCount(column) && column.distinct > 1,
  );
  const [only] = counted;
  if (only === undefined || counted.length > 1 || rowsOf(table) < 2) return null;
  const choice = table.columns.find(
    (column) =>
      has(column, parts.choice) &&
      !has(column, parts.other) &&
      column.type === 'text' &&
      column.distinct > 1 &&
      isOfEachRow(column, table),
  );
  return choice === undefined ? null : shownColumnsOf(table, [choice, only], 'votes-in-rows');
};

const edgesOf = (column: ReadColumn): readonly string[] => {
  const words = wordsOf(column.name).map((word) => word.replace(/\d+$/, ''));
  return [`${words[0]} …`, `… ${words.at(-1)}`, `… ${words.at(-2)}`];
};

/** Headers name the choices: votes in several of them, in the same words but for one that differs. */
const inHeaders = (table: ReadTable, parts: Parts): Shown | null => {
  const votes = table.columns.filter((column) => isVotes(column, parts));
  const [first, ...rest] = votes.map((column) => new Set(edgesOf(column)));
  if (first === undefined || new Set(votes.map(({ name }) => name)).size < 2) return null;
  const shares = rest.some((edges) => [...edges].some((edge) => first.has(edge)));
  return shares ? shownColumnsOf(table, votes, 'votes-in-headers') : null;
};

/** A header that says first that it numbers something: `cod_lista`, `Nr of list`; `No 5 Ann` is the fifth choice. */
const numbers = /^(?:id|code?|cod|nr|no|num)(?:[\W_]+(?=[^\W\d_])|$)/i;

/** Several counts under headers that say candidate or party. */
const underChoice = (table: ReadTable, parts: Parts): Shown | null => {
  const columns = table.columns.filter(
    (column) => has(column, parts.choice) && isUnnamed(column, table, parts) && !numbers.test(column.name),
  );
  return columns.length >= 2 ? shownColumnsOf(table, columns, 'votes-under-choices') : null;
};

/** Columns whose names say nothing add up to a total: they are the choices. */
const bySum = (table: ReadTable, parts: Parts): Shown | null => {
  const totals = table.columns.filter((column) => isCounting(column) && !has(column, parts.registered));
  const runs = [...runsOf(table, (column) => isUnnamed(column, table, parts)), ...familiesOf(table)];
  for (const run of runs) {
    if (run.length < 2) continue;
    const indexes = run.map(({ index }) => index);
    const outside = totals.filter(({ index }) => !indexes.includes(index));
    const isFamily = run.length >= 4;
    const total = outside.find(
      (column) => (isFamily || has(column, parts.accounting)) && addUpTo(table, indexes, column.index),
    );
    if (total !== undefined) return shownColumnsOf(table, [...run.slice(0, 2), total], 'votes-add-up');
    if (isFamily && addUpTo(table, indexes.slice(0, -1), indexes.at(-1) ?? 0)) {
      return shownColumnsOf(table, run, 'votes-add-up');
    }
  }
  return null;
};

/** Headers are names of choices beside a ballot account, and together stay within it. */
const byAccount = (table: ReadTable, parts: Parts): Shown | null => {
  const accounts = table.columns.filter((column) => has(column, parts.accounting) && isCounting(column));
  if (accounts.length < 2) return null;
  const most = Math.max(...accounts.map(({ numbers }) => numbers?.sum ?? 0));
  // A share often stands beside each count; it does not part them.
  const columns = table.columns.filter((column) => column.type !== 'number' && !has(column, parts.other));
  const run = runsOf({ ...table, columns }, (column) => isUnnamed(column, table, parts)).find((columns) => {
    const sum = columns.reduce((all, { numbers }) => all + (numbers?.sum ?? 0), 0);
    return columns.length >= 3 && sum <= most * 1.01 && sum >= most * 0.3;
  });
  return run === undefined ? null : shownColumnsOf(table, run, 'votes-within-account');
};

const looks = [inRows, inHeaders, underChoice, bySum, byAccount, ofEachChoice];

/** Votes by choice in one table, null where it holds none. */
export const votesIn = (table: ReadTable, clue: ShapeClue, find: Finder): Shown | null => {
  const parts = partsOf(clue);
  if (table.table.rows === 0 || isRollCall(table, parts, find)) return null;
  return looks.map((look) => look(table, parts)).find((found) => found !== null) ?? null;
};

/** Fields or lines of a record: votes with a number, and a choice named beside them. */
const outsideTables = ({ sightings, tables }: Reading, parts: Parts): Shown | null => {
  const hasTable = ({ evidence }: Sighting): boolean =>
    tables.some(({ unit, table }) => unit.evidence === evidence && (table.rows ?? 2) > 1);
  const outside = sightings.filter((sighting) => !hasTable(sighting));
  const votes = outside.find(
    ({ concept, place, isTrace = false }) =>
      parts.votes.includes(concept) && (place === 'key' || (place === 'label' && !isTrace)),
  );
  const choice = outside.find(
    ({ concept, place, evidence }) =>
      parts.choice.includes(concept) && place !== 'name' && evidence === votes?.evidence,
  );
  return votes === undefined || choice === undefined ? null : shownBy([votes, choice], 'votes-beside-names');
};

/** Votes by what could be voted for: in rows, in headers, as columns that add up, or as fields beside each other. */
export const votesByChoice: Shape = ({ reading }, clue) => {
  for (const table of reading.tables) {
    const found = votesIn(table, clue, reading.find);
    if (found !== null) return found;
  }
  return outsideTables(reading, partsOf(clue));
};
