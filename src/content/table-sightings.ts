import type { Concept, ConceptId, Concepts, Expectation } from '../model/content.ts';
import type { ColumnType } from '../model/inspection.ts';
import { lazy } from '../text/lazy.ts';
import type { Finder, Hit } from './finder.ts';
import { isForm } from './form.ts';
import { fieldNameOf, type Meaning, meaningOf, meaningOfValue } from './naming.ts';
import { countIn } from './numbers.ts';
import { longestValue, needsNumber, quoted, quotedName } from './quotes.ts';
import type { ConceptTable, ReadColumn, ReadTable, Sighting } from './reading.ts';
import { recordsInCells } from './records-in-cells.ts';
import { isCounting, isItemNumbers, isNumbering, looksLikeShare, numbersIn } from './relations.ts';
import { isItButForBeginning } from './shared-beginnings.ts';

/** Different values of a column that are read. */
const mostValues = 150;
/** A value names a concept where the words are most of it. */
const leastCover = 0.5;
/** A column of labels has few different values. */
const fewLabels = 40;

const isNumeric = (column: ReadColumn): boolean =>
  column.numbers !== null && column.type !== 'text' && column.type !== 'date';

const notText: readonly ColumnType[] = ['integer', 'number', 'date', 'geometry', 'empty'];

/** A letter is the least that a name or a text has; `00057/2021` is a number. */
const letter = lazy(() => /\p{L}/u);
const hasLetter = (value: string): boolean => /[a-z]/i.test(value) || letter().test(value);

/** `1A` among the values: numbers with a letter are no shares. */
const hasCodes = ({ type, examples, top }: ReadColumn): boolean =>
  type === 'mixed' && [...examples, ...top.map(({ value }) => value)].some((value) => /^\d+[A-Za-z]$/.test(value));

const hasWords = ({ examples, top }: ReadColumn): boolean => {
  const values = [...examples, ...top.map(({ value }) => value)];
  return values.length === 0 || values.filter((value) => hasLetter(value)).length * 2 >= values.length;
};

/** What stands where a value is missing: zeros, dashes and blanks, or a word for none. */
const placeholder = /^(?:[\s0.,:;_/?*x–—-]+|n\/?a|null|none|nan|nil)$/i;
/** Share of the rows from which on a placeholder is all that a column holds. */
const nearlyAll = 0.99;

/** Is a column there for the form, one placeholder in nearly every row? */
export const isDummy = ({ top, numbers }: ReadColumn): boolean => {
  const [first] = top;
  if (first === undefined || numbers !== null || !placeholder.test(first.value)) return false;
  return first.count >= nearlyAll * top.reduce((sum, { count }) => sum + count, 0);
};

/** Does a column hold what the concept it is named after would hold? */
export const fits = (expects: Expectation, column: ReadColumn): boolean => {
  if (isDummy(column)) return false;
  switch (expects) {
    case 'count':
      return (
        isNumeric(column) && (column.numbers?.max ?? 0) > 0 && !column.hits.has('share') && !looksLikeShare(column)
      );
    case 'number':
      return isNumeric(column) && (column.numbers?.max !== 0 || column.numbers.min !== 0);
    case 'share':
      return isNumeric(column) && !isNumbering(column) && !hasCodes(column);
    case 'text':
      return column.fill > 0 && !notText.includes(column.type) && hasWords(column);
    case 'date':
      return column.dates !== null || column.type === 'date' || column.type === 'year';
    case 'geometry':
      return column.type === 'geometry';
    case 'code':
    case 'any':
      return column.fill > 0 && column.type !== 'empty';
  }
};

/** A sighting as far as the name of its field means the concept: none where it means something else. */
export const asNamed = (sighting: Sighting, meaning: Meaning): readonly Sighting[] => {
  if (meaning === 'other') return [];
  return meaning === 'it' ? [sighting] : [{ ...sighting, isTrace: true }];
};

/** A name this short is as often the code of something else. */
const codeLength = 3;
/** Share of the rows in which a count may be less than what it exceeds: rows of votes from elsewhere, and misprints. */
const mostLess = 0.2;

