import type { Clue, ConceptId, Concepts } from '../model/content.ts';
import type { Criterion } from '../model/data.ts';
import { finderOf } from './finder.ts';
import { listed } from './shown.ts';

/** The concepts that a clue wants to see, wherever it looks for them. */
const conceptsIn = (clue: Clue): readonly ConceptId[] => {
  if ('field' in clue) return listed(clue.field);
  if ('says' in clue) return listed(clue.says);
  if ('all' in clue) return clue.all.flatMap(conceptsIn);
  if ('any' in clue) return clue.any.flatMap(conceptsIn);
  return 'shape' in clue ? [...(clue.of?.['unit'] ?? []), ...(clue.of?.['with'] ?? [])] : [];
};

const known = new WeakMap<Criterion, ReadonlySet<ConceptId>>();

const conceptsOf = (criterion: Criterion): ReadonlySet<ConceptId> => {
  const concepts = known.get(criterion) ?? new Set(criterion.shownBy.yes.flatMap(conceptsIn));
  known.set(criterion, concepts);
  return concepts;
};

/** Those of some criteria that a sentence speaks of, in the words of the vocabulary. */
export const criteriaNamed = (
  sentence: string,
  criteria: readonly Criterion[],
  concepts: Concepts,
): readonly Criterion[] => {
  const found = new Set(finderOf(concepts)(sentence).map(({ concept }) => concept));
  return criteria.filter((criterion) => [...conceptsOf(criterion)].some((concept) => found.has(concept)));
};
