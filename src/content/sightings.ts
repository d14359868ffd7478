import type { Concept, ConceptId, Expectation } from '../model/content.ts';
import type { Finder } from './finder.ts';
import { numberOf } from './numbers.ts';
import type { ConceptTable, ReadColumn, ReadTable, Sighting, Unit } from './reading.ts';

/** Longest value that is read as a name; longer ones are prose. */
const longestValue = 120;
/** Different values of a column that are read. */
const mostValues = 400;
/** A value names a concept where the words are most of it. */
const leastCover = 0.5;
/** A column of labels has few different values. */
const fewLabels = 40;
/** Words before a number that can label it. */
const labelWords = 8;
const quoteLength = 120;

const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, quoteLength);

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

const inColumns = (table: ReadTable, concepts: ConceptTable): readonly Sighting[] =>
  table.columns.flatMap((column) =>
    [...column.hits].flatMap((concept): readonly Sighting[] => {
      const isEmpty = table.table.rows === 0;
      if (!isEmpty && !fits(concepts[concept]?.expects ?? 'any', column)) return [];
      const { evidence } = table.unit;
      const part = [table.part, `column ${column.index + 1}`].filter((text) => text !== '').join(', ');
      return [{ concept, place: 'column', evidence, part, quote: quoted(column.name), table, column: column.index, isEmpty }];
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

const needsNumber = (concept: Concept | undefined): boolean =>
  concept?.expects === 'count' || concept?.expects === 'number' || concept?.expects === 'share';

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

const inValues = (table: ReadTable, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
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

const inKeys = (unit: Unit, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
  unit.inspection.keys.flatMap(({ path, examples }) => {
    const steps = path.split(/[./\]\[]+/).filter((step) => step !== '' && step !== '*' && !/^\d+$/.test(step));
    const hits = [...find(steps.slice(-2).join(' ')), ...find(steps.at(-1) ?? '')];
    const isFilled = examples.some((value) => value.trim() !== '');
    const hasNumber = examples.some((value) => (numberOf(value) ?? 0) !== 0);
    return [...new Set(hits.map(({ concept }) => concept))]
      .filter((concept) => (needsNumber(concepts[concept]) ? hasNumber : isFilled))
      .map((concept): Sighting => {
        const quote = quoted(`${steps.at(-1)}: ${examples[0] ?? ''}`);
        return { concept, place: 'key', evidence: unit.evidence, part: path, quote, table: null, column: null, isEmpty: false };
      });
  });

/** A line in pieces: the words before each number, with the number. */
const labelled = /([^\d\n]{2,160}?)[\s:=.(]*(\d[\d.,' \u00a0]{0,20})/gu;

const inLine = (line: string, unit: Unit, part: string, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
  [...line.matchAll(labelled)].flatMap(([, words = '', number = '']) => {
    const label = words.split(/\s+/).slice(-labelWords).join(' ');
    return find(label)
      .filter(({ concept }) => needsNumber(concepts[concept]) && (numberOf(number.trim().replace(/[.,]$/, '')) ?? 0) > 0)
      .map(({ concept }): Sighting => {
        const quote = quoted(`${label} ${number}`);
        return { concept, place: 'label', evidence: unit.evidence, part, quote, table: null, column: null, isEmpty: false };
      });
  });

const wordsIn = (
  text: string,
  place: SightingPlaceOfWords,
  unit: Unit,
  part: string,
  find: Finder,
  table: ReadTable | null = null,
): readonly Sighting[] =>
  find(text).map(({ concept }) => {
    return { concept, place, evidence: unit.evidence, part, quote: quoted(text), table, column: null, isEmpty: false };
  });

type SightingPlaceOfWords = 'title' | 'name' | 'text';

/** Lines of running text, cut where a person would draw breath, so that words far apart do not meet. */
const linesOf = (text: string): readonly string[] =>
  text.split(/\n+|(?<=[.;!?。])\s+|\s[|•·]\s/).flatMap((line) => {
    const words = line.split(/\s+/);
    if (words.length <= 40) return [line];
    return Array.from({ length: Math.ceil(words.length / 30) }, (_, index) => words.slice(index * 30, index * 30 + 38).join(' '));
  });

/** The first sighting of each concept, place and whatever else tells them apart. */
const once = (sightings: Iterable<Sighting>, apart: (sighting: Sighting) => string = () => ''): readonly Sighting[] => {
  const kept = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = `${sighting.concept} ${sighting.place} ${apart(sighting)}`;
    if (!kept.has(key)) kept.set(key, sighting);
  }
  return [...kept.values()];
};

const inText = (unit: Unit, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const { text, page } = unit.inspection;
  const lines = linesOf(page?.text ?? text);
  const titles = page === null ? [] : [page.title, ...page.headings];
  return once([
    ...wordsIn(unit.name.split(/[/\\]/).at(-1) ?? '', 'name', unit, unit.path, find),
    ...titles.flatMap((title) => wordsIn(title, 'title', unit, 'title', find)),
    ...lines.flatMap((line) => wordsIn(line, 'text', unit, 'text', find)),
    ...lines.flatMap((line) => inLine(line, unit, 'text', find, concepts)),
  ]);
};

/** Cells that hold prose: what a map shows of a place, or a note. */
const proseOf = ({ table }: ReadTable): readonly string[] =>
  table.sample.slice(0, 50).flatMap((row) => row.filter((cell) => cell.length > longestValue || cell.includes('\n')));

const aroundTable = (table: ReadTable, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const { titles, footers, name } = table.table;
  return once([
    ...wordsIn(name, 'title', table.unit, table.part, find, table),
    ...titles.flatMap((title) => wordsIn(title, 'title', table.unit, table.part, find, table)),
    ...[...titles, ...footers, ...proseOf(table).flatMap(linesOf)].flatMap((line) =>
      inLine(line, table.unit, table.part, find, concepts),
    ),
  ]);
};

/** Every sighting, in the order a reader meets them. */
export const sightingsOf = (
  units: readonly Unit[],
  tables: readonly ReadTable[],
  find: Finder,
  concepts: ConceptTable,
): Sighting[] => [
  ...tables.flatMap((table) => inColumns(table, concepts)),
  ...tables.flatMap((table) => once(inValues(table, find, concepts), ({ column }) => String(column))),
  ...units.flatMap((unit) => inKeys(unit, find, concepts)),
  ...tables.flatMap((table) => aroundTable(table, find, concepts)),
  ...units.flatMap((unit) => inText(unit, find, concepts)),
];
