import type { Change, DefinitionChange, Diff, DiffCounts, PlaceDelta, SideLabel, Unpaired } from '../model/diff.ts';
import { many } from './scorecard-words.ts';

/* What every form of a comparison says, in the same words and the same order. */

/** Names of places and categories, for readers. */
export interface DiffNames {
  readonly place: (id: string) => string;
  readonly category: (id: string) => string;
}

/** The changes of one place in one category. */
export interface EntryChanges {
  readonly place: string;
  readonly category: string;
  /** Points won or lost together. */
  readonly points: number;
  readonly changes: readonly Change[];
}

/** Changes by place and category, in the order they come. */
export const groupsOf = (changes: readonly Change[]): readonly EntryChanges[] => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.place}/${change.category}`;
    const kept = groups.get(key);
    if (kept === undefined) groups.set(key, [change]);
    else kept.push(change);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const points = own.reduce((sum, change) => sum + change.points, 0);
    return [{ place: first.place, category: first.category, points, changes: own }];
  });
};

/** All that happened in one place. */
export interface PlaceSection {
  readonly place: string;
  /** Its score on both sides, undefined where no scorecard lists it. */
  readonly delta: PlaceDelta | undefined;
  readonly groups: readonly EntryChanges[];
  readonly added: readonly Unpaired[];
  readonly removed: readonly Unpaired[];
}

const byPlace = <T extends { readonly place: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const places = new Map<string, T[]>();
  for (const item of items) {
    const kept = places.get(item.place);
    if (kept === undefined) places.set(item.place, [item]);
    else kept.push(item);
  }
  return places;
};

/** Places in the order of their first change, each with all that happened in it. */
export const sectionsOf = (diff: Diff): readonly PlaceSection[] => {
  const groups = byPlace(groupsOf(diff.changes));
  const [added, removed] = [byPlace(diff.added), byPlace(diff.removed)];
  const deltas = new Map(diff.places.map((delta) => [delta.id, delta]));
  return [...new Set([...groups.keys(), ...added.keys(), ...removed.keys()])].map((place) => ({
    place,
    delta: deltas.get(place),
    groups: groups.get(place) ?? [],
    added: added.get(place) ?? [],
    removed: removed.get(place) ?? [],
  }));
};

/** `2014 (godi-2014)`; the name as it was given, the edition where there is one. */
export const sideName = ({ name, editions }: SideLabel): string =>
  editions.length === 0 ? name : `${name} (${editions.join(', ')})`;

/** Said first where the sides cannot be compared answer by answer. */
export const warning = ({ before, after, comparable }: Diff): string | null =>
  comparable
    ? null
    : `Not comparable: ${before.name} was judged by ${before.editions.join(', ')}, ${after.name} by ${after.editions.join(', ')}. What changed may be the question and not the data.`;

const units: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `P3M` as `every 3 months`; what is no simple duration stays as it is. */
const rhythm = (due: string): string => {
  const [, count, unit] = /^P(\d{1,4})([DWMY])$/.exec(due) ?? [];
  const name = units[unit ?? ''];
  if (count === undefined || name === undefined) return due;
  return count === '1' ? `every ${name}` : `every ${count} ${name}s`;
};

/** What became of a category's definition, in one sentence. */
export const definitionSentence = (
  { title, added, removed, recombined, due }: DefinitionChange,
  { before, after }: Diff,
): string => {
  const [old, fresh] = [before.editions.join(', '), after.editions.join(', ')];
  const parts = [
    ...(added.length > 0 ? [`${fresh} asks besides for ${list(added)}`] : []),
    ...(removed.length > 0 ? [`${fresh} no longer asks for ${list(removed)}`] : []),
    ...(recombined ? [`${fresh} combines the same criteria in another way`] : []),
    ...(due === null ? [] : [`new data is due ${rhythm(due.after)} instead of ${rhythm(due.before)}`]),
  ];
  return `${title} is not defined as under ${old}: ${parts.join('; ')}.`;
};

const list = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(', ');

/** How much a comparison lists. */
export const countsOf = ({ changes, added, removed }: Diff): DiffCounts => ({
  answers: changes.length,
  places: new Set(changes.map(({ place }) => place)).size,
  added: added.length,
  removed: removed.length,
});

/** `12 answers changed in 3 places: 8 data, 4 unknown.` */
export const tally = ({ summary }: Diff, { answers, places, added, removed }: DiffCounts): string => {
  const causes = summary.causes.map(({ cause, answers: count }) => [cause, count] as const);
  const told = causes.sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1));
  if (answers === 0 && added === 0 && removed === 0) return 'Nothing changed.';
  const sentences = [
    answers === 0
      ? 'No answer changed.'
      : `${many(answers, 'answer', 'answers')} changed in ${many(places, 'place', 'places')}: ${told.map(([cause, count]) => `${count} ${cause}`).join(', ')}.`,
    ...(added > 0 ? [`${many(added, 'entry is', 'entries are')} new.`] : []),
    ...(removed > 0 ? [`${many(removed, 'entry is', 'entries are')} gone.`] : []),
  ];
  return sentences.join(' ');
};

/** `25 → 26`, with a dash for a side without a score. */
export const scores = ({ before, after }: PlaceDelta): string => `${before ?? '–'} → ${after ?? '–'}`;
