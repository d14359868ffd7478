import type {
  Concept,
  ConceptFile,
  Concepts,
  FieldNames,
  KnownLayout,
  KnownStandard,
  NameWords,
  Turn,
  TurningWords,
} from '../model/content.ts';
import type { Category, Criteria } from '../model/data.ts';
import type { DateWords } from '../model/dates.ts';
import { type BuiltConcepts, buildConcepts, openConcepts } from './built.ts';
import { keepWords, wordsIn } from './filed.ts';
import { type WordIndex, wordIndexOf } from './phrase-index.ts';

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

/** Beside a vocabulary that the build keeps, its words one by one: of most files nobody asks for them. */
const wordsBeside = (path: string): string => `${path}-words`;

/** Opens a vocabulary that the build kept. */
const openBuilt = (criteria: Criteria, path: string, built: BuiltConcepts): ConceptFile['concepts'] =>
  openConcepts(built, (index) => criteria.built<WordIndex>(wordsBeside(path)) ?? wordIndexOf(index));

/** The concepts of a file as they are written. */
const writtenVocabulary = (criteria: Criteria, name: string): ConceptFile['concepts'] =>
  name === countryName ? { [name]: countriesIn(criteria) } : criteria.data<ConceptFile>(`${folder}/${name}`).concepts;

/** The concepts of a file, as the build kept them where it did. */
const vocabulary = (criteria: Criteria, name: string): ConceptFile['concepts'] => {
  const path = `${folder}/${name}`;
  const built = criteria.built<BuiltConcepts>(path);
  return built === null ? writtenVocabulary(criteria, name) : openBuilt(criteria, path, built);
};

/** Puts all texts in a value, however deep, behind those that were found before. */
const addTexts = (value: unknown, found: string[]): void => {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) addTexts(part, found);
};

/** What the criteria of a category name, concepts among it. */
const namedBy = ({ criteria }: Category): readonly string[] => {
  const found: string[] = [];
  for (const { shownBy } of criteria) addTexts(shownBy, found);
  return found;
};

/** The concepts that are named, and those that these in turn depend on. */
const usedBy = (named: readonly string[], all: Concepts['concepts']): Concepts['concepts'] => {
  const used: Record<string, Concept> = {};
  const waiting = [...named];
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

const namesFile = 'vocabulary/field-names';

/** The words of names as the build keeps them: what turns a name, and the single words of the rest. */
interface BuiltNames extends Pick<FieldNames, 'headFirst'> {
  readonly turns: BuiltConcepts;
  readonly links: string;
  readonly plain: string;
}

/** The words of names as they are written, with those that they share with the concepts that every category knows. */
const writtenNames = (criteria: Criteria): NameWords => {
  const { turns, ...rest } = criteria.data<FieldNames>(namesFile);
  const all = { ...writtenVocabulary(criteria, 'shared'), ...writtenVocabulary(criteria, 'common') };
  return { ...rest, turns: Object.fromEntries(Object.entries(turns).map(([id, turn]) => [id, turning(turn, all)])) };
};

const wordsKept = (text: string): Concept['words'] => {
  const words = { und: text.split(' ') };
  keepWords(words, text);
  return words;
};

/** The words of names, as the build kept them where it did. */
const nameWords = (criteria: Criteria): NameWords => {
  const built = criteria.built<BuiltNames>(namesFile);
  if (built === null) return writtenNames(criteria);
  const { headFirst, turns, links, plain } = built;
  return {
    headFirst,
    // The build leaves nothing out but words and codes.
    turns: openBuilt(criteria, namesFile, turns) as NameWords['turns'],
    links: wordsKept(links),
    plain: wordsKept(plain),
  };
};

const builtNames = ({ headFirst, turns, links, plain }: NameWords): BuiltNames => ({
  headFirst,
  turns: buildConcepts(turns),
  links: [...wordsIn(links)].join(' '),
  plain: [...wordsIn(plain)].join(' '),
});

/** What the build keeps of every vocabulary, by its path, so that no run of the program has to read and fold its phrases. */
export const builtVocabularies = (
  criteria: Criteria,
): Readonly<Record<string, BuiltConcepts | BuiltNames | WordIndex>> => {
  const names = ['shared', 'common', countryName, ...criteria.categories()];
  const files = names.map((name) => [`${folder}/${name}`, buildConcepts(writtenVocabulary(criteria, name))] as const);
  const ofNames = builtNames(writtenNames(criteria));
  const all = [...files, [namesFile, ofNames.turns] as const];
  return Object.fromEntries([
    ...files,
    [namesFile, ofNames],
    ...all.map(([path, { index }]) => [wordsBeside(path), wordIndexOf(index)] as const),
  ]);
};

/**
 * The words a category is judged with: those of its own file, of the shared one, and the names of countries, as far as its
 * criteria ask for them. Preparing words is what judging costs most, so what is not asked for is prepared only where a
 * column has to be explained.
 */
export const conceptsFor = (criteria: Criteria, id: string): Concepts => {
  const written = { ...vocabulary(criteria, 'shared'), ...vocabulary(criteria, id) };
  const named = namedBy(criteria.category(id));
  const isAsked = named.includes(countryName);
  const concepts = usedBy(named, isAsked ? { ...written, ...vocabulary(criteria, countryName) } : written);
  const others = Object.entries({ ...written, ...vocabulary(criteria, 'common') }).filter(
    ([name]) => !(name in concepts),
  );
  const { layouts } = criteria.data<{ readonly layouts: readonly KnownLayout[] }>('vocabulary/layouts');
  const standards = (): readonly KnownStandard[] =>
    criteria.data<{ readonly standards: readonly KnownStandard[] }>('vocabulary/standards').standards;
  const dates = criteria.data<DateWords>('vocabulary/dates');
  return { concepts, besides: Object.fromEntries(others), names: nameWords(criteria), layouts, standards, dates };
};
