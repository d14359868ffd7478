import { type Content, html, type Markup } from '../template.ts';

/* Points as every page shows them: those of a site, and those that stand alone. */

/** The numbers of a language. */
export interface PageNumbers {
  readonly number: (value: number) => string;
}

/** Points, what they would be if every Unsure were a Yes, and what there is to have. */
export interface Points {
  readonly points: number;
  readonly ceiling: number;
  readonly outOf?: number;
}

/** Points for the eye: the number, and the ceiling in a lighter hand. */
export const figure = (words: PageNumbers, points: number | null, ceiling: number | null): Markup =>
  points === null
    ? html`<span class="none">–</span>`
    : html`<span class="figure" dir="ltr">${words.number(points)}${ceiling !== null && ceiling > points && html`<span class="upto">–${words.number(ceiling)}</span>`}</span>`;

/** A bar from nothing to all: what was earned is full, what is Unsure is hatched. For the eye alone; the number stands beside it. */
export const scoreBar = ({ points, ceiling, outOf = 100 }: Points, size: 'small' | 'large' = 'small'): Markup => {
  const share = (value: number): number => (outOf === 0 ? 0 : Math.round((value / outOf) * 1000) / 10);
  return html`<svg class="bar ${size}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="100" height="8"/><rect class="earned" width="${share(points)}" height="8"/>${
    ceiling > points && html`<rect class="maybe" x="${share(points)}" width="${share(ceiling - points)}" height="8"/>`
  }</svg>`;
};

/** A difference with its sign: `+5`, `−12`, `±0`. */
export const differenceText = (words: PageNumbers, value: number): string =>
  value === 0 ? '±0' : value > 0 ? `+${words.number(value)}` : `−${words.number(-value)}`;

/** The same where words may run from right to left: the sign stays before the number. */
export const difference = (words: PageNumbers, value: number): Markup =>
  html`<bdi dir="ltr">${differenceText(words, value)}</bdi>`;

/** The class of a share of points, in five steps. */
export const stepOf = (points: number | null, outOf = 100): string =>
  points === null ? 'none' : `s${Math.min(4, Math.floor((points / (outOf || 1)) * 5))}`;

/** A heading with what follows it; nothing where there is nothing to say. */
export const section = (id: string, title: string, body: Content): Content =>
  body === null ? null : html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
