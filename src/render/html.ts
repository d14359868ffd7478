import {
  type Review,
  type ReviewAnswer,
  type ReviewCriterion,
  type ReviewEvidence,
  standingAnswer,
  type Verdict,
} from '../model/review.ts';
import { forHtml, linkTarget, paragraphs, withLinks } from './escape.ts';
import { htmlPage } from './html-page.ts';
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
  scoreOf,
  type ToldAnswer,
  titleOf,
  toldAnswers,
  wayToOpenIn,
} from './words.ts';

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const verdict = (given: Verdict): string =>
  `<span class="verdict ${given.toLowerCase()}"><span aria-hidden="true">${marks[given]}</span> ${given}</span>`;

/** A link that tells the other side nothing; plain text where the address must not be followed. */
const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

const prose = (text: string): string => withLinks(text, forHtml, link);

const anchorOf = (scope: string, evidence: string): string => `${scope}-${evidence.replace(/[^a-z0-9-]/g, '')}`;

const cites = (scope: string, evidence: readonly string[]): string =>
  evidence.map((id) => `<a href="#${anchorOf(scope, id)}">${forHtml(id)}</a>`).join(', ');

const section = (title: string, body: string): string =>
  body === '' ? '' : `<section>\n<h2>${forHtml(title)}</h2>\n${body}\n</section>`;

const bar = ({ points, ceiling, outOf }: Review['score']): string => {
  const percent = (value: number): string => `${outOf === 0 ? 0 : Math.round((value / outOf) * 1000) / 10}%`;
  return `<div class="bar" aria-hidden="true"><span class="earned" style="width:${percent(points)}"></span><span class="open" style="width:${percent(ceiling - points)}"></span></div>`;
};

/** What people have to do with an answer. */
const decidedOn = (given: ReviewAnswer | ReviewCriterion): string => {
  const override = overrideOf(given);
  return override === null ? '' : `<p class="override" dir="auto">${forHtml(override)}</p>`;
};

const answerRow = (scope: string, { answer, isSaid }: ToldAnswer): string => {
  const isYes = standingAnswer(answer) === 'Yes';
  return [
    '<tr>',
    `<th scope="row">${forHtml(answer.question)}</th>`,
    `<td>${verdict(standingAnswer(answer))}</td>`,
    `<td class="points">${isYes ? answer.weight : 0} of ${answer.weight}</td>`,
    `<td dir="auto">${isSaid ? 'As above.' : prose(answer.says)} <code>${forHtml(answer.reason)}</code>`,
    decidedOn(answer),
    `</td><td>${cites(scope, answer.evidence)}</td>`,
    '</tr>',
  ].join('');
};

const answers = (scope: string, review: Review): string =>
  [
    '<table><thead><tr><th scope="col">Question</th><th scope="col">Answer</th><th scope="col">Points</th><th scope="col">Why</th><th scope="col">Evidence</th></tr></thead>',
    '<tbody>',
    ...toldAnswers(review).map((told) => answerRow(scope, told)),
    '</tbody></table>',
  ].join('\n');

const gains = (review: Review): string => {
  const note = gainsNote(review);
  return note === null
    ? ''
    : [
        '<table><thead><tr><th scope="col">Points</th><th scope="col">What to do</th><th scope="col">Questions</th></tr></thead>',
        '<tbody>',
        ...gainsIn(review).map(
          ({ fix, points, questions }) =>
            `<tr><td class="points">${forHtml(points)}</td><td dir="auto">${prose(fix)}</td><td>${questions.map((id) => `<code>${forHtml(id)}</code>`).join(' ')}</td></tr>`,
        ),
        '</tbody></table>',
        `<p>${forHtml(note)}</p>`,
      ].join('\n');
};

const wayToOpen = (review: Review): string => {
  const steps = wayToOpenIn(review).map((fix) => `<li dir="auto">${prose(fix)}</li>`);
  return steps.length === 0 ? '' : `<ol>\n${steps.join('\n')}\n</ol>`;
};

const where = (scope: string, { where: places }: ReviewCriterion): string =>
  places
    .slice(0, 3)
    .map(({ evidence, part, quote }) => `${cites(scope, [evidence])} ${prose(part)} <q>${foreign(quote)}</q>`)
    .join('<br>');

const criteria = (scope: string, given: readonly ReviewCriterion[]): string =>
  given.length === 0
    ? ''
    : [
        '<table><thead><tr><th scope="col">Criterion</th><th scope="col">Answer</th><th scope="col">Why</th><th scope="col">Where</th></tr></thead>',
        '<tbody>',
        ...given.map(
          (criterion) =>
            `<tr><th scope="row">${foreign(criterion.label)}${criterion.required ? '' : ' (not required)'}</th><td>${verdict(standingAnswer(criterion))}</td><td dir="auto">${forHtml(saidOf(criterion))}${decidedOn(criterion)}</td><td>${where(scope, criterion)}</td></tr>`,
        ),
        '</tbody></table>',
      ].join('\n');

