import type { ConceptId } from '../model/content.ts';
import { has, rowsOf } from './columns.ts';
import { countsIn, isCount, mostlyHolds, noHeader, once } from './counts.ts';
import type { Question } from './questions.ts';
import type { ReadColumn, ReadTable } from './reading.ts';
import { addUpTo, isAtLeast, isCounting, numbersIn, runsOf } from './relations.ts';
import { fits, valuesOf } from './table-sightings.ts';

/* What a column cannot be, by its values and by those beside it. */

const sumOf = ({ numbers }: ReadColumn): number => numbers?.sum ?? 0;

/** Counts that are not the same in all of many rows; what is, tells nothing of a row. */
const isVaried = ({ distinct }: ReadColumn, table: ReadTable): boolean => distinct > 1 || rowsOf(table) === 1;

const named = (table: ReadTable, concepts: readonly ConceptId[]): readonly ReadColumn[] =>
  countsIn(table).filter((column) => has(column, concepts));

const largestOf = (columns: readonly ReadColumn[]): ReadColumn | undefined =>
  columns.reduce<ReadColumn | undefined>(
    (best, column) => (best === undefined || sumOf(column) > sumOf(best) ? column : best),
    undefined,
  );

/** Share of a whole that a part of it, such as invalid votes, has at most. */
const largestPart = 0.35;

/** A count that is never smaller than those it must exceed; where none of them is named, than all others. */
const canExceed = (column: ReadColumn, table: ReadTable, smaller: readonly ConceptId[]): boolean => {
  const known = named(table, smaller).filter((one) => one !== column);
  const others = known.length > 0 ? known : countsIn(table).filter((one) => one !== column);
  const likes = [...choicesIn(table)].filter((one) => one !== column);
  // Among its like it would have to exceed all of them together, as those who could vote exceed the votes of all.
  if (choicesIn(table).has(column) && sumOf(column) < likes.reduce((sum, one) => sum + sumOf(one), 0)) return false;
  if (!others.every((other) => sumOf(column) >= sumOf(other) * 0.98 && isAtLeastOrUntried(table, column, other)))
    return false;
  return !isTotal(column, table) && !isLargest(column, table);
};

/** Is it the largest of the other counts in nearly every row, now of one and now of another? It repeats what the winner got. */
const isLargest = (column: ReadColumn, table: ReadTable): boolean => {
  const others = countsIn(table).filter((one) => one !== column);
  const leaders = new Set<ReadColumn | undefined>();
  const rows = numbersIn(table, column.index).map((value, at) => {
    const sizeOf = (one: ReadColumn): number => numbersIn(table, one.index)[at] ?? 0;
    const most = Math.max(0, ...others.map(sizeOf));
    const leading = others.filter((one) => sizeOf(one) === most);
    if (leading.length === 1) leaders.add(leading[0]);
    return value === null || value === most;
  });
  return leaders.size > 1 && rows.filter((held) => held).length >= rows.length * mostlyHolds;
};

/** As many parts make a total; those who could vote are at most told apart by sex, and as those who did and did not. */
const leastParts = 4;

/** Is the column the total of those before it, or of those after it? */
const isTotal = ({ index }: ReadColumn, table: ReadTable): boolean => {
  const isPart = (one: ReadColumn | undefined): boolean => one !== undefined && isCounting(one) && one.index !== index;
  const before: number[] = [];
  for (let at = index - 1; isPart(table.columns[at]); at -= 1) before.unshift(at);
  const after: number[] = [];
  for (let at = index + 1; isPart(table.columns[at]); at += 1) after.push(at);
  return [before, after].some((parts) => parts.length >= leastParts && addUpTo(table, parts, index));
};

const isAtLeastOrUntried = (table: ReadTable, larger: ReadColumn, smaller: ReadColumn): boolean =>
  rowsOf(table) < 3 || isAtLeast(table, larger.index, smaller.index);

/** A count that is a small part of those it is within; where none of them is named, of the largest. */
const canBeWithin = (column: ReadColumn, table: ReadTable, wholes: readonly ConceptId[]): boolean => {
  const known = named(table, wholes);
  const whole = largestOf(known.length > 0 ? known : countsIn(table));
  return whole !== undefined && whole !== column && sumOf(column) <= sumOf(whole) * largestPart;
};

/** As many counts of unknown name beside one another are those of the choices. */
const leastChoices = 3;

