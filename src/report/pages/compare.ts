import type { Change } from '../../model/diff.ts';
import { table } from '../../render/page/table.ts';
import { type Content, html, isolated } from '../../render/template.ts';
import type { SiteYear, YearPair } from '../model.ts';
import { difference, figure, section } from '../parts/score.ts';
import { paths } from '../paths.ts';
import { changesIn, deltaOf, placeIn } from '../scores.ts';
import { categoryName, type PageBody, type PageView, pageLink, placeName, questionName } from '../view.ts';

const yearIn = ({ data }: PageView, year: number): SiteYear | undefined => data.years.find((one) => one.year === year);

const scoreOf = (view: PageView, year: number, place: string) => {
  const given = yearIn(view, year);
  return given === undefined ? undefined : placeIn(given.card, place);
};

const comparable = (view: PageView, { diff, before, after }: YearPair): Content =>
  diff.comparable
    ? null
    : html`<p class="warning">${view.words.tell('compare.editions', { before, after, old: diff.before.editions.join(', '), fresh: diff.after.editions.join(', ') })}</p>`;

/** What changes add up to, by whose doing and by cause. */
const totals = (view: PageView, { diff }: YearPair, changes: readonly Change[]): Content => {
  const { words } = view;
  const causes = new Map<string, { answers: number; gained: number; lost: number }>();
  for (const { cause, points } of changes) {
    const sum = causes.get(cause) ?? { answers: 0, gained: 0, lost: 0 };
    sum.answers += 1;
    if (points > 0) sum.gained += points;
    else sum.lost -= points;
    causes.set(cause, sum);
  }
  const rows = [...causes].sort(
    ([one, { answers: count }], [other, { answers: more }]) => more - count || (one < other ? -1 : 1),
  );
  return rows.length === 0
    ? null
    : section(
        'causes',
        words.text('compare.causes'),
        table(
          [
            { head: words.text('head.cause'), kind: 'name' },
            { head: words.text('head.meaning'), kind: 'long' },
            { head: words.text('head.changes'), kind: 'number' },
            { head: words.text('head.gained'), kind: 'number' },
            { head: words.text('head.lost'), kind: 'number' },
          ],
          rows.map(([cause, { answers, gained, lost }]) => ({
            cells: [
              words.text(`cause.${cause}`),
              words.text(`cause-means.${cause}`),
              words.number(answers),
              { shows: difference(words, gained), sort: gained },
              { shows: difference(words, -lost), sort: -lost },
            ],
          })),
          { caption: words.text('compare.causes', { before: { said: diff.before.name } }), kind: 'plain' },
        ),
      );
};

/** Two years of all places. */
export const pairPage = (view: PageView, pair: YearPair): PageBody => {
  const { words } = view;
  const { before, after, diff } = pair;
  const title = words.text('compare.title', { before, after });
  const counts = new Map<string, number>();
  for (const { place } of diff.changes) counts.set(place, (counts.get(place) ?? 0) + 1);
  const shown = diff.places.filter(({ before: was, after: is }) => was !== null && is !== null);
  return {
    title,
    says: words.text('compare.says', { before, after, changes: diff.changes.length }),
    trail: [[paths.compare, words.text('nav.compare')]],
    main: html`<h1>${title}</h1>${comparable(view, pair)}<p>${words.tell('compare.tally', { changes: diff.changes.length, added: diff.added.length, removed: diff.removed.length })}</p>
${totals(view, pair, diff.changes)}
${section(
  'places',
  words.text('nav.places'),
  table(
    [
      { head: words.text('head.place'), kind: 'name' },
      { head: String(before), kind: 'number' },
      { head: String(after), kind: 'number' },
      { head: words.text('head.difference'), kind: 'number' },
      { head: words.text('head.changes'), kind: 'number' },
    ],
    shown.map(({ id, before: was, after: is, delta }) => ({
      id,
      cells: [
        pageLink(view, paths.pairPlace(before, after, id), placeName(view, id)),
        was === null ? '–' : words.number(was),
        is === null ? '–' : words.number(is),
        {
          shows: html`<span class="${(delta ?? 0) > 0 ? 'up' : (delta ?? 0) < 0 ? 'down' : ''}">${difference(words, delta ?? 0)}</span>`,
          sort: delta ?? 0,
        },
        words.number(counts.get(id) ?? 0),
      ],
    })),
    { caption: title, filter: words.text('filter.places'), kind: 'ranking' },
  ),
)}`,
    json: {
      before: diff.before,
      after: diff.after,
      comparable: diff.comparable,
      places: diff.places,
      summary: diff.summary,
    },
  };
};

const answerText = (view: PageView, value: Change['from']): string =>
  typeof value === 'number' ? view.words.number(value) : view.words.verdict(value);

