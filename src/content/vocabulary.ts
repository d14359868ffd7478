import type { Concept, ConceptFile, Concepts, FieldNames, NameWords, Turn, TurningWords } from '../model/content.ts';
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

const merged = (lists: readonly Concept['words'][]): Concept['words'] => {
  const words: Record<string, readonly string[]> = {};
  for (const [language, phrases] of lists.flatMap((list) => Object.entries(list))) {
    words[language] = [...(words[language] ?? []), ...phrases];
  }
  return words;
};

/** The words of a turn, with those of the concepts that it shares them with. */
const turning = (
  { leaves, hints = false, concepts = [], words = {} }: Turn,
  all: Concepts['concepts'],
): TurningWords => {
  const shared = concepts.map((id) => all[id]).filter((concept) => concept !== undefined);
  return {
    expects: 'any',
    leaves,
    hints,
    words: merged([words, ...shared.map((concept) => concept.words)]),
    // A mark or a single letter beside a word turns nothing: it may be a unit.
    codes: shared.flatMap(({ codes = [] }) => codes.filter((code) => /\p{L}.*\p{L}/u.test(code))),
  };
};

const nameWords = ({ turns, ...rest }: FieldNames, all: Concepts['concepts']): NameWords => ({
  ...rest,
  turns: Object.fromEntries(Object.entries(turns).map(([id, turn]) => [id, turning(turn, all)])),
});

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
  const common = file('common').concepts;
  const others = Object.entries({ ...written, ...common }).filter(([name]) => !(name in concepts));
  const names = nameWords(criteria.data<FieldNames>('vocabulary/field-names'), { ...written, ...common });
  return { concepts, besides: Object.fromEntries(others), names };
};
