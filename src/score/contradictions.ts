import type { ContradictionRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import { questionsMeant } from './cascade.ts';

const opposite = (answer: 'Yes' | 'No'): Verdict => (answer === 'Yes' ? 'No' : 'Yes');

const against = (
  rule: ContradictionRule,
  edition: Edition,
  answers: Readonly<Record<string, Verdict>>,
): readonly string[] => {
  if (answers[rule.when.question] !== rule.when.answer) return [];
  return questionsMeant(edition, rule.expect.questions, rule.when.question)
    .filter((id) => answers[id] === opposite(rule.expect.answer))
    .map((id) => {
      const title = edition.questions.find((question) => question.id === id)?.title ?? id;
      return rule.says.replace('{question}', title);
    });
};

/** Answers that contradict one another by the edition's rules, one sentence each. Unsure contradicts nothing. */
export const contradictions = (edition: Edition, answers: Readonly<Record<string, Verdict>>): readonly string[] => [
  ...new Set(edition.contradictions.flatMap((rule) => against(rule, edition, answers))),
];
