import type { Concept, ConceptId, Expectation } from '../model/content.ts';
import { wordsOf } from '../text/words.ts';
import { rowsOf } from './columns.ts';
import { finderOf, type Hit } from './finder.ts';
import { isPlainName, isUnknownWord } from './naming.ts';
import { periodOf } from './periods.ts';
import type { Question } from './questions.ts';
import type { ReadColumn, Reading, ReadTable } from './reading.ts';
import { isRowNumber } from './relations.ts';
import { fits } from './table-sightings.ts';

/** What a header tells of a column to somebody who asks for something that it does not name. */
export type Explanation =
  | 'known' // it is something else
  | 'general' // it is called as many things are, what is asked for among them: name, number, total
  | 'unknown' // nobody here knows the word
  | 'none'; // there is no header

/** Kinds of values that a general word can stand for alike. */
const kindOf: Readonly<Record<Expectation, readonly string[]>> = {
  count: ['number'],
  number: ['number'],
  share: ['number'],
  text: ['text'],
  code: ['code'],
  any: ['text', 'code'],
  date: ['date'],
  geometry: ['geometry'],
};

/** A count of people or things is no amount of money, whatever its numbers look like. */
const isAlike = (general: Concept, asked: Concept): boolean =>
  !(general.expects === 'count' && asked.expects === 'number') &&
  kindOf[general.expects].some((kind) => kindOf[asked.expects].includes(kind));

const nothing: Readonly<Record<ConceptId, Concept>> = {};
const noHeader = /^column \d+$/;

const isShare = ({ hits }: ReadColumn, concepts: Readonly<Record<ConceptId, Concept>>): boolean =>
  [...hits].every((id) => concepts[id]?.expects === 'share');

/**
 * The one column that nobody named, which counts the rows beside it: a program wrote it. From one on, people number what
 * the rows are, unless something else tells them apart.
 */
const isWrittenNumber = (column: ReadColumn, table: ReadTable): boolean =>
  table.columns.filter(({ name }) => noHeader.test(name)).length === 1 &&
  isRowNumber(table, column) &&
  (column.numbers?.min === 0 ||
    table.columns.some(({ type, distinct }) => type === 'text' && distinct >= rowsOf(table)));

/** What a column is to a question that its header does not answer. */
export const explanationOf = (
  column: ReadColumn,
  table: ReadTable,
  question: Question,
  { concepts }: Reading,
): Explanation => {
  const fitting = [...column.hits].filter((id) => fits(concepts.concepts[id]?.expects ?? 'any', column));
  if (fitting.length > 0 || periodOf(column.name) !== null) return 'known';
  // A known word over values that are nothing of the kind means something else: Pct over codes is no per cent.
  if (column.hits.size > 0) return isShare(column, concepts.concepts) ? 'unknown' : 'known';
  if (noHeader.test(column.name)) return isWrittenNumber(column, table) ? 'known' : 'none';
  const { besides = nothing } = concepts;
  const find = finderOf({ concepts: besides });
  const found = [column.name, column.levels.at(-1) ?? ''].flatMap((header) => find(header));
  if (found.length === 0) return 'unknown';
  // A number of something may be its count, or what tells it apart.
  if (question.expects === 'count' && isPlainName(column.name, concepts)) return 'general';
  const isGeneral = ({ concept, cover }: Hit): boolean => {
    const known = besides[concept];
    return cover === 1 && known?.isGeneric === true && isAlike(known, question);
  };
  return found.some(isGeneral) ? 'general' : 'known';
};

/**
 * Does a name say what is counted, and beside it a word that nobody here knows: `lapsed votes`? Which of them are counted only that
 * word tells. Several
 * such words say more than which, and some of the whole that a part is asked of are another part of it.
 */
export const isPartlyUnknown = (name: string, { within = [] }: Question, { find, concepts }: Reading): boolean => {
  const hits = find(name);
  const known = new Set(hits.flatMap(({ phrase }) => wordsOf(phrase)));
  if (hits.some(({ concept }) => within.includes(concept))) return false;
  return hits.some(
    ({ concept, cover, before, after }) =>
      cover < 1 &&
      concepts.concepts[concept]?.expects === 'count' &&
      [before, after].flatMap(wordsOf).filter((word) => !known.has(word) && isUnknownWord(word, concepts)).length === 1,
  );
};
