import type { Ground } from '../../model/check.ts';
import type { Concept } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import { columnGround, has } from '../columns.ts';
import { countsIn } from '../counts.ts';
import type { Decision } from '../decision.ts';
import { type Explanation, explanationOf, isPartlyUnknown } from '../explained.ts';
import { fieldNameOf } from '../naming.ts';
import { periodOf } from '../periods.ts';
import { couldBe, isSpokenOf } from '../possible.ts';
import { isCounted, type Question, questionsOf } from '../questions.ts';
import type { ReadColumn, Reading, ReadTable } from '../reading.ts';
import { readsAsOther } from '../roles/index.ts';
import type { Scene } from '../scene.ts';
import type { Doubt } from './doubt.ts';

/** As many different counts that the vocabulary knows in one table show that it knows what such counts are called there. */
const enoughCounts = 3;
/** Share of the columns that must be explained before the rest can be taken for something else. */
const enoughExplained: Readonly<Record<Explanation, number>> = { known: 0, unknown: 0.5, general: 0.6, none: 1 };

/** Counts, and who or what they are of, belong to what a category is about; names of places are in all data. */
const isTelling = (concept: Concept | undefined): boolean =>
  concept?.expects === 'count' || concept?.expects === 'text';

/** Does the file speak of what the category counts or names? In data about something else nothing of it is hidden. */
const isAbout = ({ unit, columns }: ReadTable, { sightings, concepts }: Reading, isCounted: boolean): boolean =>
  columns.some(({ hits }) => [...hits].some((id) => isTelling(concepts.concepts[id]))) ||
  sightings.some(
    ({ concept, evidence, place }) =>
      evidence === unit.evidence &&
      place !== 'text' &&
      (!isCounted || place === 'name' || place === 'title' || isTelling(concepts.concepts[concept])),
  );

/** Are so many of its words known that an unknown one is hardly what is asked for? */
const isWellKnown = (table: ReadTable, question: Question, reading: Reading, least: number): boolean => {
  // That accounts are known tells what else would be one, and nothing of columns that are none.
  if (isCounted(question) && question.exceeds === undefined && question.within === undefined) return false;
  if (isCounted(question)) {
    const ids = new Set(table.columns.flatMap(({ hits }) => [...hits]));
    return [...ids].filter((id) => reading.concepts.concepts[id]?.expects === 'count').length >= enoughCounts;
  }
  const explained = table.columns.filter((column) => explanationOf(column, table, question, reading) === 'known');
  return explained.length > table.columns.length * least;
};

/** Share of the columns that must be explained for a table without any word of the category to be data about something else. */
const enoughOfElse = 0.5;

/** Is a table that speaks of nothing the category counts or names understood as data about something else? */
const isSomethingElse = (table: ReadTable, question: Question, reading: Reading): boolean => {
  const explained = table.columns.filter((column) => explanationOf(column, table, question, reading) === 'known');
  return explained.length > table.columns.length * enoughOfElse;
};

/** Is the word still open, seeing what else is known of the table? */
const isOpen = (wanted: Explanation, table: ReadTable, question: Question, reading: Reading): boolean => {
  if (wanted === 'none') return true; // headers of others say nothing of a table without any
  if (!isAbout(table, reading, isCounted(question))) return !isSomethingElse(table, question, reading);
  // A total or a value is hardly a part of the account that is not called so.
  if (wanted === 'general' && (question.exceeds ?? question.within) !== undefined) return false;
  return !isWellKnown(table, question, reading, enoughExplained[wanted]);
};

/** Does who learned what such fields look like take an unknown word for something else? Only among known ones does it tell. */
const isReadAsOther = (
  wanted: Explanation,
  table: ReadTable,
  column: ReadColumn,
  criterion: Criterion,
  scene: Scene,
): boolean => wanted === 'unknown' && isSpokenOf(table) && readsAsOther(criterion, columnGround(table, column), scene);

/**
 * Is a number there that could be counted for each unit? One whose header says that it is something else, such as a code,
 * counts nothing, and where there is no other, nothing is reported for any unit. A header that is a year says when, not what.
 */
