import type { CategoryCell } from '../../model/scorecard.ts';
import { type PageColumn, type Row, table } from '../../render/page/table.ts';
import { type Content, html, isolated } from '../../render/template.ts';
import type { SiteYear } from '../model.ts';
import { figure, mark, openness, pointsText, scoreBar, section } from '../parts/score.ts';
import { otherYears } from '../parts/years.ts';
import { paths } from '../paths.ts';
import { overYears } from '../pictures/years.ts';
import { placeIn } from '../scores.ts';
import { rankedPlaces } from '../tally.ts';
import { categoryName, entryAt, type PageBody, type PageView, pageLink, placeName, questionName } from '../view.ts';

/** Years in which a place has entries. */
const yearsOf = ({ data }: PageView, place: string): readonly SiteYear[] =>
  data.years.filter(({ card }) => card.places.some(({ id, entries }) => id === place && entries > 0));

const scoreIn = ({ card }: SiteYear, place: string) => placeIn(card, place);

/** The answers of an entry as a row of marks, in the order of the edition. */
export const answerMarks = (view: PageView, given: SiteYear, place: string, category: string): Content => {
  const entry = entryAt(given, place, category);
  return entry === undefined
    ? null
    : html`<span class="marks">${Object.values(entry.answers).map((answer) => mark(view.words, answer))}</span>`;
};

const entryRow = (view: PageView, given: SiteYear, place: string, category: string, cell: CategoryCell): Row => ({
  id: category,
  cells: [
    pageLink(view, paths.entry(given.year, place, category), categoryName(view, category)),
    { shows: figure(view.words, cell.points, cell.ceiling), sort: cell.points },
    scoreBar(cell),
    { shows: openness(view.words, cell.isOpen), sort: cell.isOpen ? 1 : 0 },
    { shows: view.words.number(cell.rank), sort: cell.rank },
    answerMarks(view, given, place, category),
  ],
});

/** What the marks of a row stand for. */
const questionKey = (view: PageView, { edition }: SiteYear): Content =>
  html`<p class="note">${view.words.text('place.marks')} ${edition.questions.map(({ id }, at) => html`${at > 0 && html` · `}${isolated(questionName(view, edition, id))}`)}</p>`;

const entries = (view: PageView, given: SiteYear, place: string): Content => {
  const { words } = view;
  const columns: readonly PageColumn[] = [
    { head: words.text('head.category'), kind: 'name' },
    { head: words.text('head.points'), kind: 'number' },
    { head: html`<span class="hidden">${words.text('head.bar')}</span>`, kind: 'long' },
    { head: words.text('head.state') },
    { head: words.text('head.rank'), kind: 'number' },
    { head: words.text('head.answers') },
  ];
  const cells = Object.entries(scoreIn(given, place)?.categories ?? {});
  return html`${table(
    columns,
    cells.map(([category, cell]) => entryRow(view, given, place, category, cell)),
    {
      caption: words.text('place.entries', { place: { said: placeName(view, place) }, year: given.year }),
      kind: 'ranking',
    },
  )}${questionKey(view, given)}`;
};

/** What the store holds of the place besides its reviews. */
const besides = (view: PageView, place: string): Content => {
  const { data, words } = view;
  const portals = data.portals.filter((portal) => portal.place === place);
  const plans = data.plans.filter(({ report }) => report.plan.place === place);
  const links = [
    ...portals.map(
      ({ name, report }) =>
        html`<li>${words.text('place.portal')} <a href="${view.to(paths.portal(name))}"><bdi dir="ltr">${new URL(report.portal.url).host}</bdi></a></li>`,
    ),
    ...plans.map(
      ({ plan }) => html`<li>${words.text('place.plan')} ${pageLink(view, paths.plan(place, plan), plan)}</li>`,
    ),
  ];
  return links.length === 0 ? null : html`<ul>${links}</ul>`;
};

const history = (view: PageView, place: string): Content => {
  const title = view.words.text('place.over-years', { place: { said: placeName(view, place) } });
  const years = yearsOf(view, place).flatMap((given) => {
    const score = scoreIn(given, place);
    return score?.score === undefined || score.score === null
      ? []
      : [{ year: given.year, points: score.score, ceiling: score.ceiling ?? score.score, edition: given.edition.id }];
  });
  const pairs = view.data.pairs.filter(({ diff }) =>
    diff.places.some(({ id, before, after }) => id === place && before !== null && after !== null),
  );
  const links = pairs.map(
    ({ before, after }) =>
      html`<li><a href="${view.to(paths.pairPlace(before, after, place))}">${view.words.text('place.compare', { before, after })}</a></li>`,
  );
  const drawn = overYears(view, years, title, 'over-years');
  return drawn === null ? null : section('years', title, html`${drawn}${links.length > 0 && html`<ul>${links}</ul>`}`);
};

