import type { Verdict } from '../../model/review.ts';
import { type Content, html, type Markup } from '../../render/template.ts';
import { marks } from '../../render/words.ts';
import type { SiteWords } from '../words.ts';
import type { PageCell } from './table.ts';

/** Points, what they would be if every Unsure were a Yes, and what there is to have. */
export interface Points {
  readonly points: number;
  readonly ceiling: number;
  readonly outOf?: number;
}

/** `45`, or `45–60` where answers are Unsure: never one number that hides them. A dash where there is none. */
export const spread = (words: SiteWords, points: number | null, ceiling: number | null): string =>
  points === null
    ? '–'
    : ceiling === null || ceiling === points
      ? words.number(points)
      : `${words.number(points)}–${words.number(ceiling)}`;

/** Points for the eye: the number, and the ceiling in a lighter hand. */
export const figure = (words: SiteWords, points: number | null, ceiling: number | null): Markup =>
  points === null
    ? html`<span class="none">–</span>`
    : html`<span class="figure" dir="ltr">${words.number(points)}${ceiling !== null && ceiling > points && html`<span class="upto">–${words.number(ceiling)}</span>`}</span>`;

/** Points as a sentence: `45 of 100 points, at most 60`. */
export const pointsText = (words: SiteWords, { points, ceiling, outOf = 100 }: Points): string =>
  ceiling > points
    ? words.text('points.spread', { points, ceiling, outOf })
    : words.text('points.sure', { points, outOf });

/** A bar from nothing to all: what was earned is full, what is Unsure is hatched. For the eye alone; the number stands beside it. */
export const scoreBar = ({ points, ceiling, outOf = 100 }: Points, size: 'small' | 'large' = 'small'): Markup => {
  const share = (value: number): number => (outOf === 0 ? 0 : Math.round((value / outOf) * 1000) / 10);
  return html`<svg class="bar ${size}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="100" height="8"/><rect class="earned" width="${share(points)}" height="8"/>${
    ceiling > points && html`<rect class="maybe" x="${share(points)}" width="${share(ceiling - points)}" height="8"/>`
  }</svg>`;
};

/** An answer with its mark, told apart by form, by word and by colour. */
export const verdict = (words: SiteWords, answer: Verdict): Markup =>
  html`<span class="verdict ${answer.toLowerCase()}"><span aria-hidden="true" class="sign">${marks[answer]}</span> ${words.verdict(answer)}</span>`;

/** An answer of which a mark is seen: the style puts it before the word, which is there for those who hear, copy or search. */
export const mark = (words: SiteWords, answer: Verdict): Markup =>
  html`<span class="mark ${answer.toLowerCase()}">${words.verdict(answer)}</span>`;

/** The same as a cell of a table of many answers. */
export const markCell = (words: SiteWords, answer: Verdict): PageCell => ({
  shows: words.verdict(answer),
  kind: `mark ${answer.toLowerCase()}`,
});

/** Does it count as open? */
export const openness = (words: SiteWords, isOpen: boolean): Markup =>
  html`<span class="state ${isOpen ? 'yes' : 'no'}">${words.text(isOpen ? 'open' : 'not-open')}</span>`;

/** A difference with its sign: `+5`, `−12`, `±0`. */
export const differenceText = (words: SiteWords, value: number): string =>
  value === 0 ? '±0' : value > 0 ? `+${words.number(value)}` : `−${words.number(-value)}`;

/** The same where words may run from right to left: the sign stays before the number. */
export const difference = (words: SiteWords, value: number): Markup =>
  html`<bdi dir="ltr">${differenceText(words, value)}</bdi>`;

/** The class of a share of points, in five steps. */
export const stepOf = (points: number | null, outOf = 100): string =>
  points === null ? 'none' : `s${Math.min(4, Math.floor((points / (outOf || 1)) * 5))}`;

/** A heading with what follows it; nothing where there is nothing to say. */
export const section = (id: string, title: string, body: Content): Content =>
  body === null ? null : html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
