import type { LanguageFile } from '../messages/language.ts';
import type { Json } from '../model/basics.ts';
import type { PlanFile } from '../model/commitments.ts';
import type { Criteria, Place, PlaceBodies, PlaceLeads } from '../model/data.ts';
import { withBodies } from './bodies.ts';
import { indicatorsOf } from './cross-commitments.ts';
import { mergeEdits } from './merge.ts';

/** Editions, categories and places that are held in memory. */
export type HeldCriteria = Pick<Criteria, 'edition' | 'category' | 'place' | 'editions' | 'categories' | 'places'> & {
  /** Files of plans by their names; absent where none are looked at. */
  readonly planFiles?: ReadonlyMap<string, PlanFile>;
  readonly checklistIds?: readonly string[];
  /** Ids of the indicators of portals. */
  readonly indicatorIds?: readonly string[];
};

/** The same from files, with the languages that the program speaks. */
export type ReadCriteria = HeldCriteria & { readonly languageFiles: readonly LanguageFile[] };

/** Criteria from files that were read and fit their schemas, by their paths without extension: `places/ma`. */
export const criteriaOf = (held: ReadonlyMap<string, Json>): ReadCriteria => {
  const get = (path: string): Json => {
    const value = held.get(path);
    if (value === undefined) throw new Error(`There is no ${path} among the files that were read.`);
    return value;
  };
  /** The schema has been asked; the types say what it says. */
  const typed = <T>(value: Json): T => value as unknown as T;
  const list = (folder: string): readonly string[] =>
    [...held.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.split('/').length === 2)
      .map((path) => path.slice(folder.length + 1))
      .sort();
  const place = (id: string): Place => {
    const edits = held.get(`places/edits/${id}`);
    const made = get(`places/${id}`);
    const written = typed<Place>(edits === undefined ? made : mergeEdits(made, edits));
    const bodies = held.get(`places/bodies/${id}`);
    const place = bodies === undefined ? written : withBodies(written, typed<PlaceBodies>(bodies));
    const leads = held.get(`places/leads/${id}`);
    return leads === undefined ? place : { ...place, leads: typed<PlaceLeads>(leads) };
  };
  return {
    edition: (id) => typed(get(`methodologies/${id}`)),
    category: (id) => typed(get(`categories/${id}`)),
    place,
    editions: () => list('methodologies'),
    categories: () => list('categories'),
    places: () => list('places'),
    planFiles: new Map(list('commitments').map((name) => [name, typed<PlanFile>(get(`commitments/${name}`))])),
    checklistIds: list('functions'),
    languageFiles: list('messages').map((tag) => typed<LanguageFile>(get(`messages/${tag}`))),
    indicatorIds: indicatorsOf(list('portal').map((name) => typed(get(`portal/${name}`)))),
  };
};
