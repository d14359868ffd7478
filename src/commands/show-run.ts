import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { withGains } from '../audit/gains.ts';
import type { Category, Place } from '../model/data.ts';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { forTerminal } from '../render/escape.ts';
import { render } from '../render/index.ts';
import type { openStore, Stored } from '../reviews/index.ts';
import { listed } from '../text/lists.ts';
import { countingRules } from './counting.ts';
import { openLanguage } from './language.ts';
import { deliver } from './output.ts';
import { rendered, textIn } from './rendered.ts';
import type { Shell } from './shell.ts';
import type { ShowOptions } from './show-options.ts';
import { withKnownEdition } from './sound.ts';
import { databaseStore, storeAt } from './store-at.ts';
import { categoryOf, placeOf } from './subject.ts';
import { openWholeReviews, type ReadWhole } from './whole-reviews.ts';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What some reviews are of: `election-results (2013, 2015) and legislation (2015)`. */
const inWords = (reviews: readonly { readonly category: string; readonly year: number }[]): string => {
  const years = new Map<string, number[]>();
  for (const { category, year } of reviews) years.set(category, [...(years.get(category) ?? []), year]);
  return listed([...years].map(([category, own]) => `${category} (${own.join(', ')})`));
};

/** Places of a store that are named where one is missing. */
const mostPlaces = 12;

const placesIn = (store: ReturnType<typeof openStore>): string => {
  const all = [...new Set(store.years().flatMap(store.places))].sort();
  return all.length > mostPlaces
    ? `${all.slice(0, mostPlaces).join(', ')} and ${all.length - mostPlaces} more`
    : listed(all);
};

/** The newest review of each category that was named; without one, all reviews of the newest year. */
const newest = (found: readonly Stored[], categories: readonly Category[]): readonly Stored[] => {
  if (categories.length === 0) {
    const year = Math.max(...found.map(({ key }) => key.year));
    return found.filter(({ key }) => key.year === year);
  }
  return categories.flatMap(({ id }) => found.filter(({ key }) => key.category === id).slice(-1));
};

/** The kept reviews of a place, as many as were asked for. @throws UserError where one is missing, naming what is there. */
const storedOf = (
  place: Place,
  categories: readonly Category[],
  options: ShowOptions,
  shell: Shell,
): readonly Stored[] => {
  const { store: folder, year } = options;
  const store = storeAt(folder, shell);
  const all = [...store.stream({ places: new Set([place.id]) })];
  const name = place.names['en'] ?? place.slug;
  if (all.length === 0) {
    const others = placesIn(store);
    throw new UserError(
      others === ''
        ? `${folder} holds no reviews: make some with "odi audit", import some with "odi import", or name another --store.`
        : `${folder} holds no review of ${name}; it holds reviews of ${others}.`,
    );
  }
  const found = all.filter(({ key }) => year === undefined || key.year === year);
  const missing = categories.filter(({ id }) => !found.some(({ key }) => key.category === id));
  if (found.length === 0 || missing.length > 0) {
    const what = missing.length > 0 ? ` (${listed(missing.map(({ id }) => id))})` : '';
    const when = year === undefined ? '' : ` in ${year}`;
    const there = inWords(all.map(({ key }) => key));
    throw new UserError(`${folder} holds no review of ${name}${what}${when}; of ${name} it holds ${there}.`);
  }
  return newest(found, categories);
};

/** The text of a review that lies in no file; undefined for one that does. */
const storedText = ({ key }: Stored, store: string, shell: Shell): string | undefined =>
  isDatabaseAddress(store) ? (databaseStore(store, shell).text(key) ?? '') : undefined;

/** The reviews that can be shown. One that cannot be, beside others, is told with exit code 2, and stops none of them. */
const reviewsOf = (stored: readonly Stored[], read: ReadWhole, store: string, shell: Shell): readonly Review[] => {
  const faults: UserError[] = [];
  const shown = stored.flatMap((one) => {
    try {
      const reviews = read(one.file, storedText(one, store, shell));
      if ('fault' in one) throw new UserError(`${one.file} is no review that can be shown: ${one.fault}.`);
      return reviews.map((review) => withKnownEdition(review, one.file, shell));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(error);
      return [];
    }
  });
  const [first] = faults;
  if (first !== undefined && shown.length === 0) throw first;
  for (const { message } of faults) shell.tell(`odi: ${forTerminal(message)}\n`);
  if (faults.length > 0) shell.exit(2);
  return shown;
};

/** The reviews of a file, as many as were asked for. @throws UserError where one is missing, naming what is there. */
const inFile = (
  file: string,
  name: string,
  categories: readonly Category[],
  { year }: ShowOptions,
  read: ReadWhole,
): readonly Review[] => {
  const all = read(file);
  const found = all.filter((review) => year === undefined || review.year === year);
  const chosen =
    categories.length === 0
      ? found
      : categories.flatMap(({ id }) => found.filter(({ category }) => category?.id === id));
  const missing = categories.filter(({ id }) => !chosen.some(({ category }) => category?.id === id));
  if (chosen.length > 0 && missing.length === 0) return chosen;
  const there = inWords(all.map((review) => ({ category: review.category?.id ?? 'one address', year: review.year })));
  const what = missing.length === 0 ? '' : ` of ${listed(missing.map(({ id }) => id))}`;
  throw new UserError(`${name} holds no review${what}${year === undefined ? '' : ` in ${year}`}; it holds ${there}.`);
};

/** Runs `odi show`. */
export const runShow = async (
  word: string,
  categoryWords: readonly string[],
  options: ShowOptions,
  shell: Shell,
): Promise<void> => {
  const { format } = options;
  if (format === 'dqv')
    throw new UserError('--format dqv is for reports of portals: name the address of one, or the file of its report.');
  const language = await openLanguage(options, shell);
  const path = resolve(shell.cwd, word);
  // The place is looked at first: a name in several words would be taken for categories.
  if (!isFile(path) && !/\.json$|[\\/]/.test(word)) await placeOf(word, shell, categoryWords);
  const categories = await Promise.all(categoryWords.map((each) => categoryOf(each, shell)));
  if (!isFile(path) && /\.json$|[\\/]/.test(word)) throw new UserError(`There is no review file ${word}.`);
  const read = openWholeReviews(shell);
  const found = isFile(path)
    ? inFile(path, word, categories, options, read).map((review) => withKnownEdition(review, word, shell))
    : reviewsOf(
        storedOf(await placeOf(word, shell, categoryWords), categories, options, shell),
        read,
        options.store,
        shell,
      );
  const reviews = found.map((review) => withGains(review, countingRules(review, shell)));
  const document = await rendered(
    async () => render(await language.tell(reviews), format, textIn(language, options, shell), null, language.messages),
    options.format,
    'the reviews are left as they are',
    shell,
  );
  if (document !== null) deliver(shell, document, options.out);
};
