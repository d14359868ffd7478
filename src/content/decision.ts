import type { CriterionFinding, Ground } from '../model/check.ts';
import type { Criterion } from '../model/data.ts';
import type { Args } from '../model/sentence.ts';
import type { Scene } from './scene.ts';
import type { Shown } from './shown.ts';

/** What a criterion is answered, why, and where that can be seen. */
export interface Decision {
  readonly answer: CriterionFinding['answer'];
  readonly reason: string;
  readonly where: readonly Ground[];
  /** The values of its sentence, where they are more than what is quoted of where it rests. */
  readonly args?: Args;
}

/** Decides a criterion, or leaves it to the rules after it. */
export type Rule = (criterion: Criterion, scene: Scene) => Decision | null;

/** A decision that rests on what a clue found. */
export const decided = (answer: Decision['answer'], shown: Shown, reason = shown.reason): Decision => ({
  answer,
  reason,
  where: shown.grounds,
});

/** The first decision of the rules, in their order. */
export const firstOf =
  (rules: readonly Rule[]): Rule =>
  (criterion, scene) => {
    for (const rule of rules) {
      const decision = rule(criterion, scene);
      if (decision !== null) return decision;
    }
    return null;
  };
