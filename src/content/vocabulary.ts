import type { Concept, ConceptFile, Concepts } from '../model/content.ts';
import type { Criteria } from '../model/data.ts';

/** Shorter names are words of too many languages. */
const shortestName = 4;

const isTelling = (name: string): boolean => name.length >= shortestName || /[^\u0000-\u024f]/.test(name);

/** The names of all countries, as one concept: a title that has one is about a whole country. */
const countries = (criteria: Criteria): Concept => ({
  expects: 'any',
  words: { und: [...new Set(criteria.gazetteer().flatMap(({ names }) => Object.values(names)))].filter(isTelling) },
});

/**
 * The words a category is judged with: its own file, the shared one, and the names of countries. Loads three small
 * files; nothing else of the program reads them.
 */
export const conceptsFor = (criteria: Criteria, category: string): Concepts => {
  const file = (name: string): ConceptFile => criteria.data<ConceptFile>(`vocabulary/concepts/${name}`);
  return {
    concepts: { ...file('shared').concepts, ...file(category).concepts, 'country-name': countries(criteria) },
  };
};
