import type { RulesOf } from '../audit/carried.ts';
import { counted } from '../audit/counted.ts';
import { decidableIn } from '../audit/decisions.ts';
import { openQuestions, pointsOn } from '../audit/open-questions.ts';
import type { Edition } from '../model/data.ts';
import { type Review, standingAnswer } from '../model/review.ts';
import { contradicting } from '../score/index.ts';
import { asSeenBy } from './blind.ts';
import { lastWords, ownWords } from './people.ts';

/**
 * Why something needs a person: nobody could tell; what was decided on it rests on something else by now; it contradicts another
 * answer; another person answered it, who is to be held against a second one; or which candidate is the dataset may be doubted.
 */
export type DeskNeed = 'unsure' | 'aged' | 'contradiction' | 'second' | 'dataset';

/** The choice among the candidates, which is no question of an edition. */
export const onDataset = 'dataset';

/** Something in one review that needs a person. */
export interface DeskItem {
  /** A question, a gate, `criteria.` and a criterion, or `dataset`. */
  readonly on: string;
  readonly needs: readonly DeskNeed[];
  /** Points within reach that depend on it. */
  readonly points: number;
}

/** Roles of candidates that may be the dataset. */
const datasetRoles: ReadonlySet<string> = new Set(['landing-page', 'data-file', 'api']);

/** Candidates that a person may take for the dataset. */
export const choosableIn = ({ candidates }: Pick<Review, 'candidates'>): Review['candidates'] =>
  candidates.filter(({ role, chosen }) => chosen || datasetRoles.has(role));

/**
 * May the choice of the dataset be doubted? Where it does not show that the data exists, nobody chose or decided, and there is
 * another candidate: then that one may be the data.
 */
const isDoubtful = (review: Review): boolean => {
  const { place, category, request, answers, gates, published } = review;
  const exists = answers['exists'] ?? gates?.['exists'];
  const isOpen = exists !== undefined && !exists.override && standingAnswer(exists) !== 'Yes';
  // A check is of the address that was named, and an imported entry of what its own reviewers found.
  const isChosen = request?.choose !== undefined || request?.kind === 'check' || published !== undefined;
  return (
    isOpen && !isChosen && place !== null && category !== null && choosableIn(review).some(({ chosen }) => !chosen)
  );
};

/** Answers that contradict one another, less those that the person decided: of two that were decided nothing is asked. */
const inContradiction = (review: Review, edition: Edition, own: ReadonlyMap<string, unknown>): readonly string[] => {
  const standing = Object.fromEntries(Object.entries(review.answers).map(([id, one]) => [id, standingAnswer(one)]));
  return [...new Set(contradicting(edition, standing).flatMap(({ between }) => between.filter((on) => !own.has(on))))];
};

/** What others answered and the person did not. That somebody did is told, what they said is not. */
const answeredByOthers = (review: Review, own: ReadonlyMap<string, unknown>): readonly string[] => [
  ...new Set(lastWords(review).flatMap(({ on }) => (own.has(on) ? [] : [on]))),
];

/** Most points first; among equals in the order that they had. */
export const byPoints = <T extends Pick<DeskItem, 'points'>>(items: readonly T[]): readonly T[] =>
  items.toSorted((one, other) => other.points - one.points);

/**
 * What needs a person in a review, most points first, for the person who looks at it: what that one answered is done, what
 * others answered is asked as if they had not.
 */
export const itemsOf = (review: Review, person: string, rulesOf: RulesOf): readonly DeskItem[] => {
  const seen = asSeenBy(review, person, rulesOf);
  const own = ownWords(seen, person);
  const { edition } = rulesOf(seen);
  const items = new Map<string, DeskItem>();
  const add = (on: string, needs: readonly DeskNeed[], points: () => number): void => {
    const known = items.get(on);
    items.set(on, {
      on,
      needs: [...(known?.needs ?? []), ...needs],
      points: known?.points ?? points(),
    });
  };
  for (const { on, answer, aged, points } of openQuestions(seen, rulesOf)) {
    const needs: readonly DeskNeed[] = [
      ...(answer === 'Unsure' ? ['unsure' as const] : []),
      ...(aged.length > 0 ? ['aged' as const] : []),
    ];
    add(on, needs, () => points);
  }
  const known = decidableIn(seen);
  for (const on of inContradiction(seen, edition, own)) {
    if (known.includes(on)) add(on, ['contradiction'], () => pointsOn(on, seen, rulesOf));
  }
  for (const on of answeredByOthers(counted(review, rulesOf), own)) {
    if (known.includes(on)) add(on, ['second'], () => pointsOn(on, seen, rulesOf));
  }
  if (isDoubtful(seen)) add(onDataset, ['dataset'], () => pointsOn('exists', seen, rulesOf));
  return byPoints([...items.values()]);
};

/** What comes after something, so that nothing is passed over: the next one below it, else the first of all others. */
export const nextAfter = <T>(items: readonly T[], isHere: (item: T) => boolean): T | null => {
  const at = items.findIndex(isHere);
  const others = items.filter((item) => !isHere(item));
  return (at < 0 ? undefined : items.slice(at + 1).find((item) => !isHere(item))) ?? others[0] ?? null;
};

/**
 * Where to go on after something was answered: the first of those after it that is still open, else the first that is open at all.
 * What followed from the answer is passed over.
 */
export const nextOpen = <T extends { readonly review: string; readonly on: string }>(
  before: readonly T[],
  after: readonly T[],
  isHere: (item: T) => boolean,
): T | null => {
  const isOpen = (item: T): boolean => after.some(({ review, on }) => review === item.review && on === item.on);
  return (
    nextAfter(
      before.filter((item) => isHere(item) || isOpen(item)),
      isHere,
    ) ??
    after.find((item) => !isHere(item)) ??
    null
  );
};
