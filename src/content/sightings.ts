import type { Concept, ConceptId, Expectation } from '../model/content.ts';
import type { Finder } from './finder.ts';
import { numberOf } from './numbers.ts';
import type { ConceptTable, ReadColumn, ReadTable, Sighting, Unit } from './reading.ts';

/** Longest value that is read as a name; longer ones are prose. */
const longestValue = 120;
/** Characters of a document that are read: what it is about, it says early. */
const mostText = 60_000;
/** Different values of a column that are read. */
const mostValues = 150;
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

/** A field that occurs this often at most says something of the whole. */
const fewTimes = 40;

const stepsOf = (path: string): readonly string[] =>
  path.split(/[./@\][]+/).filter((step) => step !== '' && step !== '*' && !/^\d+$/.test(step));

const inKeys = (unit: Unit, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
  unit.inspection.keys.flatMap(({ path, count, examples }) => {
    const steps = stepsOf(path);
    const isFilled = examples.length === 0 || examples.some((value) => value.trim() !== '');
    const hasNumber = examples.some((value) => (numberOf(value) ?? 0) !== 0);
    const sighting = (concept: ConceptId, place: 'key' | 'value', quote: string): Sighting => {
      return { concept, place, evidence: unit.evidence, part: path, quote, table: null, column: null, isEmpty: false };
    };
    const named = [...find(steps.slice(-2).join(' ')), ...find(steps.at(-1) ?? '')].map(({ concept }) => concept);
    const values = count > fewTimes ? [] : examples.filter((value) => value.length <= longestValue);
    return [
      ...[...new Set(named)]
        .filter((concept) => (needsNumber(concepts[concept]) ? hasNumber : isFilled))
        .map((concept) => sighting(concept, 'key', quoted(`${steps.at(-1)}: ${examples[0] ?? ''}`))),
      ...values.flatMap((value) =>
        find(value)
          .filter(({ concept }) => !needsNumber(concepts[concept]))
          .map(({ concept }) => sighting(concept, 'value', quoted(value))),
      ),
    ];
  });

/** A line in pieces: the words before each number, with the number. */
const labelled = /([^\d\n]{2,160})(\d[\d.,' \u00a0]{0,20})/gu;

/** A single digit counts something only where a colon says so; else it numbers a page, a list or a note. */
const isCountBeside = (words: string, number: string): boolean => {
  const value = numberOf(number.trim().replace(/[.,]$/, '')) ?? 0;
  return value >= 10 || (value > 0 && /[:=]\s*$/.test(words));
};

const inLine = (line: string, unit: Unit, part: string, find: Finder, concepts: ConceptTable): readonly Sighting[] =>
  [...line.matchAll(labelled)].flatMap(([, words = '', number = '']) => {
    const label = words.split(/\s+/).slice(-labelWords).join(' ');
    return find(label)
      .filter(({ concept }) => needsNumber(concepts[concept]) && isCountBeside(words, number))
      .map(({ concept }): Sighting => {
        const quote = quoted(`${label} ${number}`);
        return {
          concept,
          place: 'label',
          evidence: unit.evidence,
          part,
          quote,
          table: null,
          column: null,
          isEmpty: false,
        };
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
    return Array.from({ length: Math.ceil(words.length / 30) }, (_, index) =>
      words.slice(index * 30, index * 30 + 38).join(' '),
    );
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

/** A document this short may be a form or a protocol. */
const shortText = 3_000;
/** Lines of at least this many numbers are rows of a table that a document shows as text. */
const numbersInRow = 4;
const leastRows = 5;

const showsFigures = (lines: readonly string[]): boolean =>
  lines.filter((line) => (line.match(/\d[\d.,]*/g)?.length ?? 0) >= numbersInRow).length >= leastRows;

/** In a document that is a table, words about a count are its headers. */
const asHeaders = (sightings: readonly Sighting[], concepts: ConceptTable): readonly Sighting[] =>
  sightings
    .filter(({ concept }) => needsNumber(concepts[concept]))
    .map((sighting): Sighting => ({ ...sighting, place: 'label' }));

const inText = (unit: Unit, find: Finder, concepts: ConceptTable): readonly Sighting[] => {
  const { text, page } = unit.inspection;
  const lines = linesOf((page?.text ?? text).slice(0, mostText));
  const titles = page === null ? [] : [page.title, ...page.headings];
  const hasFigures = showsFigures(text.split('\n'));
  // A long document without figures writes about counts; only a colon makes one of its numbers such a count.
  const canLabel = (line: string): boolean => hasFigures || text.length < shortText || /[:=]\s*\d/.test(line);
  return once([
    ...wordsIn(unit.name.split(/[/\\]/).at(-1) ?? '', 'name', unit, unit.path, find),
    ...titles.flatMap((title) => wordsIn(title, 'title', unit, 'title', find)),
    ...lines.flatMap((line) => wordsIn(line, 'text', unit, 'text', find)),
    ...lines.filter(canLabel).flatMap((line) => inLine(line, unit, 'text', find, concepts)),
    ...(hasFigures
      ? asHeaders(
          lines.flatMap((line) => wordsIn(line, 'text', unit, 'text', find)),
          concepts,
        )
      : []),
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
      inLine(line, table.unit, table.part, find, concepts).map((sighting) => ({ ...sighting, table })),
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
