import type { Verdict } from '../../model/review.ts';
import type { Points } from '../../render/page/score.ts';
import type { PageCell } from '../../render/page/table.ts';
import { html, type Markup } from '../../render/template.ts';
import { marks } from '../../render/words.ts';
import type { SiteWords } from '../words.ts';

/** `45`, or `45–60` where answers are Unsure: never one number that hides them. A dash where there is none. */
export const spread = (words: SiteWords, points: number | null, ceiling: number | null): string =>
  points === null
    ? '–'
    : ceiling === null || ceiling === points
      ? words.number(points)
      : `${words.number(points)}–${words.number(ceiling)}`;

/** Points as a sentence: `45 of 100 points, at most 60`. */
export const pointsText = (words: SiteWords, { points, ceiling, outOf = 100 }: Points): string =>
  ceiling > points
    ? words.text('points.spread', { points, ceiling, outOf })
    : words.text('points.sure', { points, outOf });

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

export { difference, differenceText, figure, type Points, scoreBar, section, stepOf } from '../../render/page/score.ts';
