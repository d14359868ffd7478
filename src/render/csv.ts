import { type Review, standingAnswer } from '../model/review.ts';
import { forCsv } from './escape.ts';
import { gainsIn } from './words.ts';

type Cells = Readonly<Record<string, string>>;

/** One review as named cells: what it is about, the score, and each question with its answer and its reason. */
const cellsOf = (review: Review): Cells => ({
  place: review.place?.id ?? '',
  category: review.category?.id ?? '',
  year: String(review.year),
  asof: review.asOf,
  edition: review.edition,
  points: String(review.score.points),
  ceiling: String(review.score.ceiling),
  outof: String(review.score.outOf),
  isopen: review.isOpen ? 'Yes' : 'No',
  ...Object.fromEntries(Object.entries(review.answers).map(([id, answer]) => [id, standingAnswer(answer)])),
  ...Object.fromEntries(Object.entries(review.answers).map(([id, { reason }]) => [`${id}_reason`, reason])),
});

const tail = (review: Review): Cells => ({
  criteria: review.criteria.map((criterion) => `${criterion.id}=${standingAnswer(criterion)}`).join(' '),
  gains: gainsIn(review)
    .map(({ fix, points, questions }) => `${questions.join(' ')}: ${points}: ${fix}`)
    .join(' | '),
  urls: review.candidates.flatMap(({ url, chosen }) => (chosen ? [url] : [])).join(' '),
  notes: review.notes,
});

/** One line per review, a column per question under its id; RFC 4180, and no cell can start a formula. */
export const renderCsv = (reviews: readonly Review[]): string => {
  const rows = reviews.map((review) => ({ ...cellsOf(review), ...tail(review) }) satisfies Cells);
  const last = ['criteria', 'gains', 'urls', 'notes'];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !last.includes(name));
  const columns = [...names, ...last];
  const lines = rows.map((row: Cells) => columns.map((name) => forCsv(row[name] ?? '')));
  return [columns.map(forCsv), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
};
