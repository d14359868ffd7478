import type { Clue } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import { wordsOf } from '../../text/words.ts';
import { lookedThrough } from '../absence.ts';
import { columnGround } from '../columns.ts';
import { finderOf } from '../finder.ts';
import { questionsOf } from '../questions.ts';
import { isReadable, isSidecar, type Reading, type ReadTable, stemOf, type Unit } from '../reading.ts';
import { withoutUnit } from '../units.ts';
import type { Doubt } from './doubt.ts';

/** The shapes of a shapefile hold no words: its fields are all in the table beside it. */
const isShapeOf = ({ path, inspection }: Unit, units: readonly Unit[]): boolean =>
  inspection.format === 'shapefile' &&
  units.some(
    (other) =>
      other.path !== path &&
      stemOf(other.path) === stemOf(path) &&
      other.inspection.complete &&
      other.inspection.tables.length > 0,
  );

/** An archive is read as far as its members are; that it says nothing against itself tells that all were. */
const isOpened = ({ inspection: { members, warnings } }: Unit): boolean =>
  members.length > 0 && warnings.length === 0 && members.every(({ inspection }) => inspection !== null);

const isReadWhole = (unit: Unit, units: readonly Unit[]): boolean =>
  (unit.inspection.complete && isReadable(unit.inspection)) ||
  (unit.inspection.complete && isSidecar(unit, units)) ||
  isOpened(unit);

/** Recognisers that look at geometry. */
const geometric: ReadonlySet<string> = new Set(['geometry', 'coordinates', 'coded-places']);

const looksAtGeometry = (clue: Clue): boolean => {
  if ('all' in clue) return clue.all.some(looksAtGeometry);
  if ('any' in clue) return clue.any.some(looksAtGeometry);
  return 'shape' in clue && geometric.has(clue.shape);
};

/**
 * Was everything read and understood, so that what is not there can be said not to be there? Shapes that were not read matter
 * to a criterion that looks at geometry, and to no other.
 */
export const isUnderstood = ({ shownBy }: Criterion, { units }: Reading): boolean => {
  const needsShapes = shownBy.yes.some(looksAtGeometry);
  return (
    units.length > 0 && units.every((unit) => isReadWhole(unit, units) || (!needsShapes && isShapeOf(unit, units)))
  );
};

/** Part of a file was not read, or nothing in it could be looked through. */
export const notUnderstood: Doubt = (criterion, { reading }) =>
  isUnderstood(criterion, reading)
    ? null
    : { answer: 'Unsure', reason: 'not-understood', where: lookedThrough(reading) };

/** The official source offers files that were not seen. */
export const notAllSeen: Doubt = (_, { reading, whole }) =>
  whole ? null : { answer: 'Unsure', reason: 'not-all-seen', where: lookedThrough(reading) };

/** Warnings after which letters may not be those that were written. */
const guessed: readonly string[] = ['encoding-guessed', 'undecodable', 'mojibake'];
const beyondAscii = /[^\u0000-\u007f]/;

/** A column of this many different values holds names of places or people, and no labels of what is measured. */
const fewLabels = 40;

/** Words that a field or a measure could be called: headers, titles, values of columns that may be labels, and text. */
const wordsIn = ({ inspection: { tables, text } }: Unit): string =>
  tables
    .flatMap(({ titles, columns, sample }) => {
      const labels = columns.flatMap(({ distinct }, index) => (distinct <= fewLabels ? [index] : []));
      const rows = sample.slice(0, 20).flatMap((row) => labels.map((index) => row[index] ?? ''));
      return [...titles, ...columns.map(({ name }) => withoutUnit(name)), ...rows];
    })
    .join(' ') || text.slice(0, 2_000);

/** As many known words with letters that a guess could get wrong bear it out. */
const leastBorneOut = 2;

/** The words of a text that hold letters beyond ASCII, in lower case with all their marks. */
const guessedWords = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => beyondAscii.test(word));

