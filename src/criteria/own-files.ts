import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject } from '../model/basics.ts';
import type { Criteria } from '../model/data.ts';
import { refusalOf, UserError } from '../model/errors.ts';
import { readData } from './files.ts';
import { extend, mergeEdits, pointerInOwn } from './merge.ts';
import type { FileProblem } from './problem.ts';
import type { Schemas } from './schemas.ts';
import { type ParsedText, parseText } from './text.ts';

/** One file of an own method, laid over what the program has under the same path. */
export interface OwnFile {
  /** Without folder and ending: `places/ma`. */
  readonly path: string;
  readonly file: string;
  readonly value: Json;
  /** The file of the program that it extends, by its id; null where it stands for itself. */
  readonly extends: string | null;
  readonly problems: readonly FileProblem[];
  /** Where a place of the value stands in the file. */
  readonly locate: (at: string, says: string) => FileProblem;
}

/** Folders of an own method, each with the schema of its files; null where a file is checked by the schema of its own name. */
const folders: Readonly<Record<string, string | null>> = {
  methodologies: 'methodology',
  categories: 'category',
  places: 'place',
  'places/edits': 'place',
  'places/bodies': 'bodies',
  'places/leads': 'leads',
  'vocabulary/concepts': 'concepts',
  vocabulary: null,
  licences: 'licences',
  commitments: 'commitments',
  functions: 'functions',
};

/** Is a folder laid out as an own method is? */
export const isOwnMethod = (folder: string): boolean =>
  ['methodologies', 'categories', 'places', 'vocabulary', 'licences'].some((name) => existsSync(join(folder, name)));

const dataFile = /^(.+)\.(?:ya?ml|json)$/;

/** Names in a folder, files and folders apart; none where there is no such folder. */
const listed = (folder: string): { readonly files: readonly string[]; readonly folders: readonly string[] } => {
  if (!existsSync(folder)) return { files: [], folders: [] };
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = (isWanted: (entry: (typeof entries)[number]) => boolean): readonly string[] =>
      entries
        .filter(isWanted)
        .map(({ name }) => name)
        .sort();
    return { files: names((entry) => !entry.isDirectory()), folders: names((entry) => entry.isDirectory()) };
  } catch (cause) {
    throw new UserError(`${folder} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
};

const withoutExtends = (value: JsonObject): Json =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'extends'));

/** What the program has under a path; undefined where it has nothing. */
const programs = (base: Criteria, folder: string, name: string): Json | undefined => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    methodologies: base.editions(),
    categories: base.categories(),
    places: base.places(),
  };
  if (lists[folder]?.includes(name) === true) return base.data<Json>(`${folder}/${name}`);
  return undefined;
};

/** The rules that hold for an edition's own year do not hold for one that extends it. */
const forEdition = (value: Json, own: JsonObject): Json =>
  isObject(value) && isObject(value['scorecard'] ?? null) && own['scorecard'] === undefined
    ? { ...value, scorecard: { ...(value['scorecard'] as JsonObject), published: null } }
    : value;

type Laid = Pick<OwnFile, 'value' | 'extends'> & { readonly fault?: { readonly at: string; readonly says: string } };

/** Lays the value of a file over what the program has. */
const laid = (own: Json, folder: string, name: string, base: Criteria): Laid => {
  if (!isObject(own)) return { value: own, extends: null };
  const named = own['extends'];
  if (named === undefined) {
    if (!folder.startsWith('vocabulary')) return { value: own, extends: null };
    const before = base.find<Json>(`${folder}/${name}`);
    return { value: before === null ? own : mergeEdits(before, own), extends: null };
  }
  const known = folder === 'methodologies' ? base.editions() : folder === 'categories' ? base.categories() : [];
  const before = typeof named === 'string' ? programs(base, folder, named) : undefined;
  if (before === undefined || typeof named !== 'string') {
    const says =
      known.length === 0
        ? 'only methodologies and categories extend others; lay changes of a place into places/edits'
        : `there is no ${JSON.stringify(named)} to extend; known are ${known.join(', ')}`;
    return { value: withoutExtends(own), extends: null, fault: { at: '/extends', says } };
  }
  const value = extend(before, withoutExtends(own));
  return { value: folder === 'methodologies' ? forEdition(value, own) : value, extends: named };
};

const readOne = (file: string, folder: string, name: string, schemas: Schemas, base: Criteria): OwnFile => {
  const parsed: ParsedText = parseText(readData(file));
  const own = parsed.value;
  const { value, extends: extended, fault } = laid(own, folder, name, base);
  const locate = (at: string, says: string): FileProblem => {
    const position = parsed.positionOf(extended === null ? at : pointerInOwn(at, value, own));
    return { file, ...position, at, says };
  };
  const schema = folders[folder] ?? name;
  const misfits = (): readonly FileProblem[] => {
    if (fault !== undefined) return [locate(fault.at, fault.says)];
    if (!schemas.has(schema)) return [locate('', `there is no ${folder}/${name} among the data of the program`)];
    return schemas.misfits(schema, value).map(({ at, says }) => locate(at, says));
  };
  const problems = parsed.problems.length > 0 ? parsed.problems.map((problem) => ({ file, ...problem })) : misfits();
  return { path: `${folder}/${name}`, file, value, extends: extended, problems, locate };
};

/**
 * The files of an own method, each laid over what the program has and held against its schema.
 *
 * @throws UserError where the folder cannot be read, or has nothing that could be laid over anything.
 */
export const readOwnFiles = (root: string, schemas: Schemas, base: Criteria): readonly OwnFile[] => {
  if (!existsSync(root)) throw new UserError(`There is no folder ${root}: --criteria names one with an own method.`);
  const strays = listed(root).folders.filter(
    (name) => !Object.keys(folders).some((known) => known.split('/')[0] === name),
  );
  const found = Object.keys(folders).flatMap((folder) =>
    listed(join(root, folder)).files.flatMap((name) => {
      const [, id] = dataFile.exec(name) ?? [];
      return id === undefined ? [] : [readOne(join(root, folder, name), folder, id, schemas, base)];
    }),
  );
  if (found.length > 0) return found;
  const hint = strays.length === 0 ? '' : ` It holds ${strays.join(', ')}.`;
  throw new UserError(
    `${root} holds no own method: YAML files in ${Object.keys(folders).join(', ')} are expected.${hint} "odi init" writes an example.`,
  );
};