/** Is a column under a short code less than what it would have to exceed? The code stands for something else: of a region, a kind. */
const isOtherCode = (column: ReadColumn, concept: Concept | undefined, table: ReadTable): boolean => {
  if (column.name.length > codeLength || concept?.exceeds === undefined) return false;
  const { exceeds } = concept;
  const own = numbersIn(table, column.index);
  return table.columns.some((other) => {
    if (other === column || !isCounting(other) || !exceeds.some((id) => other.hits.has(id))) return false;
    if ((column.numbers?.sum ?? 0) < (other.numbers?.sum ?? 0)) return true;
    const smaller = numbersIn(table, other.index);
    const rows = own.flatMap((value, at) => {
      const than = smaller[at] ?? null;
      return value === null || than === null ? [] : [value < than];
    });
    return rows.length > 0 && rows.filter((isLess) => isLess).length > rows.length * mostLess;
  });
};

/** Concepts that headers name over values that fit. */
export const inColumns = (table: ReadTable, find: Finder, vocabulary: Concepts): readonly Sighting[] =>
  table.columns.flatMap((column) =>
    [...column.hits].flatMap((concept): readonly Sighting[] => {
      const isEmpty = table.table.rows === 0;
      if (!isEmpty && !fits(vocabulary.concepts[concept]?.expects ?? 'any', column)) return [];
      if (isOtherCode(column, vocabulary.concepts[concept], table)) return [];
      const { evidence } = table.unit;
      const part = [table.part, `column ${column.index + 1}`].filter((text) => text !== '').join(', ');
      const quote = quoted(quotedName(column));
      // A cell that is a small record of other fields is no text of its own, whatever the column is called.
      const isRecord =
        vocabulary.concepts[concept]?.expects === 'text' &&
        recordsInCells(table).some((field) => field.column === column.index);
      return asNamed(
        { concept, place: 'column', evidence, part, quote, table, column: column.index, isEmpty },
        isRecord ? 'trace' : meaningIn(table, column, concept, find, vocabulary),
      );
    }),
  );

const meaningIn = (
  table: ReadTable,
  column: ReadColumn,
  concept: ConceptId,
  find: Finder,
  vocabulary: Concepts,
): Meaning => {
  const meaning = meaningOf(fieldNameOf(column), concept, vocabulary);
  return meaning === 'trace' && isItButForBeginning(column, table, concept, find, vocabulary) ? 'it' : meaning;
};

const startsWithNumber = /^\W{0,4}\d/;

const cellFits = (values: readonly string[], concept: Concept | undefined): boolean => {
  if (needsNumber(concept)) return values.some((value) => startsWithNumber.test(value));
  return concept?.expects !== 'text' || values.some((value) => hasLetter(value));
};

/** Concepts that fields inside of cells are named after. */
export const inCells = (table: ReadTable, find: Finder, vocabulary: Concepts): readonly Sighting[] =>
  recordsInCells(table).flatMap(({ column, label, values }) =>
    find(label)
      .filter(({ concept }) => cellFits(values, vocabulary.concepts[concept]))
      .flatMap(({ concept }) => {
        const { evidence } = table.unit;
        const part = [table.part, `column ${column + 1}`].filter((text) => text !== '').join(', ');
        const quote = quoted(`${label}: ${values[0] ?? ''}`);
        return asNamed(
          { concept, place: 'key', evidence, part, quote, table, column, isEmpty: false },
          meaningOf({ steps: [label], isPath: false }, concept, vocabulary),
        );
      }),
  );

/** The values of a column that differ, each with the first row it stands in. */
export const valuesOf = (table: ReadTable, column: number): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, readonly string[]>();
  for (const row of table.table.sample) {
    const value = row[column] ?? '';
    if (value !== '' && !values.has(value)) values.set(value, row);
    if (values.size === mostValues) break;
  }
  return values;
};

/** `278.15 278.35 -`: numbers in a row within one cell, as coverages write them. */
const numberList = /^\s*(-?\d+(?:\.\d+)?)(?:\s+(?:-?\d+(?:\.\d+)?|-))+/;
const listLook = 200;

/** A number that counts or measures, beside a value that names what; one that only numbers the rows tells nothing. */
const numberBeside = (table: ReadTable, row: readonly string[], column: number): string | null =>
  row.find((cell, index) => {
    const beside = table.columns[index];
    if (index === column || beside === undefined) return false;
    if (beside.type === 'text' && numberList.test(cell.slice(0, listLook))) return true;
    // That there are none of them, a form says as it says how many there are.
    if (isForm(table)) return countIn(beside, cell) !== null;
    return (
      isNumeric(beside) && (countIn(beside, cell) ?? 0) !== 0 && !isNumbering(beside) && !isItemNumbers(table, beside)
    );
  }) ?? null;

