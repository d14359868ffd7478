import type { Cause, Change, DefinitionChange, Diff, DiffCounts, SideLabel, Unpaired } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { countsOf } from '../render/diff-words.ts';
import {
  areAnsweredAlike,
  type CellPair,
  cellChanges,
  cellPairs,
  changesBetween,
  type DiffContext,
  definitionChange,
  join,
  openSummary,
  placeDeltas,
  publishedWords,
  type Rejudge,
  summaryOf,
} from '../reviews/diff/index.ts';
import type { ReviewGlance } from '../reviews/index.ts';
import type { PublishedCsv } from '../reviews/published/index.ts';
import { type Count, cardOf, countReviews } from './scorecards.ts';
import type { Shell } from './shell.ts';
import { breathing, type ReviewsSide, type Side, type SideGlance } from './sides.ts';

/** What is compared of two sides. */
export interface Comparison {
  /** Places to tell of; all count towards the scores. */
  readonly places?: ReadonlySet<string>;
  readonly categories?: ReadonlySet<string>;
  /** Questions and causes to tell of; what is missing on one side is then passed over. */
  readonly questions?: ReadonlySet<string>;
  readonly causes?: ReadonlySet<Cause>;
  /** Score both sides by this edition instead of their own. */
  readonly edition?: string;
  readonly rejudge: Rejudge;
  /** Only add up: changes and entries that stand alone are counted, not kept, so that memory does not grow with them. */
  readonly isSummary?: boolean;
  /** Called with each two reviews that were compared, and what changed between them. */
  readonly onReviews?: (before: Review, after: Review, changes: readonly Change[], context: DiffContext) => void;
  /** Called in place of that with the cells of two scorecards, as far as they are asked for. */
  readonly onCells?: (cells: readonly CellPair[], years: readonly [before: number, after: number]) => void;
}

/** What came of a comparison. */
export interface Compared {
  /** Without its lists where only a summary was asked for. */
  readonly diff: Diff;
  readonly counts: DiffCounts;
}

/** What a comparison asks of the criteria. */
export const contextOf = (shell: Shell, rejudge: Rejudge): DiffContext => {
  const { criteria } = shell;
  const checks = new Map<string, readonly string[]>();
  const redefined = new Map<string, DefinitionChange | null>();
  const known = new Set(criteria.categories());
  let words: ReturnType<typeof publishedWords> | undefined;
  return {
    rejudge,
    checksOf: (edition, question) => {
      const key = `${edition} ${question}`;
      const found =
        checks.get(key) ?? criteria.edition(edition).questions.find(({ id }) => id === question)?.checks ?? [];
      checks.set(key, found);
      return found;
    },
    areJudgedAlike: (asked, before, after) => {
      if (before === after) return true;
      const [old, fresh] = [criteria.edition(before), criteria.edition(after)];
      const isAsked = old.questions.some((question) => question.checks.join() === asked.join());
      return isAsked && (!asked.includes('openlicense') || old.licencePolicy === fresh.licencePolicy);
    },
    cascadeOf: (edition) => criteria.edition(edition).cascade,
    words: () => {
      words ??= publishedWords(criteria.data<PublishedCsv>('vocabulary/godi-csv'));
      return words;
    },
    redefinition: (category, before, after) => {
      if (before === after || !known.has(category)) return null;
      const key = `${category} ${before} ${after}`;
      const found = redefined.get(key);
      if (found !== undefined) return found;
      const change = definitionChange(criteria.category(category), before, after);
      redefined.set(key, change);
      return change;
    },
  };
};

const labelOf = (side: Side, card: Scorecard, editions: readonly string[]): SideLabel => ({
  name: side.name,
  editions,
  years: [card.year],
});

const isTold = ({ place, category }: Entry, { places, categories }: Comparison): boolean =>
  (places === undefined || places.has(place?.id ?? '')) &&
  (categories === undefined || categories.has(category?.id ?? ''));

const unpaired = (review: ReviewGlance): Unpaired => ({
  place: review.place?.id ?? '',
  category: review.category?.id ?? '',
  points: review.score.points,
});

/** A review of one side: as it is scored, and the edition that it was judged by, whatever it is scored by. */
interface Entry extends SideGlance {
  readonly place: ReviewGlance['place'];
  readonly category: ReviewGlance['category'];
  readonly judgedBy: string;
}

/** The reviews of a side as they count. */
function* counted(side: ReviewsSide, count: Count): Generator<Entry> {
  for (const one of side.glances()) {
    const own = count.take(one);
    const { place, category } = own.glance;
    yield { ...own, place, category, judgedBy: one.glance.edition };
  }
}

/** What two sides are found to differ in, gathered while they pass by. */
interface Gathered {
  /** @param all - all changes of an entry, of which those that are asked for are taken */
  readonly take: (entry: Entry, all: readonly Change[]) => void;
  readonly alone: (entry: Entry, where: 'added' | 'removed') => void;
  readonly close: () => { readonly lists: Pick<Diff, 'changes' | 'added' | 'removed' | 'summary'>; counts: DiffCounts };
}

