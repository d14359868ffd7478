import { resolveCategory, resolvePlace } from '../criteria/resolve.ts';
import type { Criteria, Edition, PlaceNames } from '../model/data.ts';
import type { Names, PublishedCsv, Titles } from '../reviews/published/index.ts';

/** Answers a question about a word once, failures too: a bad file asks the same thousands of times. */
const remembered = (find: (edition: Edition, word: string) => string): ((edition: Edition, word: string) => string) => {
  const known = new Map<string, { readonly id: string } | { readonly error: unknown }>();
  const ask = (edition: Edition, word: string): { readonly id: string } | { readonly error: unknown } => {
    try {
      return { id: find(edition, word) };
    } catch (error) {
      return { error };
    }
  };
  return (edition, word) => {
    const key = `${edition.id} ${word}`;
    const answer = known.get(key) ?? ask(edition, word);
    known.set(key, answer);
    if ('error' in answer) throw answer.error;
    return answer.id;
  };
};

/** The id that an edition's own code stands for. */
const byCode = (codes: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.entries(codes).find(([, code]) => code === word)?.[0];

/** Finds editions, places and categories by what published files call them. */
export const publishedNames = (criteria: Criteria, { placeAliases }: PublishedCsv): Names => {
  const spelled = new Map(
    Object.entries(placeAliases).flatMap(([id, names]) => names.map((name) => [name.toLowerCase(), id] as const)),
  );
  const editions = criteria.editions().map(criteria.edition);
  const gazetteer = criteria.gazetteer();
  const places = new Set(gazetteer.map(({ id }) => id));
  const categories = new Set(criteria.categories());
  return {
    edition: (year) => editions.find((edition) => edition.year === year),
    years: editions.map(({ year }) => year),
    place: remembered(({ codes }, word) => {
      const code = word.toLowerCase();
      const coded = byCode(codes.places, code) ?? (places.has(code) ? code : spelled.get(code));
      return coded ?? resolvePlace(gazetteer, word).id;
    }),
    category: remembered(({ codes }, word) => {
      const code = word.toLowerCase();
      const coded = byCode(codes.categories, code) ?? (categories.has(code) ? code : undefined);
      return coded ?? resolveCategory(criteria.categories().map(criteria.category), word).id;
    }),
  };
};

/** English names of places and categories, as reviews show them. */
export const titlesOf = (criteria: Criteria): Titles => {
  // The names of all places take a while to read, and few comparisons show any.
  let places: ReadonlyMap<string, PlaceNames> | null = null;
  const placeOf = (id: string): PlaceNames | undefined => {
    places ??= new Map(criteria.gazetteer().map((place) => [place.id, place]));
    return places.get(id);
  };
  const categories = new Map<string, string>();
  return {
    place: (id) => {
      const place = placeOf(id);
      return { name: place?.names['en'] ?? id, slug: place?.slug ?? id };
    },
    category: (id) => {
      const title = categories.get(id) ?? criteria.category(id).titles['en'] ?? id;
      categories.set(id, title);
      return title;
    },
  };
};
