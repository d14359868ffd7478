import type { Category, Criteria, Place } from '../model/data.ts';
import type { DateWords } from '../model/dates.ts';
import type { FileFormat } from '../model/format.ts';
import { comparable } from '../text/fold.ts';
import type { DateReader } from '../time/expression.ts';
import { type MonthFinder, monthFinder } from '../time/months.ts';
import { type FormatRegistry, openFormats } from '../web/formats.ts';
import { type Lexicon, phraseOf, phrasesIn, type SearchPhrase, weightOf } from './words.ts';

/** The data of `criteria/vocabulary/discovery`. */
interface DiscoveryData {
  readonly regional: Lexicon;
  readonly local: Lexicon;
  readonly lower: Lexicon;
  readonly units: Lexicon;
  readonly national: Lexicon;
  readonly governments: Lexicon;
  readonly authorities: Lexicon;
  readonly unofficial: Lexicon;
  readonly whole: Lexicon;
  readonly about: Lexicon;
  readonly data: Lexicon;
  readonly openData: Lexicon;
  readonly old: Lexicon;
  readonly thirdParties: readonly { readonly domain: string; readonly is: string }[];
  readonly governmentSuffixes: readonly string[];
  /** Software, and the categories that it is made for. */
  readonly madeFor: readonly { readonly software: readonly string[]; readonly categories: readonly string[] }[];
  readonly macrolanguages: Readonly<Record<string, string>>;
}

/** The words by which addresses are told apart. */
export interface DiscoveryWords extends DiscoveryData {
  readonly formats: FormatRegistry;
  readonly dates: DateWords;
}

/** Reads the words from the criteria. */
export const discoveryWords = (criteria: Pick<Criteria, 'data'>): DiscoveryWords => ({
  ...criteria.data<DiscoveryData>('vocabulary/discovery'),
  dates: criteria.data('vocabulary/dates'),
  formats: openFormats(criteria.data<{ readonly formats: readonly FileFormat[] }>('vocabulary/formats').formats),
});

/** A phrase of the category, and how surely it means the category. */
export interface Topic {
  readonly phrase: SearchPhrase;
  readonly weight: number;
}

/** What is looked for, for whom, with all words prepared. */
export interface Lens {
  readonly place: Place | null;
  readonly category: Category | null;
  /** Languages that are looked in: the place's, those of its catalogues, and English. */
  readonly languages: readonly string[];
  readonly topics: readonly Topic[];
  /** Bodies of a part of the country. */
  readonly regional: readonly SearchPhrase[];
  /** Bodies of a town. */
  readonly local: readonly SearchPhrase[];
  /** Words for parts of the country that also tell what a national body is about. */
  readonly lower: readonly SearchPhrase[];
  /** What makes a part of the country a unit of counting. */
  readonly units: readonly SearchPhrase[];
  /** Bodies of the whole country. */
  readonly national: readonly SearchPhrase[];
  /** Words for a state, before the name that tells which. */
  readonly governments: readonly SearchPhrase[];
  /** Words for an authority, of whatever part of the country. */
  readonly authorities: readonly SearchPhrase[];
  /** Organisations that are no authority. */
  readonly unofficial: readonly SearchPhrase[];
  /** Words for the whole country as an area. */
  readonly whole: readonly SearchPhrase[];
  /** The place's names and spellings, made comparable. */
  readonly ownNames: readonly string[];
  /** National contests of the place, by all their names, where the category asks for contests. */
  readonly contests: readonly SearchPhrase[];
  readonly about: readonly SearchPhrase[];
  readonly data: readonly SearchPhrase[];
  /** What catalogues of data of every kind are called. */
  readonly openData: readonly SearchPhrase[];
  readonly old: readonly SearchPhrase[];
  /** Names of the responsible body, and of the place. */
  readonly responsible: readonly SearchPhrase[];
  /** Reads dates, with the months of these languages. */
  readonly dates: DateReader;
  readonly words: DiscoveryWords;
}

