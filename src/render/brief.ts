import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { type Review, restsOnCriteria, standingAnswer, type Verdict } from '../model/review.ts';
import { nounOf } from '../text/in-sentence.ts';
import { changes, decidedOn, hanging, header, margin, pointsIn, titled } from './parts.ts';
import { dimmed, type Pen, section } from './pen.ts';
import { gainsIn, marks, openDecisions, openness, overrideOf, shortSubjectOf, toldAnswers } from './words.ts';

/* A screenful of a review: what was found, the answers, what is missing and what to do first. */

const mostGains = 3;
const mostReasons = 4;
const mostOpen = 3;

/**
 * What was found, in a sentence or two: what people decided of it, where they did; of reviews of older programs, the reason of
 * the first answer.
 */
export const findingOf = ({ paragraphs = [], answers }: Review, messages: Messages = english): string => {
  const [first] = Object.values(answers);
  const decided = first === undefined ? null : overrideOf(first, messages);
  return decided ?? paragraphs.find(({ reason }) => reason === 'finding')?.says ?? first?.says ?? '';
};

/** The answers that people gave themselves; of those that follow from them, how many and from what. */
const decisions = (pen: Pen, review: Review): readonly string[] => {
  const { messages } = pen;
  const following = Object.values(review.answers).flatMap(({ follows, override }) => (override ? [] : (follows ?? [])));
  const from = [...new Set(following.flatMap((each) => each.from))];
  const told = [
    ...review.criteria
      .filter(({ override }) => override)
      .map((one) =>
        messages.say('review.decided-on', {
          what: { said: nounOf(one) },
          decision: { said: overrideOf(one, messages) ?? '' },
        }),
      ),
    ...(following.length === 0
      ? []
      : [
          messages.say('review.following', {
            count: following.length,
            decisions: from.map((said) => ({ said })),
          }),
        ]),
  ];
  return told.flatMap((text) => pen.layout.hang(margin, pen.prose(text), pen.width));
};

const answers = (pen: Pen, review: Review): readonly string[] =>
  Object.values(review.answers).flatMap((given) => {
    const verdict = standingAnswer(given);
    return [
      ...titled(pen, verdict, given.question, pointsIn(pen, given)),
      ...(given.override ? decidedOn(pen, given) : []),
    ];
  });

const lead: Readonly<Record<Verdict, string>> = { Yes: 'shown', No: 'missing', Unsure: 'not-seen' };

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
    const title = pen.messages.say(`review.lead.${lead[verdict]}`);
    const room = Math.max(hanging(pen).length - margin.length, pen.layout.widthOf(title) + 2);
    const first = `${margin}${pen.layout.padEnd(title, room)}`;
    return own.length === 0
      ? []
      : pen.layout.hang(first, pen.prose(pen.messages.listed(own.map((said) => ({ said })))), pen.width);
  });

/** Where the data exists: why points are missing. Else the finding has told why. */
const reasons = (pen: Pen, review: Review): readonly string[] => {
  const [first, ...rest] = toldAnswers(review);
  if (first === undefined || standingAnswer(first.answer) !== 'Yes') return [];
  const missing = rest.filter(({ answer, isSaid }) => !isSaid && !answer.override && standingAnswer(answer) !== 'Yes');
  return missing
    .slice(0, mostReasons)
    .flatMap(({ answer }) => pen.layout.hang(`${margin}- `, pen.prose(answer.says), pen.width));
};

const gains = (pen: Pen, review: Review): readonly string[] => {
  const all = gainsIn(review, pen.messages);
  const more = all.length - mostGains;
  return [
    ...all
      .slice(0, mostGains)
      .flatMap(({ fix, points }) =>
        pen.layout.hang(`${margin}${pen.arrow} `, pen.prose(`${points}  ${fix}`), pen.width),
      )
      .map((line) => pen.ink.cyan(line)),
    ...(more > 0 ? dimmed(pen, [`${margin}  ${pen.messages.say('words.more', { more })}`]) : []),
  ];
};

