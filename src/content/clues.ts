import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Ground, Scope } from '../model/check.ts';
import type { Clue, ConceptId, FieldClue, SaysClue, ShapeClue, SightingPlace, StandardClue } from '../model/content.ts';
import type { Reading, Sighting } from './reading.ts';
import type { FieldReader } from './roles/index.ts';

/** What a clue found: why it holds and where to look. */
export interface Shown {
  /** Stable code: `header`, `values`, `key`, `label`, `words`, `standard`, or what a shape says of itself. */
  readonly reason: string;
  readonly grounds: NonEmpty<Ground>;
}

/** Everything a clue may look at. Its only clock is `asOf`. */
export interface Scene {
  readonly reading: Reading;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly asOf: string;
  /** Were all the files seen that the official source offers? Only then can absence be a No. */
  readonly whole: boolean;
  /** Reads what role each field plays; null where nobody does. */
  readonly reader: FieldReader | null;
  /** Who published it; null for a file alone, of which nothing is known. */
  readonly scope: Scope | null;
  /** Names of the parts of the country. */
  readonly parts: readonly string[];
}

/** Recognises the shape of data; null where it is not there. */
export type Shape = (scene: Scene, clue: ShapeClue) => Shown | null;

const grounds = 3;

const reasonOf: Readonly<Record<SightingPlace, string>> = {
  column: 'header',
  value: 'values',
  key: 'key',
  label: 'label',
  title: 'words',
  name: 'words',
  text: 'words',
};

/** Where a sighting can be opened again. */
export const groundOf = ({ evidence, part, quote }: Sighting): Ground => ({ evidence, part, quote });

/** Sightings as what a clue found, null where there are none. */
export const shownBy = (sightings: readonly Sighting[], reason?: string): Shown | null => {
  const found = sightings.slice(0, grounds).map(groundOf);
  const first = sightings[0];
  return isNonEmpty(found) && first !== undefined ? { reason: reason ?? reasonOf[first.place], grounds: found } : null;
};

/** One concept or several, as a list. */
export const listed = (ids: ConceptId | readonly ConceptId[]): readonly ConceptId[] =>
  typeof ids === 'string' ? [ids] : ids;

const fieldPlaces: readonly SightingPlace[] = ['column', 'key', 'value', 'label'];
const wordPlaces: readonly SightingPlace[] = ['title', 'name', 'text', 'value', 'column', 'key'];

/** Do two sightings belong together: one table, or one file outside of tables? */
const isTogether = (one: Sighting, other: Sighting): boolean =>
  one.table === null || other.table === null ? one.evidence === other.evidence : one.table === other.table;

const fieldSightings = (
  { field, in: places = fieldPlaces as FieldClue['in'], distinct, with: beside = [], without = [] }: FieldClue,
  { sightings }: Reading,
): readonly Sighting[] => {
  const concepts = listed(field);
  const hasBeside = (sighting: Sighting, concept: ConceptId): boolean =>
    sightings.some((other) => other.concept === concept && !other.isEmpty && isTogether(sighting, other));
  return sightings.filter(
    (sighting) =>
      concepts.includes(sighting.concept) &&
      (places ?? fieldPlaces).includes(sighting.place) &&
      (distinct === undefined || distinctOf(sighting) >= distinct) &&
      beside.every((concept) => hasBeside(sighting, concept)) &&
      !without.some((concept) => hasBeside(sighting, concept)),
  );
};

const distinctOf = ({ table, column }: Sighting): number =>
  (column === null ? undefined : table?.columns[column]?.distinct) ?? 0;

const field = (clue: FieldClue, { reading }: Scene): Shown | null =>
  shownBy(fieldSightings(clue, reading).filter(({ isEmpty }) => !isEmpty));

/** A header that declares the field over no values at all. */
export const declared = (clue: Clue, { reading }: Scene): Shown | null =>
  'field' in clue
    ? shownBy(
        fieldSightings(clue, reading).filter(({ isEmpty }) => isEmpty),
        'no-values',
      )
    : null;

const says = ({ says: ids, in: places }: SaysClue, { reading }: Scene): Shown | null =>
  shownBy(
    reading.sightings.filter(
      ({ concept, place }) => listed(ids).includes(concept) && (places ?? wordPlaces).includes(place),
    ),
  );

const standard = ({ standard: ids }: StandardClue, { reading }: Scene): Shown | null => {
  const unit = reading.units.find(({ inspection }) => inspection.standards.some((id) => ids.includes(id)));
  if (unit === undefined) return null;
  const quote = unit.inspection.standards.find((id) => ids.includes(id)) ?? '';
  return { reason: 'standard', grounds: [{ evidence: unit.evidence, part: unit.path || unit.name, quote }] };
};

/** Evaluates clues with the shapes that are known. */
export const clueReader = (shapes: Readonly<Record<string, Shape>>) => {
  const shapeOf = (id: string): Shape => {
    const shape = shapes[id];
    if (shape === undefined) throw new Error(`No shape is called ${id}.`);
    return shape;
  };
  const holds = (clue: Clue, scene: Scene): Shown | null => {
    if ('field' in clue) return field(clue, scene);
    if ('says' in clue) return says(clue, scene);
    if ('standard' in clue) return standard(clue, scene);
    if ('shape' in clue) return shapeOf(clue.shape)(scene, clue);
    if ('any' in clue) return first(clue.any, scene);
    const parts = clue.all.map((part) => holds(part, scene));
    const found = parts.filter((part) => part !== null);
    if (found.length < parts.length) return null;
    const all = found.flatMap((part) => [...part.grounds]);
    return isNonEmpty(all) && found[0] !== undefined ? { reason: found[0].reason, grounds: all } : null;
  };
  const first = (clues: readonly Clue[], scene: Scene): Shown | null => {
    for (const clue of clues) {
      const shown = holds(clue, scene);
      if (shown !== null) return shown;
    }
    return null;
  };
  return first;
};
