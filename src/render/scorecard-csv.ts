import type { PlaceScore, Scorecard } from '../model/scorecard.ts';
import { forCsv } from './escape.ts';

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const row = (place: PlaceScore, year: number, categories: readonly string[]): string => {
  const { id, name, rank, score, ceiling, open, entries } = place;
  const points = categories.map((category) => number(place.categories[category]?.points));
  return [
    forCsv(id),
    forCsv(name),
    String(year),
    number(rank),
    number(score),
    number(ceiling),
    open,
    entries,
    ...points,
  ].join(',');
};

/** One line a place, one column a category; an empty cell is a category without an entry, or a place that was left out. */
export const scorecardCsv = ({ places, categories, year }: Scorecard): string => {
  const ids = categories.map(({ id }) => id);
  const header = ['place', 'name', 'year', 'rank', 'score', 'ceiling', 'open', 'entries', ...ids.map(forCsv)].join(',');
  return `${[header, ...places.map((place) => row(place, year, ids))].join('\n')}\n`;
};
