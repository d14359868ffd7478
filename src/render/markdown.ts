import { english } from '../messages/english.ts';
import { isolated } from '../messages/isolate.ts';
import type { Messages } from '../messages/messages.ts';
import { yesIf } from '../messages/values.ts';
import type { Regression } from '../model/regression.ts';
import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
} from '../model/review.ts';
import {
  codeInMarkdown,
  forMarkdown,
  linkInMarkdown,
  linkTarget,
  paragraphsOf,
  proseWith,
  withLinks,
} from './escape.ts';
import { fallsMarkdown } from './falls.ts';
import {
  answerIn,
  archivesOf,
  changesSince,
  coverageOf,
  gainsIn,
  gainsNote,
  openDecisions,
  openness,
  overrideOf,
  placeIn,
  pointsBefore,
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
const prose = (text: string): string =>
  proseWith(
    text,
    (own) => withLinks(own, forMarkdown, linkInMarkdown),
    (foreign) => (linkTarget(foreign) === null ? isolated(forMarkdown(foreign)) : linkInMarkdown(foreign)),
  );

const heading = (messages: Messages, key: string): string => messages.say(`review.heading.${key}`);

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);

const answersTable = (review: Review, messages: Messages): Lines => [
  `| | ${['question', 'points', 'reason', 'evidence'].map((key) => messages.say(`review.column.${key}`)).join(' | ')} |`,
  '|---|---|---:|---|---|',
  ...Object.values(review.answers).map((answer) => {
    const points = standingAnswer(answer) === 'Yes' ? answer.weight : 0;
    const cells = [
      `**${answerIn(messages, standingAnswer(answer))}**`,
      prose(answer.question),
      messages.say('review.points-of', { points, outOf: answer.weight }),
      forMarkdown(answer.reason),
      answer.evidence.map(forMarkdown).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  }),
];

/** What people have to do with an answer. */
const decidedOn = (given: ReviewAnswer | ReviewCriterion, messages: Messages): Lines => {
  const override = overrideOf(given, messages);
  return override === null ? [] : [`  - ${prose(override)}`];
};

const said = ({ answer, isSaid }: ToldAnswer, messages: Messages): Lines => {
  const override = overrideOf(answer, messages);
  if (isSaid && override === null) return [];
  return [
    `- **${prose(answer.question)}** ${answerIn(messages, standingAnswer(answer))}. ${prose(answer.says)}`,
    ...decidedOn(answer, messages),
  ];
};

const gains = (review: Review, messages: Messages): Lines => {
  const note = gainsNote(review, messages);
  return note === null
    ? []
    : [
        ...gainsIn(review, messages).map(
          ({ fix, points, questions }) =>
            `- **${forMarkdown(points)}** (${questions.map(codeInMarkdown).join(', ')})${messages.lists.colon}${prose(fix)}`,
        ),
        '',
        prose(note),
      ];
};

const wayToOpen = (review: Review): Lines => wayToOpenIn(review).map((fix, index) => `${index + 1}. ${prose(fix)}`);

const criterion = (given: ReviewCriterion, messages: Messages): Lines => [
  `- **${prose(given.label)}**${given.required ? '' : ` (${messages.say('review.not-required')})`} ${answerIn(messages, standingAnswer(given))}. ${prose(saidOf(given, messages))}`,
  ...decidedOn(given, messages),
  ...given.where.slice(0, 3).map(({ evidence, part, quote }) => {
    const words = [forMarkdown(evidence), prose(placeIn(part, messages)), quote === '' ? '' : codeInMarkdown(quote)];
    return `  - ${words.filter((text) => text !== '').join(' ')}`;
  }),
];

const coverage = (review: Review, messages: Messages): Lines => {
  const told = coverageOf(review, messages);
  if (told === null) return [];
  const unseen = told.unseen.map(
    ({ what, url, why }) =>
      `- ${prose(what)}${messages.lists.colon}${prose(why)}${url === '' ? '' : ` ${linkInMarkdown(url)}`}`,
  );
  const more = told.more === 0 ? [] : [`- ${messages.say('words.more', { more: told.more })}`];
  return [told.summary, ...(unseen.length === 0 ? [] : ['', ...unseen, ...more])];
};

const evidence = (given: ReviewEvidence, messages: Messages): Lines => [
  `- **${forMarkdown(given.id)}** ${linkInMarkdown(given.url)}${messages.lists.colon}${prose(replyOf(given, messages))}`,
  ...(given.finalUrl === given.url
    ? []
    : [`  - ${messages.say('review.answered-by', { address: { said: linkInMarkdown(given.finalUrl) } })}`]),
  ...(given.quote === null ? [] : [`  - ${codeInMarkdown(given.quote)}`]),
  ...(given.sha256 === null ? [] : [`  - SHA-256 ${codeInMarkdown(given.sha256)}`]),
  ...(given.record === null
    ? []
    : [
        `  - ${messages.say('review.kept-as', { record: { said: codeInMarkdown(`${given.record.file} ${given.record.id}`) } })}`,
      ]),
];

const changes = (review: Review, messages: Messages): Lines => {
  if (review.previous === null) return [];
  const told = changesSince(review, messages);
  return [
    messages.say('review.points-changed', pointsBefore(review.score, review.previous.score)),
    ...(told.length === 0 ? [] : ['', ...told.map((change) => `- ${prose(change)}`)]),
  ];
};

const candidates = (review: Review, messages: Messages): Lines =>
  review.candidates.map(
    ({ url, why, chosen }) =>
      `- ${linkInMarkdown(url)}${chosen ? ` (${messages.say('review.chosen')})` : ''}${messages.lists.colon}${prose(why)}`,
  );

const colophon = (review: Review, messages: Messages): string => {
  const { submitter, reviewers } = review.people;
  const files = archivesOf(review).map(codeInMarkdown).join(', ');
  const made = messages.say('review.made-by', {
    submitter: { said: forMarkdown(submitter) },
    hasReviewers: yesIf(reviewers.length > 0),
    reviewers: { said: reviewers.map(forMarkdown).join(messages.lists.comma) },
  });
  return files === '' ? made : `${made} ${messages.say('review.kept-in', { files: { said: files } })}`;
};

const listOf = (texts: Lines): Lines => texts.map((text) => `- ${prose(text)}`);

const one = (review: Review, messages: Messages): Lines => {
  const headed = (key: string, lines: Lines): Lines => section(heading(messages, key), lines);
  const edition = messages.say('review.edition', {
    edition: { said: forMarkdown(review.edition) },
    day: { said: review.asOf },
  });
  return [
    `# ${prose(titleOf(review, messages))}`,
    '',
    `**${scoreOf(review, messages)}${messages.lists.comma}${openness(review, messages)}.** ${edition}`,
    ...headed('questions', answersTable(review, messages)),
    ...headed(
      'why',
      toldAnswers(review).flatMap((told) => said(told, messages)),
    ),
    ...headed('gains', gains(review, messages)),
    ...headed('way-to-open', wayToOpen(review)),
    ...headed(
      'criteria',
      review.criteria.flatMap((given) => criterion(given, messages)),
    ),
    ...headed('coverage', coverage(review, messages)),
    ...headed('contradictions', listOf(review.contradictions)),
    ...headed('between-people', listOf(openDecisions(review, messages))),
    ...headed(
      'notes',
      paragraphsOf(review.notes).flatMap((text, index) => (index === 0 ? [prose(text)] : ['', prose(text)])),
    ),
    ...section(
      messages.say('review.heading.against', { year: { said: String(review.previous?.year) } }),
      changes(review, messages),
    ),
    ...headed('candidates', candidates(review, messages)),
    ...headed(
      'evidence',
      review.evidence.flatMap((given) => evidence(given, messages)),
    ),
    '',
    colophon(review, messages),
  ];
};

/** Markdown that reads well as it is and in any renderer; one document per run, what fell first, a rule between reviews. */
export const renderMarkdown = (
  reviews: readonly Review[],
  regression: Regression | null = null,
  messages: Messages = english,
): string => {
  const falls = regression === null ? [] : fallsMarkdown(regression);
  const parts = [...(falls.length === 0 ? [] : [falls]), ...reviews.map((review) => one(review, messages))];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n---\n\n')}\n`;
};
