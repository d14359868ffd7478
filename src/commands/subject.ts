import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Category, Edition, Place } from '../model/data.ts';
import { knownEdition } from './options.ts';
import type { Shell } from './shell.ts';

/** The place that a word names. @throws UserError naming the nearest ones. */
export const placeOf = async (word: string, { criteria }: Shell): Promise<Place> => {
  const { resolvePlace } = await import('../criteria/resolve.ts');
  return criteria.place(resolvePlace(criteria.gazetteer(), word).id);
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

/** The folder of `--store`, absolute. */
export const storeFolder = (store: string, { cwd }: Shell): string => resolve(cwd, store);

/** The folder of `--store` for documents that stand in a repository: a path inside this folder, else a `file:` address. */
export const storeAddress = (store: string, shell: Shell): string => {
  const folder = storeFolder(store, shell);
  const inside = relative(shell.cwd, folder);
  const isOut = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return isOut ? pathToFileURL(folder).href : inside === '' ? '.' : inside;
};
