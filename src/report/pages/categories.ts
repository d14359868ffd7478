import { table } from '../../render/page/table.ts';
import { type Content, html, isolated } from '../../render/template.ts';
import type { SiteYear } from '../model.ts';
import { figure, markCell, openness, pointsText, scoreBar, section } from '../parts/score.ts';
import { otherYears } from '../parts/years.ts';
import { paths } from '../paths.ts';
import { answerShares } from '../pictures/shares.ts';
import { overYears } from '../pictures/years.ts';
import { categoryIn } from '../scores.ts';
import { answerCounts, rankedPlaces } from '../tally.ts';
import { categoryName, entryAt, type PageBody, type PageView, pageLink, placeName, questionName } from '../view.ts';

const yearsOf = ({ data }: PageView, category: string): readonly SiteYear[] =>
  data.years.filter(({ card }) => card.categories.some(({ id, entries }) => id === category && entries > 0));

const scoreIn = ({ card }: SiteYear, category: string) => categoryIn(card, category);

/** What the data must hold under the edition. */
const asked = (view: PageView, category: string, edition: string): Content => {
  const known = view.data.categories.get(category);
  const groups = known?.editions.find((one) => one.edition === edition)?.groups ?? [];
  const wanted = new Set(groups.flat());
  const labels = (known?.criteria ?? []).filter(({ id }) => wanted.has(id));
  const { messages } = view.words;
  const label = (id: string, own: string): string =>
    messages.has(`categories.${category}.criteria.${id}.label`)
      ? messages.say(`categories.${category}.criteria.${id}.label`)
      : own;
  return labels.length === 0
    ? null
    : section(
        'asked',
        view.words.text('category.asked', { edition: { said: edition } }),
        html`<ul class="asked">${labels.map((one) => html`<li>${label(one.id, one.label)}</li>`)}</ul>`,
      );
};

const entries = (view: PageView, given: SiteYear, category: string): Content => {
  const { words } = view;
  const questions = given.edition.questions;
  const rows = rankedPlaces(given).flatMap(({ id, categories }) => {
    const [cell, entry] = [categories[category], entryAt(given, id, category)];
    return cell === undefined || entry === undefined ? [] : [{ id, cell, entry }];
  });
  const byRank = [...rows].sort(
    (one, other) => one.cell.rank - other.cell.rank || other.cell.ceiling - one.cell.ceiling,
  );
  return table(
    [
      { head: words.text('head.rank'), kind: 'number' },
      { head: words.text('head.place'), kind: 'name' },
      { head: words.text('head.points'), kind: 'number' },
      { head: words.text('head.state') },
      ...questions.map(({ id }) => ({
        head: html`<span class="turned">${questionName(view, given.edition, id)}</span>`,
      })),
    ],
    byRank.map(({ id, cell, entry }) => ({
      id,
      cells: [
        { shows: words.number(cell.rank), sort: cell.rank },
        pageLink(view, paths.entry(given.year, id, category), placeName(view, id)),
        { shows: figure(words, cell.points, cell.ceiling), sort: cell.points },
        { shows: openness(words, cell.isOpen), sort: cell.isOpen ? 1 : 0 },
        ...questions.map((question) => {
          const answer = entry.answers[question.id];
          return answer === undefined ? '' : markCell(words, answer);
        }),
      ],
    })),
    {
      caption: words.text('category.entries', { category: { said: categoryName(view, category) }, year: given.year }),
      heading: 1,
      filter: words.text('filter.places'),
      kind: 'ranking answers',
    },
  );
};

const history = (view: PageView, category: string): Content => {
  const title = view.words.text('category.over-years', { category: { said: categoryName(view, category) } });
  const drawn = overYears(
    view,
    yearsOf(view, category).flatMap((given) => {
      const score = scoreIn(given, category);
      return score?.score === undefined || score.score === null
        ? []
        : [{ year: given.year, points: score.score, ceiling: score.ceiling ?? score.score, edition: given.edition.id }];
    }),
    title,
    'over-years',
  );
  return drawn === null ? null : section('years', title, drawn);
};

