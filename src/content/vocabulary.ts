import type { Concept, ConceptFile, Concepts } from '../model/content.ts';
import type { Category, Criteria } from '../model/data.ts';

/** Shorter names are words of too many languages. */
const shortestName = 4;

const isTelling = (name: string): boolean => name.length >= shortestName || /[^\u0000-\u024f]/.test(name);

/** The concept that is made of the gazetteer. */
const countryName = 'country-name';

/** The names of all countries, as one concept: a title that has one is about a whole country. */
const countries = (criteria: Criteria): Concept => ({
  expects: 'any',
  words: { und: [...new Set(criteria.gazetteer().flatMap(({ names }) => Object.values(names)))].filter(isTelling) },
});

/** All texts in a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** The concepts that the criteria of a category name, and those that these in turn depend on. */
const usedBy = ({ criteria }: Category, all: Concepts['concepts']): Concepts['concepts'] => {
  const used: Record<string, Concept> = {};
  const waiting = criteria.flatMap(({ shownBy }) => textsIn(shownBy));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const concept = all[id];
    if (concept === undefined || id in used) continue;
    used[id] = concept;
    waiting.push(...(concept.unless ?? []));
  }
  return used;
};

/**
 * The words a category is judged with: those of its own file, of the shared one, and the names of countries, as far as its
 * criteria ask for them. Preparing words is what judging costs most, so what is not asked for is prepared only where a
 * column has to be explained.
 */
export const conceptsFor = (criteria: Criteria, id: string): Concepts => {
  const file = (name: string): ConceptFile => criteria.data<ConceptFile>(`vocabulary/concepts/${name}`);
  const written = { ...file('shared').concepts, ...file(id).concepts };
  const category = criteria.category(id);
  const isAsked = category.criteria.some(({ shownBy }) => textsIn(shownBy).includes(countryName));
  const concepts = usedBy(category, isAsked ? { ...written, [countryName]: countries(criteria) } : written);
  const others = Object.entries({ ...written, ...file('common').concepts }).filter(([name]) => !(name in concepts));
  return { concepts, besides: Object.fromEntries(others) };
};
