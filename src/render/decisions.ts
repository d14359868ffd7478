import type { OpenQuestion } from '../model/open-question.ts';
import { type Review, standingAnswer } from '../model/review.ts';
import { forTerminal } from './escape.ts';
import type { TextLayout } from './layout.ts';
import { agedDecision, openness, scoreOf, subjectOf } from './words.ts';

/* What people decided and should decide, as lines of a terminal. */

/** Scores in one line: `Morocco · Election Results 2026: 45 of 100 points, at most 80, not open`. */
export const scoreLine = (review: Review): string =>
  forTerminal(`${subjectOf(review)} ${review.year}: ${scoreOf(review)}, ${openness(review)}`);

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
    ...aged.flatMap((decision) => layout.hang('  ', forTerminal(agedDecision(decision)), width)),
  ];
  return `${lines.join('\n')}\n`;
};
