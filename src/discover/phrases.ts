import type { Category, Portal } from '../model/data.ts';
import { type Lens, wordsTag } from './vocabulary.ts';

/** A name without its short form in brackets: "National Institute of Alba (NIA)". */
const withoutShortForm = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/, '');

/** What the body that is responsible for the data is called, in the first of some languages that has a name. */
const bodyName = ({ id }: Category, { place }: Lens, languages: readonly string[]): readonly string[] => {
  const names = place?.responsible[id]?.value;
  if (names === undefined) return [];
  const [name] = [...languages.map((language) => names[language]), ...Object.values(names)].filter(
    (found) => found !== undefined,
  );
  return name === undefined ? [] : [withoutShortForm(name)];
};

/**
 * The words that a portal is asked with, the surest first: the phrases of the category in the languages of the portal,
 * else in those of the place, the first of each language before the second of any. The second question is for what the
 * responsible body publishes, which may call its data otherwise.
 */
export const phrasesFor = (portal: Portal, category: Category, lens: Lens, most: number): readonly string[] => {
  const own = portal.languages
    .map((language) => wordsTag(language, lens.words))
    .filter((language) => category.topics[language] !== undefined);
  const languages = own.length > 0 ? own : lens.languages.filter((language) => category.topics[language] !== undefined);
  const columns = languages.map((language) => category.topics[language] ?? []);
  const rows = Array.from({ length: most }, (_, row) => columns.flatMap((column) => column[row] ?? []));
  const [first, ...others] = rows.flat();
  const seen = new Set<string>();
  return [...(first === undefined ? [] : [first]), ...bodyName(category, lens, portal.languages), ...others]
    .filter((phrase) => !seen.has(phrase.toLowerCase()) && seen.add(phrase.toLowerCase()) !== undefined)
    .slice(0, most);
};
