import type { Concept, ConceptId, Concepts, SightingPlace } from '../model/content.ts';
import type { Column, Inspection, Table } from '../model/inspection.ts';
import type { EvidenceId } from '../model/observation.ts';
import type { MonthFinder } from '../time/months.ts';
import type { Finder } from './finder.ts';

/** A file of the dataset, as it was inspected. */
export interface ContentFile {
  readonly evidence: EvidenceId;
  /** File name or address; its words may name what is inside. */
  readonly name: string;
  readonly inspection: Inspection;
  /** What the page or record of its dataset is cited as, where files of several datasets are judged together. */
  readonly dataset?: EvidenceId;
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
  /** True where only a part of the name of the field speaks of it, and nobody knows what the name is of. */
  readonly isTrace?: boolean;
}

/** Everything that was read of a dataset. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly tables: readonly ReadTable[];
  readonly sightings: readonly Sighting[];
  readonly find: Finder;
  readonly concepts: Concepts;
  /** Looks up months by their names; absent where no names are known. */
  readonly monthOf?: MonthFinder;
}

/** Is there anything in it to look through? */
export const isReadable = (inspection: Inspection): boolean =>
  inspection.tables.length > 0 ||
  inspection.keys.length > 0 ||
  inspection.members.length > 0 ||
  inspection.text.trim() !== '' ||
  (inspection.page?.text ?? '') !== '' ||
  inspection.machineReadableBecause === 'no-rows';

/** Were its tables only seen in how a document sets its text? */
export const isLaidOut = ({ tables, page, machineReadableBecause }: Inspection): boolean =>
  tables.length > 0 && page === null && machineReadableBecause === 'document';

/** A path without its extension, or without both of `roads.shp.xml`. */
export const stemOf = (path: string): string => path.replace(/(?:\.shp)?\.[^./]*$/i, '');

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

/** Standards of records that describe a dataset: the addresses and keywords in them are not what it holds. */
const describing: readonly string[] = ['iso-19139', 'iso-19115-3', 'fgdc'];

/** Is it the description that lies beside the data in an archive? Read alone it is what there is to look at. */
export const isDescription = ({ path, inspection }: Unit): boolean =>
  path !== '' && inspection.standards.some((id) => describing.includes(id));

/** Concepts by id. */
export type ConceptTable = Readonly<Record<ConceptId, Concept>>;