/** A place in a year: its score, and every category. */
export const placeYearPage = (view: PageView, given: SiteYear, place: string): PageBody => {
  const { words } = view;
  const name = placeName(view, place);
  const score = scoreIn(given, place);
  const [points, ceiling] = [score?.score ?? null, score?.ceiling ?? null];
  const text = points === null ? '' : pointsText(words, { points, ceiling: ceiling ?? points });
  const main = html`<header class="subject"><h1>${isolated(name)} <span class="year">${String(given.year)}</span></h1>${otherYears(
    view,
    yearsOf(view, place).map(({ year }) => year),
    given.year,
    (year) => paths.placeYear(year, place),
  )}<p class="score">${text}${score?.rank !== null && score?.rank !== undefined && html` · ${words.tell('rank-of', { rank: score.rank, all: rankedPlaces(given).length })}`} · ${words.tell('place.open', { open: score?.open ?? 0, entries: score?.entries ?? 0 })}</p>${
    points !== null && scoreBar({ points, ceiling: ceiling ?? points }, 'large')
  }</header>
${entries(view, given, place)}
${history(view, place)}
${besides(view, place)}`;
  return {
    title: words.text('place.title', { place: { said: name }, year: given.year }),
    says: words.text('place.says', {
      place: { said: name },
      year: given.year,
      points: { said: text },
      open: score?.open ?? 0,
      entries: score?.entries ?? 0,
    }),
    short: name,
    trail: [[paths.year(given.year), String(given.year)]],
    main,
    json: { edition: given.edition.id, year: given.year, place: score ?? null },
  };
};

/** A place over all years: what may be linked to for good. */
export const placePage = (view: PageView, place: string): PageBody => {
  const { words, data } = view;
  const name = placeName(view, place);
  const years = [...yearsOf(view, place)].reverse();
  const list = years.map((given) => {
    const score = scoreIn(given, place);
    return html`<li><a href="${view.to(paths.placeYear(given.year, place))}">${String(given.year)}</a> ${figure(words, score?.score ?? null, score?.ceiling ?? null)}</li>`;
  });
  const others = [...new Set(Object.values(data.places.get(place)?.names ?? {}))].filter((other) => other !== name);
  return {
    title: name,
    says: words.text('place.over-years', { place: { said: name } }),
    trail: [[paths.places, words.text('nav.places')]],
    main: html`<h1>${isolated(name)}</h1><ul class="facts">${list}</ul>${history(view, place)}${besides(view, place)}<p class="note">${words.text('place.names')} ${others.map((other, at) => html`${at > 0 && html`, `}${isolated(other)}`)}</p>`,
    json: {
      place,
      years: years.map((given) => ({
        year: given.year,
        edition: given.edition.id,
        score: scoreIn(given, place) ?? null,
      })),
    },
  };
};

/** All places with their newest score. */
export const placesPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const years = [...data.years].reverse();
  const rows = [...data.places.keys()].map((place) => ({ place, name: placeName(view, place) }));
  rows.sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    title: words.text('nav.places'),
    says: words.text('places.says', { places: rows.length }),
    trail: [],
    main: html`<h1>${words.text('nav.places')}</h1>${table(
      [
        { head: words.text('head.place'), kind: 'name' },
        ...years.map(({ year }) => ({ head: String(year), kind: 'number' as const })),
      ],
      rows.map(({ place, name }) => ({
        id: place,
        cells: [
          pageLink(view, paths.place(place), name),
          ...years.map((given) => {
            const score = scoreIn(given, place);
            return score === undefined || score.entries === 0
              ? { shows: '', sort: -1 }
              : {
                  shows: html`<a href="${view.to(paths.placeYear(given.year, place))}">${figure(words, score.score, score.ceiling)}</a>`,
                  sort: score.score ?? -1,
                };
          }),
        ],
      })),
      {
        caption: words.text('places.says', { places: rows.length }),
        filter: words.text('filter.places'),
        kind: 'ranking',
      },
    )}`,
    json: { places: rows.map(({ place }) => ({ id: place, names: data.places.get(place)?.names ?? {} })) },
  };
};