const changeRows = (view: PageView, pair: YearPair, changes: readonly Change[]) => {
  const edition = yearIn(view, pair.after)?.edition;
  return changes.map(({ question, from, to, points, cause, says }) => ({
    cells: [
      question === null || edition === undefined
        ? view.words.text('head.points')
        : questionName(view, edition, question),
      html`${answerText(view, from)} <span aria-hidden="true">→</span><span class="hidden">${view.words.text('to')}</span> ${answerText(view, to)}`,
      { shows: difference(view.words, points), sort: points },
      // How a cause was found is told in English alone; what it means is said in every language.
      html`<strong>${view.words.text(`cause.${cause}`)}</strong> ${view.language.tag !== 'en' && html`${view.words.text(`cause-means.${cause}`)} `}<span dir="auto" lang="en">${says}</span>`,
    ],
  }));
};

/** Two years of one place: every changed answer, with its cause. */
export const pairPlacePage = (view: PageView, pair: YearPair, place: string): PageBody => {
  const { words } = view;
  const { before, after, diff } = pair;
  const name = placeName(view, place);
  const changes = changesIn(diff, place);
  const categories = [...new Set(changes.map(({ category }) => category))];
  const delta = deltaOf(diff, place);
  const title = words.text('compare.place', { place: { said: name }, before, after });
  const cellOf = (year: number, category: string) => scoreOf(view, year, place)?.categories[category];
  const heads = [
    { head: words.text('head.question'), kind: 'name' as const },
    { head: words.text('head.answer') },
    { head: words.text('head.points'), kind: 'number' as const },
    { head: words.text('head.cause'), kind: 'long' as const },
  ];
  const alone = (list: readonly { readonly place: string; readonly category: string }[], id: string): Content => {
    const own = list.filter((one) => one.place === place);
    return own.length === 0
      ? null
      : section(
          id,
          words.text(`compare.${id}`),
          html`<ul>${own.map(({ category }) => html`<li>${isolated(categoryName(view, category))}</li>`)}</ul>`,
        );
  };
  return {
    title,
    says: words.text('compare.place-says', { place: { said: name }, before, after, changes: changes.length }),
    trail: [
      [paths.compare, words.text('nav.compare')],
      [paths.pair(before, after), words.text('compare.title', { before, after })],
    ],
    main: html`<h1>${title}</h1>${comparable(view, pair)}<p class="score"><a href="${view.to(paths.placeYear(before, place))}">${String(before)}: ${delta?.before ?? '–'}</a> <span aria-hidden="true">→</span> <a href="${view.to(paths.placeYear(after, place))}">${String(after)}: ${delta?.after ?? '–'}</a> <strong>${difference(words, delta?.delta ?? 0)}</strong></p>
${changes.length === 0 ? html`<p>${words.text('entry.unchanged')}</p>` : totals(view, pair, changes)}
${categories.map((category) =>
  section(
    category,
    categoryName(view, category),
    html`<p class="score"><a href="${view.to(paths.entry(before, place, category))}">${figure(words, cellOf(before, category)?.points ?? null, cellOf(before, category)?.ceiling ?? null)}</a> <span aria-hidden="true">→</span> <a href="${view.to(paths.entry(after, place, category))}">${figure(words, cellOf(after, category)?.points ?? null, cellOf(after, category)?.ceiling ?? null)}</a></p>${table(
      heads,
      changeRows(
        view,
        pair,
        changes.filter((change) => change.category === category),
      ),
      { caption: words.text('compare.of', { category: { said: categoryName(view, category) } }), kind: 'stacked' },
    )}`,
  ),
)}
${alone(diff.added, 'added')}${alone(diff.removed, 'removed')}`,
    json: { before, after, place: delta ?? null, changes },
  };
};

/** What can be compared: years with one another, and places within a year. */
export const comparePage = (view: PageView): PageBody => {
  const { words, data } = view;
  const pairs = [...data.pairs].sort((one, other) => other.after - one.after || other.before - one.before);
  return {
    title: words.text('nav.compare'),
    says: words.text('compare.index'),
    trail: [],
    main: html`<h1>${words.text('nav.compare')}</h1><p>${words.text('compare.index')}</p>${
      pairs.length > 0 &&
      section(
        'two-years',
        words.text('compare.two-years'),
        html`<ul class="big">${pairs.map(({ before, after }) => html`<li><a href="${view.to(paths.pair(before, after))}">${words.text('compare.title', { before, after })}</a></li>`)}</ul>`,
      )
    }${section(
      'two-places',
      words.text('compare.two-places'),
      html`<p>${words.text('compare.tick')}</p><ul class="big">${[...data.years].reverse().map(({ year }) => html`<li><a href="${view.to(paths.matrix(year))}">${words.text('matrix.title', { year })}</a></li>`)}</ul>`,
    )}`,
    json: { pairs: pairs.map(({ before, after }) => ({ before, after })), years: data.years.map(({ year }) => year) },
  };
};
