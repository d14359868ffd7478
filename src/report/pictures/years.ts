import { table } from '../../render/page/table.ts';
import { html, type Markup } from '../../render/template.ts';
import { spread } from '../parts/score.ts';
import type { PageView } from '../view.ts';

/** Points of one year. */
export interface YearPoints {
  readonly year: number;
  readonly points: number;
  readonly ceiling: number;
  readonly edition: string;
}

const [width, height, left, right, top, bottom] = [640, 220, 40, 24, 16, 32];

/** Points over the years: a line of what was earned, and above it the room that Unsure answers leave. The table says the same. */
export const overYears = (view: PageView, all: readonly YearPoints[], title: string, id: string): Markup | null => {
  if (all.length < 2) return null;
  const isRight = view.language.dir === 'rtl';
  const across = (at: number): number => {
    const x = left + (at * (width - left - right)) / (all.length - 1);
    return Math.round(isRight ? width - x : x);
  };
  const up = (points: number): number => Math.round(top + ((100 - points) * (height - top - bottom)) / 100);
  const line = all.map(({ points }, at) => `${across(at)},${up(points)}`).join(' ');
  const room = [
    ...all.map(({ ceiling }, at) => `${across(at)},${up(ceiling)}`),
    ...all.map(({ points }, at) => `${across(at)},${up(points)}`).reverse(),
  ].join(' ');
  const scale = [0, 50, 100].map(
    (points) =>
      html`<line class="grid" x1="${isRight ? right : left}" x2="${isRight ? width - left : width - right}" y1="${up(points)}" y2="${up(points)}"/><text class="axis" x="${isRight ? width - 2 : 2}" y="${up(points) + 4}" text-anchor="${isRight ? 'end' : 'start'}">${points}</text>`,
  );
  const dots = all.map(
    ({ year, points, ceiling }, at) =>
      html`<circle class="dot" cx="${across(at)}" cy="${up(points)}" r="5"/><text class="value" x="${across(at)}" y="${up(ceiling) - 9}" text-anchor="middle">${spread(view.words, points, ceiling)}</text><text class="axis" x="${across(at)}" y="${height - 10}" text-anchor="middle">${String(year)}</text>`,
  );
  return html`<figure class="years"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text"><title id="${id}-title">${title}</title><desc id="${id}-text">${all.map(({ year, points, ceiling }) => `${year}: ${spread(view.words, points, ceiling)}`).join('; ')}</desc>${scale}<polygon class="room" points="${room}"/><polyline class="line" points="${line}"/>${dots}</svg>
${table(
  [
    { head: view.words.text('head.year') },
    { head: view.words.text('head.points'), kind: 'number' },
    { head: view.words.text('head.edition') },
  ],
  all.map(({ year, points, ceiling, edition }) => ({
    cells: [
      String(year),
      html`<bdi dir="ltr">${spread(view.words, points, ceiling)}</bdi>`,
      html`<span dir="ltr">${edition}</span>`,
    ],
  })),
  { caption: title, kind: 'narrow' },
)}</figure>`;
};
