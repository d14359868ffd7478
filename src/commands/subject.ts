import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Category, Edition, Place } from '../model/data.ts';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import { knownEdition } from './options.ts';
import type { Shell } from './shell.ts';
import { storeWord } from './store-word.ts';

/** Does what was looked for have a name? */
const isKnown = (look: () => unknown): boolean => {
  try {
    look();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
};

/** Words of a name that stand beside one another without quotes. */
const longestName = 6;

/** Why a word names no place, where the words around it tell: a name without quotes, or a category in its place. */
const hintOn = async (word: string, following: readonly string[], { criteria }: Shell): Promise<string | null> => {
  const { resolveCategory, resolvePlace } = await import('../criteria/resolve.ts');
  const names = following.slice(0, longestName).map((_, at) => [word, ...following.slice(0, at + 1)].join(' '));
  const whole = names.find((name) => isKnown(() => resolvePlace(criteria.gazetteer(), name)));
  if (whole !== undefined)
    return `There is no place called "${word}"; a name of several words needs quotes: "${whole}".`;
  if (!isKnown(() => resolveCategory(criteria.categories().map(criteria.category), word))) return null;
  return `"${word}" is a category; the place comes before it, as in: odi audit morocco ${word}`;
};

/**
 * The place that a word names.
 *
 * @param following words behind it, which may be the rest of its name
 * @throws UserError naming the nearest ones, or what else the word is.
 */
export const placeOf = async (word: string, shell: Shell, following: readonly string[] = []): Promise<Place> => {
  const { criteria } = shell;
  const { resolvePlace } = await import('../criteria/resolve.ts');
  try {
    return criteria.place(resolvePlace(criteria.gazetteer(), word).id);
  } catch (cause) {
    const hint = cause instanceof UserError ? await hintOn(word, following, shell) : null;
    if (hint === null) throw cause;
    throw new UserError(hint, { cause });
  }
};

/** The category that a word names; its id needs no other category's file. @throws UserError naming the nearest ones. */
export const categoryOf = async (word: string, { criteria }: Shell): Promise<Category> => {
  const ids = criteria.categories();
  if (ids.includes(word)) return criteria.category(word);
  const { resolveCategory } = await import('../criteria/resolve.ts');
  return resolveCategory(ids.map(criteria.category), word);
};

/** The edition of `--edition`. @throws UserError naming the known ones. */
export const editionOf = (id: string, { criteria }: Shell): Edition =>
  criteria.edition(knownEdition(id, criteria.editions()));

/** The folder of `--store`, absolute; it need not be there. @throws UserError for a file. */
export const storeFolder = (store: string, { cwd }: Shell): string => {
  if (isDatabaseAddress(store)) {
    throw new UserError(
      `--store: ${storeWord(store)} is a database, which holds reviews and nothing else. Name a folder for this.`,
    );
  }
  const folder = resolve(cwd, store);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isFile() === true) throw new UserError(`--store: ${store} is a file; the folder of a store is expected.`);
  return folder;
};

/** The folder of `--store` for documents that stand in a repository: a path inside this folder, else a `file:` address. */
export const storeAddress = (store: string, shell: Shell): string => {
  if (isDatabaseAddress(store)) return storeWord(store);
  const folder = storeFolder(store, shell);
  const inside = relative(shell.cwd, folder);
  const isOut = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return isOut ? pathToFileURL(folder).href : inside === '' ? '.' : inside;
};

/** Where something lies below `--store`, for people. */
export const inStore = (store: string, path: string): string =>
  isDatabaseAddress(store) ? `${store}/${path}` : join(store, path);
