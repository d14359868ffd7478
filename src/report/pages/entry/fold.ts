import { type ReviewAnswer, standingAnswer } from '../../../model/review.ts';
import { type Content, html, isolated, type Markup } from '../../../render/template.ts';
import { gainsIn } from '../../../render/words.ts';
import { difference, openness, pointsText, scoreBar, spread, verdict } from '../../parts/score.ts';
import { otherYears } from '../../parts/years.ts';
import { paths } from '../../paths.ts';
import { categoryName, type PageView, pageLink, placeName, questionName } from '../../view.ts';
import { prose } from './prose.ts';
import type { EntryScene } from './scene.ts';

/* What is seen first of an entry: how much it has, why it is not open, what to do, and how it was before. */

const most = { reasons: 3, steps: 3, changes: 5 };

/** Questions that must be Yes and are not, each with its sentence; what follows from the same reason is told once. */
const barriers = ({ review, given }: EntryScene): readonly (readonly [id: string, answer: ReviewAnswer])[] => {
  const said = new Set<string>();
  return given.edition.open.flatMap((id) => {
    const answer = review.answers[id] ?? review.gates?.[id];
    if (answer === undefined || standingAnswer(answer) === 'Yes' || said.has(answer.says)) return [];
    said.add(answer.says);
    return [[id, answer as ReviewAnswer] as const];
  });
};

const card = (id: string, title: string, body: Content, more: Content = null): Markup =>
  html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}${more}</section>`;

const why = (view: PageView, scene: EntryScene): Markup => {
  const { words } = view;
  if (scene.review.isOpen)
    return card('why', words.text('entry.why-open'), html`<p>${words.text('entry.is-open')}</p>`);
  const found = barriers(scene);
  const shown = found.slice(0, most.reasons);
  return card(
    'why',
    words.text('entry.why'),
    html`<ul class="reasons">${shown.map(
      ([id, answer]) =>
        html`<li><p class="asked">${verdict(words, standingAnswer(answer))} ${questionName(view, scene.given.edition, id)}</p><p dir="auto">${prose(answer.override?.because ?? answer.says)}</p></li>`,
    )}</ul>`,
    html`<p class="more"><a href="#questions">${words.text('entry.all-answers')}</a></p>`,
  );
};

const todo = (view: PageView, { review }: EntryScene): Markup => {
  const { words } = view;
  const gains = gainsIn(review, words.messages);
  return card(
    'todo',
    words.text('entry.todo'),
    gains.length === 0
      ? html`<p>${words.text(review.isOpen && review.score.points === review.score.outOf ? 'entry.nothing-to-do' : 'entry.nothing-known')}</p>`
      : html`<ol class="steps">${gains.slice(0, most.steps).map(({ fix, points }) => html`<li dir="auto"><strong class="gain">${points}</strong> <span>${prose(fix)}</span></li>`)}</ol>`,
    gains.length > most.steps &&
      html`<p class="more"><a href="#gains">${words.text('entry.all-steps', { count: gains.length })}</a></p>`,
  );
};

const before = (view: PageView, { review, before: earlier, years, given }: EntryScene): Markup => {
  const { words } = view;
  if (earlier === null)
    return card('before', words.text('entry.before-none'), html`<p>${words.text('entry.no-review-before')}</p>`);
  const was = years.find(({ year }) => year === earlier.year);
  const delta = review.score.points - (was?.points ?? 0);
  const { place, category } = review;
  const list = earlier.changes
    .slice(0, most.changes)
    .map(
      ({ question, from, to, cause }) =>
        html`<li>${question === null ? words.text('head.points') : questionName(view, given.edition, question)} <span class="change">${typeof from === 'string' ? words.verdict(from) : words.number(from)} <span aria-hidden="true">→</span><span class="hidden">${words.text('to')}</span> ${typeof to === 'string' ? words.verdict(to) : words.number(to)}</span> <span class="cause">${words.text(`cause.${cause}`)}</span></li>`,
    );
  return card(
    'before',
    words.text('entry.before', { year: earlier.year }),
    html`<p class="then"><a href="${view.to(paths.entry(earlier.year, place?.id ?? '', category?.id ?? ''))}">${was === undefined ? '' : pointsText(words, was)}</a> <strong>${difference(words, delta)}</strong></p>${
      !earlier.isComparable && html`<p class="note">${words.text('compare.not-comparable')}</p>`
    }${list.length === 0 ? html`<p>${words.text('entry.unchanged')}</p>` : html`<ul class="changes">${list}</ul>`}`,
    html`<p class="more"><a href="${view.to(paths.pairPlace(earlier.year, given.year, place?.id ?? ''), earlier.changes.length === 0 ? undefined : category?.id)}">${words.text('entry.all-changes', { count: earlier.changes.length })}</a></p>`,
  );
};

/** The head of an entry's page. */
export const entryHead = (view: PageView, scene: EntryScene): Markup => {
  const { words } = view;
  const { review, given, rank, years } = scene;
  const [place, category] = [review.place?.id ?? '', review.category?.id ?? ''];
  return html`<header class="subject"><h1>${isolated(categoryName(view, category))} <span class="of">${pageLink(view, paths.placeYear(given.year, place), placeName(view, place))}</span> <span class="year">${String(given.year)}</span></h1>${otherYears(
    view,
    years.map(({ year }) => year),
    given.year,
    (year) => paths.entry(year, place, category),
  )}<p class="score">${openness(words, review.isOpen)} · <strong>${pointsText(words, review.score)}</strong>${rank !== null && html` · ${words.tell('rank-of', { rank: rank.at, all: rank.of })}`}</p>${scoreBar(review.score, 'large')}</header>
<div class="cards">${why(view, scene)}
${todo(view, scene)}
${before(view, scene)}</div>`;
};

/** The entry in one sentence. */
export const entrySays = (view: PageView, { review, given }: EntryScene): string =>
  view.words.text(review.isOpen ? 'entry.says-open' : 'entry.says-closed', {
    category: { said: categoryName(view, review.category?.id ?? '') },
    place: { said: placeName(view, review.place?.id ?? '') },
    year: given.year,
    points: { said: spread(view.words, review.score.points, review.score.ceiling) },
    outOf: review.score.outOf,
  });
