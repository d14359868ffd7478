import { type Content, html } from '../../render/template.ts';
import { paths } from '../paths.ts';
import type { PageView } from '../view.ts';

/** Links to the same in other years; nothing where there is one year. */
export const otherYears = (
  view: PageView,
  years: readonly number[],
  current: number,
  pathOf: (year: number) => string,
): Content =>
  years.length < 2
    ? null
    : html`<nav class="year-links" aria-label="${view.words.text('nav.years')}"><ul>${[...years]
        .sort((one, other) => other - one)
        .map((year) =>
          year === current
            ? html`<li><span aria-current="true">${String(year)}</span></li>`
            : html`<li><a href="${view.to(pathOf(year))}">${String(year)}</a></li>`,
        )}</ul></nav>`;

/** Links to the years of the site. */
export const yearLinks = (view: PageView, current: number): Content =>
  otherYears(
    view,
    view.data.years.map(({ year }) => year),
    current,
    paths.year,
  );
