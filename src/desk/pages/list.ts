import type { Verdict } from '../../model/review.ts';
import { type Content, html, isolated, joined } from '../../render/template.ts';
import { scoreOf } from '../../render/words.ts';
import { section, table, verdict } from '../../report/index.ts';
import type { DeskAgreement } from '../agreement.ts';
import type { DeskItem } from '../items.ts';
import type { DeskPage, DeskView } from './frame.ts';

/** A line of the list: something that needs a person, in the words of the page. */
export interface DeskLine extends DeskItem {
  /** Id of its review at the desk. */
  readonly review: string;
  /** What is asked. */
  readonly title: string;
  /** The answer that stands; null for the choice of the dataset. */
  readonly answer: Verdict | null;
}

/** A review in the list. */
export interface DeskReviewLine {
  readonly id: string;
  readonly title: string;
  readonly score: { readonly points: number; readonly ceiling: number; readonly outOf: number };
  readonly open: number;
}

/** Everything that the first page shows. */
export interface DeskScene {
  readonly lines: readonly DeskLine[];
  readonly reviews: readonly DeskReviewLine[];
  readonly agreements: readonly DeskAgreement[];
  /** Reviews that cannot be read: the file, and why. */
  readonly unreadable: readonly { readonly name: string; readonly says: string }[];
}

/** Lines of one page; what comes after them needs a person less. */
const mostLines = 200;

/** Where something is decided, behind the base. */
export const itemPath = (review: string, on: string): string =>
  `r/${encodeURIComponent(review)}/q/${encodeURIComponent(on)}`;

export const reviewPath = (review: string): string => `r/${encodeURIComponent(review)}`;

/** Why something needs a person, in a few words. */
export const needsText = ({ words }: DeskView, needs: DeskItem['needs']): Content =>
  joined(
    needs.map((need) => html`<span class="cause">${words.text(`need.${need}`)}</span>`),
    html` `,
  );

/** What a number is of, where no head of a column stands above it. */
const inColumn = (head: string): Content => html`<span class="of-what" aria-hidden="true"> · ${head}</span>`;

const linesTable = (view: DeskView, { lines, reviews }: DeskScene): Content => {
  const { words } = view;
  const titles = new Map(reviews.map(({ id, title }) => [id, title]));
  const rows = lines.slice(0, mostLines).map(({ review, on, title, needs, points, answer }) => ({
    cells: [
      html`${words.number(points)}${inColumn(words.text('head.points'))}`,
      html`<a href="${view.base}${itemPath(review, on)}" data-row>${isolated(title)}</a>`,
      html`<a href="${view.base}${reviewPath(review)}">${isolated(titles.get(review) ?? review)}</a>`,
      answer === null ? words.text('none') : verdict(words, answer),
      needsText(view, needs),
    ],
  }));
  const more = lines.length - mostLines;
  return html`${table(
    [
      { head: words.text('head.points'), kind: 'number' },
      { head: words.text('head.asked'), kind: 'name' },
      { head: words.text('head.review') },
      { head: words.text('head.answer') },
      { head: words.text('head.why') },
    ],
    rows,
    { caption: words.text('list.title'), kind: 'stacked', heading: 1 },
  )}${more > 0 && html`<p>${words.text('list.more', { count: more })}</p>`}`;
};

const reviewsTable = (view: DeskView, { reviews }: DeskScene): Content =>
  table(
    [
      { head: view.words.text('head.review'), kind: 'name' },
      { head: view.words.text('head.score'), kind: 'long' },
      { head: view.words.text('head.open'), kind: 'number' },
    ],
    reviews.map(({ id, title, score, open }) => ({
      cells: [
        html`<a href="${view.base}${reviewPath(id)}">${isolated(title)}</a>`,
        scoreOf({ score }, view.words.messages),
        html`${view.words.number(open)}${inColumn(view.words.text('head.open'))}`,
      ],
    })),
    { caption: view.words.text('list.reviews'), kind: 'stacked' },
  );

/** How far the person and each other one agree; nothing where nobody else answered the same. */
export const agreementSection = ({ words }: DeskView, agreements: readonly DeskAgreement[]): Content =>
  agreements.length === 0
    ? null
    : section(
        'agreement',
        words.text('agreement.title'),
        html`<ul>${agreements.map(
          ({ with: name, n, same, kappa }) =>
            html`<li>${words.tell('agreement.line', { name, n, same })}${kappa !== null && html` ${words.tell('agreement.kappa', { kappa: html`<bdi dir="ltr">${kappa.toFixed(2)}</bdi>` })}`}</li>`,
        )}</ul>`,
      );

/** The first page: what needs a person over all reviews, most points first. */
export const listPage = (view: DeskView, scene: DeskScene): DeskPage => {
  const { words } = view;
  const { lines, reviews, agreements, unreadable } = scene;
  return {
    title: words.text('list.title'),
    main: html`<h1>${words.text('list.title')}</h1><p class="lead">${
      lines.length === 0
        ? words.text('list.nothing')
        : words.text('list.lead', { count: lines.length, reviews: reviews.length })
    }</p>${lines.length > 0 && linesTable(view, scene)}
${section('reviews', words.text('list.reviews'), reviewsTable(view, scene))}
${
  unreadable.length > 0 &&
  section(
    'unreadable',
    words.text('list.unreadable'),
    html`<ul>${unreadable.map(({ name, says }) => html`<li><bdi dir="ltr">${name}</bdi>: <bdi lang="en" dir="ltr">${says}</bdi></li>`)}</ul>`,
  )
}
${agreementSection(view, agreements)}
<form method="post" action="${view.base}end" class="end"><p><button class="quiet">${words.text('end.button')}</button> <span class="note">${words.text('end.note')}</span></p></form>`,
  };
};
