import type { Messages } from '../messages/messages.ts';
import type { ContradictionRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import { questionsMeant } from './cascade.ts';

const opposite = (answer: 'Yes' | 'No'): Verdict => (answer === 'Yes' ? 'No' : 'Yes');

/** Questions whose answers are the opposite of what a rule expects of them. */
const againstRule = (
  rule: ContradictionRule,
  edition: Edition,
  answers: Readonly<Record<string, Verdict>>,
): readonly string[] =>
  answers[rule.when.question] === rule.when.answer
    ? questionsMeant(edition, rule.expect.questions, rule.when.question).filter(
        (id) => answers[id] === opposite(rule.expect.answer),
      )
    : [];

const sayRule = (rule: ContradictionRule, { questions }: Edition, id: string): string =>
  rule.says.replace('{question}', questions.find((question) => question.id === id)?.title ?? id);

/** Two answers that contradict one another. */
export interface Contradiction {
  /** The two questions, the one that the rule begins with first. */
  readonly between: readonly [string, string];
  /** The sentence of the rule, in English. */
  readonly says: string;
}

/** Answers that contradict one another by the edition's rules, two and two. Unsure contradicts nothing. */
export const contradicting = (edition: Edition, answers: Readonly<Record<string, Verdict>>): readonly Contradiction[] =>
  edition.contradictions.flatMap((rule) =>
    againstRule(rule, edition, answers).map((id) => ({
      between: [rule.when.question, id] as const,
      says: sayRule(rule, edition, id),
    })),
  );

/** What tells a rule about contradictions from the others of its edition. */
export const contradictionKey = ({ when }: Pick<ContradictionRule, 'when'>): string =>
  `${when.question}-${when.answer}`;

/** Every sentence that the rules of an edition can give, by what it is in English, in the words of a language. */
export const contradictionTexts = (edition: Edition, messages: Messages): ReadonlyMap<string, string> =>
  new Map(
    edition.contradictions.flatMap((rule) =>
      edition.questions.map(({ id, title }) => [
        rule.says.replace('{question}', title),
        messages.sayOr(`editions.${edition.id}.contradictions.${contradictionKey(rule)}`, rule.says, {
          question: { said: messages.nameOr(`editions.${edition.id}.questions.${id}`, title) },
        }),
      ]),
    ),
  );

/** Answers that contradict one another by the edition's rules, one sentence each. Unsure contradicts nothing. */
export const contradictions = (edition: Edition, answers: Readonly<Record<string, Verdict>>): readonly string[] => [
  ...new Set(contradicting(edition, answers).map(({ says }) => says)),
];