const isReported = (unit: ReadColumn, table: ReadTable, question: Question, reading: Reading): boolean =>
  question.measures.length === 0 ||
  countsIn(table).some(
    (one) =>
      one !== unit &&
      (has(one, [...question.measures, ...question.together]) ||
        periodOf(one.name) !== null ||
        explanationOf(one, table, { ...question, expects: 'count' }, reading) !== 'known'),
  );

/** The first column that could be what is asked for, with what its header tells of it. */
const openFields = (scene: Scene, criterion: Criterion, wanted: Explanation): Ground | null => {
  const { reading } = scene;
  if (criterion.shownBy.absent === 'unsure') return null;
  for (const question of questionsOf(criterion, reading)) {
    for (const table of reading.tables) {
      const column = table.columns.find(
        (one) =>
          couldBe(one, table, question) &&
          isReported(one, table, question, reading) &&
          explanationOf(one, table, question, reading) === wanted &&
          !isReadAsOther(wanted, table, one, criterion, scene),
      );
      if (column === undefined) continue;
      if (isOpen(wanted, table, question, reading)) return columnGround(table, column);
    }
  }
  return null;
};

const doubtOf =
  (wanted: Explanation, reason: string): Doubt =>
  (criterion, scene): Decision | null => {
    const ground = openFields(scene, criterion, wanted);
    return ground === null ? null : { answer: 'Unsure', reason, where: [ground] };
  };

/** A column that is called as many things are holds what a column of what is asked for would hold. */
export const fieldGeneral = doubtOf('general', 'field-general');

/** A column whose header nobody here knows holds what a column of what is asked for would hold. */
export const fieldUnknown = doubtOf('unknown', 'field-unknown');

/** A column without a header holds what a column of what is asked for would hold. */
export const fieldUnnamed = doubtOf('none', 'field-unnamed');

/** As many columns that are called alike but for one word are those of the choices, each after a name, unless names stand in the rows. */
const leastAlike = 3;
/** As many are of parts, wherever names stand: of areas, of days. */
const manyAlike = 6;

const hasNamesInRows = ({ columns }: ReadTable, { concepts: { concepts } }: Reading): boolean =>
  columns.some(
    ({ hits, type, distinct }) =>
      type === 'text' && distinct > 1 && [...hits].some((id) => concepts[id]?.expects === 'text'),
  );

/** What the last level of a header says, or the last step of a path. */
const lastName = (column: ReadColumn): string => fieldNameOf(column).steps.at(-1) ?? '';

/** Is the whole there of which some are counted: under its name, or under another that is only known in part? */
const hasWhole = (table: ReadTable, partly: readonly ReadColumn[], { within = [] }: Question): boolean =>
  table.columns.some((column) => column.numbers !== null && has(column, within)) ||
  new Set(partly.map(lastName)).size > 1;

const partlyUnknownIn = (table: ReadTable, question: Question, reading: Reading): ReadColumn | undefined => {
  const found = table.columns.filter(
    (column) =>
      column.numbers !== null && !/\d/.test(lastName(column)) && isPartlyUnknown(lastName(column), question, reading),
  );
  const areChoices = found.length >= (hasNamesInRows(table, reading) ? manyAlike : leastAlike);
  return areChoices || !hasWhole(table, found, question)
    ? undefined
    : found.find((column) => couldBe(column, table, question));
};

/** A column counts some of what is counted, and the word that says which of them nobody here knows: they may be what is asked for. */
export const fieldPartlyUnknown: Doubt = (criterion, { reading }) => {
  if (criterion.shownBy.absent === 'unsure') return null;
  for (const question of questionsOf(criterion, reading).filter(({ within }) => within !== undefined)) {
    for (const table of reading.tables) {
      const column = partlyUnknownIn(table, question, reading);
      if (column !== undefined)
        return { answer: 'Unsure', reason: 'field-unknown', where: [columnGround(table, column)] };
    }
  }
  return null;
};
