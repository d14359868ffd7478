import type { Review, ReviewAnswer, ReviewCriterion, Verdict } from '../model/review.ts';
import { forTerminal } from './escape.ts';
import { bar, type Pen, paint, section } from './pen.ts';
import { changesSince, marks, openness, overrideOf, subjectOf } from './words.ts';

/* Parts of a review on a terminal that its short and its full form have in common. */

export const margin = '  ';
export const verdictCells = 10;
export const hanging = margin + ' '.repeat(verdictCells);

export const header = (pen: Pen, review: Review): readonly string[] => {
  const { score, edition, year, asOf } = review;
  const right = review.isOpen ? pen.ink.green('open') : 'not open';
  const ceiling = score.ceiling > score.points ? `at most ${score.ceiling}` : '';
  const points = `${score.points} of ${score.outOf} points`;
  const cells = pen.width - points.length - ceiling.length - openness(review).length - 8;
  return [
    pen.ink.bold(pen.layout.spread(forTerminal(subjectOf(review)), String(year), pen.width)),
    pen.ink.dim(pen.layout.spread(`as of ${asOf}`, forTerminal(edition), pen.width)),
    '',
    [points, bar(pen, score, cells), ceiling, right].filter((part) => part !== '').join('  '),
  ];
};

const verdictOf = (pen: Pen, verdict: Verdict): string =>
  paint(pen, verdict)(pen.layout.padEnd(`${marks[verdict]} ${verdict}`, verdictCells));

/** A title with its verdict before it and figures at the end of the line. */
export const titled = (pen: Pen, verdict: Verdict, title: string, figures: string): readonly string[] => {
  const room = pen.width - hanging.length - (figures === '' ? 0 : pen.layout.widthOf(figures) + 2);
  const [first = '', ...others] = pen.layout.wrap(forTerminal(title), Math.max(8, room));
  const line = pen.layout.spread(first, figures, pen.width - hanging.length).trimEnd();
  return [margin + verdictOf(pen, verdict) + pen.ink.bold(line), ...others.map((text) => hanging + pen.ink.bold(text))];
};

/** What people have to do with an answer. */
export const decidedOn = (pen: Pen, given: ReviewAnswer | ReviewCriterion): readonly string[] => {
  const override = overrideOf(given);
  return override === null ? [] : pen.layout.hang(hanging, forTerminal(override), pen.width);
};

/** What changed since the year before. */
export const changes = (pen: Pen, review: Review): readonly string[] => {
  const { previous, score } = review;
  if (previous === null) return [];
  const told = changesSince(review);
  const points = `${previous.score.points} → ${score.points} points.`;
  const text = told.length === 0 ? 'No answer has changed.' : told.join(' · ');
  return section(pen, `Against ${previous.year}`, pen.layout.hang(margin, forTerminal(`${points} ${text}`), pen.width));
};