/** The tag under which words of a language stand. */
export const wordsTag = (language: string, words: Pick<DiscoveryWords, 'macrolanguages'>): string => {
  const primary = language.toLowerCase().split('-', 1)[0] ?? language;
  return Object.hasOwn(words.macrolanguages, primary) ? (words.macrolanguages[primary] ?? primary) : primary;
};

const languagesOf = (place: Place | null, words: DiscoveryWords): readonly string[] => {
  const own = place === null ? [] : [...place.languages, ...place.portals.flatMap(({ languages }) => languages)];
  return [...new Set([...own.map((language) => wordsTag(language, words)), 'en'])];
};

/** The first phrases of a language name the category, later ones what it is among. */
const weightAt = (index: number): number => (index < 2 ? 1 : index === 2 ? 0.9 : 0.8);

const topicsOf = (category: Category, languages: readonly string[]): readonly Topic[] => {
  const best = new Map<string, Topic>();
  for (const language of languages) {
    const title = category.titles[language];
    const listed = [...(title === undefined ? [] : [title]), ...(category.topics[language] ?? [])];
    for (const [index, written] of [...new Set(listed)].entries()) {
      const phrase = phraseOf(written);
      const weight = weightAt(index) * weightOf(phrase);
      const before = best.get(phrase.text);
      if (phrase.text !== '' && (before === undefined || before.weight < weight))
        best.set(phrase.text, { phrase, weight });
    }
  }
  return [...best.values()];
};

/** A name that ends in its short form goes by either: "National Institute of Alba (NIA)". */
const spellingsOf = (name: string): readonly string[] => {
  const [, long = '', short = ''] = /^(.+?)\s*\(([\p{Lu}\d-]{3,10})\)$/u.exec(name) ?? [];
  return long === '' ? [name] : [name, long, short];
};

/** Names made comparable; a single letter is none. */
const ownNamesOf = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map(comparable).filter((name) => name.length > 1)),
];

/** What the national contests of a place are called, in its languages and in English. */
const contestNames = (place: Place | null, { editions }: Category): readonly SearchPhrase[] =>
  editions.some(({ contests }) => contests !== undefined)
    ? (place?.contests ?? []).flatMap(({ names, native }) => [...Object.values(names), ...native]).map(phraseOf)
    : [];

/** Months by the first of some languages that knows the name. */
const monthsOf = (languages: readonly string[], words: DateWords): MonthFinder => {
  const finders = languages.map((language) => monthFinder(words, language));
  return (name) => {
    for (const find of finders) {
      const month = find(name);
      if (month !== null) return month;
    }
    return null;
  };
};

/** Prepares everything that is looked for in a place and a category. Without a category no topic matches. */
export const lensOf = (place: Place | null, category: Category | null, words: DiscoveryWords): Lens => {
  const languages = languagesOf(place, words);
  const responsible = category === null ? undefined : place?.responsible[category.id];
  return {
    place,
    category,
    languages,
    topics: category === null ? [] : topicsOf(category, languages),
    regional: phrasesIn(words.regional, languages),
    local: phrasesIn(words.local, languages),
    lower: phrasesIn(words.lower, languages),
    units: phrasesIn(words.units, languages),
    national: phrasesIn(words.national, languages),
    governments: phrasesIn(words.governments, languages),
    authorities: phrasesIn(words.authorities, languages),
    unofficial: phrasesIn(words.unofficial, languages),
    whole: phrasesIn(words.whole, languages),
    ownNames: place === null ? [] : ownNamesOf([...Object.values(place.names), ...place.aliases]),
    contests: category === null ? [] : contestNames(place, category),
    about: phrasesIn(words.about, languages),
    data: phrasesIn(words.data, languages),
    openData: phrasesIn(words.openData, languages),
    old: phrasesIn(words.old, languages),
    responsible: Object.values(responsible?.value ?? {})
      .flatMap(spellingsOf)
      .map(phraseOf),
    dates: { words: words.dates, monthOf: monthsOf(languages, words.dates) },
    words,
  };
};