/** Is any column called what the category knows? Of a table of which nothing is known, no column is taken for a choice. */
export const isSpokenOf = ({ columns }: ReadTable): boolean => columns.some(({ hits }) => hits.size > 0);

const choicesIn = once(
  (table): ReadonlySet<ReadColumn> =>
    new Set(
      isSpokenOf(table)
        ? runsOf(table, (one) => one.hits.size === 0 && isCounting(one))
            .filter((run) => run.length >= leastChoices)
            .flat()
        : [],
    ),
);

const isLabel = ({ type }: ReadColumn): boolean =>
  type === 'text' || type === 'code' || type === 'mixed' || type === 'integer';

/** Text or codes; a column of numbers with a few words among them is one of numbers. */
const isName = ({ type, numbers, distinct }: ReadColumn): boolean =>
  type === 'text' || type === 'code' || (type === 'mixed' && (numbers?.count ?? 0) * 2 < distinct);

/** The largest figure of nearly all rows. */
const topFigure = once((table): number => {
  const figures = countsIn(table).flatMap(({ index }) => numbersIn(table, index).filter((value) => value !== null));
  const sorted = figures.sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
});

/** A number that tells nearly all of many rows apart is a key. */
const leastUnique = 0.98;
const manyRows = 20;

const isKey = (column: ReadColumn, table: ReadTable): boolean =>
  column.type === 'integer' &&
  !isCount(column) &&
  rowsOf(table) >= manyRows &&
  column.distinct >= rowsOf(table) * leastUnique;

/** Does the number go one to one with what another column names, row by row? Then it is the number of that. */
const isNumberOf = (column: ReadColumn, { columns, table: { sample } }: ReadTable): boolean =>
  columns.some((other) => {
    if (other === column || other.type !== 'text' || other.hits.size === 0 || other.distinct !== column.distinct)
      return false;
    const pairs = new Set(sample.map((row) => `${row[column.index]}\u0000${row[other.index]}`));
    return pairs.size === column.distinct && pairs.size < sample.length;
  });

/** Numbers that begin anew in each of the coarser units, and tell rows apart together with them. */
const isNumberedWithin = (column: ReadColumn, table: ReadTable, coarser: readonly ConceptId[]): boolean => {
  if ((column.type !== 'integer' && column.type !== 'mixed') || isCount(column) || isNumberOf(column, table))
    return false;
  const areas = table.columns.filter((one) => has(one, coarser));
  const { sample } = table.table;
  const pairs = new Set(sample.map((row) => [...areas, column].map(({ index }) => row[index]).join('\u0000')));
  return areas.length > 0 && column.distinct < sample.length && pairs.size >= sample.length * leastUnique;
};

/** Share of the coarser units whose numbers count up, for numbers to be those of finer units. */
const leastCounted = 0.8;
/** A sample of the rows leaves numbers out: as many may be missing for each that is there. */
const mostMissing = 3;

/** Which one of its kind a short number or letter names: 1 for `1`, `1A` and `A`; null for anything else. */
const ordinalOf = (value: string): number | null => {
  const [, digits, letter = ''] = /^(?:(\d{1,4})[A-Z]?|([A-Z]))$/i.exec(value.trim()) ?? [];
  if (digits !== undefined) return Number(digits);
  return letter === '' ? null : letter.toUpperCase().charCodeAt(0) - 64;
};

/** Do numbers count up from the first ones, one row after another? */
const isCountingUp = (numbers: readonly number[]): boolean =>
  (numbers[0] ?? 0) <= mostMissing &&
  (numbers.at(-1) ?? 0) <= numbers.length * mostMissing &&
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));

/** Do the numbers count up anew in each of several coarser units? Figures, such as shares, do so in few of them. */
export const countsWithin = (column: ReadColumn, table: ReadTable, coarser: readonly ConceptId[]): boolean => {
  if (!isNumberedWithin(column, table, coarser)) return false;
  const areas = table.columns.filter((one) => one !== column && has(one, coarser));
  const numbers = new Map<string, number[]>();
  for (const row of table.table.sample) {
    const number = ordinalOf(row[column.index] ?? '');
    const area = areas.map(({ index }) => row[index]).join('\u0000');
    if (number !== null) numbers.set(area, [...(numbers.get(area) ?? []), number]);
  }
  const several = [...numbers.values()].filter(({ length }) => length > 1);
  return several.length > 0 && several.filter(isCountingUp).length >= several.length * leastCounted;
};

