import type { ConceptFile, Concepts } from '../model/content.ts';
import type { Criteria } from '../model/data.ts';

/**
 * The words a category is judged with: its own file, the shared one, and the names of countries. Loads three small
 * files; nothing else of the program reads them.
 */
export const conceptsFor = (criteria: Criteria, category: string): Concepts => {
  const file = (name: string): ConceptFile => criteria.data<ConceptFile>(`vocabulary/concepts/${name}`);
  return {
    concepts: { ...file('shared').concepts, ...file(category).concepts },
    countries: criteria.gazetteer().flatMap(({ names }) => Object.values(names)),
  };
};
