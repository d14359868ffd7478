import { type Cause, causes } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Fall, FallRule, Regression } from '../model/regression.ts';
import type { Review } from '../model/review.ts';
import { cellFall, fallsSince } from '../reviews/diff/index.ts';
import type { ReviewKey } from '../reviews/index.ts';
import { scoredEntry } from '../reviews/scored.ts';
import { annotate } from './annotations.ts';
import { type Baseline, type Earlier, openBaseline } from './baseline.ts';
import { contextOf } from './compare.ts';
import { type Archives, openRejudge } from './rejudge.ts';
import type { Shell } from './shell.ts';

/** What the flags about falls say. */
export interface RegressionOptions {
  readonly failOnRegression?: string;
  readonly failOn?: readonly Cause[];
  readonly strict?: boolean;
}

/** Holds reviews against what was before, in every command alike. */
export interface Gate {
  /**
   * Looks whether the baseline speaks of any of these, before any work is done.
   *
   * @throws UserError where it does not, or a file that should tell cannot be read.
   */
  readonly expect: (keys: Iterable<ReviewKey>) => void;
  /** What was before: to be read before a review is written. `judged` is the file of a review that is stored already. */
  readonly before: (key: ReviewKey, judged?: string) => Earlier | null;
  /** Compares a review with what was before it. */
  readonly hold: (before: Earlier | null, review: Review) => Promise<void>;
  readonly result: () => Regression;
}

/** What counts as a fall by the flags. */
export const fallRuleOf = ({ failOn, strict }: Pick<RegressionOptions, 'failOn' | 'strict'>): FallRule => ({
  strict: strict === true,
  causes: failOn === undefined ? null : causes.filter((cause) => failOn.includes(cause)),
});

/** @throws UserError for flags that say how falls are told where none is looked for. */
export const refuseWithoutBaseline = ({ failOnRegression, failOn, strict }: RegressionOptions): void => {
  if (failOnRegression !== undefined || (failOn === undefined && strict !== true)) return;
  const name = failOn === undefined ? '--strict' : '--fail-on';
  throw new UserError(`${name} says which falls count: name what is compared with by --fail-on-regression.`);
};

/** @throws UserError where a scorecard cannot tell what is asked of it. */
const refuseScorecard = ({ name, scoredBy }: Baseline, { causes: wanted }: FallRule, edition: string | null): void => {
  if (scoredBy === null) return;
  if (wanted?.includes('unknown') === false) {
    throw new UserError(
      `--fail-on: ${name} is a scorecard, which holds scores and no answers, so no cause can be told by it. Name a store or a file of reviews.`,
    );
  }
  if (edition === null || edition === scoredBy) return;
  throw new UserError(
    `--fail-on-regression: ${name} is scored by ${scoredBy} and cannot be compared with scores by ${edition}. Name a store or a file of reviews.`,
  );
};

/** What a review is about. */
type Subject = Omit<ReviewKey, 'year'>;

const bySubject = (one: Subject, other: Subject): number => {
  const [first, second] = [`${one.place} ${one.category}`, `${other.place} ${other.category}`];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** Names of some, and how many more. */
const some = (keys: readonly Subject[], most: number): string => {
  const shown = keys.slice(0, most).map(({ place, category }) => `${place} ${category}`);
  return `${shown.join(', ')}${keys.length > most ? ` and ${keys.length - most} more` : ''}`;
};

/** Said where a gate would pass because it compared nothing. */
export const nothingEarlier = (baseline: string, keys: readonly Subject[]): UserError =>
  new UserError(
    `--fail-on-regression: ${baseline} holds nothing earlier on ${keys.length === 0 ? 'any of this' : some(keys, 3)}, so nothing could be compared.`,
  );

/** How the reviews are scored that are held against a baseline. */
export interface GateEdition {
  /** The edition they are scored by; null where that is not known. */
  readonly edition: string | null;
  /** Puts a review under that edition, where it was made under another. */
  readonly as?: (review: Review) => Review;
}

/**
 * Opens the gate of `--fail-on-regression`; null where it is not asked for.
 *
 * @throws UserError where there is no such baseline, it is empty, or it cannot tell what is asked.
 */
export const openGate = (
  options: RegressionOptions & { readonly store: string },
  archives: Archives,
  shell: Shell,
  { edition, as = (review) => review }: GateEdition,
): Gate | null => {
  refuseWithoutBaseline(options);
  if (options.failOnRegression === undefined) return null;
  const rule = fallRuleOf(options);
  const baseline = openBaseline(options.failOnRegression, options.store, shell);
  refuseScorecard(baseline, rule, edition);
  const context = contextOf(shell, openRejudge(archives, shell));
  const falls: Fall[] = [];
  const unmatched: Subject[] = [];
  let compared = 0;

  const fallsOf = async (before: Earlier, review: Review, key: Subject): Promise<readonly Fall[]> => {
    if (before.kind === 'reviews') return fallsSince(before.reviews, review, rule, context, as);
    const entry = scoredEntry(as(review));
    const fall = entry === null ? null : cellFall(key, before.cell, { ...entry, year: review.year }, rule);
    return fall === null ? [] : [fall];
  };

  return {
    before: baseline.before,
    expect: (keys) => {
      const asked = [...keys];
      // Each is read, so that one that cannot be read shows itself now and not when the work is done.
      if (asked.filter((key) => baseline.before(key) !== null).length > 0) return;
      throw nothingEarlier(baseline.name, asked);
    },
    hold: async (before, review) => {
      const key = { place: review.place?.id ?? '', category: review.category?.id ?? '' };
      if (before === null) {
        unmatched.push(key);
        return;
      }
      compared += 1;
      falls.push(...(await fallsOf(before, review, key)));
    },
    // In an order that does not hang on which review ended first.
    result: () => ({
      ...{ baseline: baseline.name, ...rule, compared },
      unmatched: unmatched.toSorted(bySubject),
      falls: falls.toSorted(bySubject),
    }),
  };
};

/** Tells what fell, and why; exit code 1 where anything did. */
export const tellRegression = async (regression: Regression, isQuiet: boolean, shell: Shell): Promise<void> => {
  const { baseline, unmatched, falls } = regression;
  if (unmatched.length > 0 && !isQuiet) {
    shell.tell(`odi: ${baseline} holds nothing earlier on ${some(unmatched, 5)}: no fall can be told of that.\n`);
  }
  if (falls.length === 0) return;
  const { fallsText } = await import('../render/falls.ts');
  shell.tell(fallsText(regression));
  annotate(
    falls.map(({ place, category, question, from, to, cause, says }) => ({
      level: 'error',
      title: `${place} ${category} fell since ${regression.baseline}`,
      says: `${question ?? 'points'} ${from} → ${to}, ${cause}: ${says}`,
    })),
    shell,
  );
  shell.exit(1);
};
