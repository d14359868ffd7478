import type { Regression } from '../model/regression.ts';
import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
} from '../model/review.ts';
import { codeInMarkdown, forMarkdown, linkInMarkdown, paragraphs, withLinks } from './escape.ts';
import { fallsMarkdown } from './falls.ts';
import {
  archivesOf,
  changesSince,
  coverageOf,
  gainsIn,
  gainsNote,
  openDecisions,
  openness,
  overrideOf,
  replyOf,
  saidOf,
  scoreOf,
  type ToldAnswer,
  titleOf,
  toldAnswers,
  wayToOpenIn,
} from './words.ts';

type Lines = readonly string[];

/** Prose, its addresses as links. */
const prose = (text: string): string => withLinks(text, forMarkdown, linkInMarkdown);

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);

const answersTable = (review: Review): Lines => [
  '| | Question | Points | Reason | Evidence |',
  '|---|---|---:|---|---|',
  ...Object.values(review.answers).map((answer) => {
    const points = standingAnswer(answer) === 'Yes' ? answer.weight : 0;
    const cells = [
      `**${standingAnswer(answer)}**`,
      forMarkdown(answer.question),
      `${points} of ${answer.weight}`,
      forMarkdown(answer.reason),
      answer.evidence.map(forMarkdown).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  }),
];

/** What people have to do with an answer. */
const decidedOn = (given: ReviewAnswer | ReviewCriterion): Lines => {
  const override = overrideOf(given);
  return override === null ? [] : [`  - ${forMarkdown(override)}`];
};

const said = ({ answer, isSaid }: ToldAnswer): Lines => {
  const override = overrideOf(answer);
  if (isSaid && override === null) return [];
  return [
    `- **${forMarkdown(answer.question)}** ${standingAnswer(answer)}. ${prose(answer.says)}`,
    ...decidedOn(answer),
  ];
};

const gains = (review: Review): Lines => {
  const note = gainsNote(review);
  return note === null
    ? []
    : [
        ...gainsIn(review).map(
          ({ fix, points, questions }) =>
            `- **${forMarkdown(points)}** (${questions.map(codeInMarkdown).join(', ')}): ${prose(fix)}`,
        ),
        '',
        forMarkdown(note),
      ];
};

const wayToOpen = (review: Review): Lines => wayToOpenIn(review).map((fix, index) => `${index + 1}. ${prose(fix)}`);

const criterion = (given: ReviewCriterion): Lines => [
  `- **${forMarkdown(given.label)}**${given.required ? '' : ' (not required)'} ${standingAnswer(given)}. ${prose(saidOf(given))}`,
  ...decidedOn(given),
  ...given.where.slice(0, 3).map(({ evidence, part, quote }) => {
    const words = [forMarkdown(evidence), prose(part), codeInMarkdown(quote)];
    return `  - ${words.filter((text) => text !== '').join(' ')}`;
  }),
];

const coverage = (review: Review): Lines => {
  const told = coverageOf(review);
  if (told === null) return [];
  const unseen = told.unseen.map(
    ({ what, url, why }) => `- ${forMarkdown(what)}: ${forMarkdown(why)}${url === '' ? '' : ` ${linkInMarkdown(url)}`}`,
  );
  const more = told.more === 0 ? [] : [`- and ${told.more} more`];
  return [told.summary, ...(unseen.length === 0 ? [] : ['', ...unseen, ...more])];
};

const evidence = (given: ReviewEvidence): Lines => [
  `- **${forMarkdown(given.id)}** ${linkInMarkdown(given.url)}: ${forMarkdown(replyOf(given))}`,
  ...(given.finalUrl === given.url ? [] : [`  - answered by ${linkInMarkdown(given.finalUrl)}`]),
  ...(given.quote === null ? [] : [`  - ${codeInMarkdown(given.quote)}`]),
  ...(given.sha256 === null ? [] : [`  - SHA-256 ${codeInMarkdown(given.sha256)}`]),
  ...(given.record === null ? [] : [`  - kept as ${codeInMarkdown(`${given.record.file} ${given.record.id}`)}`]),
];

const changes = (review: Review): Lines => {
  if (review.previous === null) return [];
  const told = changesSince(review);
  return [
    `${review.previous.score.points} of ${review.previous.score.outOf} points then, ${review.score.points} of ${review.score.outOf} now.`,
    ...(told.length === 0 ? [] : ['', ...told.map((change) => `- ${forMarkdown(change)}`)]),
  ];
};

const one = (review: Review): Lines => [
  `# ${forMarkdown(titleOf(review))}`,
  '',
  `**${scoreOf(review)}, ${openness(review)}.** Edition ${forMarkdown(review.edition)}, judged as of ${review.asOf}.`,
  ...section('Questions', answersTable(review)),
  ...section('Why', toldAnswers(review).flatMap(said)),
  ...section('What the publisher can gain', gains(review)),
  ...section('The shortest way to open', wayToOpen(review)),
  ...section('What the category must contain', review.criteria.flatMap(criterion)),
  ...section('What a No rests on', coverage(review)),
  ...section(
    'To be explained',
    review.contradictions.map((text) => `- ${forMarkdown(text)}`),
  ),
  ...section(
    'Between people',
    openDecisions(review).map((text) => `- ${forMarkdown(text)}`),
  ),
  ...section(
    'Notes',
    paragraphs(review.notes).flatMap((text, index) => (index === 0 ? [prose(text)] : ['', prose(text)])),
  ),
  ...section(`Against ${review.previous?.year}`, changes(review)),
  ...section(
    'Candidates',
    review.candidates.map(
      ({ url, why, chosen }) => `- ${linkInMarkdown(url)}${chosen ? ' (chosen)' : ''}: ${forMarkdown(why)}`,
    ),
  ),
  ...section('Evidence', review.evidence.flatMap(evidence)),
  '',
  `Made by ${forMarkdown(review.people.submitter)}${reviewers(review)}.${archives(review)}`,
];

const reviewers = ({ people }: Review): string =>
  people.reviewers.length === 0 ? '' : `, reviewed by ${people.reviewers.map(forMarkdown).join(', ')}`;

const archives = (review: Review): string => {
  const files = archivesOf(review);
  return files.length === 0 ? '' : ` Everything that was seen is kept in ${files.map(codeInMarkdown).join(', ')}.`;
};

/** Markdown that reads well as it is and in any renderer; one document per run, what fell first, a rule between reviews. */
export const renderMarkdown = (reviews: readonly Review[], regression: Regression | null = null): string => {
  const falls = regression === null ? [] : fallsMarkdown(regression);
  const parts = [...(falls.length === 0 ? [] : [falls]), ...reviews.map(one)];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n---\n\n')}\n`;
};
