import { withGains } from '../../audit/gains.ts';
import { retell } from '../../audit/retell.ts';
import type { Review } from '../../model/review.ts';
import { reviewFaults } from '../../model/review-faults.ts';
import type { ReviewKey, Stored } from '../../reviews/index.ts';
import { countingRules } from '../counting.ts';
import type { Shell } from '../shell.ts';
import { reviewName } from './state.ts';

/** Reviews that a site is made without, each told once on standard error. */
export interface PassedOver {
  readonly has: (name: string) => boolean;
  readonly names: () => ReadonlySet<string>;
  /** Leaves a review out: it is named with the reason, and the run ends with 2. */
  readonly leave: (key: ReviewKey, file: string, why: string) => void;
}

export const openPassedOver = (shell: Shell): PassedOver => {
  const names = new Set<string>();
  return {
    has: (name) => names.has(name),
    names: () => names,
    leave: (key, file, why) => {
      if (names.has(reviewName(key))) return;
      names.add(reviewName(key));
      shell.tell(`odi: ${file} was passed over: ${why}.\n`);
      shell.exit(2);
    },
  };
};

/** Why no page can be made of a file of the store; null where one can, as far as its own numbers tell. */
export const faultOf = (stored: Stored, { criteria }: Shell): string | null => {
  if ('fault' in stored) return stored.fault;
  const { edition } = stored.review;
  if (!criteria.editions().includes(edition))
    return `it was made under the edition ${edition}, which is not known here; name the own method that has it with --criteria`;
  const [fault] = reviewFaults(stored.review);
  return fault === undefined ? null : `${fault.at}: ${fault.says}`;
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

/**
 * Why the sentences of a review cannot be told from what it holds, as where a hand took values out of it; null where they can. Asked
 * only where something went wrong, since it takes as long as the page itself.
 */
export const untellable = (review: Review, shell: Shell): string | null => {
  try {
    retell(withGains(review, countingRules(review, shell)), { edition: shell.criteria.edition(review.edition) });
    return null;
  } catch (error) {
    return `its sentences cannot be told from what it holds (${messageOf(error)})`;
  }
};

/** Reviews turned out to be of no use after others had been counted with them: the site is begun again without them. */
export class BeginAgain extends Error {}
