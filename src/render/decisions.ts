import type { OpenQuestion } from '../model/open-question.ts';
import { type Review, type ReviewDecision, standingAnswer } from '../model/review.ts';
import { forTerminal } from './escape.ts';
import type { TextLayout } from './layout.ts';
import { subjectOf } from './words.ts';

/* What people decided and should decide, as lines of a terminal. */

const whys: Readonly<Record<NonNullable<ReviewDecision['why']>, string>> = {
  evidence: 'what was seen is not what it was',
  rule: 'it is judged by another version of the rule',
  edition: 'the edition asks something else',
};

/** `Ada answered Yes to exists (2026-11-30): because …`. */
const told = ({ on, answer, because, reviewer, at }: ReviewDecision): string =>
  `${reviewer} answered ${answer} to ${on} (${at.slice(0, 10)}): ${because}`;

/** The last decision of each person on each question. */
const positions = (decisions: readonly ReviewDecision[]): readonly ReviewDecision[] => [
  ...new Map(
    decisions
      .filter(({ state }) => state !== 'withdrawn')
      .map((decision) => [JSON.stringify([decision.on, decision.reviewer]), decision]),
  ).values(),
];

/** What people disagree about, and what must be decided again: a sentence each. None where there is nothing of the kind. */
export const openDecisions = ({ decisions = [] }: Review): readonly string[] => {
  const held = positions(decisions);
  const disagreements = held
    .filter(({ state }) => state === 'counts')
    .flatMap((counting) =>
      held
        .filter(({ on, state, answer }) => on === counting.on && state === 'replaced' && answer !== counting.answer)
        .map(
          (other) => `${counting.reviewer} answers ${counting.answer} to ${counting.on}, which counts; ${told(other)}`,
        ),
    );
  const aged = decisions
    .filter(({ state }) => state === 'ask-again')
    .map((decision) => `To be asked again, since ${whys[decision.why ?? 'evidence']}: ${told(decision)}`);
  return [...disagreements, ...aged];
};

/** Scores in one line: `Morocco · Election Results 2026: 45 of 100 points, at most 80, not open`. */
export const scoreLine = (review: Review): string => {
  const { score, year, isOpen } = review;
  const ceiling = score.ceiling > score.points ? `, at most ${score.ceiling}` : '';
  return forTerminal(
    `${subjectOf(review)} ${year}: ${score.points} of ${score.outOf} points${ceiling}, ${isOpen ? 'open' : 'not open'}`,
  );
};

/** What a decision did: the answers that are not what they were before it. */
export const changedAnswers = (before: Review, after: Review): readonly string[] =>
  Object.entries(after.answers).flatMap(([id, answer]) => {
    const was = before.answers[id];
    if (was === undefined || standingAnswer(was) === standingAnswer(answer)) return [];
    return [forTerminal(`${id}: ${standingAnswer(was)} → ${standingAnswer(answer)}`)];
  });

const mostPlaces = 4;

/** An open question with the program's sentence, the words and addresses that it rests on, and what was decided on it before. */
export const openQuestionText = (open: OpenQuestion, layout: TextLayout, width: number): string => {
  const { title, on, points, answer, says, shown, aged } = open;
  const lines = [
    ...layout.hang('', forTerminal(`${title} [${on}] · ${points} points depend on it`), width),
    ...layout.hang('  ', forTerminal(`${answer}. ${says}`), width),
    ...shown
      .slice(0, mostPlaces)
      .flatMap(({ quote, part, url }) => [
        ...(quote === '' ? [] : layout.hang('  ', forTerminal(`${part === '' ? '' : `${part}: `}“${quote}”`), width)),
        ...layout.hang('  ', forTerminal(url), width),
      ]),
    ...(shown.length > mostPlaces ? [`  and ${shown.length - mostPlaces} more`] : []),
    ...aged.flatMap((decision) =>
      layout.hang(
        '  ',
        forTerminal(`Asked again, since ${whys[decision.why ?? 'evidence']}: ${told(decision)}`),
        width,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
