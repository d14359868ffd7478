import { resolve } from 'node:path';
import type { Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { readDocument } from './documents.ts';
import type { Shell } from './shell.ts';

const textOf = (file: string, { cwd }: Shell): string =>
  readDocument(resolve(cwd, file), `--places: ${file}`, 'A list of places is expected, one a line.');

/**
 * The places of a list: an id, slug or name a line, blank lines and what follows a `#` left out. One that stands there twice
 * counts once.
 *
 * @throws UserError for a file that cannot be read or names no place, and for the first line that names none, with its number.
 */
export const placesIn = async (file: string, shell: Shell): Promise<readonly Place[]> => {
  const { resolvePlace } = await import('../criteria/resolve.ts');
  const gazetteer = shell.criteria.gazetteer();
  // Names in every language take long to compare; most lists are of ids or slugs.
  const known = new Map(gazetteer.flatMap(({ id, slug }) => [[id, id] as const, [slug, id] as const]));
  const ids = new Set<string>();
  for (const [at, line] of textOf(file, shell)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const word = line.replace(/#.*$/, '').trim();
    if (word === '') continue;
    try {
      ids.add(known.get(word) ?? resolvePlace(gazetteer, word).id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(`${file}:${at + 1}: ${error.message}`, { cause: error });
    }
  }
  if (ids.size === 0) throw new UserError(`--places: ${file} names no place; one a line is expected.`);
  return [...ids].map(shell.criteria.place);
};
