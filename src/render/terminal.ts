import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
} from '../model/review.ts';
import { briefOf, tableOf } from './brief.ts';
import { paragraphsOf, plain } from './escape.ts';
import { openLayout } from './layout.ts';
import { changes, decidedOn, hanging, header, margin, pointsIn, titled, verdictCells } from './parts.ts';
import { dimmed, type Pen, section, type TerminalOptions, takePen } from './pen.ts';
import {
  archivesOf,
  coverageOf,
  gainsIn,
  gainsNote,
  openDecisions,
  placeIn,
  replyOf,
  saidOf,
  type ToldAnswer,
  toldAnswers,
  wayToOpenIn,
} from './words.ts';

/** Why; a sentence that an answer above has said already is not said again. */
const reasoning = (pen: Pen, given: ReviewAnswer, isSaid: boolean): readonly string[] => {
  const sources = [...given.evidence, given.reason].map(pen.foreign).join(' · ');
  const cited = dimmed(pen, pen.layout.hang(hanging(pen), sources, pen.width));
  return isSaid ? cited : [...pen.layout.hang(hanging(pen), pen.prose(given.says), pen.width), ...cited];
};

const answer = (pen: Pen, { answer: given, isSaid }: ToldAnswer): readonly string[] => {
  return [
    ...titled(pen, standingAnswer(given), given.question, pointsIn(pen, given)),
    ...decidedOn(pen, given),
    ...reasoning(pen, given, isSaid),
  ];
};

/** What the publisher can do and what it adds, with the questions below it. */
const gains = (pen: Pen, review: Review): readonly string[] => {
  const note = gainsNote(review, pen.messages);
  return [
    ...gainsIn(review, pen.messages).flatMap(({ fix, points, questions }) => [
      ...pen.layout
        .hang(`${margin}${pen.arrow} `, pen.prose(`${points}  ${fix}`), pen.width)
        .map((line) => pen.ink.cyan(line)),
      ...dimmed(pen, pen.layout.hang(margin + margin, questions.map(pen.foreign).join(' · '), pen.width)),
    ]),
    ...(note === null ? [] : dimmed(pen, pen.layout.hang(margin, note, pen.width))),
  ];
};

const wayToOpen = (pen: Pen, review: Review): readonly string[] =>
  wayToOpenIn(review).flatMap((fix, index) => pen.layout.hang(`${margin}${index + 1}. `, pen.prose(fix), pen.width));

const mostQuotes = 3;

/** A quotation of at most a line, in the marks of the language. */
const quoteIn = (pen: Pen, quote: string): string => {
  const [open, close] = pen.messages.quotes;
  return `${open}${pen.foreign(pen.layout.clip(plain(quote), 60))}${close}`;
};

const criterion = (pen: Pen, given: ReviewCriterion): readonly string[] => {
  const places = given.where
    .slice(0, given.answer === 'Yes' ? mostQuotes : 1)
    .map(({ evidence, part, quote }) =>
      [evidence, part === '' ? '' : pen.prose(placeIn(part, pen.messages)), quote === '' ? '' : quoteIn(pen, quote)]
        .filter((text) => text !== '')
        .join(' '),
    );
  return [
    ...titled(pen, standingAnswer(given), given.label, given.required ? '' : pen.messages.say('review.not-required')),
    ...decidedOn(pen, given),
    ...pen.layout.hang(hanging(pen), pen.prose(saidOf(given, pen.messages)), pen.width),
    ...dimmed(
      pen,
      places.flatMap((place) => pen.layout.hang(hanging(pen), place, pen.width)),
    ),
  ];
};

const evidence = (pen: Pen, given: ReviewEvidence): readonly string[] => {
  const id = margin + pen.layout.padEnd(given.id, verdictCells(pen));
  const day = given.fetchedAt?.slice(0, 10) ?? '';
  const reply = pen.layout.clip(
    pen.prose(replyOf(given, pen.messages)),
    pen.width - pen.layout.widthOf(id) - day.length - 1,
  );
  const moved =
    given.finalUrl === given.url
      ? []
      : pen.layout.hang(`${hanging(pen)}${pen.arrow} `, pen.foreign(given.finalUrl), pen.width);
  return [
    pen.layout.spread(`${id}${reply}`, day, pen.width).trimEnd(),
    ...dimmed(pen, [...pen.layout.hang(hanging(pen), pen.foreign(given.url), pen.width), ...moved]),
  ];
};