const notes = (text: string): string =>
  paragraphs(text)
    .map((paragraph) => `<p dir="auto">${prose(paragraph)}</p>`)
    .join('\n');

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

const coverage = (review: Review): string => {
  const told = coverageOf(review);
  if (told === null) return '';
  const unseen = told.unseen.map(
    ({ what, url, why }) => `${foreign(what)}: ${foreign(why)}${url === '' ? '' : `<br>${link(url)}`}`,
  );
  return `<p>${forHtml(told.summary)}</p>${list([...unseen, ...(told.more === 0 ? [] : [`and ${told.more} more`])])}`;
};

const changes = (review: Review): string =>
  review.previous === null
    ? ''
    : `<p>${review.previous.score.points} of ${review.previous.score.outOf} points then, ${review.score.points} of ${review.score.outOf} now.</p>${list(changesSince(review).map(forHtml))}`;

const evidence = (scope: string, given: ReviewEvidence): string =>
  [
    `<li id="${anchorOf(scope, given.id)}"><strong>${forHtml(given.id)}</strong> ${link(given.url)}`,
    given.finalUrl === given.url ? '' : `<br>answered by ${link(given.finalUrl)}`,
    `<br>${forHtml([replyOf(given), given.fetchedAt ?? ''].filter((text) => text !== '').join(', '))}`,
    given.quote === null ? '' : `<br><q>${foreign(given.quote)}</q>`,
    given.sha256 === null ? '' : `<br><small>SHA-256 <code>${forHtml(given.sha256)}</code></small>`,
    given.record === null
      ? ''
      : `<br><small>kept as <code>${forHtml(given.record.file)} ${forHtml(given.record.id)}</code></small>`,
    '</li>',
  ].join('');

const evidenceList = (scope: string, given: readonly ReviewEvidence[]): string =>
  given.length === 0 ? '' : `<ul class="evidence">\n${given.map((item) => evidence(scope, item)).join('\n')}\n</ul>`;

const colophon = (review: Review): string => {
  const { people, edition, asOf } = review;
  const files = archivesOf(review);
  return [
    `<footer><p>Edition ${forHtml(edition)}, judged as of <time datetime="${forHtml(asOf)}">${forHtml(asOf)}</time>. Made by ${forHtml(people.submitter)}`,
    people.reviewers.length === 0 ? '' : `, reviewed by ${people.reviewers.map(foreign).join(', ')}`,
    files.length === 0 ? '.</p>' : `. Everything that was seen is kept in ${files.map(foreign).join(', ')}.</p>`,
    people.comments === '' ? '' : `<p dir="auto">${forHtml(people.comments)}</p>`,
    '</footer>',
  ].join('');
};

const article = (review: Review, index: number): string => {
  const scope = `r${index + 1}`;
  return [
    `<article id="${scope}" aria-labelledby="${scope}-title">`,
    `<header><h1 id="${scope}-title">${foreign(titleOf(review))}</h1>`,
    `<p class="score">${forHtml(scoreOf(review))}, <strong>${openness(review)}</strong></p>`,
    `${bar(review.score)}</header>`,
    section('Questions', answers(scope, review)),
    section('What the publisher can gain', gains(review)),
    section('The shortest way to open', wayToOpen(review)),
    section('What the category must contain', criteria(scope, review.criteria)),
    section('What a No rests on', coverage(review)),
    section('To be explained', list(review.contradictions.map(forHtml))),
    section('Between people', list(openDecisions(review).map(forHtml))),
    section('Notes', notes(review.notes)),
    section(`Against ${review.previous?.year}`, changes(review)),
    section(
      'Candidates',
      list(
        review.candidates.map(
          ({ url, why, chosen }) => `${link(url)}${chosen ? ' <strong>chosen</strong>' : ''}<br>${foreign(why)}`,
        ),
      ),
    ),
    section('Evidence', evidenceList(scope, review.evidence)),
    colophon(review),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
};

const contents = (reviews: readonly Review[]): string =>
  reviews.length === 1
    ? ''
    : `<nav aria-label="Reviews"><ul>\n${reviews
        .map(
          (review, index) =>
            `<li><a href="#r${index + 1}">${foreign(titleOf(review))}</a>: ${forHtml(scoreOf(review))}</li>`,
        )
        .join('\n')}\n</ul></nav>`;

/** Reviews as one page. */
export const renderHtml = (reviews: readonly Review[]): string => {
  const [first] = reviews;
  const title = reviews.length === 1 && first !== undefined ? titleOf(first) : `${reviews.length} reviews`;
  return htmlPage(title, [contents(reviews), ...reviews.map(article)]);
};
