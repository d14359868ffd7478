import type { CascadeRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';

/** The questions that a rule's list means: `*` is every other question of the edition. */
export const questionsMeant = (edition: Edition, named: readonly string[], except: string): readonly string[] =>
  named.includes('*') ? edition.questions.map(({ id }) => id).filter((id) => id !== except) : named;

/** An answer as far as a cascade looks at it. */
export interface Standing {
  readonly answer: Verdict;
  /**
   * `settled` by evidence; `unsure` where a check could not tell; `silent` where the question does not arise; `broken` where a
   * check failed; `decided` by a person; `held` by a rule that always speaks.
   */
  readonly state: 'settled' | 'unsure' | 'silent' | 'broken' | 'decided' | 'held';
}

/** A check's own reason for the same answer says more than the rule's, so it stays. */
const yields = (rule: CascadeRule, target: Standing): boolean => {
  if (target.state === 'decided') return false;
  if (target.state === 'silent') return true;
  if (target.answer === rule.then.answer) return false;
  return rule.force === 'always' || target.state === 'unsure';
};

/** One answer that a rule makes. */
export interface Consequence {
  readonly question: string;
  readonly rule: CascadeRule;
}

const stateAfter = ({ force, then }: CascadeRule): Standing['state'] => {
  if (force === 'always') return 'held';
  return then.answer === 'Unsure' ? 'unsure' : 'settled';
};

/** What the rules of an edition make of these answers, in the order of the rules, each answer of one rule seen by the next. */
export const consequencesOf = (
  edition: Edition,
  standings: Readonly<Record<string, Standing>>,
): readonly Consequence[] => {
  const now: Record<string, Standing> = { ...standings };
  const made: Consequence[] = [];
  for (const rule of edition.cascade) {
    if (now[rule.when.question]?.answer !== rule.when.answer) continue;
    for (const question of questionsMeant(edition, rule.then.questions, rule.when.question)) {
      const target = now[question];
      if (target === undefined || !yields(rule, target)) continue;
      now[question] = { answer: rule.then.answer, state: stateAfter(rule) };
      made.push({ question, rule });
    }
  }
  return made;
};
