import type { Change, PlaceDelta, Unpaired } from '../../model/diff.ts';
import type { CategoryCell, PlaceScore, Scorecard } from '../../model/scorecard.ts';

/** Scores of all places on both sides, in the order of the newer side. */
export const placeDeltas = (before: Scorecard, after: Scorecard): readonly PlaceDelta[] => {
  const old = new Map(before.places.map((place) => [place.id, place]));
  const fresh = new Set(after.places.map(({ id }) => id));
  const gone = before.places.filter(({ id }) => !fresh.has(id));
  const delta = (id: string, name: string, earlier: number | null, later: number | null): PlaceDelta => ({
    id,
    name,
    before: earlier,
    after: later,
    delta: earlier === null || later === null ? null : later - earlier,
  });
  const scoreOf = (place: PlaceScore | undefined): number | null =>
    place === undefined || place.entries === 0 ? null : place.score;
  return [
    ...after.places.map((place) => delta(place.id, place.name, scoreOf(old.get(place.id)), scoreOf(place))),
    ...gone.map((place) => delta(place.id, place.name, scoreOf(place), null)),
  ];
};

/** What a change rests on where only scores are known: nothing. */
export const unproven = {
  proof: 'none',
  consequenceOf: null,
  judged: { oldByNew: null, newByOld: null },
  parts: null,
  evidence: { before: [], after: [] },
} as const;

/** One place in one category on both sides. */
export interface CellPair {
  readonly place: string;
  readonly category: string;
  readonly before: CategoryCell;
  readonly after: CategoryCell;
}

/** The cells that both scorecards have, in the order of the newer one. */
export const cellPairs = (before: Scorecard, after: Scorecard): readonly CellPair[] => {
  const old = new Map(before.places.map((place) => [place.id, place.categories]));
  return after.places.flatMap(({ id: place, categories }) =>
    Object.entries(categories).flatMap(([category, cell]) => {
      const earlier = old.get(place)?.[category];
      return earlier === undefined ? [] : [{ place, category, before: earlier, after: cell }];
    }),
  );
};

/** What can be said of two scorecards without their reviews: points that differ, and cells that only one side has. */
export const cellChanges = (
  before: Scorecard,
  after: Scorecard,
): {
  readonly changes: readonly Change[];
  readonly added: readonly Unpaired[];
  readonly removed: readonly Unpaired[];
} => {
  const changes: Change[] = [];
  const added: Unpaired[] = [];
  const removed: Unpaired[] = [];
  const old = new Map(before.places.map((place) => [place.id, place.categories]));
  for (const { id: place, categories } of after.places) {
    for (const [category, { points }] of Object.entries(categories)) {
      const from = old.get(place)?.[category]?.points;
      if (from === undefined) added.push({ place, category, points });
      else if (from !== points) {
        const says = 'Only scores are known; the answers would tell more.';
        changes.push({
          place,
          category,
          question: null,
          from,
          to: points,
          points: points - from,
          cause: 'unknown',
          says,
          ...unproven,
        });
      }
    }
  }
  const fresh = new Map(after.places.map((place) => [place.id, place.categories]));
  for (const { id: place, categories } of before.places) {
    for (const [category, { points }] of Object.entries(categories)) {
      if (fresh.get(place)?.[category] === undefined) removed.push({ place, category, points });
    }
  }
  return { changes, added, removed };
};
