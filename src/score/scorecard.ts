import type { Edition, PublishedScorecard } from '../model/data.ts';
import type { CategoryCell, CategoryScore, PlaceScore, Scorecard, ScoredEntry } from '../model/scorecard.ts';
import { percent, RankTally, roundedMean } from './rank.ts';
import { addTo, nothing, type Total } from './totals.ts';

/** Names for what the index lists without an entry. */
export interface ListedNames {
  readonly place: (id: string) => string;
  readonly category: (id: string) => string;
}

/** A scorecard that is being added up, entry by entry; what it keeps is the scorecard itself. */
export interface OpenScorecard {
  /** Counts an entry of the year. Entries of excluded places and categories are passed over. */
  readonly add: (entry: ScoredEntry) => void;
  /** Counts an entry of another year that those of this year are ranked among (editions that rank by printed year). */
  readonly compete: (entry: ScoredEntry) => void;
  readonly close: () => Scorecard;
}

/** What is kept of an entry. Entries of a category that earned the same share one, so that a million take no more than their names. */
interface Cell extends Pick<ScoredEntry, 'points' | 'ceiling' | 'isOpen'> {
  readonly competition: RankTally;
}

/** Finds the cell of an entry. */
const openCells = (): ((entry: ScoredEntry, competition: RankTally) => Cell) => {
  const known = new Map<RankTally, Map<string, Cell>>();
  return ({ points, ceiling, isOpen }, competition) => {
    const own = known.get(competition) ?? new Map<string, Cell>();
    known.set(competition, own);
    const key = `${points} ${ceiling} ${isOpen}`;
    const cell = own.get(key) ?? { points, ceiling, isOpen, competition };
    own.set(key, cell);
    return cell;
  };
};

/** Makes the cell that is shown of one that was kept, once. */
const openShownCells = (): ((cell: Cell) => CategoryCell) => {
  const known = new Map<Cell, CategoryCell>();
  return (cell) => {
    const { points, ceiling, isOpen, competition } = cell;
    const shown = known.get(cell) ?? { points, ceiling, rank: competition.rankOf(points), isOpen };
    known.set(cell, shown);
    return shown;
  };
};

const byName = (
  one: { readonly name: string; readonly id: string },
  other: { readonly name: string; readonly id: string },
): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1);

/** Totals in the order they are shown, each with its rank; left-out ones last, without one. */
const ranked = (
  totals: readonly Total[],
  divisor: number,
  on: 'rounded' | 'raw',
  isLeftOut: (id: string) => boolean,
): readonly (readonly [Total, number | null])[] => {
  const basis = ({ points }: Total): number => (on === 'raw' ? points : roundedMean(points, divisor));
  const tally = new RankTally();
  for (const total of totals) if (!isLeftOut(total.id)) tally.add(basis(total));
  return totals
    .map((total) => [total, isLeftOut(total.id) ? null : tally.rankOf(basis(total))] as const)
    .sort(
      ([one, rank], [other, second]) =>
        (rank ?? Number.MAX_SAFE_INTEGER) - (second ?? Number.MAX_SAFE_INTEGER) ||
        other.points - one.points ||
        byName(one, other),
    );
};

const shown = (total: Total, rank: number | null, divisor: number) => ({
  score: rank === null ? null : roundedMean(total.points, divisor),
  ceiling: rank === null ? null : roundedMean(total.ceiling, divisor),
  rank,
  open: total.open,
  entries: total.entries,
});

const withListed = (
  totals: ReadonlyMap<string, Total>,
  listed: readonly string[],
  name: (id: string) => string,
): readonly Total[] => [
  ...totals.values(),
  ...listed.filter((id) => !totals.has(id)).map((id) => nothing(id, name(id))),
];

/**
 * Begins the scorecard of a year under an edition.
 *
 * A place's score is the mean over all categories that have an entry that year, a category's that over all places: what
 * was not submitted earns nothing and stays in the denominator. In the edition's own year the scorecard is the
 * published one, with its absentees and exclusions.
 */
export const openScorecard = (edition: Edition, year: number, names: ListedNames): OpenScorecard => {
  const rules = edition.scorecard;
  const published: PublishedScorecard | null = year === edition.year ? rules.published : null;
  const places = new Map<string, Total>();
  const categories = new Map<string, Total>();
  const cells = new Map<string, Map<string, Cell>>();
  const cellOf = openCells();
  const competitions = new Map<string, RankTally>();
  let entries = 0;
  let open = 0;

  const isExcluded = ({ place, category }: ScoredEntry): boolean =>
    published !== null &&
    (published.excludedPlaces.includes(place.id) || published.excludedCategories.includes(category.id));

  const competitionOf = ({ category, printedYear }: ScoredEntry): RankTally => {
    const key = rules.rankEntriesWithin === 'printed-year' ? `${printedYear}/${category.id}` : category.id;
    const kept = competitions.get(key) ?? new RankTally();
    competitions.set(key, kept);
    return kept;
  };

  const add = (entry: ScoredEntry): void => {
    if (isExcluded(entry)) return;
    const competition = competitionOf(entry);
    competition.add(entry.points);
    addTo(places, entry.place.id, entry.place.name, entry);
    addTo(categories, entry.category.id, entry.category.title, entry);
    const own = cells.get(entry.place.id) ?? new Map<string, Cell>();
    // The text of the first one that named it, not one for every entry.
    own.set(categories.get(entry.category.id)?.id ?? entry.category.id, cellOf(entry, competition));
    cells.set(entry.place.id, own);
    entries += 1;
    open += entry.isOpen ? 1 : 0;
  };

  const inOrder = [...new Set([...edition.categories, ...(published?.categories ?? [])])];
  const cellsOf = (place: string, shownCell: (cell: Cell) => CategoryCell): PlaceScore['categories'] => {
    const own = cells.get(place) ?? new Map<string, Cell>();
    const ids = [
      ...inOrder.filter((id) => own.has(id)),
      ...[...own.keys()].filter((id) => !inOrder.includes(id)).sort(),
    ];
    return Object.fromEntries(
      ids.flatMap((id) => {
        const cell = own.get(id);
        return cell === undefined ? [] : [[id, shownCell(cell)]];
      }),
    );
  };

  const isBlank =
    (excluded: readonly string[] | undefined) =>
    (id: string): boolean =>
      published?.excludedAre === 'blank' && excluded !== undefined && excluded.includes(id);

  const placesOf = (): readonly PlaceScore[] => {
    const shownCell = openShownCells();
    return ranked(
      withListed(places, published?.places ?? [], names.place),
      categories.size,
      rules.rankPlacesOn,
      isBlank(published?.excludedPlaces),
    ).map(([total, rank]) => ({
      id: total.id,
      name: total.name,
      ...shown(total, rank, categories.size),
      categories: cellsOf(total.id, shownCell),
    }));
  };

  const categoriesOf = (): readonly CategoryScore[] =>
    ranked(
      withListed(categories, published?.categories ?? [], names.category),
      places.size,
      rules.rankCategoriesOn,
      isBlank(published?.excludedCategories),
    ).map(([total, rank]) => ({ id: total.id, title: total.name, ...shown(total, rank, places.size) }));

  return {
    add,
    compete: (entry) => {
      if (rules.rankEntriesWithin === 'printed-year' && !isExcluded(entry)) competitionOf(entry).add(entry.points);
    },
    close: () => ({
      edition: edition.id,
      year,
      places: placesOf(),
      categories: categoriesOf(),
      summary: { places: places.size, entries, open, openPercent: percent(open, entries, rules.percent) },
    }),
  };
};
