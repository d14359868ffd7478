import { plain } from '../render/escape.ts';
import type { SiteData, SiteYear, YearPair } from './model.ts';
import { aboutPage, dataPage, methodPage } from './pages/about.ts';
import { categoriesPage, categoryPage, categoryYearPage } from './pages/categories.ts';
import { planPage, plansPage } from './pages/commitments.ts';
import { comparePage, pairPage, pairPlacePage } from './pages/compare.ts';
import { frontPage } from './pages/front.ts';
import { matrixPage, unsurePage } from './pages/matrix.ts';
import { placePage, placesPage, placeYearPage } from './pages/places.ts';
import { portalPage, portalsPage } from './pages/portals.ts';
import { paths } from './paths.ts';
import { categoryIn, changesIn, deltaOf, placeIn } from './scores.ts';
import { newestYear, type PageBody, type PageView } from './view.ts';

/** A page of the site, and everything that it is written from: where that is what it was, the page is. */
export interface SitePage {
  readonly path: string;
  readonly inputs: unknown;
  readonly body: (view: PageView) => PageBody;
}

const scoreOf = (years: readonly SiteYear[], place: string): unknown =>
  years.map(({ year, edition, card }) => [
    year,
    edition.id,
    placeIn(card, place)?.score,
    placeIn(card, place)?.ceiling,
    placeIn(card, place)?.entries,
  ]);

const digestsOf = ({ entries }: SiteYear): readonly string[] => [...entries.values()].map(({ digest }) => digest);

const yearPages = (given: SiteYear, pairs: readonly YearPair[]): readonly SitePage[] => {
  const { year, card, edition } = given;
  const whole = [
    card,
    digestsOf(given),
    pairs.filter(({ after }) => after === year).map(({ before, diff }) => [before, diff.places, diff.comparable]),
  ];
  return [
    { path: paths.year(year), inputs: whole, body: (view) => frontPage(view, given) },
    { path: paths.matrix(year), inputs: card, body: (view) => matrixPage(view, given) },
    { path: paths.unsure(year), inputs: [edition.id, digestsOf(given)], body: (view) => unsurePage(view, given) },
  ];
};

const placesOf = ({ years, places, pairs, plans, portals }: SiteData): readonly SitePage[] =>
  [...places.keys()].flatMap((place) => {
    const scores = scoreOf(years, place);
    const besides = [
      pairs.map(({ before, after, diff }) => [before, after, deltaOf(diff, place)?.delta ?? null]),
      plans.filter(({ report }) => report.plan.place === place).map(({ plan }) => plan),
      portals.filter((portal) => portal.place === place).map(({ name }) => name),
    ];
    return [
      {
        path: paths.place(place),
        inputs: [years.map(({ card }) => placeIn(card, place) ?? null), scores, besides],
        body: (view: PageView) => placePage(view, place),
      },
      ...years.flatMap((given) => {
        const score = placeIn(given.card, place);
        if (score === undefined || score.entries === 0) return [];
        const own = Object.keys(score.categories).map((category) => given.entries.get(`${place}/${category}`)?.digest);
        const ranked = given.card.places.filter(({ entries }) => entries > 0).length;
        return [
          {
            path: paths.placeYear(given.year, place),
            inputs: [score, own, scores, besides, ranked],
            body: (view: PageView) => placeYearPage(view, given, place),
          },
        ];
      }),
    ];
  });

const categoriesOf = ({ years, categories }: SiteData): readonly SitePage[] =>
  [...categories.keys()].flatMap((category) => {
    const scores = years.map(({ year, edition, card }) => [year, edition.id, categoryIn(card, category)]);
    return [
      { path: paths.category(category), inputs: scores, body: (view: PageView) => categoryPage(view, category) },
      ...years.flatMap((given) => {
        const score = categoryIn(given.card, category);
        if (score === undefined || score.entries === 0) return [];
        const rows = given.card.places.map(({ id, categories: cells }) => [
          id,
          cells[category],
          given.entries.get(`${id}/${category}`)?.digest,
        ]);
        return [
          {
            path: paths.categoryYear(given.year, category),
            inputs: [scores, rows],
            body: (view: PageView) => categoryYearPage(view, given, category),
          },
        ];
      }),
    ];
  });