/** The number beside a value in the first of its rows that has one: a measure may be zero at first. */
export const numberOfValue = (table: ReadTable, value: string, row: readonly string[], column: number): string | null =>
  numberBeside(table, row, column) ??
  table.table.sample
    .filter((other) => other[column] === value)
    .map((other) => numberBeside(table, other, column))
    .find((number) => number !== null) ??
  null;

interface Named {
  readonly value: string;
  readonly row: readonly string[];
  readonly concept: ConceptId;
}

/** A value this short is as often the initials of a party or a person as the code of a count. */
const initials = 3;

/** `LeBlanc`, `DeNull`: a surname, whose second part is a word of another language. */
const surname = lazy(() => /^\p{Lu}\p{Ll}{1,2}\p{Lu}\p{Ll}+$/u);

/** `#NULO#`: a mark that a program puts where there is nothing. */
const mark = /^#.*#$/;

const isInitials = (value: string, concept: Concept | undefined): boolean =>
  value.length <= initials && /^[\u0000-\u024f]*$/.test(value) && concept?.expects === 'count';

/** Does a value look like a word for a count, and is as often something else? */
const isOtherWord = (value: string, concept: Concept | undefined): boolean =>
  isInitials(value, concept) ||
  (concept?.expects === 'count' && (surname().test(value.trim()) || mark.test(value.trim())));

/** The one count that the label of a form speaks of; none where it speaks of several, and which of them is meant is open. */
const countOfLabel = (hits: readonly Hit[], concepts: ConceptTable): ConceptId | null => {
  const counts = new Set(hits.map(({ concept }) => concept).filter((id) => needsNumber(concepts[id])));
  const [only = null] = counts;
  return counts.size === 1 ? only : null;
};

const namedIn = (table: ReadTable, column: number, find: Finder, concepts: ConceptTable): readonly Named[] =>
  [...valuesOf(table, column)]
    .filter(([value]) => value.length <= longestValue)
    .flatMap(([value, row]) => {
      const hits = find(value);
      const ofForm = isForm(table) ? countOfLabel(hits, concepts) : null;
      return hits
        .filter(({ concept, cover }) => cover >= leastCover || concept === ofForm)
        .filter(({ concept }) => !isOtherWord(value, concepts[concept]))
        .map(({ concept }) => ({ value, row, concept }));
    });

/** As many of the concepts of a category are not named by chance. */
const manyConcepts = 4;

/**
 * Names of places and people look like words of some language now and then. Values are labels where the column has few
 * of them, or where several measures, or many different things that are asked for, are among them.
 */
const areLabels = (column: ReadColumn, measures: number, concepts: number): boolean =>
  column.distinct <= fewLabels || measures >= 2 || concepts >= manyConcepts;

/** People and places of one name stand once or twice; what is measured again and again does so more often. */
const oftenRepeated = 3;

const isRepeated = ({ table: { sample } }: ReadTable, column: number, value: string): boolean =>
  sample.filter((row) => row[column] === value).length >= oftenRepeated;

/** The values of a column that name a concept, as far as they are labels. */
export const labelsIn = (
  table: ReadTable,
  column: ReadColumn,
  find: Finder,
  concepts: ConceptTable,
): readonly Named[] => {
  const all = namedIn(table, column.index, find, concepts);
  const measures = new Set(all.map(({ concept }) => concept).filter((id) => needsNumber(concepts[id])));
  return areLabels(column, measures.size, new Set(all.map(({ concept }) => concept)).size)
    ? all
    : all.filter(({ value }) => isRepeated(table, column.index, value));
};

/** Concepts that values name, as long tables keep what they measure. */
export const inValues = (table: ReadTable, find: Finder, vocabulary: Concepts): readonly Sighting[] => {
  const { concepts } = vocabulary;
  return table.columns
    .filter(({ type }) => type === 'text' || type === 'mixed' || type === 'code')
    .flatMap((column) => {
      const found = labelsIn(table, column, find, concepts);
      const part = [table.part, `column ${quoted(quotedName(column))}`].filter((words) => words !== '').join(', ');
      return found.flatMap(({ value, row, concept }): readonly Sighting[] => {
        const isMeasure = needsNumber(concepts[concept]);
        const beside = isMeasure ? numberOfValue(table, value, row, column.index) : null;
        if (isMeasure && beside === null) return [];
        const quote = quoted(isMeasure ? `${value}: ${beside?.trim()}` : value);
        const { evidence } = table.unit;
        return asNamed(
          { concept, place: 'value', evidence, part, quote, table, column: column.index, isEmpty: false },
          meaningOfValue(value, concept, vocabulary),
        );
      });
    });
};
