import type { Change, DefinitionChange, Diff, PlaceDelta, SideLabel, Unpaired } from '../model/diff.ts';
import { many } from './scorecard-words.ts';

/* What every form of a comparison says, in the same words and the same order. */

/** The changes of one place in one category. */
export interface Group {
  readonly place: string;
  readonly category: string;
  /** Points won or lost together. */
  readonly points: number;
  readonly changes: readonly Change[];
}

/** Changes by place and category, in the order they come. */
export const groupsOf = (changes: readonly Change[]): readonly Group[] => {
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

/** Places in the order of their first change, each once. */
export const placesOf = (diff: Diff): readonly string[] => [
  ...new Set([...diff.changes, ...diff.added, ...diff.removed].map(({ place }) => place)),
];

/** `2014 (godi-2014)`; the name as it was given, the edition where there is one. */
export const sideName = ({ name, editions }: SideLabel): string =>
  editions.length === 0 ? name : `${name} (${editions.join(', ')})`;

/** Said first where the sides cannot be compared answer by answer. */
export const warning = ({ before, after, comparable }: Diff): string | null =>
  comparable
    ? null
    : `Not comparable: ${before.name} was judged by ${before.editions.join(', ')}, ${after.name} by ${after.editions.join(', ')}. What changed may be the question and not the data.`;

/** What became of a category's definition, in one sentence. */
export const definitionSentence = ({ title, added, removed }: DefinitionChange, { before, after }: Diff): string => {
  const [old, fresh] = [before.editions.join(', '), after.editions.join(', ')];
  const parts = [
    ...(added.length > 0 ? [`${fresh} asks besides for ${list(added)}`] : []),
    ...(removed.length > 0 ? [`${fresh} no longer asks for ${list(removed)}`] : []),
  ];
  const said =
    parts.length > 0
      ? parts.join('; ')
      : `${fresh} combines the criteria in another way, or asks for them at another rhythm`;
  return `${title} is not defined as under ${old}: ${said}.`;
};

const list = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(', ');

/** `12 answers changed in 3 places: 8 data, 4 unknown.` */
export const tally = ({ changes, added, removed }: Diff): string => {
  const causes = new Map<string, number>();
  for (const { cause } of changes) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const told = [...causes].sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1));
  const places = new Set(changes.map(({ place }) => place)).size;
  if (changes.length === 0 && added.length === 0 && removed.length === 0) return 'Nothing changed.';
  const sentences = [
    changes.length === 0
      ? 'No answer changed.'
      : `${many(changes.length, 'answer', 'answers')} changed in ${many(places, 'place', 'places')}: ${told.map(([cause, count]) => `${count} ${cause}`).join(', ')}.`,
    ...(added.length > 0 ? [`${many(added.length, 'entry is', 'entries are')} new.`] : []),
    ...(removed.length > 0 ? [`${many(removed.length, 'entry is', 'entries are')} gone.`] : []),
  ];
  return sentences.join(' ');
};

/** `25 → 26`, with a dash for a side without a score. */
export const scores = ({ before, after }: PlaceDelta): string => `${before ?? '–'} → ${after ?? '–'}`;

/** Entries of one place that only one side has. */
export const ofPlace = (entries: readonly Unpaired[], place: string): readonly Unpaired[] =>
  entries.filter((entry) => entry.place === place);