const pairPages = ({ pairs }: SiteData): readonly SitePage[] =>
  pairs.flatMap((pair) => {
    const { before, after, diff } = pair;
    const shown = new Set([
      ...diff.places.filter((place) => place.before !== null && place.after !== null).map(({ id }) => id),
      ...diff.changes.map(({ place }) => place),
    ]);
    return [
      {
        path: paths.pair(before, after),
        inputs: [
          diff.comparable,
          diff.places,
          diff.changes.map(({ place, cause, points }) => [place, cause, points]),
          diff.added.length,
          diff.removed.length,
        ],
        body: (view: PageView) => pairPage(view, pair),
      },
      ...[...shown].map((place) => ({
        path: paths.pairPlace(before, after, place),
        inputs: [
          diff.comparable,
          deltaOf(diff, place),
          changesIn(diff, place),
          diff.added.filter((one) => one.place === place),
          diff.removed.filter((one) => one.place === place),
        ],
        body: (view: PageView) => pairPlacePage(view, pair, place),
      })),
    ];
  });

/** Every page but those of entries. */
export const sitePages = (data: SiteData): readonly SitePage[] => {
  const { years, pairs, portals, plans } = data;
  const newest = newestYear(data);
  const [front] = yearPages(newest, pairs);
  const cards = years.map(({ card }) => card);
  return [
    ...(front === undefined ? [] : [{ ...front, path: paths.front }]),
    ...years.flatMap((given) => yearPages(given, pairs)),
    {
      path: paths.places,
      inputs: cards.map(({ places }) => places.map(({ id, score, ceiling, entries }) => [id, score, ceiling, entries])),
      body: placesPage,
    },
    ...placesOf(data),
    { path: paths.categories, inputs: cards.map(({ categories }) => categories), body: categoriesPage },
    ...categoriesOf(data),
    {
      path: paths.compare,
      inputs: [pairs.map(({ before, after }) => [before, after]), years.map(({ year }) => year)],
      body: comparePage,
    },
    ...pairPages(data),
    ...(portals.length === 0
      ? []
      : [
          {
            path: paths.portals,
            inputs: portals.map(({ name, report }) => [name, report.asOf, report.processes]),
            body: portalsPage,
          },
        ]),
    ...portals.map((portal) => ({
      path: paths.portal(portal.name),
      inputs: portal,
      body: (view: PageView) => portalPage(view, portal),
    })),
    ...(plans.length === 0
      ? []
      : [
          {
            path: paths.commitments,
            inputs: plans.map(({ plan, report }) => [plan, report.asOf, report.plan]),
            body: plansPage,
          },
        ]),
    ...plans.map((plan) => ({
      path: paths.plan(plan.report.plan.place, plan.plan),
      inputs: plan,
      body: (view: PageView) => planPage(view, plan),
    })),
    { path: paths.method, inputs: years.map(({ year, edition }) => [year, edition]), body: methodPage },
    { path: paths.data, inputs: [data.downloads, data.newest], body: dataPage },
    { path: paths.about, inputs: [years.map(({ year, edition }) => [year, edition.id]), data.newest], body: aboutPage },
  ];
};

/** What all pages are written from: where it changed, all of them are written again. */
export const sharedInputs = ({ settings, years, pairs, portals, plans }: SiteData): unknown => [
  settings,
  years.map(({ year }) => year),
  pairs.length > 0,
  portals.length > 0,
  plans.length > 0,
];

/** Names that the script searches: the page, the title, and every name in any language. */
export const searchNames = (view: PageView): string => {
  const { data, words } = view;
  const newest = [...data.years].reverse();
  const placePath = (id: string): string => {
    const given = newest.find(({ card }) => card.places.some((place) => place.id === id && place.entries > 0));
    return given === undefined ? paths.place(id) : paths.placeYear(given.year, id);
  };
  const categoryPath = (id: string): string => {
    const given = newest.find(({ card }) => card.categories.some((one) => one.id === id && one.entries > 0));
    return given === undefined ? paths.category(id) : paths.categoryYear(given.year, id);
  };
  const rows = [
    ...[...data.places.values()].map((place) => ({ path: placePath(place.id), place })),
    ...[...data.categories.values()].map((place) => ({ path: categoryPath(place.id), place })),
  ].map(({ path, place }) => [
    path,
    plain(words.name(place.id, place.names)),
    ...new Set([...Object.values(place.names), ...place.aliases, place.id].map(plain)),
  ]);
  return `globalThis.odiNames=${JSON.stringify(rows).replace(/[\u2028\u2029<]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)};\n`;
};
