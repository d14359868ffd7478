import type { Change, DefinitionChange, Diff, SideLabel } from '../../model/diff.ts';
import type { Review } from '../../model/review.ts';
import type { SiteYear, YearPair } from '../../report/index.ts';
import { changesBetween, type DiffContext, placeDeltas, summaryOf } from '../../reviews/diff/index.ts';
import { contextOf } from '../compare.ts';
import type { Shell } from '../shell.ts';
import type { GatheredReviews } from './gather.ts';
import { type PassedOver, untellable } from './passed.ts';
import type { BuildState, KnownChanges } from './state.ts';

/** Which years are held against one another: each with the one before it, and the newest with the oldest. */
const pairsOf = (years: readonly number[]): readonly (readonly [before: number, after: number])[] => {
  const next = years.slice(1).map((after, at) => [years[at] ?? after, after] as const);
  const [first, last] = [years[0], years.at(-1)];
  return years.length > 2 && first !== undefined && last !== undefined ? [...next, [first, last] as const] : next;
};

const labelOf = ({ year, entries }: SiteYear): SideLabel => ({
  name: String(year),
  editions: [...new Set([...entries.values()].map(({ edition }) => edition))].sort(),
  years: [year],
});

const distinct = (found: readonly (DefinitionChange | null)[]): readonly DefinitionChange[] =>
  [...new Map(found.flatMap((change) => (change === null ? [] : [[change.category, change] as const]))).values()].sort(
    (one, other) => (one.title < other.title ? -1 : 1),
  );

/** Finds out what changed between two kept reviews; nothing is asked twice, and nothing that the build before knew. */
export interface ChangeFinder {
  readonly between: (before: number, after: number, entry: string) => Promise<readonly Change[]>;
  readonly known: ReadonlyMap<string, KnownChanges>;
}

/** Evidence is not judged again for a site: what tells causes apart is what the reviews themselves record. */
export const openChanges = (
  { store, reviews }: GatheredReviews,
  state: BuildState,
  passed: PassedOver,
  shell: Shell,
): ChangeFinder & { readonly context: DiffContext } => {
  const context = contextOf(shell, async () => null);
  const known = new Map<string, KnownChanges>();
  // The reviews of one entry are read once for all pairs of years.
  let held: { readonly entry: string; readonly reviews: Map<number, Review | null> } = {
    entry: '',
    reviews: new Map(),
  };
  const read = (year: number, entry: string): Review | null => {
    if (held.entry !== entry) held = { entry, reviews: new Map() };
    const asked = held.reviews.get(year);
    if (asked !== undefined) return asked;
    const [place = '', category = ''] = entry.split('/');
    const stored = store.read({ year, place, category });
    const review = stored !== undefined && 'review' in stored ? stored.review : null;
    held.reviews.set(year, review);
    return review;
  };
  /** Leaves out a review that went wrong by what it holds; is it one? */
  const leaveOut = (review: Review): boolean => {
    const why = untellable(review, shell);
    const { year, place, category } = review;
    const key = { year, place: place?.id ?? '', category: category?.id ?? '' };
    if (why !== null) passed.leave(key, store.fileOf(key), why);
    return why !== null;
  };
  const find = async (before: number, after: number, entry: string): Promise<readonly Change[]> => {
    const [old, fresh] = [read(before, entry), read(after, entry)];
    if (old === null || fresh === null) return [];
    try {
      return await changesBetween(old, fresh, context, { before: old.edition, after: fresh.edition });
    } catch (error) {
      const left = [old, fresh].filter((review) => leaveOut(review));
      if (left.length === 0) throw error;
      return [];
    }
  };
  return {
    ...{ known, context },
    between: async (before, after, entry) => {
      const key = `${before}-${after}/${entry}`;
      const asked = known.get(key);
      if (asked !== undefined) return asked.changes;
      const digests = [before, after].map((year) => reviews.get(`${year}/${entry}`)?.record.digest ?? '').join(' ');
      const kept = state.changes.get(key);
      const found = kept?.digests === digests ? kept : { key, digests, changes: await find(before, after, entry) };
      known.set(key, found);
      return found.changes;
    },
  };
};

const compareYears = async (
  before: SiteYear,
  after: SiteYear,
  finder: ReturnType<typeof openChanges>,
): Promise<YearPair> => {
  const changes: Change[] = [];
  const definitions: (DefinitionChange | null)[] = [];
  for (const [entry, record] of after.entries) {
    const old = before.entries.get(entry);
    if (old === undefined) continue;
    const found = await finder.between(before.year, after.year, entry);
    changes.push(...found);
    if (found.length > 0) definitions.push(finder.context.redefinition(record.category, old.edition, record.edition));
  }
  const alone = (own: SiteYear, other: SiteYear): Diff['added'] =>
    [...own.entries].flatMap(([entry, { place, category, points }]) =>
      other.entries.has(entry) ? [] : [{ place, category, points }],
    );
  const labels = [labelOf(before), labelOf(after)] as const;
  const editions = new Set(labels.flatMap((label) => label.editions));
  return {
    before: before.year,
    after: after.year,
    diff: {
      ...{ before: labels[0], after: labels[1], changes, comparable: editions.size === 1 },
      ...{ added: alone(after, before), removed: alone(before, after), definitions: distinct(definitions) },
      ...{ places: placeDeltas(before.card, after.card), summary: summaryOf(changes) },
    },
  };
};

/** Holds the years of a site against one another. */
export const comparePairs = async (
  years: readonly SiteYear[],
  finder: ReturnType<typeof openChanges>,
): Promise<readonly YearPair[]> => {
  const byYear = new Map(years.map((one) => [one.year, one]));
  const held = pairsOf(years.map(({ year }) => year)).flatMap(([before, after]) => {
    const [old, fresh] = [byYear.get(before), byYear.get(after)];
    return old === undefined || fresh === undefined ? [] : [[old, fresh] as const];
  });
  // Entry by entry first, so that no review is read for one pair and then again for another.
  for (const entry of new Set(years.flatMap(({ entries }) => [...entries.keys()])))
    for (const [old, fresh] of held)
      if (old.entries.has(entry) && fresh.entries.has(entry)) await finder.between(old.year, fresh.year, entry);
  const pairs: YearPair[] = [];
  for (const [old, fresh] of held) pairs.push(await compareYears(old, fresh, finder));
  return pairs;
};
