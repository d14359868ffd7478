import type { Ground } from '../../model/check.ts';
import type { ConceptId } from '../../model/content.ts';
import { columnGround, rowsOf } from '../columns.ts';
import { stepsOf } from '../naming.ts';
import { countIn, countWritten } from '../numbers.ts';
import { longestValue, quoted, quotedName } from '../quotes.ts';
import { isDescription, type ReadColumn, type Reading, type ReadTable, type Unit } from '../reading.ts';
import { isItemNumbers, isNumbering } from '../relations.ts';
import type { Field, FieldLook } from './field.ts';

/** Bounds of what is read: more than these a reviewer could not look through either. */
const mostTables = 40;
const mostColumns = 300;
const mostValues = 60;
const mostKeys = 300;
/** A column of labels has few different values. */
const fewLabels = 40;
const fewRows = 3;

const none: ReadonlySet<ConceptId> = new Set();

const isUnknownNumber = ({ hits, type }: Pick<ReadColumn, 'hits' | 'type'>): boolean =>
  hits.size === 0 && (type === 'integer' || type === 'number' || type === 'mixed');

/** How many number columns of unknown name stand next to one another, for each column of a table. */
export const unknownRuns = (columns: readonly Pick<ReadColumn, 'hits' | 'type'>[]): readonly number[] => {
  const runs: number[] = [];
  for (let at = 0; at < columns.length; ) {
    let end = at;
    for (let next = columns[end]; next !== undefined && isUnknownNumber(next); next = columns[end]) end += 1;
    if (end === at) runs.push(0);
    else runs.push(...Array.from({ length: end - at }, () => end - at));
    at = Math.max(end, at + 1);
  }
  return runs;
};

const ofColumn = (table: ReadTable, column: ReadColumn, among: ReadonlySet<ConceptId>, run: number): Field => ({
  kind: 'column',
  text: column.name,
  levels: column.levels,
  hits: column.hits,
  before: table.columns[column.index - 1]?.hits ?? none,
  after: table.columns[column.index + 1]?.hits ?? none,
  among,
  run,
  type: column.type,
  distinct: column.distinct,
  rows: rowsOf(table),
  fill: column.fill,
  examples: column.examples,
  ground: columnGround(table, column),
  table,
  column,
});

/** Nothing was counted in any row: the column is there for the form, and reports nothing. */
const isZero = (table: ReadTable, column: ReadColumn | undefined): boolean =>
  rowsOf(table) >= fewRows && column?.numbers?.max === 0 && column.numbers.min === 0;

const inColumns = (table: ReadTable): readonly Field[] => {
  const columns = table.columns.slice(0, mostColumns);
  const among = new Set(columns.flatMap(({ hits }) => [...hits]));
  const runs = unknownRuns(columns);
  return columns
    .map((column) => ofColumn(table, column, among, runs[column.index] ?? 0))
    .filter(({ type }, index) => type !== 'empty' && !isZero(table, columns[index]));
};

/** Numbers beside a label; those that only number the rows are not what it counts. */
const numbersBeside = (table: ReadTable, row: readonly string[], column: number): readonly string[] =>
  row
    .filter((cell, index) => {
      const beside = table.columns[index];
      if (index === column || beside === undefined || countIn(beside, cell) === null) return false;
      return !isNumbering(beside) && !isItemNumbers(table, beside);
    })
    .slice(0, 3);

/** Row labels of a form or a table on its side, and the measures of a long table: words with a number beside them. */
const inValues = (table: ReadTable, column: ReadColumn, reading: Reading): readonly Field[] => {
  const seen = new Set<string>();
  const fields: Field[] = [];
  for (const row of table.table.sample) {
    const value = row[column.index] ?? '';
    if (seen.size >= mostValues) break;
    if (value === '' || seen.has(value) || value.length > longestValue) continue;
    seen.add(value);
    const examples = numbersBeside(table, row, column.index);
    if (examples.length === 0) continue;
    const part = [table.part, `column ${quoted(quotedName(column))}`].filter((words) => words !== '').join(', ');
    fields.push(
      bare('value', value, examples, reading, table, {
        evidence: table.unit.evidence,
        part,
        quote: quoted(`${value}: ${examples[0]}`),
      }),
    );
  }
  return fields;
};

const bare = (
  kind: Field['kind'],
  text: string,
  examples: readonly string[],
  { find }: Reading,
  table: ReadTable | null,
  ground: Ground,
): Field => ({
  kind,
  text,
  levels: [text],
  hits: new Set(find(text).map(({ concept }) => concept)),
  before: none,
  after: none,
  among: none,
  run: 0,
  type: examples.every((example) => countWritten(example) !== null) ? 'integer' : 'text',
  distinct: examples.length,
  rows: 1,
  fill: 1,
  examples,
  ground,
  table,
  column: null,
});

const hasLabels = ({ type, distinct }: ReadColumn): boolean =>
  (type === 'text' || type === 'mixed') && distinct <= fewLabels;

const inKeys = (unit: Unit, reading: Reading): readonly Field[] =>
  unit.inspection.keys.slice(0, mostKeys).flatMap(({ path, examples }) => {
    const name = stepsOf(path).slice(-2).join(' ');
    const filled = examples.filter((value) => value.trim() !== '');
    if (name === '' || filled.length === 0) return [];
    const quote = quoted(`${stepsOf(path).at(-1)}: ${filled[0]}`);
    return [bare('key', name, filled.slice(0, 3), reading, null, { evidence: unit.evidence, part: path, quote })];
  });

/** A field as it looks by itself, without its table. */
export const alone = <T extends FieldLook>(field: T): T => ({
  ...field,
  before: none,
  after: none,
  among: none,
  run: 0,
});

/** Everything that was read, as one list of fields, bounded. */
export const fieldsOf = (reading: Reading): readonly Field[] => [
  ...reading.tables.slice(0, mostTables).flatMap(inColumns),
  ...reading.tables.slice(0, mostTables).flatMap((table) =>
    table.columns
      .filter(hasLabels)
      .slice(0, 4)
      .flatMap((column) => inValues(table, column, reading)),
  ),
  ...reading.units.filter((unit) => !isDescription(unit)).flatMap((unit) => inKeys(unit, reading)),
];
