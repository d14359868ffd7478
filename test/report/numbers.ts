import type { CheerioAPI } from 'cheerio/slim';
import type { Scorecard } from '../../src/model/scorecard.ts';
import { pageOf } from './pages.ts';

/* Every number of a scorecard, beside the number that the pages of a site show in its place. */

/** `45`, or `45–60` where answers are Unsure. */
const spread = (points: number | null, ceiling: number | null): string =>
  points === null ? '–' : ceiling === null || ceiling === points ? String(points) : `${points}–${ceiling}`;

const inWords = (points: number, ceiling: number): string =>
  `${points} of 100 points${ceiling > points ? `, at most ${ceiling}` : ''}`;

const cellsOf = (page: CheerioAPI, selector: string): readonly string[] =>
  page(selector)
    .children()
    .toArray()
    .map((cell) => page(cell).text().trim());

/** One thing that is shown, and where. */
type Shown = readonly [where: string, ...values: string[]];

/** What the English pages of a year show of each place, category and entry, and what the scorecard says of it, in the same order. */
export const numbersShown = (
  site: string,
  year: number,
  card: Scorecard,
): { readonly shown: readonly Shown[]; readonly expected: readonly Shown[] } => {
  const shown: Shown[] = [];
  const expected: Shown[] = [];
  const hold = (where: string, seen: readonly (string | undefined)[], due: readonly string[]): void => {
    shown.push([where, ...seen.map((value) => value ?? '')]);
    expected.push([where, ...due]);
  };
  const front = pageOf(site, `${year}/index.html`);
  const matrix = pageOf(site, `${year}/matrix/index.html`);
  const entered = card.places.filter(({ entries }) => entries > 0);
  const columns = card.categories.filter(({ entries }) => entries > 0).map(({ id }) => id);
  const byCategory = new Map(columns.map((id) => [id, pageOf(site, `${year}/categories/${id}/index.html`)]));
  entered.forEach((place, at) => {
    const { id, rank, score, ceiling, open, entries, categories } = place;
    const [ranked, , points, , opened] = cellsOf(front, `#rank-${id}`);
    hold(
      `front ${id}`,
      [ranked, points, opened],
      [rank === null ? '–' : String(rank), spread(score, ceiling), `${open} of ${entries}`],
    );
    const [, whole, ...row] = matrix('.matrix tbody tr')
      .eq(at)
      .children()
      .toArray()
      .map((cell) => matrix(cell).text().trim());
    const due = columns.map((category) => {
      const cell = categories[category];
      return cell === undefined ? '' : spread(cell.points, cell.ceiling);
    });
    hold(`matrix ${id}`, [whole, ...row], [spread(score, ceiling), ...due]);
    const page = pageOf(site, `${year}/${id}/index.html`);
    for (const [category, cell] of Object.entries(categories)) {
      const own = cellsOf(page, `tr[id="${category}"]`);
      const state = cell.isOpen ? 'Open' : 'Not open';
      hold(
        `place ${id} ${category}`,
        [own[1], own[3], own[4]],
        [spread(cell.points, cell.ceiling), state, String(cell.rank)],
      );
      const said = pageOf(site, `${year}/${id}/${category}/index.html`)('header .score').text();
      const told = `${state} · ${inWords(cell.points, cell.ceiling)}`;
      hold(`review ${id} ${category}`, [said.slice(0, told.length)], [told]);
      const inCategory = byCategory.get(category);
      const there = inCategory === undefined ? [] : cellsOf(inCategory, `tr[id="${id}"]`);
      hold(
        `category ${category} ${id}`,
        [there[0], there[2], there[3]],
        [String(cell.rank), spread(cell.points, cell.ceiling), state],
      );
    }
  });
  for (const { id, score, ceiling, open, entries } of card.categories.filter((one) => one.entries > 0)) {
    const said = byCategory.get(id)?.('header .score').text() ?? '';
    const told = `${score === null ? '' : inWords(score, ceiling ?? score)} · ${open} of ${entries} dataset${entries === 1 ? '' : 's'} open`;
    hold(`category ${id}`, [said], [told]);
  }
  return { shown, expected };
};
