import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isObject, type Json } from '../model/basics.ts';
import { refusalOf, UserError } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';
import type { FileProblem } from './problem.ts';
import { reviewMisfits } from './review-file.ts';
import type { Misfit, Schemas } from './schemas.ts';
import { parseText } from './text.ts';

const isData = (name: string): boolean => /\.(?:ya?ml|json)$/.test(name) && !name.endsWith('.schema.json');

const unreadable = (path: string, cause: unknown): UserError =>
  new UserError(`${path} cannot be read: ${refusalOf(cause)}. Name a file or a folder.`, {
    cause,
  });

/**
 * The data files under some paths, sorted; a file that is named is taken whatever it is called.
 *
 * @throws UserError naming a path that does not exist or may not be read.
 */
export const filesUnder = (paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => {
    try {
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isData(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    } catch (cause) {
      throw unreadable(path, cause);
    }
  });

/** Kinds of file that are known by what is in them. */
const tells: readonly (readonly [kind: string, keys: readonly string[]])[] = [
  ['portal-report', ['format', 'processes']],
  ['review', ['format', 'answers']],
  ['review', ['reviews']],
  ['commitments-report', ['format', 'commitments']],
  ['commitments', ['plan', 'commitments']],
  ['commitments', ['plans']],
  ['methodology', ['questions', 'scorecard']],
  ['category', ['criteria', 'editions']],
  ['role-model', ['roles', 'weights']],
  ['place', ['id', 'edits']],
  ['place', ['slug', 'names']],
];

const byFolder: Readonly<Record<string, string>> = {
  methodologies: 'methodology',
  categories: 'category',
  places: 'place',
  portal: 'portal-process',
  edits: 'place',
  leads: 'leads',
  bodies: 'bodies',
  messages: 'messages',
};

/** What kind of file it is, as the name of its schema: by its folder, by its own name, or by what is in it. */
const kindOf = (file: string, value: Json, schemas: Schemas): string | undefined => {
  const folder = basename(dirname(file));
  const name = basename(file).replace(/\.[a-z]+$/, '');
  const byPath = byFolder[folder] ?? [folder, name].find(schemas.has);
  if (byPath !== undefined) return byPath;
  return isObject(value) ? tells.find(([, keys]) => keys.every((key) => key in value))?.[0] : undefined;
};

const misfitsOf = (value: Json, kind: string | undefined, schemas: Schemas): readonly Misfit[] => {
  if (kind === undefined) {
    return [{ at: '', says: 'a category, methodology, place, vocabulary or review is expected; this is none of them' }];
  }
  return kind === 'review' ? reviewMisfits(value, schemas) : schemas.misfits(kind, value);
};

/** The text of a data file. @throws UserError where it cannot be read, or is no file that could be one. */
export const readData = (file: string): string => {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new UserError(`${file} cannot be read: it is no regular file. Name a file or a folder.`);
    if (stats.size > inputLimits.document)
      throw new UserError(`${file} is larger than ${inputLimits.document} bytes, which no data of criteria is.`);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unreadable(file, cause);
  }
};

/** What a file holds, and everything wrong in it by itself; the value is null where it does not parse. */
export interface Examined {
  readonly value: Json;
  readonly problems: readonly FileProblem[];
}

/** What is wrong in the value of a file. */
type Misfits = (value: Json) => readonly Misfit[];

/** JSON that is sound needs no positions, and is read many times faster without them. */
const soundJson = (file: string, text: string, misfits: Misfits): Examined | null => {
  if (!file.endsWith('.json')) return null;
  try {
    const value: Json = JSON.parse(text);
    return misfits(value).length === 0 ? { value, problems: [] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * Reads a file and holds it against its schema: that of `kind`, else that of what the file seems to be.
 *
 * @throws UserError where it cannot be read.
 */
export const examine = (file: string, schemas: Schemas, kind?: string): Examined =>
  examineText(readData(file), file, schemas, kind);

/** The same of a text that comes from elsewhere, under the name that it is told by. */
export const examineText = (text: string, file: string, schemas: Schemas, kind?: string): Examined => {
  const misfits: Misfits = (value) => misfitsOf(value, kind ?? kindOf(file, value, schemas), schemas);
  const sound = soundJson(file, text, misfits);
  if (sound !== null) return sound;
  const { value, problems, positionOf } = parseText(text);
  if (problems.length > 0) return { value, problems: problems.map((problem) => ({ file, ...problem })) };
  return { value, problems: misfits(value).map(({ at, says }) => ({ file, ...positionOf(at), at, says })) };
};

/** Does a file hold a plan, or several? */
export const isPlanFile = (file: string, value: Json, schemas: Schemas): boolean =>
  kindOf(file, value, schemas) === 'commitments';

/** Everything wrong in one file by itself. @throws UserError where it cannot be read. */
export const problemsIn = (file: string, schemas: Schemas): readonly FileProblem[] => examine(file, schemas).problems;

/** Where something stands in a file that is known to parse. */
export const locate = (file: string, { at, says }: Misfit): FileProblem => ({
  file,
  ...parseText(readData(file)).positionOf(at),
  at,
  says,
});