/** Do headers say known words, letter for letter, that another encoding would have spelt otherwise? */
const isBorneOut = ({ evidence }: Unit, { tables, find, concepts: { besides = {} } }: Reading): boolean => {
  const findOther = finderOf({ concepts: besides });
  const borneOut = tables
    .filter(({ unit }) => unit.evidence === evidence)
    .flatMap(({ columns }) => columns)
    .flatMap(({ name }) => {
      const known = new Set([...find(name), ...findOther(name)].flatMap(({ phrase }) => guessedWords(phrase)));
      return guessedWords(name).filter((word) => known.has(word));
    });
  return new Set(borneOut).size >= leastBorneOut;
};

/** Words of the data that are held against what is asked for. */
const mostGuessed = 2_000;

/** What a word may have been some of whose letters were lost, in any form: a letter may have become several signs. */
const guessesOf = (word: string): readonly RegExp[] =>
  [word, word.slice(0, -1), word.slice(0, -2)].filter((form) => beyondAscii.test(form)).map(guessOf);

const guessOf = (word: string): RegExp =>
  new RegExp(`^${word.replace(/[^\u0000-\u007f]+/g, ({ length }) => `.{1,${length}}`)}\\p{L}{0,2}$`, 'u');

/** Letters were lost and no encoding was guessed: those that are there are the ones that were written. */
const isOnlyLossy = ({ inspection: { warnings } }: Unit): boolean =>
  warnings.filter(({ code }) => guessed.includes(code)).every(({ code }) => code === 'undecodable');

/** Can one of the words, for all that is known of its letters, be a word of what a criterion asks for? */
const mayBeAsked = (text: string, criterion: Criterion, reading: Reading): boolean => {
  const asked = new Set(
    questionsOf(criterion, reading).flatMap(({ words, codes = [] }) =>
      [...Object.values(words).flat(), ...codes].flatMap(wordsOf),
    ),
  );
  const damaged = text.toLowerCase().match(/[a-z\u0080-\uffff]+/g) ?? [];
  const guesses = [...new Set(damaged.filter((word) => beyondAscii.test(word)))]
    .slice(0, mostGuessed)
    .flatMap(guessesOf);
  return asked.size === 0 || guesses.some((guess) => [...asked].some((word) => guess.test(word)));
};

/**
 * The letters were guessed, and there are some that a guess can get wrong: no word of them is known for sure. Where letters were
 * only lost, the others of a word tell what it cannot be.
 */
export const lettersGuessed: Doubt = (criterion, { reading }) => {
  const unit = reading.units.find(
    (one) =>
      one.inspection.warnings.some(({ code }) => guessed.includes(code)) &&
      beyondAscii.test(wordsIn(one)) &&
      !isBorneOut(one, reading) &&
      (!isOnlyLossy(one) || mayBeAsked(wordsIn(one), criterion, reading)),
  );
  if (unit === undefined) return null;
  const quote = wordsIn(unit).slice(0, 120);
  return {
    answer: 'Unsure',
    reason: 'letters-guessed',
    where: [{ evidence: unit.evidence, part: unit.path || unit.name, quote }],
  };
};

/** Rows of one table name the columns of another: what stands under those was taken for values of the first. */
export const tablesMixed: Doubt = (_, { reading }) => {
  const unit = reading.units.find(({ inspection }) =>
    inspection.warnings.some(({ code }) => code === 'several-tables'),
  );
  return unit === undefined
    ? null
    : { answer: 'Unsure', reason: 'tables-mixed', where: [{ evidence: unit.evidence, part: unit.path || unit.name }] };
};

const nested = /^\s*(?:\[\s*\{|\{\s*"|\[\s*\[)/;

const nestedColumn = ({ columns }: ReadTable) =>
  columns.find(({ examples }) => examples.some((value) => nested.test(value)));

/** Cells hold records of their own, which were not taken apart. */
export const nestingUnread: Doubt = (_, { reading }) => {
  for (const table of reading.tables) {
    const column = nestedColumn(table);
    if (column !== undefined)
      return { answer: 'Unsure', reason: 'nesting-unread', where: [columnGround(table, column)] };
  }
  return null;
};
