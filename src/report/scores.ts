import type { Change, Diff } from '../model/diff.ts';
import type { CategoryScore, PlaceScore, Scorecard } from '../model/scorecard.ts';

/* Scores and changes by what they are of: a site asks for each of them many times, and looks none up in a list of thousands. */

const once = <From extends object, To>(make: (from: From) => To): ((from: From) => To) => {
  const known = new WeakMap<From, To>();
  return (from) => {
    const found = known.get(from) ?? make(from);
    known.set(from, found);
    return found;
  };
};

const places = once(({ places: all }: Scorecard) => new Map(all.map((place) => [place.id, place])));
const categories = once(({ categories: all }: Scorecard) => new Map(all.map((category) => [category.id, category])));
const deltas = once(({ places: all }: Diff) => new Map(all.map((place) => [place.id, place])));
const changes = once(({ changes: all }: Diff): ReadonlyMap<string, readonly Change[]> => {
  const byPlace = new Map<string, Change[]>();
  for (const change of all) {
    const own = byPlace.get(change.place);
    if (own === undefined) byPlace.set(change.place, [change]);
    else own.push(change);
  }
  return byPlace;
});

/** The score of a place in a year; undefined where the scorecard has none. */
export const placeIn = (card: Scorecard, place: string): PlaceScore | undefined => places(card).get(place);

/** The score of a category in a year. */
export const categoryIn = (card: Scorecard, category: string): CategoryScore | undefined =>
  categories(card).get(category);

/** What a place's score was and is; undefined where neither year has it. */
export const deltaOf = (diff: Diff, place: string): Diff['places'][number] | undefined => deltas(diff).get(place);

/** The changes in one place, in the order of the comparison. */
export const changesIn = (diff: Diff, place: string): readonly Change[] => changes(diff).get(place) ?? [];