/** A category in a year: every place, with every answer. */
export const categoryYearPage = (view: PageView, given: SiteYear, category: string): PageBody => {
  const { words, data } = view;
  const name = categoryName(view, category);
  const score = scoreIn(given, category);
  const [points, ceiling] = [score?.score ?? null, score?.ceiling ?? null];
  const text = points === null ? '' : pointsText(words, { points, ceiling: ceiling ?? points });
  const own = [...given.entries.values()].filter((entry) => entry.category === category);
  const counts = answerCounts(
    own,
    given.edition.questions.map(({ id }) => id),
  );
  const description = words.messages.has(`categories.${category}.description`)
    ? words.messages.say(`categories.${category}.description`)
    : (data.categories.get(category)?.description ?? '');
  const shares = answerShares(
    view,
    [...counts].map(([id, count]) => ({ name: questionName(view, given.edition, id), count })),
    words.text('category.shares', { category: { said: name }, year: given.year }),
  );
  return {
    title: words.text('category.title', { category: { said: name }, year: given.year }),
    says: words.text('category.says', {
      category: { said: name },
      year: given.year,
      points: { said: text },
      open: score?.open ?? 0,
      entries: score?.entries ?? 0,
    }),
    short: name,
    trail: [[paths.year(given.year), String(given.year)]],
    main: html`<header class="subject"><h1>${isolated(name)} <span class="year">${String(given.year)}</span></h1>${otherYears(
      view,
      yearsOf(view, category).map(({ year }) => year),
      given.year,
      (year) => paths.categoryYear(year, category),
    )}<p class="score">${text} · ${words.tell('place.open', { open: score?.open ?? 0, entries: score?.entries ?? 0 })}</p>${
      points !== null && scoreBar({ points, ceiling: ceiling ?? points }, 'large')
    }<p>${description}</p></header>
${entries(view, given, category)}
${section('shares', words.text('front.closed'), shares)}
${asked(view, category, given.edition.id)}
${history(view, category)}`,
    json: {
      edition: given.edition.id,
      year: given.year,
      category: score ?? null,
      places: Object.fromEntries(
        own.map((entry) => [
          entry.place,
          { points: entry.points, ceiling: entry.ceiling, isOpen: entry.isOpen, answers: entry.answers },
        ]),
      ),
    },
  };
};

/** A category over all years. */
export const categoryPage = (view: PageView, category: string): PageBody => {
  const { words } = view;
  const name = categoryName(view, category);
  const years = [...yearsOf(view, category)].reverse();
  return {
    title: name,
    says: words.text('category.over-years', { category: { said: name } }),
    trail: [[paths.categories, words.text('nav.categories')]],
    main: html`<h1>${isolated(name)}</h1><ul class="facts">${years.map((given) => {
      const score = scoreIn(given, category);
      return html`<li><a href="${view.to(paths.categoryYear(given.year, category))}">${String(given.year)}</a> ${figure(words, score?.score ?? null, score?.ceiling ?? null)}</li>`;
    })}</ul>${history(view, category)}`,
    json: {
      category,
      years: years.map((given) => ({
        year: given.year,
        edition: given.edition.id,
        score: scoreIn(given, category) ?? null,
      })),
    },
  };
};

/** All categories with their scores. */
export const categoriesPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const years = [...data.years].reverse();
  const ids = [...data.categories.keys()];
  return {
    title: words.text('nav.categories'),
    says: words.text('categories.says', { categories: ids.length }),
    trail: [],
    main: html`<h1>${words.text('nav.categories')}</h1>${table(
      [
        { head: words.text('head.category'), kind: 'name' },
        ...years.map(({ year }) => ({ head: String(year), kind: 'number' as const })),
      ],
      ids.map((category) => ({
        id: category,
        cells: [
          pageLink(view, paths.category(category), categoryName(view, category)),
          ...years.map((given) => {
            const score = scoreIn(given, category);
            return score === undefined || score.entries === 0
              ? { shows: '', sort: -1 }
              : {
                  shows: html`<a href="${view.to(paths.categoryYear(given.year, category))}">${figure(words, score.score, score.ceiling)}</a>`,
                  sort: score.score ?? -1,
                };
          }),
        ],
      })),
      { caption: words.text('categories.says', { categories: ids.length }), kind: 'ranking' },
    )}`,
    json: { categories: ids.map((id) => ({ id, names: data.categories.get(id)?.names ?? {} })) },
  };
};
