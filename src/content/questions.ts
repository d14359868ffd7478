import type { Clue, Concept, ConceptId, SightingPlace } from '../model/content.ts';
import type { Criterion } from '../model/data.ts';
import type { Reading } from './reading.ts';
import { listed } from './shown.ts';

/** A field that would show a criterion: what it may be called, and what its values would look like. */
export interface Question extends Concept {
  readonly id: ConceptId;
  /** Concepts one of which must be counted beside it, where it is a unit that something is reported for. */
  readonly measures: readonly ConceptId[];
  /** Concepts that measure a unit where all of them are counted beside it. */
  readonly together: readonly ConceptId[];
}

const asksColumns = (places: readonly SightingPlace[] | undefined): boolean =>
  places === undefined || places.includes('column');

type Asked = Pick<Question, 'id' | 'measures' | 'together'>;

const plainly = (ids: readonly ConceptId[]): readonly Asked[] => ids.map((id) => ({ id, measures: [], together: [] }));

/** Is something said nowhere that a clue wants to be said beside a field? Then the field alone would not show it. */
const isUnsaid = (clue: Clue, { sightings }: Reading): boolean =>
  'says' in clue && !sightings.some(({ concept }) => listed(clue.says).includes(concept));

/** The concepts that a clue wants to see as a field. */
const askedIn = (clue: Clue, reading: Reading): readonly Asked[] => {
  if ('field' in clue) return asksColumns(clue.in) ? plainly(listed(clue.field)) : [];
  if ('shape' in clue) {
    const { unit = [], votes = [], measure: measures = [], together = [] } = clue.of ?? {};
    return unit.length > 0 ? unit.map((id) => ({ id, measures, together })) : plainly(votes);
  }
  if ('all' in clue) {
    const isOpen = !clue.all.some((part) => isUnsaid(part, reading));
    return isOpen ? clue.all.flatMap((part) => askedIn(part, reading)) : [];
  }
  return 'any' in clue ? clue.any.flatMap((part) => askedIn(part, reading)) : [];
};

/** The concept as a question. Its words are taken over unread: few doubts look at them, and to list them takes time. */
const questionOf = (concept: Concept, asked: Asked): Question =>
  Object.defineProperties({ ...asked } as Question, Object.getOwnPropertyDescriptors(concept));

const kept = new WeakMap<Reading, Map<Criterion, readonly Question[]>>();

/** The fields that a criterion asks for in what was read, each once. */
export const questionsOf = (criterion: Criterion, reading: Reading): readonly Question[] => {
  const known = kept.get(reading) ?? new Map<Criterion, readonly Question[]>();
  kept.set(reading, known);
  const before = known.get(criterion);
  if (before !== undefined) return before;
  const asked = new Map(criterion.shownBy.yes.flatMap((clue) => askedIn(clue, reading)).map((one) => [one.id, one]));
  const questions = [...asked.values()].flatMap((one) => {
    const concept = reading.concepts.concepts[one.id];
    return concept === undefined ? [] : [questionOf(concept, one)];
  });
  known.set(criterion, questions);
  return questions;
};

/** Is it a count, or a unit that counts are reported for? */
export const isCounted = ({ expects, measures }: Question): boolean => expects === 'count' || measures.length > 0;
