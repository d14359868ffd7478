import { english } from '../messages/english.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { fallsList } from './diff-html.ts';
import { pageAlone } from './page/alone.ts';
import { figure, scoreBar, section, stepOf } from './page/score.ts';
import { type Row, table } from './page/table.ts';
import { type Bar, isUnder, many, range } from './scorecard-words.ts';
import { type Content, html, isolated } from './template.ts';

const placeRow = (card: Scorecard, place: Scorecard['places'][number]): Row => ({
  cells: [
    { shows: place.rank === null ? '–' : english.number(place.rank) },
    isolated(place.name),
    { shows: figure(english, place.score, place.ceiling) },
    { shows: english.number(place.open) },
    ...card.categories.map(({ id }) => {
      const cell = place.categories[id];
      if (cell === undefined) return { shows: '', kind: 'none' };
      const kinds = [
        stepOf(cell.points),
        ...(cell.ceiling > cell.points ? ['hatched'] : []),
        ...(cell.isOpen ? ['open'] : []),
      ];
      return { shows: range(cell.points, cell.ceiling), kind: kinds.join(' ') };
    }),
  ],
});

const places = (card: Scorecard): Content => {
  const entered = card.places.filter(({ entries }) => entries > 0);
  const others = card.places.filter(({ entries }) => entries === 0);
  return section(
    'places',
    'Places',
    html`${table(
      [
        { head: 'Rank', kind: 'number' },
        { head: 'Place', kind: 'name' },
        { head: 'Score', kind: 'number' },
        { head: 'Open', kind: 'number' },
        ...card.categories.map(({ title }) => ({ head: html`<span class="turned">${isolated(title)}</span>` })),
      ],
      entered.map((place) => placeRow(card, place)),
      { caption: `Places by rank, ${card.year}`, heading: 1, kind: 'matrix' },
    )}<p class="note">A frame marks open data. A range ends where the score would be if every undecided answer turned into Yes.</p>${
      others.length > 0 &&
      html`<p class="note">${many(others.length, 'place', 'places')} without entries: ${others.map(({ name }, at) => html`${at > 0 && html`, `}${isolated(name)}`)}.</p>`
    }`,
  );
};

const categories = ({ categories: all, year }: Scorecard): Content =>
  section(
    'categories',
    'Categories',
    table(
      [
        { head: 'Rank', kind: 'number' },
        { head: 'Category', kind: 'name' },
        { head: 'Score', kind: 'number' },
        { head: html`<span class="hidden">Score as a bar</span>`, kind: 'long' },
        { head: 'Open', kind: 'number' },
        { head: 'Entries', kind: 'number' },
      ],
      all.map(({ rank, title, score, ceiling, open, entries }) => ({
        cells: [
          rank === null ? '–' : english.number(rank),
          isolated(title),
          figure(english, score, ceiling),
          scoreBar({ points: score ?? 0, ceiling: ceiling ?? score ?? 0 }),
          english.number(open),
          english.number(entries),
        ],
      })),
      { caption: `Categories by rank, ${year}`, heading: 1, kind: 'ranking' },
    ),
  );

const missed = (card: Scorecard, { under, regression }: Bar): Content => {
  const low = card.places.filter((place) => isUnder(place, under));
  return [
    low.length === 0
      ? null
      : section(
          'under',
          'Under the bar',
          html`<ul>${low.map(({ name, score }) => html`<li><strong>${isolated(name)}</strong> scores ${String(score)}, which is under ${String(under)}.</li>`)}</ul>`,
        ),
    fallsList(regression),
  ];
};

/** A scorecard as one page: what missed the bar first, then places by categories, each with its points and the most that they might be. */
export const scorecardHtml = (card: Scorecard, bar: Bar): string => {
  const { places: count, entries, open, openPercent } = card.summary;
  return pageAlone(
    `Scorecard ${card.year}`,
    html`<header><h1>Scorecard <span class="year">${String(card.year)}</span></h1>
<p class="score">${many(count, 'place', 'places')}, ${many(entries, 'entry', 'entries')}, ${english.number(open)} open (${english.number(openPercent)} %). Edition <bdi dir="ltr">${card.edition}</bdi>.</p></header>
${missed(card, bar)}
${places(card)}
${categories(card)}`,
  );
};
