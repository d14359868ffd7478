import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { yesIf } from '../messages/values.ts';
import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
  type Verdict,
} from '../model/review.ts';
import { forHtml, linkTarget, paragraphsOf, proseWith, withLinks } from './escape.ts';
import { htmlPage } from './html-page.ts';
import {
  answerIn,
  archivesOf,
  changesSince,
  coverageOf,
  gainsIn,
  gainsNote,
  marks,
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

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const verdict = (given: Verdict, messages: Messages): string =>
  `<span class="verdict ${given.toLowerCase()}"><span aria-hidden="true">${marks[given]}</span> ${forHtml(answerIn(messages, given))}</span>`;

/** A link that tells the other side nothing; plain text where the address must not be followed. */
const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

/** A sentence of ours: its addresses are links, and text of others stands in `bdi`. */
const prose = (text: string): string =>
  proseWith(
    text,
    (own) => withLinks(own, forHtml, link),
    (other) => (linkTarget(other) === null ? foreign(other) : link(other)),
  );

/** A heading or a label of the document. */
const label = (messages: Messages, key: string): string => prose(messages.say(`review.${key}`));

/** The head of a table. */
const head = (messages: Messages, keys: readonly string[]): string =>
  `<table><thead><tr>${keys.map((key) => `<th scope="col">${label(messages, `column.${key}`)}</th>`).join('')}</tr></thead>`;

const anchorOf = (scope: string, evidence: string): string => `${scope}-${evidence.replace(/[^a-z0-9-]/g, '')}`;

const cites = (scope: string, evidence: readonly string[]): string =>
  evidence.map((id) => `<a href="#${anchorOf(scope, id)}">${forHtml(id)}</a>`).join(', ');

const section = (title: string, body: string): string =>
  body === '' ? '' : `<section>\n<h2>${prose(title)}</h2>\n${body}\n</section>`;

const bar = ({ points, ceiling, outOf }: Review['score']): string => {
  const percent = (value: number): string => `${outOf === 0 ? 0 : Math.round((value / outOf) * 1000) / 10}%`;
  return `<div class="bar" aria-hidden="true"><span class="earned" style="width:${percent(points)}"></span><span class="open" style="width:${percent(ceiling - points)}"></span></div>`;
};

/** What people have to do with an answer. */
const decidedOn = (given: ReviewAnswer | ReviewCriterion, messages: Messages): string => {
  const override = overrideOf(given, messages);
  return override === null ? '' : `<p class="override">${prose(override)}</p>`;
};

const answerRow = (scope: string, { answer, isSaid }: ToldAnswer, messages: Messages): string => {
  const points = standingAnswer(answer) === 'Yes' ? answer.weight : 0;
  return [
    '<tr>',
    `<th scope="row">${prose(answer.question)}</th>`,
    `<td>${verdict(standingAnswer(answer), messages)}</td>`,
    `<td class="points">${prose(messages.say('review.points-of', { points, outOf: answer.weight }))}</td>`,
    `<td>${isSaid ? label(messages, 'as-above') : prose(answer.says)} <code>${forHtml(answer.reason)}</code>`,
    decidedOn(answer, messages),
    `</td><td>${cites(scope, answer.evidence)}</td>`,
    '</tr>',
  ].join('');
};

const answers = (scope: string, review: Review, messages: Messages): string =>
  [
    head(messages, ['question', 'answer', 'points', 'why', 'evidence']),
    '<tbody>',
    ...toldAnswers(review).map((told) => answerRow(scope, told, messages)),
    '</tbody></table>',
  ].join('\n');

const gains = (review: Review, messages: Messages): string => {
  const note = gainsNote(review, messages);
  return note === null
    ? ''
    : [
        head(messages, ['points', 'to-do', 'questions']),
        '<tbody>',
        ...gainsIn(review, messages).map(
          ({ fix, points, questions }) =>
            `<tr><td class="points">${prose(points)}</td><td>${prose(fix)}</td><td>${questions.map((id) => `<code>${forHtml(id)}</code>`).join(' ')}</td></tr>`,
        ),
        '</tbody></table>',
        `<p>${prose(note)}</p>`,
      ].join('\n');
};

const wayToOpen = (review: Review): string => {
  const steps = wayToOpenIn(review).map((fix) => `<li>${prose(fix)}</li>`);
  return steps.length === 0 ? '' : `<ol>\n${steps.join('\n')}\n</ol>`;
};

const where = (scope: string, { where: places }: ReviewCriterion, messages: Messages): string =>
  places
    .slice(0, 3)
    .map(
      ({ evidence, part, quote }) =>
        `${cites(scope, [evidence])} ${part === '' ? '' : prose(placeIn(part, messages))}${quote === '' ? '' : ` <q>${foreign(quote)}</q>`}`,
    )
    .join('<br>');

const criteria = (scope: string, given: readonly ReviewCriterion[], messages: Messages): string =>
  given.length === 0
    ? ''
    : [
        head(messages, ['criterion', 'answer', 'why', 'where']),
        '<tbody>',
        ...given.map(
          (criterion) =>
            `<tr><th scope="row">${prose(criterion.label)}${criterion.required ? '' : ` (${label(messages, 'not-required')})`}</th><td>${verdict(standingAnswer(criterion), messages)}</td><td>${prose(saidOf(criterion, messages))}${decidedOn(criterion, messages)}</td><td>${where(scope, criterion, messages)}</td></tr>`,
        ),
        '</tbody></table>',
      ].join('\n');

const notes = (text: string): string =>
  paragraphsOf(text)
    .map((paragraph) => `<p>${prose(paragraph)}</p>`)
    .join('\n');

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

const coverage = (review: Review, messages: Messages): string => {
  const told = coverageOf(review, messages);
  if (told === null) return '';
  const unseen = told.unseen.map(
    ({ what, url, why }) => `${prose(what)}${messages.lists.colon}${prose(why)}${url === '' ? '' : `<br>${link(url)}`}`,
  );
  return `<p>${prose(told.summary)}</p>${list([
    ...unseen,
    ...(told.more === 0 ? [] : [prose(messages.say('words.more', { more: told.more }))]),
  ])}`;
};

const changes = (review: Review, messages: Messages): string =>
  review.previous === null
    ? ''
    : `<p>${prose(messages.say('review.points-changed', pointsBefore(review.score, review.previous.score)))}</p>${list(changesSince(review, messages).map(prose))}`;

const evidence = (scope: string, given: ReviewEvidence, messages: Messages): string =>
  [
    `<li id="${anchorOf(scope, given.id)}"><strong>${forHtml(given.id)}</strong> ${link(given.url)}`,
    given.finalUrl === given.url ? '' : `<br>${prose(messages.say('review.answered-by', { address: given.finalUrl }))}`,
    `<br>${prose([replyOf(given, messages), given.fetchedAt ?? ''].filter((text) => text !== '').join(messages.lists.comma))}`,
    given.quote === null ? '' : `<br><q>${foreign(given.quote)}</q>`,
    given.sha256 === null ? '' : `<br><small>SHA-256 <code>${forHtml(given.sha256)}</code></small>`,
    given.record === null
      ? ''
      : `<br><small>${prose(messages.say('review.kept-as', { record: `${given.record.file} ${given.record.id}` }))}</small>`,
    '</li>',
  ].join('');

const evidenceList = (scope: string, given: readonly ReviewEvidence[], messages: Messages): string =>
  given.length === 0
    ? ''
    : `<ul class="evidence">\n${given.map((item) => evidence(scope, item, messages)).join('\n')}\n</ul>`;

const colophon = (review: Review, messages: Messages): string => {
  const { people, edition, asOf } = review;
  const files = archivesOf(review);
  const { reviewers, submitter } = people;
  const sentences = [
    messages.say('review.edition', { edition: { said: edition }, day: { said: asOf } }),
    messages.say('review.made-by', { submitter, hasReviewers: yesIf(reviewers.length > 0), reviewers: [...reviewers] }),
    ...(files.length === 0 ? [] : [messages.say('review.kept-in', { files: [...files] })]),
  ];
  return [
    `<footer><p>${sentences.map(prose).join(' ')}</p>`,
    people.comments === '' ? '' : `<p dir="auto">${forHtml(people.comments)}</p>`,
    '</footer>',
  ].join('');
};

const candidates = (review: Review, messages: Messages): string =>
  list(
    review.candidates.map(
      ({ url, why, chosen }) =>
        `${link(url)}${chosen ? ` <strong>${label(messages, 'chosen')}</strong>` : ''}<br>${prose(why)}`,
    ),
  );

const article = (review: Review, index: number, messages: Messages): string => {
  const scope = `r${index + 1}`;
  const headed = (key: string, body: string): string => section(messages.say(`review.heading.${key}`), body);
  const against = messages.say('review.heading.against', { year: { said: String(review.previous?.year) } });
  return [
    `<article id="${scope}" aria-labelledby="${scope}-title">`,
    `<header><h1 id="${scope}-title">${prose(titleOf(review, messages))}</h1>`,
    `<p class="score">${prose(scoreOf(review, messages))}${messages.lists.comma}<strong>${prose(openness(review, messages))}</strong></p>`,
    `${bar(review.score)}</header>`,
    headed('questions', answers(scope, review, messages)),
    headed('gains', gains(review, messages)),
    headed('way-to-open', wayToOpen(review)),
    headed('criteria', criteria(scope, review.criteria, messages)),
    headed('coverage', coverage(review, messages)),
    headed('contradictions', list(review.contradictions.map(prose))),
    headed('between-people', list(openDecisions(review, messages).map(prose))),
    headed('notes', notes(review.notes)),
    section(against, changes(review, messages)),
    headed('candidates', candidates(review, messages)),
    headed('evidence', evidenceList(scope, review.evidence, messages)),
    colophon(review, messages),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
};

const contents = (reviews: readonly Review[], messages: Messages): string =>
  reviews.length === 1
    ? ''
    : `<nav aria-label="${forHtml(messages.say('review.reviews', { count: reviews.length }))}"><ul>\n${reviews
        .map(
          (review, index) =>
            `<li><a href="#r${index + 1}">${prose(titleOf(review, messages))}</a>: ${prose(scoreOf(review, messages))}</li>`,
        )
        .join('\n')}\n</ul></nav>`;

/**
 * Reviews as one page.
 *
 * @param messages - the language of the page; text of others is marked in it
 */
export const renderHtml = (reviews: readonly Review[], messages: Messages = english.marked(true)): string => {
  const [first] = reviews;
  const title =
    reviews.length === 1 && first !== undefined
      ? titleOf(first, messages)
      : messages.say('review.reviews', { count: reviews.length });
  const articles = reviews.map((review, index) => article(review, index, messages));
  return htmlPage(title, [contents(reviews, messages), ...articles], messages);
};
