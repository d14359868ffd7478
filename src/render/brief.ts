import { type Review, restsOnCriteria, standingAnswer, type Verdict } from '../model/review.ts';
import { nounOf } from '../text/in-sentence.ts';
import { listed } from '../text/lists.ts';
import { forTerminal } from './escape.ts';
import { changes, decidedOn, hanging, header, margin, titled } from './parts.ts';
import { dimmed, type Pen, section } from './pen.ts';
import { many } from './scorecard-words.ts';
import { gainsIn, marks, openDecisions, openness, overrideOf, shortSubjectOf, toldAnswers } from './words.ts';

/* A screenful of a review: what was found, the answers, what is missing and what to do first. */

const mostGains = 3;
const mostReasons = 4;
const mostOpen = 3;

/**
 * What was found, in a sentence or two: what people decided of it, where they did; of reviews of older programs, the reason of
 * the first answer.
 */
export const findingOf = ({ paragraphs = [], answers }: Review): string => {
  const [first] = Object.values(answers);
  const decided = first === undefined ? null : overrideOf(first);
  return decided ?? paragraphs.find(({ reason }) => reason === 'finding')?.says ?? first?.says ?? '';
};

/** The answers that people gave themselves; of those that follow from them, how many and from what. */
const decisions = (pen: Pen, review: Review): readonly string[] => {
  const following = Object.values(review.answers).flatMap(({ follows, override }) => (override ? [] : (follows ?? [])));
  const from = [...new Set(following.flatMap((each) => each.from))];
  const told = [
    ...review.criteria.filter(({ override }) => override).map((one) => `${nounOf(one)}: ${overrideOf(one) ?? ''}`),
    ...(following.length === 0
      ? []
      : [`${many(following.length, 'answer follows', 'answers follow')} from what people decided on ${listed(from)}.`]),
  ];
  return told.flatMap((text) => pen.layout.hang(margin, forTerminal(text), pen.width));
};

const answers = (pen: Pen, review: Review): readonly string[] =>
  Object.values(review.answers).flatMap((given) => {
    const verdict = standingAnswer(given);
    const counts = verdict === 'Yes' ? given.weight : 0;
    return [
      ...titled(pen, verdict, given.question, `${counts} of ${given.weight}`),
      ...(given.override ? decidedOn(pen, given) : []),
    ];
  });

const lead: Readonly<Record<Verdict, string>> = { Yes: 'Shown', No: 'Missing', Unsure: 'Not seen' };

/** Does the finding name every criterion as it stands? Then they are not named again. */
const isNamed = ({ paragraphs = [], answers, criteria: all }: Review): boolean => {
  const [first] = Object.values(answers);
  if (all.some((one) => standingAnswer(one) !== one.answer)) return false;
  return paragraphs.some(({ reason }) => reason === 'finding') && restsOnCriteria.has(first?.reason ?? '');
};

/** The criteria by answer, each once. */
const criteria = (pen: Pen, review: Review): readonly string[] =>
  (['Yes', 'No', 'Unsure'] as const).flatMap((verdict) => {
    const asked = isNamed(review) ? [] : review.criteria.filter(({ required }) => required);
    const own = asked.filter((one) => standingAnswer(one) === verdict).map(nounOf);
    const first = `${margin}${pen.layout.padEnd(lead[verdict], hanging.length - margin.length)}`;
    return own.length === 0 ? [] : pen.layout.hang(first, forTerminal(listed(own)), pen.width);
  });

/** Where the data exists: why points are missing. Else the finding has told why. */
const reasons = (pen: Pen, review: Review): readonly string[] => {
  const [first, ...rest] = toldAnswers(review);
  if (first === undefined || standingAnswer(first.answer) !== 'Yes') return [];
  const missing = rest.filter(({ answer, isSaid }) => !isSaid && !answer.override && standingAnswer(answer) !== 'Yes');
  return missing
    .slice(0, mostReasons)
    .flatMap(({ answer }) => pen.layout.hang(`${margin}- `, forTerminal(answer.says), pen.width));
};

