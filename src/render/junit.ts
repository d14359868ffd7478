import type { Regression } from '../model/regression.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../model/review.ts';
import { forXml } from './escape.ts';
import { fallsJunit } from './falls.ts';
import { gainsIn, overrideOf, titleOf } from './words.ts';

/** What to do about a question, and what that adds with all that follows from it. */
const adviceOn = (id: string, review: Review): string => {
  const gain = gainsIn(review).find(({ questions }) => questions.includes(id));
  return gain === undefined
    ? (review.answers[id]?.improve ?? '')
    : `${gain.fix} (${gain.points}: ${gain.questions.join(', ')})`;
};

const outcomeOf = (id: string, answer: ReviewAnswer, review: Review): string => {
  const message = `${answer.reason}: ${overrideOf(answer) ?? answer.says}`;
  switch (standingAnswer(answer)) {
    case 'Yes':
      return '';
    case 'No':
      return `<failure type="${forXml(answer.reason)}" message="${forXml(message)}">${forXml(adviceOn(id, review))}</failure>`;
    case 'Unsure':
      return `<skipped message="${forXml(message)}"/>`;
  }
};

/**
 * A suite of one review, a case per question.
 *
 * @param score what a case for the score holds, empty where it passes; null where no score is asked for
 */
export const suiteOf = (review: Review, name: string, score: string | null = null): readonly string[] => {
  const title = forXml(name);
  const answers = Object.entries(review.answers);
  const count = (verdict: string): number => answers.filter(([, answer]) => standingAnswer(answer) === verdict).length;
  const caseOf = (about: string, outcome: string): string => {
    const open = `    <testcase classname="${title}" name="${forXml(about)}"`;
    return outcome === '' ? `${open}/>` : `${open}>${outcome}</testcase>`;
  };
  const cases = [
    ...(score === null ? [] : [caseOf('score', score)]),
    ...answers.map(([id, answer]) => caseOf(`${id}: ${answer.question}`, outcomeOf(id, answer, review))),
  ];
  const failures = count('No') + (score === null || score === '' ? 0 : 1);
  return [
    `  <testsuite name="${title}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${count('Unsure')}">`,
    ...cases,
    '  </testsuite>',
  ];
};

/** JUnit XML for build servers: a suite per review, a case per question; No fails, Unsure is skipped. What fell is a suite of its own. */
export const renderJunit = (reviews: readonly Review[], regression: Regression | null = null): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="odi">',
    ...(regression === null ? [] : fallsJunit(regression)),
    ...reviews.flatMap((review) => suiteOf(review, titleOf(review))),
    '</testsuites>',
    '',
  ].join('\n');
