import type { Json } from '../model/basics.ts';
import type {
  Category,
  CategoryEdition,
  Criteria,
  Edition,
  Place,
  PlaceBodies,
  PlaceLeads,
  PlaceNames,
} from '../model/data.ts';
import { withBodies } from './bodies.ts';
import { crossMisfits } from './cross.ts';
import { mergeEdits } from './merge.ts';
import { type OwnFile, readOwnFiles } from './own-files.ts';
import type { FileProblem } from './problem.ts';
import type { Schemas } from './schemas.ts';

/** An own method, laid over the data of the program, and everything that is wrong in it. */
export interface Overlay {
  readonly criteria: Criteria;
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** The schema has been asked; the types say what it says. */
const typed = <T>(value: Json): T => value as unknown as T;

/** What a category asks for under an edition that extends another is what it asks for under that one. */
const inherited = (category: Category, editions: readonly (readonly [string, string])[]): Category => {
  const asked = [...category.editions];
  for (const [id, from] of editions) {
    const entry = asked.find(({ edition }) => edition === from);
    if (entry !== undefined && asked.every(({ edition }) => edition !== id)) asked.push({ ...entry, edition: id });
  }
  const [first, ...rest] = asked;
  return first === undefined ? category : { ...category, editions: [first, ...rest] satisfies CategoryEdition[] };
};

const concepts = 'vocabulary/concepts/';

/** Was a file that the build made made of one that an own method changes? */
const isMadeOf = (built: string, path: string): boolean => {
  if (built === path || built === `${path}-words`) return true;
  if (built.startsWith(`${concepts}country-name`)) return path.startsWith('places/');
  if (built.startsWith('vocabulary/field-names')) return [`${concepts}shared`, `${concepts}common`].includes(path);
  // What is said of editions and categories is said from their own files.
  if (built.startsWith('messages/')) return /^(?:methodologies|categories|messages)\//.test(path);
  if (built.startsWith('vocabulary/') || built.startsWith('models/')) return false;
  // What is known of licences before any text is read.
  return path.startsWith('licences/') || (path.startsWith('vocabulary/') && !path.startsWith(concepts));
};

const layOver = (base: Criteria, own: ReadonlyMap<string, OwnFile>): Criteria => {
  const value = <T>(path: string): T | null => {
    const file = own.get(path);
    return file === undefined ? null : typed<T>(file.value);
  };
  const idsIn = (folder: string): readonly string[] =>
    [...own.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.split('/').length === 2)
      .map((path) => path.slice(folder.length + 1));
  const both = (before: readonly string[], folder: string): readonly string[] => [
    ...before,
    ...idsIn(folder).filter((id) => !before.includes(id)),
  ];
  const extending = [...own.values()].flatMap(({ path, extends: from }): readonly (readonly [string, string])[] =>
    path.startsWith('methodologies/') && from !== null ? [[path.slice('methodologies/'.length), from]] : [],
  );
  const ownCategories = idsIn('categories').filter((id) => !base.categories().includes(id));
  const find = <T>(path: string): T | null => {
    const isNew = ownCategories.some((id) => path === `vocabulary/concepts/${id}`);
    return value<T>(path) ?? (isNew ? typed<T>({ concepts: {} }) : base.find<T>(path));
  };
  const data = <T>(path: string): T => find<T>(path) ?? base.data<T>(path);
  const categories = new Map<string, Category>();
  const category = (id: string): Category => {
    const known = categories.get(id) ?? inherited(value<Category>(`categories/${id}`) ?? base.category(id), extending);
    categories.set(id, known);
    return known;
  };
  const place = (id: string): Place => {
    const made = value<Json>(`places/${id}`) ?? typed<Json>(base.place(id) as never);
    const edits = value<Json>(`places/edits/${id}`);
    const written = typed<Place>(edits === null ? made : mergeEdits(made, edits));
    const [bodies, leads] = [value<PlaceBodies>(`places/bodies/${id}`), value<PlaceLeads>(`places/leads/${id}`)];
    const known = bodies === null ? written : withBodies(written, bodies);
    return leads === null ? known : { ...known, leads };
  };
  const touched = [
    ...new Set([
      ...idsIn('places'),
      ...[...own.keys()].flatMap((path) => /^places\/edits\/(.+)$/.exec(path)?.[1] ?? []),
    ]),
  ];
  const ids = both(base.places(), 'places');
  let names: ReturnType<Criteria['gazetteer']> | null = null;
  return {
    edition: (id) => value<Edition>(`methodologies/${id}`) ?? base.edition(id),
    category,
    place,
    editions: () => both(base.editions(), 'methodologies'),
    categories: () => both(base.categories(), 'categories'),
    places: () => ids,
    plans: () => both(base.plans(), 'commitments'),
    checklists: () => both(base.checklists(), 'functions'),
    languages: () => both(base.languages(), 'messages'),
    gazetteer: () => {
      if (names !== null) return names;
      const known = base.gazetteer();
      const withCodes = (id: string): PlaceNames => {
        const codes = known.find((one) => one.id === id)?.codes;
        return codes === undefined ? place(id) : { ...place(id), codes };
      };
      names = [...known.filter(({ id }) => !touched.includes(id)), ...touched.map(withCodes)];
      return names;
    },
    data,
    find,
    built: (path) => ([...own.keys()].some((file) => isMadeOf(path, file)) ? null : base.built(path)),
  };
};

/** An own place takes no name away from one that the program knows. */
const takenNames = (criteria: Criteria, own: ReadonlyMap<string, OwnFile>): readonly FileProblem[] =>
  [...own.values()].flatMap((file) => {
    const [, id] = /^places\/([^/]+)$/.exec(file.path) ?? [];
    if (id === undefined) return [];
    const { slug } = criteria.place(id);
    const other = criteria.gazetteer().find((place) => place.id !== id && [place.id, place.slug].includes(slug));
    return other === undefined ? [] : [file.locate('/slug', `"${slug}" already stands for ${other.id}`)];
  });

const misfitsTogether = (
  criteria: Criteria,
  own: ReadonlyMap<string, OwnFile>,
  checks: readonly string[],
): readonly FileProblem[] => {
  const places = [...own.keys()].flatMap((path) => /^places\/(?:edits\/)?([^/]+)$/.exec(path)?.[1] ?? []);
  const strangers = places
    .filter((id) => !criteria.places().includes(id))
    .flatMap((id) => own.get(`places/edits/${id}`)?.locate('/id', `there is no place ${id} to edit`) ?? []);
  if (strangers.length > 0) return strangers;
  const held = { ...criteria, places: () => [...new Set(places)] };
  const found = crossMisfits(held, checks).flatMap(({ path, at, says }) => {
    const file = own.get(path) ?? own.get(path.replace(/^places\//, 'places/edits/'));
    if (file !== undefined) return [file.locate(at, says)];
    // What does not go together stands in a file of the program: the own one that asks for it is to be changed.
    const [asking] = own.values();
    return asking === undefined ? [] : [asking.locate('', `${path}: ${says}`)];
  });
  return [...found, ...takenNames(criteria, own)];
};

/**
 * Lays an own method over the data of the program.
 *
 * @param root folder with `methodologies`, `categories`, `places`, `vocabulary` and `licences`, or some of them
 * @param checks ids of the checks that there are
 * @throws UserError where the folder cannot be read.
 */
export const openOverlay = (root: string, base: Criteria, schemas: Schemas, checks: readonly string[]): Overlay => {
  const read = readOwnFiles(root, schemas, base);
  const files = read.map(({ file }) => file);
  const problems = read.flatMap((file) => file.problems);
  const own = new Map(read.map((file) => [file.path, file]));
  if (problems.length > 0) return { criteria: base, files, problems };
  const criteria = layOver(base, own);
  return { criteria, files, problems: misfitsTogether(criteria, own, checks) };
};