const gains = (pen: Pen, review: Review): readonly string[] => {
  const all = gainsIn(review);
  const more = all.length - mostGains;
  return [
    ...all
      .slice(0, mostGains)
      .flatMap(({ fix, points }) => pen.layout.hang(`${margin}→ `, forTerminal(`${points}  ${fix}`), pen.width))
      .map((line) => pen.ink.cyan(line)),
    ...(more > 0 ? dimmed(pen, [`${margin}  and ${more} more`]) : []),
  ];
};

const judged = (pen: Pen, review: Review): readonly string[] =>
  review.candidates
    .filter(({ chosen }) => chosen)
    .slice(0, mostOpen)
    .flatMap(({ url, why }) => [
      ...pen.layout.hang(margin, forTerminal(url), pen.width),
      ...dimmed(pen, pen.layout.hang(margin + margin, forTerminal(why), pen.width)),
    ]);

/** What a person should look at before signing. */
const doubts = (pen: Pen, review: Review): readonly string[] =>
  [...openDecisions(review), ...review.contradictions]
    .slice(0, mostOpen)
    .flatMap((text) => pen.layout.hang(`${margin}! `, forTerminal(text), pen.width));

/** Who checks an address wants to know what to change there: that comes before the answers. */
const isOfAddress = ({ request }: Review): boolean => request?.kind === 'check';

/** One review on one screen. */
export const briefOf = (pen: Pen, review: Review): readonly string[] => {
  const first = section(pen, 'What to do first', gains(pen, review));
  return [
    ...header(pen, review),
    ...(isOfAddress(review) ? first : []),
    '',
    ...pen.layout.hang(margin, forTerminal(findingOf(review)), pen.width),
    '',
    ...answers(pen, review),
    ...section(pen, 'What the category asks for', criteria(pen, review)),
    ...section(pen, 'Why points are missing', reasons(pen, review)),
    ...(isOfAddress(review) ? [] : first),
    ...section(pen, 'Decided by people', decisions(pen, review)),
    ...section(pen, 'To be explained', doubts(pen, review)),
    ...section(pen, 'Judged', judged(pen, review)),
    ...changes(pen, review),
  ];
};

/** Lines of a finding in a table. */
const mostLines = 2;

/** Cells of a line of the table besides the title. */
const figureCells = 40;
const widestTitle = 32;
const narrowestTitle = 20;

const figuresOf = (review: Review): string => {
  const { points, ceiling, outOf } = review.score;
  const seen = Object.values(review.answers).map((answer) => marks[standingAnswer(answer)]);
  const atMost = ceiling > points ? `at most ${ceiling}` : '';
  return `${seen.join('')} ${`${points} of ${outOf}`.padStart(10)}  ${atMost.padEnd(11)} ${openness(review)}`;
};

/** The finding in the lines that a table has for it. */
const shortened = (pen: Pen, text: string): readonly string[] => {
  const indent = margin + margin;
  const lines = pen.layout.hang(indent, forTerminal(text), pen.width);
  const last = lines[mostLines - 1];
  if (lines.length <= mostLines || last === undefined) return lines;
  return [...lines.slice(0, mostLines - 1), `${pen.layout.clip(last, pen.width - 1)}…`];
};

/** Several reviews as a table: the answers, the points and the finding of each. */
export const tableOf = (pen: Pen, reviews: readonly Review[]): readonly string[] => {
  const questions = Object.keys(reviews[0]?.answers ?? {});
  const titles = reviews.map((review) => forTerminal(shortSubjectOf(review)));
  const room = Math.min(widestTitle, pen.width - figureCells, Math.max(...titles.map(pen.layout.widthOf)));
  const isNarrow = pen.width - figureCells < narrowestTitle;
  const lines = reviews.flatMap((review, at) => {
    const title = titles[at] ?? '';
    const figures = figuresOf(review);
    const head = isNarrow
      ? [`${margin}${pen.ink.bold(pen.layout.clip(title, pen.width - margin.length))}`, `${margin}${margin}${figures}`]
      : [`${margin}${pen.ink.bold(pen.layout.padEnd(pen.layout.clip(title, room), room))}  ${figures}`];
    return [...head.map((line) => line.trimEnd()), ...dimmed(pen, shortened(pen, findingOf(review)))];
  });
  return [
    ...dimmed(pen, pen.layout.hang(margin, `Answers in this order: ${questions.join(', ')}.`, pen.width)),
    '',
    ...lines,
  ];
};
