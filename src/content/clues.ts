import { isNonEmpty } from '../model/basics.ts';
import type { Clue, ConceptId, FieldClue, SaysClue, SightingPlace, StandardClue } from '../model/content.ts';
import { lazy } from '../text/lazy.ts';
import { wordsOf } from '../text/words.ts';
import type { Reading, Sighting } from './reading.ts';
import type { Scene, Shape } from './scene.ts';
import { listed, type Shown, shownBy } from './shown.ts';

const fieldPlaces: readonly SightingPlace[] = ['column', 'key', 'value', 'label'];
const wordPlaces: readonly SightingPlace[] = ['title', 'name', 'text', 'value', 'column', 'key'];

/** Do two sightings belong together: one table, or one file outside of tables? */
const isTogether = (one: Sighting, other: Sighting): boolean =>
  one.table === null || other.table === null ? one.evidence === other.evidence : one.table === other.table;

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length > 0 && start.length < words.length && start.every((word, index) => words[index] === word);

/** What is left of a name beside that of another field, without the little words that tie them together. */
const besideName = (own: readonly string[], other: readonly string[]): string | null => {
  const rest = startsWith(own, other)
    ? own.slice(other.length)
    : startsWith([...own].reverse(), [...other].reverse())
      ? own.slice(0, -other.length)
      : null;
  return rest?.filter((word) => word.length > 3).join(' ') ?? null;
};

/** Is a field named for another one of its table and for the concept, and for nothing else? */
const isOfField = ({ table, column, concept }: Sighting, { find }: Reading): boolean => {
  const columns = table?.columns ?? [];
  const own = wordsOf(columns[column ?? -1]?.name ?? '');
  return columns.some(({ name }) => {
    const rest = besideName(own, wordsOf(name));
    return rest !== null && find(rest).some((hit) => hit.concept === concept && hit.cover === 1);
  });
};

/** Fields of whose name only a part speaks of a concept are left out, unless traces of it suffice. */
const fieldSightings = (
  {
    field,
    in: places = fieldPlaces as FieldClue['in'],
    distinct,
    with: beside = [],
    without = [],
    ofFields = false,
  }: FieldClue,
  reading: Reading,
  traces: boolean,
): readonly Sighting[] => {
  const concepts = listed(field);
  const { sightings } = reading;
  const counts = ({ isTrace = false }: Sighting): boolean => traces || !isTrace;
  const hasBeside = (sighting: Sighting, concept: ConceptId): boolean =>
    sightings.some(
      (other) => other.concept === concept && !other.isEmpty && counts(other) && isTogether(sighting, other),
    );
  return sightings.filter(
    (sighting) =>
      concepts.includes(sighting.concept) &&
      (counts(sighting) || (ofFields && isOfField(sighting, reading))) &&
      (places ?? fieldPlaces).includes(sighting.place) &&
      (distinct === undefined || distinctOf(sighting) >= distinct) &&
      beside.every((concept) => hasBeside(sighting, concept)) &&
      !without.some((concept) => hasBeside(sighting, concept)),
  );
};

const distinctOf = ({ table, column }: Sighting): number =>
  (column === null ? undefined : table?.columns[column]?.distinct) ?? 0;

const field = (clue: FieldClue, { reading }: Scene, traces: boolean): Shown | null =>
  shownBy(fieldSightings(clue, reading, traces).filter(({ isEmpty }) => !isEmpty));

/** A header that declares the field over no values at all. */
export const declared = (clue: Clue, { reading }: Scene): Shown | null =>
  'field' in clue
    ? shownBy(
        fieldSightings(clue, reading, true).filter(({ isEmpty }) => isEmpty),
        'no-values',
      )
    : null;

/** Letters that are as often the short form of a name as a word. */
const initials = lazy(() => /^\p{Lu}{1,3}$/u);

/** A field that stands beside the records of a file says something of the file, and nothing of what its records are. */
const isBesideRecords = ({ place, part, evidence }: Sighting, { tables }: Reading): boolean =>
  place === 'key' &&
  !part.includes('[]') &&
  tables.some(({ unit, table }) => unit.evidence === evidence && (table.rows ?? table.sample.length) > 1);

/** Does a word speak of the data itself, so that it can refute what the data seems to be? */
const speaksOfData = (sighting: Sighting, reading: Reading): boolean =>
  !isBesideRecords(sighting, reading) && !(sighting.place === 'value' && initials().test(sighting.quote));

const says = ({ says: ids, in: places }: SaysClue, { reading }: Scene, refutes: boolean): Shown | null =>
  shownBy(
    reading.sightings.filter(
      (sighting) =>
        listed(ids).includes(sighting.concept) &&
        (places ?? wordPlaces).includes(sighting.place) &&
        (!refutes || speaksOfData(sighting, reading)),
    ),
  );

const standard = ({ standard: ids }: StandardClue, { reading }: Scene): Shown | null => {
  const unit = reading.units.find(({ inspection }) => inspection.standards.some((id) => ids.includes(id)));
  if (unit === undefined) return null;
  const quote = unit.inspection.standards.find((id) => ids.includes(id)) ?? '';
  return { reason: 'standard', grounds: [{ evidence: unit.evidence, part: unit.path || unit.name, quote }] };
};

/**
 * Evaluates clues with the shapes that are known; with `traces`, fields count, too, of whose name only a part speaks of what is
 * asked for; with `refutes`, only words that speak of the data itself.
 */
export const clueReader = (shapes: Readonly<Record<string, Shape>>, { traces = false, refutes = false } = {}) => {
  const shapeOf = (id: string): Shape => {
    const shape = shapes[id];
    if (shape === undefined) throw new Error(`No shape is called ${id}.`);
    return shape;
  };
  const holds = (clue: Clue, scene: Scene): Shown | null => {
    if ('field' in clue) return field(clue, scene, traces);
    if ('says' in clue) return says(clue, scene, refutes);
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
