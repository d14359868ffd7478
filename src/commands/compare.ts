import type { Cause, Change, DefinitionChange, Diff, SideLabel, Unpaired } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Scorecard } from '../model/scorecard.ts';
import {
  type CellPair,
  cellChanges,
  cellPairs,
  changesBetween,
  type DiffContext,
  definitionChange,
  join,
  placeDeltas,
  publishedWords,
  type Rejudge,
  summaryOf,
} from '../reviews/diff/index.ts';
import type { PublishedCsv } from '../reviews/published/index.ts';
import { type Count, cardOf, countReviews } from './scorecards.ts';
import type { Shell } from './shell.ts';
import { breathing, type ReviewsSide, type Side } from './sides.ts';

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
  /** Called with each two reviews that were compared, and what changed between them. */
  readonly onReviews?: (before: Review, after: Review, changes: readonly Change[], context: DiffContext) => void;
  /** Called in place of that with the cells of two scorecards, as far as they are asked for. */
  readonly onCells?: (cells: readonly CellPair[], years: readonly [before: number, after: number]) => void;
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

const isTold = (review: Review, { places, categories }: Comparison): boolean =>
  (places === undefined || places.has(review.place?.id ?? '')) &&
  (categories === undefined || categories.has(review.category?.id ?? ''));

const unpaired = (review: Review): Unpaired => ({
  place: review.place?.id ?? '',
  category: review.category?.id ?? '',
  points: review.score.points,
});

/** Reviews as they count, and the edition that each was judged by, whatever it is scored by. */
function* counted(side: ReviewsSide, count: Count, judgedBy: WeakMap<Review, string>): Generator<Review> {
  for (const review of side.reviews()) {
    const own = count.take(review);
    judgedBy.set(own, review.edition);
    yield own;
  }
}

/** Each category once, by title. */
const distinct = (definitions: readonly DefinitionChange[]): readonly DefinitionChange[] =>
  [...new Map(definitions.map((change) => [change.category, change])).values()].sort((one, other) =>
    one.title < other.title ? -1 : 1,
  );

const compareReviews = async (
  before: ReviewsSide,
  after: ReviewsSide,
  asked: Comparison,
  shell: Shell,
): Promise<Diff> => {
  const [old, fresh] = [before, after].map((side) => countReviews(side.year, asked.edition, shell)) as [Count, Count];
  const context = contextOf(shell, asked.rejudge);
  const judgedBy = new WeakMap<Review, string>();
  const editionOf = (review: Review): string => judgedBy.get(review) ?? review.edition;
  const changes: Change[] = [];
  const added: Unpaired[] = [];
  const removed: Unpaired[] = [];
  const definitions: DefinitionChange[] = [];
  for await (const pair of breathing(join(counted(before, old, judgedBy), counted(after, fresh, judgedBy)), shell)) {
    const shown = pair.after ?? pair.before;
    if (shown === null || !isTold(shown, asked)) continue;
    if (pair.before === null) added.push(unpaired(shown));
    else if (pair.after === null) removed.push(unpaired(shown));
    else {
      const editions = { before: editionOf(pair.before), after: editionOf(pair.after) };
      const found = await changesBetween(pair.before, pair.after, context, editions);
      changes.push(...found);
      asked.onReviews?.(pair.before, pair.after, found, context);
      const redefined = context.redefinition(shown.category?.id ?? '', editions.before, editions.after);
      if (redefined !== null && found.length > 0) definitions.push(redefined);
    }
  }
  const [oldCard, freshCard] = [old.close(), fresh.close()];
  const labels = [labelOf(before, oldCard, old.editions()), labelOf(after, freshCard, fresh.editions())] as const;
  return whole(labels, { changes, added, removed, definitions: distinct(definitions) }, oldCard, freshCard, asked);
};

const whole = (
  [before, after]: readonly [SideLabel, SideLabel],
  parts: Pick<Diff, 'changes' | 'added' | 'removed' | 'definitions'>,
  oldCard: Scorecard,
  freshCard: Scorecard,
  { places, questions, causes }: Comparison,
): Diff => {
  const isNarrowed = questions !== undefined || causes !== undefined;
  const changes = parts.changes.filter(
    ({ question, cause }) => (questions?.has(question ?? '') ?? true) && (causes?.has(cause) ?? true),
  );
  return {
    before,
    after,
    comparable: [...new Set([...before.editions, ...after.editions])].length === 1,
    changes,
    added: isNarrowed ? [] : parts.added,
    removed: isNarrowed ? [] : parts.removed,
    definitions: parts.definitions,
    places: placeDeltas(oldCard, freshCard).filter(({ id }) => places === undefined || places.has(id)),
    summary: summaryOf(changes, parts.changes),
  };
};

const compareCards = async (before: Side, after: Side, asked: Comparison, shell: Shell): Promise<Diff> => {
  const [oldCard, freshCard] = [await cardOf(before, asked.edition, shell), await cardOf(after, asked.edition, shell)];
  const labels = [labelOf(before, oldCard, [oldCard.edition]), labelOf(after, freshCard, [freshCard.edition])] as const;
  const { changes, added, removed } = cellChanges(oldCard, freshCard);
  const isAsked = ({ place, category }: Pick<Unpaired, 'place' | 'category'>): boolean =>
    (asked.places === undefined || asked.places.has(place)) &&
    (asked.categories === undefined || asked.categories.has(category));
  const parts = {
    changes: changes.filter(isAsked),
    added: added.filter(isAsked),
    removed: removed.filter(isAsked),
    definitions: [],
  };
  asked.onCells?.(cellPairs(oldCard, freshCard).filter(isAsked), [oldCard.year, freshCard.year]);
  return whole(labels, parts, oldCard, freshCard, asked);
};

/** What changed between two sides, and why. Answers are compared where both sides have them, else scores. */
export const compare = async (before: Side, after: Side, asked: Comparison, shell: Shell): Promise<Diff> => {
  if (before.kind === 'reviews' && after.kind === 'reviews') return compareReviews(before, after, asked, shell);
  if (asked.edition !== undefined) {
    throw new UserError(
      'A scorecard file cannot be scored by another edition: it has no answers. Compare stores or years instead.',
    );
  }
  return compareCards(before, after, asked, shell);
};