/** Does a column that tells apart fewer rows settle the count? Then it is counted of that, and not of each row. */
const isOfCoarser = (count: ReadColumn, table: ReadTable): boolean =>
  table.columns.some((column) => {
    if (column.type !== 'text' || column.distinct * 2 > rowsOf(table) || column.distinct < 2) return false;
    const counted = new Map<string, string>();
    return table.table.sample.slice(0, mostSettled).every((row) => {
      const [unit, value] = [row[column.index] ?? '', row[count.index] ?? ''];
      const before = counted.get(unit) ?? value;
      counted.set(unit, before);
      return before === value;
    });
  });

/** Rows that this is tried on. */
const mostSettled = 300;

/** A unit of which others are made tells more apart than they do; one that does not is another name of theirs. */
export const cannotBeFiner = (distinct: number, { columns }: ReadTable, coarser: readonly ConceptId[]): boolean =>
  columns.some((one) => has(one, coarser) && one.distinct > 1 && distinct <= one.distinct);

/** A label that tells apart more than the units it is finer than, over figures that one of it can have. */
const canBeUnit = (column: ReadColumn, table: ReadTable, question: Question): boolean => {
  const { finerThan = [], largest, measures, together } = question;
  const measured = countsIn(table).filter((one) => one !== column && isVaried(one, table) && !isOfCoarser(one, table));
  const isMeasured =
    measured.some((one) => one.hits.size === 0 || has(one, measures)) ||
    (together.length > 0 && together.every((id) => measured.some(({ hits }) => hits.has(id))));
  if (!isMeasured || (largest !== undefined && topFigure(table) > largest)) return false;
  // Where nothing of a table is known, its headers say no more than those that are missing.
  if (noHeader.test(column.name) || !isSpokenOf(table)) return isVaried(column, table) && isLabel(column);
  if (isNumberedWithin(column, table, finerThan)) return true;
  if (!isName(column) && !isKey(column, table)) return false;
  const coarser = table.columns.filter((one) => one !== column && has(one, finerThan));
  return coarser.every(({ distinct }) => distinct < column.distinct);
};

/** Share of the values that must look as those of the concept do. */
const leastAlike = 0.3;
const fewValues = 60;

/** Letters that stand for themselves. Without them case means nothing, and asking for any is slow to compile. */
const hasLetters = (pattern: string): boolean => /\p{L}/u.test(pattern.replace(/\\(?:p\{\w+\}|x[\da-f]{2}|.)/giu, ''));

const looksAlike = ({ index }: ReadColumn, table: ReadTable, { looksLike }: Question): boolean => {
  if (looksLike === undefined) return true;
  const pattern = new RegExp(`^(?:${looksLike})$`, hasLetters(looksLike) ? 'iu' : 'u');
  const values = [...valuesOf(table, index).keys()].slice(0, fewValues);
  return values.filter((value) => pattern.test(value.trim())).length >= values.length * leastAlike;
};

/** So many rows of nothing but none and one tell whether something is so; those of a few may count what is rare. */
const manyFlags = 10;

const isFlag = ({ numbers }: ReadColumn, table: ReadTable): boolean =>
  (numbers?.max ?? 0) <= 1 && rowsOf(table) >= manyFlags;

/** Do the values of the column allow that it is what is asked for, whatever it is called? */
export const isAllowed = (column: ReadColumn, table: ReadTable, question: Question): boolean => {
  if (table.table.rows === 0 || !fits(question.expects, column)) return false;
  if (column.distinct < 2 && rowsOf(table) > 1) return false;
  if (!looksAlike(column, table, question)) return false;
  if (question.measures.length > 0) return canBeUnit(column, table, question);
  if (cannotBeFiner(column.distinct, table, question.finerThan ?? [])) return false;
  if (question.expects === 'count') {
    if (!countsIn(table).includes(column) || (question.within === undefined && isFlag(column, table))) return false;
    if (question.exceeds !== undefined && !canExceed(column, table, question.exceeds)) return false;
    return question.within === undefined || canBeWithin(column, table, question.within);
  }
  return question.expects === 'code' || question.expects === 'any' ? isLabel(column) : true;
};

/** Could the column be what is asked for, seeing what stands beside it? Among its like a part is taken for a choice. */
export const couldBe = (column: ReadColumn, table: ReadTable, question: Question): boolean =>
  isAllowed(column, table, question) && !(question.within !== undefined && choicesIn(table).has(column));
