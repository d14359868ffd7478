import type { ConceptId, Expectation } from '../model/content.ts';
import type { Finder } from './finder.ts';
import { numberOf } from './numbers.ts';
import { longestValue, needsNumber, quoted } from './quotes.ts';
import type { ConceptTable, ReadColumn, ReadTable, Sighting } from './reading.ts';

/** Different values of a column that are read. */
const mostValues = 150;
/** A value names a concept where the words are most of it. */
const leastCover = 0.5;
/** A column of labels has few different values. */
const fewLabels = 40;

const isNumeric = (column: ReadColumn): boolean =>
  column.numbers !== null && column.type !== 'text' && column.type !== 'date';

/** Does a column hold what the concept it is named after would hold? */
export const fits = (expects: Expectation, column: ReadColumn): boolean => {
  switch (expects) {
    case 'count':
      return isNumeric(column) && (column.numbers?.max ?? 0) > 0 && !column.hits.has('share');
    case 'number':
      return isNumeric(column) && (column.numbers?.max !== 0 || column.numbers.min !== 0);
    case 'share':
      return isNumeric(column);
    case 'text':
      return column.fill > 0 && !['integer', 'number', 'date', 'geometry', 'empty'].includes(column.type);
    case 'date':
      return column.dates !== null || column.type === 'date' || column.type === 'year';
    case 'geometry':
      return column.type === 'geometry';
    case 'code':
    case 'any':
      return column.fill > 0 && column.type !== 'empty';
  }
};

/** Concepts that headers name over values that fit. */
export const inColumns = (table: ReadTable, concepts: ConceptTable): readonly Sighting[] =>
  table.columns.flatMap((column) =>
    [...column.hits].flatMap((concept): readonly Sighting[] => {
      const isEmpty = table.table.rows === 0;
      if (!isEmpty && !fits(concepts[concept]?.expects ?? 'any', column)) return [];
      const { evidence } = table.unit;
      const part = [table.part, `column ${column.index + 1}`].filter((text) => text !== '').join(', ');
      return [
        { concept, place: 'column', evidence, part, quote: quoted(column.name), table, column: column.index, isEmpty },
      ];
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

const numberBeside = (row: readonly string[], column: number): string | null =>
  row.find((cell, index) => index !== column && (numberOf(cell) ?? 0) !== 0) ?? null;

interface Named {
  readonly value: string;
  readonly row: readonly string[];
  readonly concept: ConceptId;
}

const namedIn = (table: ReadTable, column: number, find: Finder): readonly Named[] =>
  [...valuesOf(table, column)]
    .filter(([value]) => value.length <= longestValue)
    .flatMap(([value, row]) =>
      find(value)
        .filter(({ cover }) => cover >= leastCover)
        .map(({ concept }) => ({ value, row, concept })),
    );

/**
 * Names of places and people look like words of some language now and then. Values are labels where the column has few
 * of them, or where several measures are among them.
 */
const areLabels = (column: ReadColumn, measures: number): boolean => column.distinct <= fewLabels || measures >= 2;

/** Concepts that values name, as long tables keep what they measure. */
export const inValues = (table: ReadTable, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
  table.columns
    .filter(({ type }) => type === 'text' || type === 'mixed' || type === 'code')
    .flatMap((column) => {
      const found = namedIn(table, column.index, find);
      const measures = new Set(found.map(({ concept }) => concept).filter((id) => needsNumber(concepts[id])));
      if (!areLabels(column, measures.size)) return [];
      const part = [table.part, `column ${quoted(column.name)}`].filter((words) => words !== '').join(', ');
      return found.flatMap(({ value, row, concept }): readonly Sighting[] => {
        const beside = numberBeside(row, column.index);
        if (needsNumber(concepts[concept]) && beside === null) return [];
        const quote = quoted(needsNumber(concepts[concept]) ? `${value}: ${beside}` : value);
        const { evidence } = table.unit;
        return [{ concept, place: 'value', evidence, part, quote, table, column: column.index, isEmpty: false }];
      });
    });