const judged = (pen: Pen, review: Review): readonly string[] =>
  review.candidates
    .filter(({ chosen }) => chosen)
    .slice(0, mostOpen)
    .flatMap(({ url, why }) => [
      ...pen.layout.hang(margin, pen.foreign(url), pen.width),
      ...dimmed(pen, pen.layout.hang(margin + margin, pen.prose(why), pen.width)),
    ]);

/** What a person should look at before signing. */
const doubts = (pen: Pen, review: Review): readonly string[] =>
  [...openDecisions(review, pen.messages), ...review.contradictions]
    .slice(0, mostOpen)
    .flatMap((text) => pen.layout.hang(`${margin}! `, pen.prose(text), pen.width));

/** Who checks an address wants to know what to change there: that comes before the answers. */
const isOfAddress = ({ request }: Review): boolean => request?.kind === 'check';

/** One review on one screen. */
export const briefOf = (pen: Pen, review: Review): readonly string[] => {
  const headed = (key: string, lines: readonly string[]): readonly string[] =>
    section(pen, pen.messages.say(`review.heading.${key}`), lines);
  const first = headed('to-do-first', gains(pen, review));
  return [
    ...header(pen, review),
    ...(isOfAddress(review) ? first : []),
    '',
    ...pen.layout.hang(margin, pen.prose(findingOf(review, pen.messages)), pen.width),
    '',
    ...answers(pen, review),
    ...headed('asked-for', criteria(pen, review)),
    ...headed('points-missing', reasons(pen, review)),
    ...(isOfAddress(review) ? [] : first),
    ...headed('decided', decisions(pen, review)),
    ...headed('contradictions', doubts(pen, review)),
    ...headed('judged', judged(pen, review)),
    ...changes(pen, review),
  ];
};

/** Lines of a finding in a table. */
const mostLines = 2;

/** Cells of a line of the table besides the title. */
const figureCells = 40;
const widestTitle = 32;
const narrowestTitle = 20;

const figuresOf = (review: Review, { messages, layout }: Pen): string => {
  const { points, ceiling, outOf } = review.score;
  const seen = Object.values(review.answers).map((answer) => marks[standingAnswer(answer)]);
  const atMost = ceiling > points ? messages.say('review.at-most', { ceiling }) : '';
  const earned = messages.say('review.points-of', { points, outOf });
  const before = ' '.repeat(Math.max(0, 10 - layout.widthOf(earned)));
  return `${seen.join('')} ${before}${earned}  ${layout.padEnd(atMost, 11)} ${openness(review, messages)}`;
};

/** The finding in the lines that a table has for it. */
const shortened = (pen: Pen, text: string): readonly string[] => {
  const indent = margin + margin;
  const lines = pen.layout.hang(indent, pen.prose(text), pen.width);
  const last = lines[mostLines - 1];
  if (lines.length <= mostLines || last === undefined) return lines;
  return [...lines.slice(0, mostLines - 1), `${pen.layout.clip(last, pen.width - 1)}…`];
};

/** Several reviews as a table: the answers, the points and the finding of each. */
export const tableOf = (pen: Pen, reviews: readonly Review[]): readonly string[] => {
  const questions = Object.keys(reviews[0]?.answers ?? {});
  const order = pen.messages.say('review.order', { questions: { said: questions.join(pen.messages.lists.comma) } });
  const titles = reviews.map((review) => pen.prose(shortSubjectOf(review, pen.messages)));
  const room = Math.min(widestTitle, pen.width - figureCells, Math.max(...titles.map(pen.layout.widthOf)));
  const isNarrow = pen.width - figureCells < narrowestTitle;
  const lines = reviews.flatMap((review, at) => {
    const title = titles[at] ?? '';
    const figures = figuresOf(review, pen);
    const head = isNarrow
      ? [`${margin}${pen.ink.bold(pen.layout.clip(title, pen.width - margin.length))}`, `${margin}${margin}${figures}`]
      : [`${margin}${pen.ink.bold(pen.layout.padEnd(pen.layout.clip(title, room), room))}  ${figures}`];
    return [...head.map((line) => line.trimEnd()), ...dimmed(pen, shortened(pen, findingOf(review, pen.messages)))];
  });
  return [...dimmed(pen, pen.layout.hang(margin, order, pen.width)), '', ...lines];
};
