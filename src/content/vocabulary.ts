import type {
  Concept,
  ConceptFile,
  Concepts,
  FieldNames,
  KnownLayout,
  NameWords,
  Turn,
  TurningWords,
} from '../model/content.ts';
import type { Category, Criteria } from '../model/data.ts';
import type { DateWords } from '../model/dates.ts';
import { keepIndex, keepWords, wordsIn } from './filed.ts';
import { type PhraseIndex, phraseIndexOf } from './phrase-index.ts';

/** Shorter names are words of too many languages. */
const shortestName = 4;

const isTelling = (name: string): boolean => name.length >= shortestName || /[^\u0000-\u024f]/.test(name);

/** The concept that is made of the gazetteer. */
const countryName = 'country-name';

/** The names of all countries, as one concept: a title that has one is about a whole country. */
const countriesIn = (criteria: Criteria): Concept => ({
  expects: 'any',
  words: { und: [...new Set(criteria.gazetteer().flatMap(({ names }) => Object.values(names)))].filter(isTelling) },
});

const folder = 'vocabulary/concepts';

/** A vocabulary as the build keeps it: where its phrases are filed and, of the names of countries, the concepts themselves. */
interface BuiltVocabulary extends Partial<ConceptFile> {
  readonly index: PhraseIndex;
}

/** The concepts of a file, with the index that the build made of it. */
const vocabulary = (criteria: Criteria, name: string): ConceptFile['concepts'] => {
  const path = `${folder}/${name}`;
  const built = criteria.built<BuiltVocabulary>(path);
  if (built === null && name === countryName) return { [name]: countriesIn(criteria) };
  const concepts = built?.concepts ?? criteria.data<ConceptFile>(path).concepts;
  if (built !== null) keepIndex(concepts, built.index);
  return concepts;
};

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

/** The words of names as the build keeps them: besides the index of what turns a name, the single words of the rest. */
interface BuiltNames extends BuiltVocabulary {
  readonly links: string;
  readonly plain: string;
}

const namesFile = 'vocabulary/field-names';

/** The words of names, with those that they share with the concepts that every category knows. */
const nameWords = (criteria: Criteria): NameWords => {
  const { turns: written, ...rest } = criteria.data<FieldNames>(namesFile);
  const all = { ...vocabulary(criteria, 'shared'), ...vocabulary(criteria, 'common') };
  const turns = Object.fromEntries(Object.entries(written).map(([id, turn]) => [id, turning(turn, all)]));
  const built = criteria.built<BuiltNames>(namesFile);
  if (built !== null) {
    keepIndex(turns, built.index);
    keepWords(rest.links, built.links);
    keepWords(rest.plain, built.plain);
  }
  return { ...rest, turns };
};

const builtNames = ({ turns, links, plain }: NameWords): BuiltNames => ({
  index: phraseIndexOf(turns),
  links: [...wordsIn(links)].join(' '),
  plain: [...wordsIn(plain)].join(' '),
});

/** What the build keeps of every vocabulary, by its path, so that no run of the program has to fold its phrases. */
export const builtVocabularies = (criteria: Criteria): Readonly<Record<string, BuiltVocabulary | BuiltNames>> => {
  const names = ['shared', 'common', ...criteria.categories()];
  const countries = vocabulary(criteria, countryName);
  return Object.fromEntries([
    ...names.map((name) => [`${folder}/${name}`, { index: phraseIndexOf(vocabulary(criteria, name)) }]),
    [`${folder}/${countryName}`, { concepts: countries, index: phraseIndexOf(countries) }],
    [namesFile, builtNames(nameWords(criteria))],
  ]);
};

/**
 * The words a category is judged with: those of its own file, of the shared one, and the names of countries, as far as its
 * criteria ask for them. Preparing words is what judging costs most, so what is not asked for is prepared only where a
 * column has to be explained.
 */
export const conceptsFor = (criteria: Criteria, id: string): Concepts => {
  const written = { ...vocabulary(criteria, 'shared'), ...vocabulary(criteria, id) };
  const category = criteria.category(id);
  const isAsked = category.criteria.some(({ shownBy }) => textsIn(shownBy).includes(countryName));
  const concepts = usedBy(category, isAsked ? { ...written, ...vocabulary(criteria, countryName) } : written);
  const others = Object.entries({ ...written, ...vocabulary(criteria, 'common') }).filter(
    ([name]) => !(name in concepts),
  );
  const { layouts } = criteria.data<{ readonly layouts: readonly KnownLayout[] }>('vocabulary/layouts');
  const dates = criteria.data<DateWords>('vocabulary/dates');
  return { concepts, besides: Object.fromEntries(others), names: nameWords(criteria), layouts, dates };
};
