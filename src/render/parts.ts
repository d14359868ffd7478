import { type Review, type ReviewAnswer, type ReviewCriterion, standingAnswer, type Verdict } from '../model/review.ts';
import { bar, type Pen, paint, section } from './pen.ts';
import { answerIn, changesSince, marks, openness, overrideOf, subjectOf } from './words.ts';

/* Parts of a review on a terminal that its short and its full form have in common. */

export const margin = '  ';

const inLine = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('  ');

export const header = (pen: Pen, review: Review): readonly string[] => {
  const { score, edition, year, asOf } = review;
  const { messages } = pen;
  const open = openness(review, messages);
  const { points: earned, outOf, ceiling: most } = score;
  const ceiling = most > earned ? messages.say('review.at-most', { ceiling: most }) : '';
  const points = messages.say('review.points', { points: earned, outOf });
  const room = pen.width - [points, ceiling, open].map(pen.layout.widthOf).reduce((sum, width) => sum + width);
  const cells = room - 8;
  const said = review.isOpen ? pen.ink.green(open) : open;
  const asOfDay = messages.say('review.as-of', { day: { said: asOf } });
  return [
    pen.ink.bold(pen.layout.spread(pen.prose(subjectOf(review, messages)), String(year), pen.width)),
    pen.ink.dim(pen.layout.spread(asOfDay, pen.foreign(edition), pen.width)),
    '',
    // On a narrow terminal what does not fit stands below.
    ...(room < 4 ? [inLine([points, ceiling]), said] : [inLine([points, bar(pen, score, cells), ceiling, said])]),
  ];
};

/** Cells of the column in which the verdicts stand: ten, or what the longest of them needs. */
export const verdictCells = ({ messages, layout }: Pen): number =>
  Math.max(10, ...(['Yes', 'No', 'Unsure'] as const).map((one) => layout.widthOf(answerIn(messages, one)) + 4));

/** What stands below a verdict begins where its title does. */
export const hanging = (pen: Pen): string => margin + ' '.repeat(verdictCells(pen));

const verdictOf = (pen: Pen, verdict: Verdict): string =>
  paint(pen, verdict)(pen.layout.padEnd(`${marks[verdict]} ${answerIn(pen.messages, verdict)}`, verdictCells(pen)));

/** `5 of 5`: points of an answer. */
export const pointsIn = ({ messages }: Pen, given: ReviewAnswer): string =>
  messages.say('review.points-of', {
    points: standingAnswer(given) === 'Yes' ? given.weight : 0,
    outOf: given.weight,
  });

/** A title with its verdict before it and figures at the end of the line. */
export const titled = (pen: Pen, verdict: Verdict, title: string, figures: string): readonly string[] => {
  const room = pen.width - hanging(pen).length - (figures === '' ? 0 : pen.layout.widthOf(figures) + 2);
  const [first = '', ...others] = pen.layout.wrap(pen.prose(title), Math.max(8, room));
  const line = pen.layout.spread(first, figures, pen.width - hanging(pen).length).trimEnd();
  return [
    margin + verdictOf(pen, verdict) + pen.ink.bold(line),
    ...others.map((text) => hanging(pen) + pen.ink.bold(text)),
  ];
};

/** What people have to do with an answer. */
export const decidedOn = (pen: Pen, given: ReviewAnswer | ReviewCriterion): readonly string[] => {
  const override = overrideOf(given, pen.messages);
  return override === null ? [] : pen.layout.hang(hanging(pen), pen.prose(override), pen.width);
};

/** What changed since the year before. */
export const changes = (pen: Pen, review: Review): readonly string[] => {
  const { previous, score } = review;
  if (previous === null) return [];
  const { messages } = pen;
  const told = changesSince(review, messages);
  const points = messages.say('review.points-then', { before: previous.score.points, now: score.points });
  const text = told.length === 0 ? messages.say('review.unchanged') : told.join(' · ');
  return section(
    pen,
    messages.say('review.heading.against', { year: { said: String(previous.year) } }),
    pen.layout.hang(margin, pen.prose(`${points} ${text}`), pen.width),
  );
};
