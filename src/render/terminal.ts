import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
  type Verdict,
} from '../model/review.ts';
import { forTerminal, paragraphs } from './escape.ts';
import { openLayout } from './layout.ts';
import { bar, dimmed, type Pen, paint, section, type TerminalOptions, takePen } from './pen.ts';
import {
  archivesOf,
  changesSince,
  coverageOf,
  gainsIn,
  gainsNote,
  marks,
  openDecisions,
  openness,
  overrideOf,
  replyOf,
  saidOf,
  shortSubjectOf,
  subjectOf,
  type ToldAnswer,
  toldAnswers,
  wayToOpenIn,
} from './words.ts';

const margin = '  ';
const verdictCells = 10;
const hanging = margin + ' '.repeat(verdictCells);

const header = (pen: Pen, review: Review): readonly string[] => {
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
const titled = (pen: Pen, verdict: Verdict, title: string, figures: string): readonly string[] => {
  const room = pen.width - hanging.length - (figures === '' ? 0 : pen.layout.widthOf(figures) + 2);
  const [first = '', ...others] = pen.layout.wrap(forTerminal(title), Math.max(8, room));
  const line = pen.layout.spread(first, figures, pen.width - hanging.length).trimEnd();
  return [margin + verdictOf(pen, verdict) + pen.ink.bold(line), ...others.map((text) => hanging + pen.ink.bold(text))];
};

/** Why; a sentence that an answer above has said already is not said again. */
const reasoning = (pen: Pen, given: ReviewAnswer, isSaid: boolean): readonly string[] => {
  const sources = [...given.evidence, given.reason].map(forTerminal).join(' · ');
  const cited = dimmed(pen, pen.layout.hang(hanging, sources, pen.width));
  return isSaid ? cited : [...pen.layout.hang(hanging, forTerminal(given.says), pen.width), ...cited];
};

/** What people have to do with an answer. */
const decidedOn = (pen: Pen, given: ReviewAnswer | ReviewCriterion): readonly string[] => {
  const override = overrideOf(given);
  return override === null ? [] : pen.layout.hang(hanging, forTerminal(override), pen.width);
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

const changes = (pen: Pen, review: Review): readonly string[] => {
  const { previous, score } = review;
  if (previous === null) return [];
  const told = changesSince(review);
  const points = `${previous.score.points} → ${score.points} points.`;
  const text = told.length === 0 ? 'No answer has changed.' : told.join(' · ');
  return section(pen, `Against ${previous.year}`, pen.layout.hang(margin, forTerminal(`${points} ${text}`), pen.width));
};

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

/** Cells of an overview line besides the title and the bar. */
const figureCells = 36;

const overview = (pen: Pen, reviews: readonly Review[]): readonly string[] => {
  const titles = reviews.map((review) => forTerminal(shortSubjectOf(review)));
  const room = Math.min(32, pen.width - figureCells, Math.max(...titles.map(pen.layout.widthOf)));
  return reviews.map((review, index) => {
    const { points, ceiling, outOf } = review.score;
    const undecided = ceiling > points ? `at most ${ceiling}` : '';
    const title = pen.layout.padEnd(pen.layout.clip(titles[index] ?? '', room), room);
    const drawn = bar(pen, review.score, pen.width - room - figureCells - 2);
    const figures = `${`${points} of ${outOf}`.padStart(10)}  ${undecided.padEnd(11)} ${openness(review)}`;
    return `${margin}${[title, drawn, figures].filter((part) => part !== '').join('  ')}`;
  });
};

/** For a person at a terminal, or for a pipe: the verdicts are words, and colour only repeats them. */
export const renderTerminal = async (reviews: readonly Review[], options: TerminalOptions): Promise<string> => {
  const pen = takePen(options, await openLayout(JSON.stringify(reviews)));
  const rule = pen.ink.dim('─'.repeat(pen.width));
  const blocks = reviews.map((review) => one(pen, review));
  if (reviews.length === 1) return `${(blocks[0] ?? []).join('\n')}\n`;
  const places = [...new Set(reviews.flatMap(({ place }) => place?.name ?? []))].map(forTerminal).join(', ');
  const years = [...new Set(reviews.map(({ year }) => String(year)))].join(', ');
  const head = [pen.ink.bold(pen.layout.spread(places, years, pen.width)), ...overview(pen, reviews)];
  return `${[head, ...blocks].map((lines) => lines.join('\n')).join(`\n\n${rule}\n\n`)}\n`;
};
