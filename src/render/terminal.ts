import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
} from '../model/review.ts';
import { briefOf, tableOf } from './brief.ts';
import { forTerminal, paragraphs } from './escape.ts';
import { openLayout } from './layout.ts';
import { changes, decidedOn, hanging, header, margin, titled, verdictCells } from './parts.ts';
import { dimmed, type Pen, section, type TerminalOptions, takePen } from './pen.ts';
import {
  archivesOf,
  coverageOf,
  gainsIn,
  gainsNote,
  openDecisions,
  replyOf,
  saidOf,
  type ToldAnswer,
  toldAnswers,
  wayToOpenIn,
} from './words.ts';

/** Why; a sentence that an answer above has said already is not said again. */
const reasoning = (pen: Pen, given: ReviewAnswer, isSaid: boolean): readonly string[] => {
  const sources = [...given.evidence, given.reason].map(forTerminal).join(' · ');
  const cited = dimmed(pen, pen.layout.hang(hanging, sources, pen.width));
  return isSaid ? cited : [...pen.layout.hang(hanging, forTerminal(given.says), pen.width), ...cited];
};

const answer = (pen: Pen, { answer: given, isSaid }: ToldAnswer): readonly string[] => {
  const counts = standingAnswer(given) === 'Yes' ? given.weight : 0;
  return [
    ...titled(pen, standingAnswer(given), given.question, `${counts} of ${given.weight}`),
    ...decidedOn(pen, given),
    ...reasoning(pen, given, isSaid),
  ];
};

/** What the publisher can do and what it adds, with the questions below it. */
const gains = (pen: Pen, review: Review): readonly string[] => {
  const note = gainsNote(review);
  return [
    ...gainsIn(review).flatMap(({ fix, points, questions }) => [
      ...pen.layout.hang(`${margin}→ `, forTerminal(`${points}  ${fix}`), pen.width).map((line) => pen.ink.cyan(line)),
      ...dimmed(pen, pen.layout.hang(margin + margin, questions.map(forTerminal).join(' · '), pen.width)),
    ]),
    ...(note === null ? [] : dimmed(pen, pen.layout.hang(margin, note, pen.width))),
  ];
};

const wayToOpen = (pen: Pen, review: Review): readonly string[] =>
  wayToOpenIn(review).flatMap((fix, index) => pen.layout.hang(`${margin}${index + 1}. `, forTerminal(fix), pen.width));

const mostQuotes = 3;

const criterion = (pen: Pen, given: ReviewCriterion): readonly string[] => {
  const places = given.where
    .slice(0, given.answer === 'Yes' ? mostQuotes : 1)
    .map(({ evidence, part, quote }) =>
      [evidence, forTerminal(part), quote === '' ? '' : `“${pen.layout.clip(forTerminal(quote), 60)}”`]
        .filter((text) => text !== '')
        .join(' '),
    );
  return [
    ...titled(pen, standingAnswer(given), given.label, given.required ? '' : 'not required'),
    ...decidedOn(pen, given),
    ...pen.layout.hang(hanging, forTerminal(saidOf(given)), pen.width),
    ...dimmed(
      pen,
      places.flatMap((place) => pen.layout.hang(hanging, place, pen.width)),
    ),
  ];
};

const evidence = (pen: Pen, given: ReviewEvidence): readonly string[] => {
  const id = margin + pen.layout.padEnd(given.id, verdictCells);
  const day = given.fetchedAt?.slice(0, 10) ?? '';
  const reply = pen.layout.clip(forTerminal(replyOf(given)), pen.width - pen.layout.widthOf(id) - day.length - 1);
  const moved =
    given.finalUrl === given.url ? [] : pen.layout.hang(`${hanging}→ `, forTerminal(given.finalUrl), pen.width);
  return [
    pen.layout.spread(`${id}${reply}`, day, pen.width).trimEnd(),
    ...dimmed(pen, [...pen.layout.hang(hanging, forTerminal(given.url), pen.width), ...moved]),
  ];
};

const coverage = (pen: Pen, review: Review): readonly string[] => {
  const told = coverageOf(review);
  if (told === null) return [];
  return [
    ...pen.layout.hang(margin, told.summary, pen.width),
    ...told.unseen.flatMap(({ what, url, why }) => [
      ...pen.layout.hang(`${margin}- `, forTerminal(`${what}: ${why}`), pen.width),
      ...(url === '' ? [] : dimmed(pen, pen.layout.hang(`${margin}  `, forTerminal(url), pen.width))),
    ]),
    ...(told.more === 0 ? [] : [`${margin}- and ${told.more} more`]),
  ];
};

const notes = (pen: Pen, text: string): readonly string[] =>
  paragraphs(text).flatMap((paragraph, index) => [
    ...(index === 0 ? [] : ['']),
    ...pen.layout.hang(margin, forTerminal(paragraph), pen.width),
  ]);

const one = (pen: Pen, review: Review): readonly string[] => {
  const archives = archivesOf(review);
  const chosen = review.candidates.filter((candidate) => candidate.chosen);
  return [
    ...header(pen, review),
    ...section(
      pen,
      'Questions',
      toldAnswers(review).flatMap((told) => answer(pen, told)),
    ),
    ...section(pen, 'What the publisher can gain', gains(pen, review)),
    ...section(pen, 'The shortest way to open', wayToOpen(pen, review)),
    ...section(
      pen,
      'What the category must contain',
      review.criteria.flatMap((given) => criterion(pen, given)),
    ),
    ...section(pen, 'What a No rests on', coverage(pen, review)),
    ...section(
      pen,
      'To be explained',
      review.contradictions.flatMap((text) => pen.layout.hang(`${margin}! `, forTerminal(text), pen.width)),
    ),
    ...section(
      pen,
      'Between people',
      openDecisions(review).flatMap((text) => pen.layout.hang(margin, forTerminal(text), pen.width)),
    ),
    ...section(pen, 'Notes', notes(pen, review.notes)),
    ...changes(pen, review),
    ...section(
      pen,
      'Chosen',
      chosen.flatMap(({ url, why }) => [
        ...pen.layout.hang(margin, forTerminal(url), pen.width),
        ...dimmed(pen, pen.layout.hang(margin + margin, forTerminal(why), pen.width)),
      ]),
      review.candidates.length === 1 ? '' : `of ${review.candidates.length} candidates`,
    ),
    ...section(
      pen,
      'Evidence',
      review.evidence.flatMap((given) => evidence(pen, given)),
      archives.map(forTerminal).join(', '),
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
export const renderTerminal = async (reviews: readonly Review[], options: TextOptions): Promise<string> => {
  const pen = takePen(options, await openLayout(JSON.stringify(reviews)));
  const places = [...new Set(reviews.flatMap(({ place }) => place?.name ?? []))].map(forTerminal).join(', ');
  const years = [...new Set(reviews.map(({ year }) => String(year)))].join(', ');
  const title = pen.ink.bold(pen.layout.spread(places, years, pen.width));
  const table = (): readonly string[] => [title, ...tableOf(pen, reviews)];
  if (options.full === true) return `${fullOf(pen, reviews, reviews.length === 1 ? [] : table())}\n`;
  const [first] = reviews;
  const lines = reviews.length === 1 && first !== undefined ? briefOf(pen, first) : table();
  const after = (options.after ?? []).flatMap((text) => pen.layout.hang('', forTerminal(text), pen.width));
  return `${[...lines, ...(after.length === 0 ? [] : ['', ...dimmed(pen, after)])].join('\n')}\n`;
};
