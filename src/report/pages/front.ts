import type { PlaceScore } from '../../model/scorecard.ts';
import { type Row, table } from '../../render/page/table.ts';
import { type Content, html, isolated } from '../../render/template.ts';
import type { SiteYear, YearPair } from '../model.ts';
import { difference, figure, scoreBar, section } from '../parts/score.ts';
import { yearLinks } from '../parts/years.ts';
import { paths } from '../paths.ts';
import { mapLegend, mapNote, tileGrid, worldMap } from '../pictures/map.ts';
import { answerShares } from '../pictures/shares.ts';
import { answerCounts, closedBy, mostMoved, rankedPlaces } from '../tally.ts';
import { categoryName, type PageBody, type PageView, pageLink, placeName, questionName } from '../view.ts';

/** How many are shown of what has more. */
const most = { moved: 10 };

const pairTo = (view: PageView, { year }: SiteYear): YearPair | undefined =>
  view.data.pairs.filter(({ after }) => after === year).sort((one, other) => other.before - one.before)[0];

/** The finding of the year in three sentences: how much is open, what keeps the rest closed, and what could not be told. */
const finding = (view: PageView, given: SiteYear): readonly Content[] => {
  const { words } = view;
  const { summary } = given.card;
  // Places of which nothing was reviewed stand in the scorecard, too, and may share the first rank with those that have no points.
  const [first] = rankedPlaces(given);
  const [barrier] = closedBy(given);
  const closed = summary.entries - summary.open;
  const unsure = [...given.entries.values()].filter(({ ceiling, points }) => ceiling > points).length;
  return [
    words.tell('finding.open', {
      year: given.year,
      entries: summary.entries,
      places: summary.places,
      open: summary.open,
      percent: summary.openPercent,
    }),
    // Where nothing is answered with No, nothing is known to keep data closed.
    closed > 0 && barrier !== undefined && barrier.no > 0 && first !== undefined
      ? words.tell('finding.closed', {
          closed,
          count: barrier.no,
          question: questionName(view, given.edition, barrier.question),
          best: placeName(view, first.id),
          points: first.score ?? 0,
        })
      : null,
    words.tell('finding.unsure', { unsure }),
  ];
};

const rankRow = (view: PageView, { year, card }: SiteYear, place: PlaceScore): Row => ({
  id: `rank-${place.id}`,
  cells: [
    { shows: place.rank === null ? '–' : view.words.number(place.rank), sort: place.rank ?? card.places.length },
    pageLink(view, paths.placeYear(year, place.id), placeName(view, place.id)),
    { shows: figure(view.words, place.score, place.ceiling), sort: place.score ?? -1 },
    scoreBar({ points: place.score ?? 0, ceiling: place.ceiling ?? 0 }),
    { shows: view.words.tell('count.of', { count: place.open, all: place.entries }), sort: place.open },
  ],
});

/** Places by rank, with points and ceiling. */
export const ranking = (view: PageView, given: SiteYear): Content => {
  const { words } = view;
  return table(
    [
      { head: words.text('head.rank'), kind: 'number' },
      { head: words.text('head.place'), kind: 'name' },
      { head: words.text('head.points'), kind: 'number' },
      { head: html`<span class="hidden">${words.text('head.bar')}</span>`, kind: 'long' },
      { head: words.text('head.open'), kind: 'number' },
    ],
    rankedPlaces(given).map((place) => rankRow(view, given, place)),
    {
      caption: words.text('front.ranking', { year: given.year }),
      heading: 1,
      filter: words.text('filter.places'),
      id: 'ranking',
      kind: 'ranking',
    },
  );
};

