import type { ConceptId, Concepts } from '../model/content.ts';
import type { Column, Table } from '../model/inspection.ts';
import { lazy } from '../text/lazy.ts';
import { monthFinder } from '../time/months.ts';
import { type Finder, finderOf } from './finder.ts';
import { withLayout } from './layouts.ts';
import {
  type ContentFile,
  isDescription,
  isLaidOut,
  isSidecar,
  type Reading,
  type ReadTable,
  type Unit,
} from './reading.ts';
import { sightingsOf } from './sightings.ts';
import { fieldsOf, withMeanings } from './standards.ts';

/** Archives inside archives are followed this far. */
const depth = 3;

/**
 * A document is judged by its text, whose lines say what each figure is. The tables that it is set in repeat them, and a
 * figure that a page prints a little to the side would stand under another header.
 */
const asText = (file: ContentFile): ContentFile =>
  isLaidOut(file.inspection) ? { ...file, inspection: { ...file.inspection, tables: [] } } : file;

const unitsOf = (file: ContentFile, path: string, left: number): readonly Unit[] => {
  const members = left === 0 ? [] : file.inspection.members;
  return [
    { ...asText(file), path },
    ...members.flatMap(({ path: member, inspection }) =>
      inspection === null ? [] : unitsOf({ ...file, name: member, inspection }, `${path}${member}`, left - 1),
    ),
  ];
};

/** Share of a header over counts that must name a unit: Alice Booth is no booth, and a State for the People no state. */
const leastCover = 0.6;

/** Concepts that name units: those that are made of others, and those others. */
const unitsIn = (concepts: Concepts['concepts']): ReadonlySet<ConceptId> =>
  new Set(
    Object.entries(concepts).flatMap(([id, { finerThan = [] }]) => (finerThan.length > 0 ? [id, ...finerThan] : [])),
  );

/**
 * The concepts a header names, in all its levels together and in the last of them alone, as far as no level above says that it is
 * only a part: `active population / total` is no population.
 */
export const hitsOf = (
  column: Pick<Column, 'name' | 'levels'>,
  find: Finder,
  concepts: Concepts['concepts'] = {},
): ReadonlySet<ConceptId> => {
  const together = find(column.name).map(({ concept }) => concept);
  const isRuledOut = (id: ConceptId): boolean =>
    concepts[id]?.unless?.some((other) => together.includes(other)) ?? false;
  const alone =
    column.levels.length > 1
      ? find(column.levels.at(-1) ?? '').filter(({ concept, cover }) => cover === 1 && !isRuledOut(concept))
      : [];
  return new Set([...together, ...alone.map(({ concept }) => concept)]);
};

/** Growth may be of several hundreds per cent; what is more is a count that stands beside its share. */
const mostShare = 2_000;

/** `Pct.1`, `Pct 12A`: a short form that is numbered over whole numbers above a hundred numbers what is counted. */
const numbered = lazy(() => /^\p{L}{1,6}\.?[\s_-]?\d{1,4}\p{Lu}?$/u);
const mostNumbered = 100;

/** The concepts that a header names, but for shares where its numbers are none. */
const namedOf = (column: Column, find: Finder, concepts: Concepts['concepts']): ReadonlySet<ConceptId> => {
  const hits = hitsOf(column, find, concepts);
  const most = column.type === 'integer' && numbered().test(column.name) ? mostNumbered : mostShare;
  if ((column.numbers?.max ?? 0) <= most) return hits;
  return new Set([...hits].filter((id) => concepts[id]?.expects !== 'share'));
};

/** The concepts of a column; a name over counts that only holds the word for a unit names none. */
const columnHits = (
  column: Column,
  find: Finder,
  units: ReadonlySet<ConceptId>,
  concepts: Concepts['concepts'],
): ReadonlySet<ConceptId> => {
  const hits = namedOf(column, find, concepts);
  if (column.type !== 'integer' || column.distinct < 2 || column.levels.length > 1) return hits;
  const named = find(column.name);
  const isNamed = (id: ConceptId): boolean =>
    !units.has(id) || named.some(({ concept, cover }) => concept === id && cover >= leastCover);
  return new Set([...hits].filter(isNamed));
};

const readTable = (
  unit: Unit,
  table: Table,
  find: Finder,
  unitNames: ReadonlySet<ConceptId>,
  concepts: Concepts['concepts'],
): ReadTable => ({
  unit,
  table,
  columns: table.columns.map((column, index) => ({
    ...column,
    index,
    hits: columnHits(column, find, unitNames, concepts),
  })),
  part: [unit.path, table.name].filter((part) => part !== '').join(' / '),
});

/** A table whose columns are called by what they are, as far as its layout or its standard is known. */
const named = ({ inspection: { standards } }: Unit, table: Table, concepts: Concepts): Table =>
  withMeanings(withLayout(table, concepts.layouts ?? []), fieldsOf(standards, concepts));

/** Reads files against a vocabulary: what each column, key, value, line and title speaks of. */
export const read = (files: readonly ContentFile[], concepts: Concepts): Reading => {
  const find = finderOf(concepts);
  const unitNames = unitsIn(concepts.concepts);
  const units = files.flatMap((file) => unitsOf(file, '', depth));
  const tables = units
    // An archive repeats the tables of its members; they are read where they lie.
    .filter((unit) => unit.inspection.members.length === 0 && !isSidecar(unit, units) && !isDescription(unit))
    .flatMap((unit) =>
      unit.inspection.tables.map((table) =>
        readTable(unit, named(unit, table, concepts), find, unitNames, concepts.concepts),
      ),
    );
  const months = concepts.dates === undefined ? {} : { monthOf: monthFinder(concepts.dates, null) };
  return { units, tables, sightings: sightingsOf(units, tables, find, concepts), find, concepts, ...months };
};
