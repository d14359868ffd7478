import type { Concept, ConceptId, Concepts, SightingPlace } from '../model/content.ts';
import type { Column, Inspection, Table } from '../model/inspection.ts';
import type { EvidenceId } from '../model/observation.ts';
import { type Finder, finderOf } from './finder.ts';

/** A file of the dataset, as it was inspected. */
export interface ContentFile {
  readonly evidence: EvidenceId;
  /** File name or address; its words may name what is inside. */
  readonly name: string;
  readonly inspection: Inspection;
}

/** A file, or a member of an archive, by its path. */
export interface Unit extends ContentFile {
  readonly path: string;
}

/** A column and the concepts its header names. */
export interface ReadColumn extends Column {
  readonly index: number;
  readonly hits: ReadonlySet<ConceptId>;
}

/** A table and where it was found. */
export interface ReadTable {
  readonly unit: Unit;
  readonly table: Table;
  readonly columns: readonly ReadColumn[];
  /** How a reviewer finds it: member path and sheet. */
  readonly part: string;
}

/** A concept where it was seen. */
export interface Sighting {
  readonly concept: ConceptId;
  readonly place: SightingPlace;
  readonly evidence: EvidenceId;
  readonly part: string;
  readonly quote: string;
  readonly table: ReadTable | null;
  readonly column: number | null;
  /** True where a header declares it and no value is there. */
  readonly isEmpty: boolean;
}

/** Everything that was read of a dataset. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly tables: readonly ReadTable[];
  readonly sightings: readonly Sighting[];
  readonly find: Finder;
  readonly concepts: Concepts;
}

/** Archives inside archives are followed this far. */
const depth = 3;

const unitsOf = (file: ContentFile, path: string, left: number): readonly Unit[] => {
  const members = left === 0 ? [] : file.inspection.members;
  return [
    { ...file, path },
    ...members.flatMap(({ path: member, inspection }) =>
      inspection === null ? [] : unitsOf({ ...file, name: member, inspection }, `${path}${member}`, left - 1),
    ),
  ];
};

/** Is there anything in it to look through? */
export const isReadable = (inspection: Inspection): boolean =>
  inspection.tables.length > 0 ||
  inspection.keys.length > 0 ||
  inspection.members.length > 0 ||
  inspection.text.trim() !== '' ||
  (inspection.page?.text ?? '') !== '' ||
  inspection.machineReadableBecause === 'no-rows';

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '');

const rowsIn = ({ tables }: Inspection): number =>
  tables.reduce((sum, { rows, sample }) => sum + (rows ?? sample.length), 0);

/** A part of a file in several parts, such as the projection of a shapefile, whose content another part holds. */
export const isSidecar = ({ path, inspection }: Unit, units: readonly Unit[]): boolean =>
  path !== '' &&
  rowsIn(inspection) <= 1 &&
  units.some(
    (other) =>
      other.path !== path && stemOf(other.path) === stemOf(path) && rowsIn(other.inspection) > rowsIn(inspection),
  );

/** The concepts a header names, in all its levels together and in each of them alone. */
const hitsOf = (column: Column, find: Finder): ReadonlySet<ConceptId> => {
  const together = find(column.name);
  const alone = column.levels.length > 1 ? find(column.levels.at(-1) ?? '').filter(({ cover }) => cover === 1) : [];
  return new Set([...together, ...alone].map(({ concept }) => concept));
};

const readTable = (unit: Unit, table: Table, find: Finder): ReadTable => ({
  unit,
  table,
  columns: table.columns.map((column, index) => ({ ...column, index, hits: hitsOf(column, find) })),
  part: [unit.path, table.name].filter((part) => part !== '').join(' / '),
});

/** Reads files against a vocabulary: what each column, key, value, line and title speaks of. */
export const read = (
  files: readonly ContentFile[],
  concepts: Concepts,
  sight: (units: readonly Unit[], tables: readonly ReadTable[], find: Finder, concepts: ConceptTable) => Sighting[],
): Reading => {
  const find = finderOf(concepts);
  const units = files.flatMap((file) => unitsOf(file, '', depth));
  const tables = units
    // An archive repeats the tables of its members; they are read where they lie.
    .filter((unit) => unit.inspection.members.length === 0 && !isSidecar(unit, units))
    .flatMap((unit) => unit.inspection.tables.map((table) => readTable(unit, table, find)));
  return { units, tables, sightings: sight(units, tables, find, concepts.concepts), find, concepts };
};

/** Concepts by id. */
export type ConceptTable = Readonly<Record<ConceptId, Concept>>;
