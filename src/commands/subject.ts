import { resolve } from 'node:path';
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