const moved = (view: PageView, pair: YearPair | undefined): Content => {
  const rows = pair === undefined ? [] : mostMoved(pair, most.moved);
  if (pair === undefined || rows.length === 0) return null;
  const { words } = view;
  return section(
    'moved',
    words.text('front.moved', { before: pair.before, after: pair.after }),
    html`${table(
      [
        { head: words.text('head.place'), kind: 'name' },
        { head: String(pair.before), kind: 'number' },
        { head: String(pair.after), kind: 'number' },
        { head: words.text('head.difference'), kind: 'number' },
      ],
      rows.map(({ id, before, after, delta }) => ({
        cells: [
          pageLink(view, paths.pairPlace(pair.before, pair.after, id), placeName(view, id)),
          words.number(before),
          words.number(after),
          { shows: html`<span class="${delta > 0 ? 'up' : 'down'}">${difference(words, delta)}</span>`, sort: delta },
        ],
      })),
      { caption: words.text('front.moved', { before: pair.before, after: pair.after }), kind: 'narrow' },
    )}<p class="note">${!pair.diff.comparable && words.text('compare.not-comparable')} <a href="${view.to(paths.pair(pair.before, pair.after))}">${words.text('front.all-changes')}</a></p>`,
  );
};

const keptClosed = (view: PageView, given: SiteYear): Content => {
  const { words } = view;
  const questions = given.edition.questions.map(({ id }) => id);
  const counts = answerCounts(given.entries.values(), questions);
  const rows = questions.flatMap((id) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ name: questionName(view, given.edition, id), count }];
  });
  return section(
    'closed',
    words.text('front.closed'),
    html`${answerShares(view, rows, words.text('front.shares', { year: given.year }))}<p class="note">${words.tell('front.open-rule', { questions: html`${given.edition.open.map((id, at) => html`${at > 0 && html`; `}${isolated(questionName(view, given.edition, id))}`)}` })} <a href="${view.to(paths.unsure(given.year))}">${words.text('front.unsure')}</a></p>`,
  );
};

const categoryList = (view: PageView, given: SiteYear): Content => {
  const { words } = view;
  return section(
    'categories',
    words.text('nav.categories'),
    table(
      [
        { head: words.text('head.category'), kind: 'name' },
        { head: words.text('head.points'), kind: 'number' },
        { head: html`<span class="hidden">${words.text('head.bar')}</span>`, kind: 'long' },
        { head: words.text('head.open'), kind: 'number' },
      ],
      given.card.categories
        .filter(({ entries }) => entries > 0)
        .map(({ id, score, ceiling, open, entries }) => ({
          cells: [
            pageLink(view, paths.categoryYear(given.year, id), categoryName(view, id)),
            { shows: figure(words, score, ceiling), sort: score ?? -1 },
            scoreBar({ points: score ?? 0, ceiling: ceiling ?? 0 }),
            { shows: words.tell('count.of', { count: open, all: entries }), sort: open },
          ],
        })),
      { caption: words.text('front.categories', { year: given.year }), kind: 'ranking' },
    ),
  );
};

/** The page of a year; the newest is the front page. */
export const frontPage = (view: PageView, given: SiteYear): PageBody => {
  const { words, data } = view;
  const { card, year } = given;
  const sentences = finding(view, given);
  const scores = new Map(rankedPlaces(given).map((place) => [place.id, place]));
  const isFront = view.path === paths.front;
  const main = html`<section class="lead" aria-labelledby="finding"><h1 id="finding">${isFront ? words.text('front.title', { year }) : words.text('front.year', { year })}</h1><p class="finding">${sentences.map((sentence) => sentence !== null && html`${sentence} `)}</p>${yearLinks(view, year)}</section>
<section aria-labelledby="map"><h2 id="map">${words.text('front.map')}</h2><div class="pictures"><figure>${worldMap(view, year, scores)}</figure><figure>${tileGrid(view, year, scores)}</figure></div>${mapLegend(view)}${mapNote(view)}</section>
<div class="pair">${moved(view, pairTo(view, given))}
${keptClosed(view, given)}</div>
${categoryList(view, given)}
<section aria-labelledby="ranks"><h2 id="ranks">${words.text('front.places')}</h2><p><a href="${view.to(paths.matrix(year))}">${words.text('front.matrix')}</a></p>${ranking(view, given)}</section>`;
  return {
    title: isFront ? data.settings.title : words.text('front.year', { year }),
    says: words.text('finding.open', {
      year,
      entries: card.summary.entries,
      places: card.summary.places,
      open: card.summary.open,
      percent: card.summary.openPercent,
    }),
    main,
    json: card,
  };
};