const coverage = (pen: Pen, review: Review): readonly string[] => {
  const told = coverageOf(review, pen.messages);
  if (told === null) return [];
  return [
    ...pen.layout.hang(margin, told.summary, pen.width),
    ...told.unseen.flatMap(({ what, url, why }) => [
      ...pen.layout.hang(`${margin}- `, pen.prose(`${what}${pen.messages.lists.colon}${why}`), pen.width),
      ...(url === '' ? [] : dimmed(pen, pen.layout.hang(`${margin}  `, pen.foreign(url), pen.width))),
    ]),
    ...(told.more === 0 ? [] : [`${margin}- ${pen.messages.say('words.more', { more: told.more })}`]),
  ];
};

const notes = (pen: Pen, text: string): readonly string[] =>
  paragraphsOf(text).flatMap((paragraph, index) => [
    ...(index === 0 ? [] : ['']),
    ...pen.layout.hang(margin, pen.prose(paragraph), pen.width),
  ]);

const heading = ({ messages }: Pen, key: string): string => messages.say(`review.heading.${key}`);

const one = (pen: Pen, review: Review): readonly string[] => {
  const archives = archivesOf(review);
  const chosen = review.candidates.filter((candidate) => candidate.chosen);
  return [
    ...header(pen, review),
    ...section(
      pen,
      heading(pen, 'questions'),
      toldAnswers(review).flatMap((told) => answer(pen, told)),
    ),
    ...section(pen, heading(pen, 'gains'), gains(pen, review)),
    ...section(pen, heading(pen, 'way-to-open'), wayToOpen(pen, review)),
    ...section(
      pen,
      heading(pen, 'criteria'),
      review.criteria.flatMap((given) => criterion(pen, given)),
    ),
    ...section(pen, heading(pen, 'coverage'), coverage(pen, review)),
    ...section(
      pen,
      heading(pen, 'contradictions'),
      review.contradictions.flatMap((text) => pen.layout.hang(`${margin}! `, pen.prose(text), pen.width)),
    ),
    ...section(
      pen,
      heading(pen, 'between-people'),
      openDecisions(review, pen.messages).flatMap((text) => pen.layout.hang(margin, pen.prose(text), pen.width)),
    ),
    ...section(pen, heading(pen, 'notes'), notes(pen, review.notes)),
    ...changes(pen, review),
    ...section(
      pen,
      heading(pen, 'chosen'),
      chosen.flatMap(({ url, why }) => [
        ...pen.layout.hang(margin, pen.foreign(url), pen.width),
        ...dimmed(pen, pen.layout.hang(margin + margin, pen.prose(why), pen.width)),
      ]),
      review.candidates.length === 1
        ? ''
        : pen.messages.say('review.heading.of-candidates', { count: review.candidates.length }),
    ),
    ...section(
      pen,
      heading(pen, 'evidence'),
      review.evidence.flatMap((given) => evidence(pen, given)),
      archives.map(pen.foreign).join(', '),
    ),
  ];
};

/** How the text of reviews is drawn, and how much of it. */
export interface TextOptions extends TerminalOptions {
  /** All that a review holds; else a screenful of one, or a table of several. */
  readonly full?: boolean;
  /** What is said below what is not full: where it is kept, and how the rest is seen. */
  readonly after?: readonly string[];
}

const fullOf = (pen: Pen, reviews: readonly Review[], head: readonly string[]): string => {
  const rule = pen.ink.dim('─'.repeat(pen.width));
  const blocks = reviews.map((review) => one(pen, review));
  return [...(reviews.length === 1 ? [] : [head]), ...blocks].map((lines) => lines.join('\n')).join(`\n\n${rule}\n\n`);
};

/** For a person at a terminal, or for a pipe: the verdicts are words, and colour only repeats them. */
export const renderTerminal = async (
  reviews: readonly Review[],
  options: TextOptions,
  messages: Messages = english,
): Promise<string> => {
  const pen = takePen(options, await openLayout(JSON.stringify([reviews, messages.say('review.not-open')])), messages);
  const places = [...new Set(reviews.flatMap(({ place }) => place?.name ?? []))].map(pen.prose).join(', ');
  const years = [...new Set(reviews.map(({ year }) => String(year)))].join(', ');
  const title = pen.ink.bold(pen.layout.spread(places, years, pen.width));
  const table = (): readonly string[] => [title, ...tableOf(pen, reviews)];
  if (options.full === true) return `${fullOf(pen, reviews, reviews.length === 1 ? [] : table())}\n`;
  const [first] = reviews;
  const lines = reviews.length === 1 && first !== undefined ? briefOf(pen, first) : table();
  const after = (options.after ?? []).flatMap((text) => pen.layout.hang('', pen.prose(text), pen.width));
  return `${[...lines, ...(after.length === 0 ? [] : ['', ...dimmed(pen, after)])].join('\n')}\n`;
};
