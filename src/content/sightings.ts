import type { ConceptId, Concepts } from '../model/content.ts';
import { inCodedValues } from './coded-values.ts';
import type { Finder } from './finder.ts';
import { meaningOf, stepsOf } from './naming.ts';
import { countWritten } from './numbers.ts';
import { longestValue, needsNumber, quoted } from './quotes.ts';
import { isDescription, type ReadTable, type Sighting, type Unit } from './reading.ts';
import { isRecord } from './records-in-cells.ts';
import { fieldsOf, meaningOfKey } from './standards.ts';
import { asNamed, inCells, inColumns, inValues, isDummy } from './table-sightings.ts';
import { aroundTable, inText, once } from './text-sightings.ts';

/** A field that occurs this often at most says something of the whole. */
const fewTimes = 40;

/** Keys under which the standards of statistics and documents keep what a record is called. */
const isLabel = (step: string): boolean => /^(?:label|title|caption|heading)$/i.test(step);
const fewLabels = 3;

/** Fields of records that a table shows, too: where there is nothing but placeholders in one, the key has no more. */
const dummiesIn = (unit: Unit, tables: readonly ReadTable[]): readonly string[] =>
  tables
    .filter((table) => table.unit === unit)
    .flatMap(({ columns }) => columns.filter(isDummy).map(({ name }) => name));

const inKeys = (unit: Unit, tables: readonly ReadTable[], find: Finder, vocabulary: Concepts): readonly Sighting[] => {
  const { concepts } = vocabulary;
  const dummies = dummiesIn(unit, tables);
  const fields = fieldsOf(unit.inspection.standards, vocabulary);
  return unit.inspection.keys.flatMap((key) => {
    const { path, count, examples } = key;
    if (dummies.some((name) => path.endsWith(name))) return [];
    const written = stepsOf(path);
    const means = meaningOfKey(key, fields);
    const steps = means === null ? written : [means];
    const isFilled = examples.length === 0 || examples.some((value) => value.trim() !== '');
    const hasNumber = examples.some((value) => (countWritten(value) ?? 0) !== 0);
    const sighting = (concept: ConceptId, place: 'key' | 'value' | 'title', quote: string): Sighting => {
      return { concept, place, evidence: unit.evidence, part: path, quote, table: null, column: null, isEmpty: false };
    };
    const named = [-3, -2, -1].flatMap((last) => find(steps.slice(last).join(' '))).map(({ concept }) => concept);
    const values = count > fewTimes ? [] : examples.filter((value) => value.length <= longestValue);
    const isOther = examples.length > 0 && examples.every(isRecord);
    const isRecordOf = (concept: ConceptId): boolean => isOther && concepts[concept]?.expects === 'text';
    const titles = isLabel(steps.at(-1) ?? '') && count <= fewLabels ? examples : [];
    const titled = titles.flatMap((title) =>
      find(title).map(({ concept }) => sighting(concept, 'title', quoted(title))),
    );
    if (isDescription(unit)) return titled;
    return [
      ...titled,
      ...[...new Set(named)]
        .filter((concept) => (needsNumber(concepts[concept]) ? hasNumber : isFilled))
        .flatMap((concept) =>
          asNamed(
            sighting(concept, 'key', quoted(`${written.at(-1)}: ${examples[0] ?? ''}`)),
            isRecordOf(concept) ? 'trace' : meaningOf({ steps: steps.slice(-3), isPath: true }, concept, vocabulary),
          ),
        ),
      ...values.flatMap((value) =>
        find(value)
          .filter(({ concept }) => !needsNumber(concepts[concept]))
          .map(({ concept }) => sighting(concept, 'value', quoted(value))),
      ),
    ];
  });
};

/** Every sighting, in the order a reader meets them. */
export const sightingsOf = (
  units: readonly Unit[],
  tables: readonly ReadTable[],
  find: Finder,
  vocabulary: Concepts,
): Sighting[] => {
  const { concepts } = vocabulary;
  return [
    ...tables.flatMap((table) => inColumns(table, find, vocabulary)),
    ...tables.flatMap((table) => inCells(table, find, vocabulary)),
    ...tables.flatMap((table) => once(inValues(table, find, vocabulary), ({ column }) => String(column))),
    ...inCodedValues(tables, find, vocabulary),
    ...units.flatMap((unit) => inKeys(unit, tables, find, vocabulary)),
    ...tables.flatMap((table) => aroundTable(table, find, concepts)),
    ...units.flatMap((unit) => inText(unit, find, concepts)),
  ];
};
