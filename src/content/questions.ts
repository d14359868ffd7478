import type { Clue, Concept, ConceptId, Concepts, SightingPlace } from '../model/content.ts';
import type { Criterion } from '../model/data.ts';
import { listed } from './shown.ts';

/** A field that would show a criterion: what it may be called, and what its values would look like. */
export interface Question extends Concept {
  readonly id: ConceptId;
  /** Concepts one of which must be counted beside it, where it is a unit that something is reported for. */
  readonly measures: readonly ConceptId[];
}

const asksColumns = (places: readonly SightingPlace[] | undefined): boolean =>
  places === undefined || places.includes('column');

type Asked = Pick<Question, 'id' | 'measures'>;

const plainly = (ids: readonly ConceptId[]): readonly Asked[] => ids.map((id) => ({ id, measures: [] }));

/** The concepts that a clue wants to see as a field. */
const askedIn = (clue: Clue): readonly Asked[] => {
  if ('field' in clue) return asksColumns(clue.in) ? plainly(listed(clue.field)) : [];
  if ('shape' in clue) {
    const { unit = [], votes = [], measure = [] } = clue.of ?? {};
    return unit.length > 0 ? unit.map((id) => ({ id, measures: measure })) : plainly(votes);
  }
  if ('all' in clue) return clue.all.flatMap(askedIn);
  return 'any' in clue ? clue.any.flatMap(askedIn) : [];
};

/** The fields that a criterion asks for, each once. */
export const questionsOf = ({ shownBy }: Criterion, { concepts }: Concepts): readonly Question[] => {
  const asked = new Map(shownBy.yes.flatMap(askedIn).map((one) => [one.id, one]));
  return [...asked.values()].flatMap((one) => {
    const concept = concepts[one.id];
    return concept === undefined ? [] : [{ ...concept, ...one }];
  });
};

/** Is it a count, or a unit that counts are reported for? */
export const isCounted = ({ expects, measures }: Question): boolean => expects === 'count' || measures.length > 0;
