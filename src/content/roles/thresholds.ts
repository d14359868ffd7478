import type { Day } from '../../model/basics.ts';
import type { Expectation } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import type { RoleId } from './model.ts';
import type { Way } from './score.ts';

/* `criteria/models/thresholds.yaml`: from when on the field reader doubts an answer. */

/** What a role is called in a sentence, and what its values look like where it is really played. */
export interface RoleWords {
  readonly says: string;
  readonly expects: Expectation;
}

/** How one criterion is doubted. */
export interface CriterionThresholds {
  readonly ways: readonly Way[];
  /** A No becomes Unsure where the share is at least this; never where absent. */
  readonly doubtNo?: number;
  /** The same where the field is a row label, a key or a value of a measure, whose names are often those of places and people. */
  readonly doubtNoBesideColumns?: number;
  /** A Yes becomes Unsure where the share is less than this; never where absent. */
  readonly doubtYes?: number;
}

/** How the criteria of a category are doubted by its trained model. */
export interface CategoryThresholds {
  /** A field of unknown name is something else where it plays another role with at least this likelihood. */
  readonly sure: number;
  readonly roles: Readonly<Record<RoleId, RoleWords>>;
  readonly criteria: Readonly<Record<string, CriterionThresholds>>;
}

/** How criteria are doubted by nearness to the phrases of the vocabulary, in categories without a model. */
export interface NearThresholds {
  readonly kinds: readonly Criterion['kind'][];
  readonly doubtNo: number;
}

export interface Thresholds {
  /** Rises with every change of weights or thresholds; named in each reason where the reader decided. */
  readonly version: number;
  readonly chosen: { readonly on: string; readonly date: Day };
  readonly near: NearThresholds;
  readonly categories: Readonly<Record<string, CategoryThresholds>>;
}