const gather = ({ questions, causes, isSummary = false }: Comparison): Gathered => {
  const isNarrowed = questions !== undefined || causes !== undefined;
  const lists = { changes: [] as Change[], added: [] as Unpaired[], removed: [] as Unpaired[] };
  const counts = { answers: 0, places: 0, added: 0, removed: 0 };
  const summary = openSummary();
  let last: string | undefined;
  return {
    take: ({ place }, all) => {
      const asked = all.filter(
        ({ question, cause }) => (questions?.has(question ?? '') ?? true) && (causes?.has(cause) ?? true),
      );
      if (asked.length === 0) return;
      summary.add(asked, all);
      counts.answers += asked.length;
      // They pass by in the order of their places.
      if (place?.id !== last) counts.places += 1;
      last = place?.id;
      if (!isSummary) lists.changes.push(...asked);
    },
    alone: ({ glance }, where) => {
      if (isNarrowed) return;
      counts[where] += 1;
      if (!isSummary) lists[where].push(unpaired(glance));
    },
    close: () => ({ lists: { ...lists, summary: summary.close() }, counts }),
  };
};

/** What changed between two reviews. What is answered alike is read only where somebody asks for it. */
const changesOf = async (
  before: Entry,
  after: Entry,
  context: DiffContext,
  { onReviews }: Comparison,
): Promise<readonly Change[]> => {
  if (onReviews === undefined && areAnsweredAlike(before.glance, after.glance, context)) return [];
  const [old, fresh] = [before.whole(), after.whole()];
  const found = await changesBetween(old, fresh, context, { before: before.judgedBy, after: after.judgedBy });
  onReviews?.(old, fresh, found, context);
  return found;
};

const compareReviews = async (
  before: ReviewsSide,
  after: ReviewsSide,
  asked: Comparison,
  shell: Shell,
): Promise<Compared> => {
  const [old, fresh] = [before, after].map((side) => countReviews(side.year, asked.edition, shell)) as [Count, Count];
  const context = contextOf(shell, asked.rejudge);
  const gathered = gather(asked);
  const definitions = new Map<string, DefinitionChange>();
  for await (const pair of breathing(join(counted(before, old), counted(after, fresh)), shell)) {
    const shown = pair.after ?? pair.before;
    if (shown === null || !isTold(shown, asked)) continue;
    if (pair.before === null) gathered.alone(shown, 'added');
    else if (pair.after === null) gathered.alone(shown, 'removed');
    else {
      const found = await changesOf(pair.before, pair.after, context, asked);
      gathered.take(shown, found);
      const { id = '' } = shown.category ?? {};
      const redefined = context.redefinition(id, pair.before.judgedBy, pair.after.judgedBy);
      if (redefined !== null && found.length > 0) definitions.set(redefined.category, redefined);
    }
  }
  const [oldCard, freshCard] = [old.close(), fresh.close()];
  const labels = [labelOf(before, oldCard, old.editions()), labelOf(after, freshCard, fresh.editions())] as const;
  const { lists, counts } = gathered.close();
  const byTitle = [...definitions.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
  return { diff: whole(labels, { ...lists, definitions: byTitle }, oldCard, freshCard, asked), counts };
};

const whole = (
  [before, after]: readonly [SideLabel, SideLabel],
  parts: Omit<Diff, 'before' | 'after' | 'comparable' | 'places'>,
  oldCard: Scorecard,
  freshCard: Scorecard,
  { places }: Comparison,
): Diff => {
  const { changes, added, removed, definitions, summary } = parts;
  return {
    ...{ before, after, comparable: new Set([...before.editions, ...after.editions]).size === 1 },
    ...{ changes, added, removed, definitions },
    places: placeDeltas(oldCard, freshCard).filter(({ id }) => places === undefined || places.has(id)),
    summary,
  };
};

const compareCards = async (before: Side, after: Side, asked: Comparison, shell: Shell): Promise<Compared> => {
  const [oldCard, freshCard] = [await cardOf(before, asked.edition, shell), await cardOf(after, asked.edition, shell)];
  const labels = [labelOf(before, oldCard, [oldCard.edition]), labelOf(after, freshCard, [freshCard.edition])] as const;
  const { changes, added, removed } = cellChanges(oldCard, freshCard);
  const isAsked = ({ place, category }: Pick<Unpaired, 'place' | 'category'>): boolean =>
    (asked.places === undefined || asked.places.has(place)) &&
    (asked.categories === undefined || asked.categories.has(category));
  const isNarrowed = asked.questions !== undefined || asked.causes !== undefined;
  const told = changes.filter(
    (change) =>
      isAsked(change) &&
      (asked.questions?.has(change.question ?? '') ?? true) &&
      (asked.causes?.has(change.cause) ?? true),
  );
  const parts = {
    ...{ changes: told, definitions: [], summary: summaryOf(told) },
    added: isNarrowed ? [] : added.filter(isAsked),
    removed: isNarrowed ? [] : removed.filter(isAsked),
  };
  asked.onCells?.(cellPairs(oldCard, freshCard).filter(isAsked), [oldCard.year, freshCard.year]);
  const diff = whole(labels, parts, oldCard, freshCard, asked);
  return { diff, counts: countsOf(diff) };
};

/** What changed between two sides, and why. Answers are compared where both sides have them, else scores. */
export const compare = async (before: Side, after: Side, asked: Comparison, shell: Shell): Promise<Compared> => {
  if (before.kind === 'reviews' && after.kind === 'reviews') return compareReviews(before, after, asked, shell);
  if (asked.edition !== undefined) {
    throw new UserError(
      'A scorecard file cannot be scored by another edition: it has no answers. Compare stores or years instead.',
    );
  }
  return compareCards(before, after, asked, shell);
};
