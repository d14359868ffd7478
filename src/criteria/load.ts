import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Json } from '../model/basics.ts';
import type {
  Category,
  Criteria,
  Edition,
  Place,
  PlaceBodies,
  PlaceCodes,
  PlaceLeads,
  PlaceNames,
} from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { withBodies } from './bodies.ts';
import { readKept } from './kept.ts';
import { mergeEdits } from './merge.ts';

/** The folder of the data: compiled to JSON beside the bundle, or as written when the sources run. */
const home = fileURLToPath(new URL(ODI_BUILT ? './criteria/' : '../../criteria/', import.meta.url));
const extension = ODI_BUILT ? '.json' : '.yaml';

/** The ending of files that the build keeps. */
export const keptExtension = '.kept';

const parseYaml = (text: string): unknown => {
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return parse(text, { prettyErrors: true });
};

const readFile = (path: string): unknown => {
  const text = readFileSync(path, 'utf8');
  try {
    return path.endsWith('.json') ? JSON.parse(text) : parseYaml(text);
  } catch (cause) {
    throw new UserError(`${path} cannot be read: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
};

/** `criteria/vocabulary/place-codes`. */
interface PlaceCodesFile {
  readonly places: Readonly<Record<string, PlaceCodes>>;
}

/** The names of all places in one file, which the build makes: of each as it was made, and what was written by hand. */
type Gazetteer = readonly (readonly [made: Json, edits: Json])[];

const laidOver = ([made, edits]: Gazetteer[number]): PlaceNames => mergeEdits(made, edits) as unknown as PlaceNames;

/**
 * Opens the data of the program. Every file and folder is read when it is first asked for and kept; `odi validate` and the tests
 * hold all of them against their schemas, so reading trusts what ships with the program.
 */
export const openCriteria = (root: string = home): Criteria => {
  const kept = new Map<string, unknown>();
  /** What the build keeps in a file; null where there is none. */
  const built = <T>(path: string): T | null => {
    const file = `${root}built/${path}${keptExtension}`;
    if (!kept.has(file)) kept.set(file, existsSync(file) ? readKept(readFileSync(file)) : null);
    return kept.get(file) as T | null;
  };
  const find = (path: string): string | undefined =>
    [extension, '.json', '.yaml'].map((end) => `${root}${path}${end}`).find((file) => existsSync(file));
  /** What a file holds; null where there is none. */
  const readAny = <T>(path: string): T | null => {
    if (!kept.has(path)) {
      const file = find(path);
      kept.set(path, file === undefined ? null : readFile(file));
    }
    return kept.get(path) as T | null;
  };
  const read = <T>(path: string): T => {
    const value = readAny<T>(path);
    if (value === null) throw new UserError(`There is no ${path} among the criteria files in ${root}.`);
    return value;
  };
  const listed = new Map<string, readonly string[]>();
  const list = (folder: string): readonly string[] => {
    const names =
      listed.get(folder) ??
      readdirSync(`${root}${folder}`)
        .filter((name) => /\.(?:yaml|json)$/.test(name))
        .map((name) => name.replace(/\.(?:yaml|json)$/, ''))
        .sort();
    listed.set(folder, names);
    return names;
  };
  const places = () => list('places');
  /** The place file, with what was written by hand laid over it. */
  const written = (id: string): Place => {
    const edits = `places/edits/${id}`;
    const kept = read<Json>(`places/${id}`);
    return (find(edits) === undefined ? kept : mergeEdits(kept, read<Json>(edits))) as unknown as Place;
  };
  const place = (id: string): Place => {
    const [bodies, leads] = [readAny<PlaceBodies>(`places/bodies/${id}`), readAny<PlaceLeads>(`places/leads/${id}`)];
    const known = bodies === null ? written(id) : withBodies(written(id), bodies);
    return leads === null ? known : { ...known, leads };
  };
  let names: readonly PlaceNames[] | null = null;
  const gazetteer = (): readonly PlaceNames[] => {
    if (names !== null) return names;
    const all = find('gazetteer') === undefined ? places().map(written) : read<Gazetteer>('gazetteer').map(laidOver);
    const codes = readAny<PlaceCodesFile>('vocabulary/place-codes')?.places ?? {};
    names = all.map((one) => {
      const own = codes[one.id];
      return own === undefined ? one : { ...one, codes: own };
    });
    return names;
  };
  return {
    edition: (id) => read<Edition>(`methodologies/${id}`),
    category: (id) => read<Category>(`categories/${id}`),
    place,
    editions: () => list('methodologies'),
    categories: () => list('categories'),
    places,
    plans: () => list('commitments'),
    checklists: () => list('functions'),
    languages: () => list('messages'),
    gazetteer,
    data: read,
    find: readAny,
    built,
  };
};
