import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedNames, titlesOf } from '../../src/commands/published-names.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Edition } from '../../src/model/data.ts';
import type { Review } from '../../src/model/review.ts';
import type { Scorecard } from '../../src/model/scorecard.ts';
import { csvLine, readCsv } from '../../src/reviews/csv.ts';
import {
  entryRow,
  headerRow,
  type PublishedCsv,
  publishedRow,
  readEntries,
  reviewerOfEntries,
} from '../../src/reviews/published/index.ts';
import { scoredEntry } from '../../src/reviews/scored.ts';
import { contradictions, openScorecard, scoreOf } from '../../src/score/index.ts';
import type { Evaluation, Figure } from './evaluation.ts';

/** Counts how many of many published numbers come out. */
class Count {
  held = 0;
  readonly wrong: string[] = [];
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  expect(what: string, found: unknown, published: unknown): void {
    if (String(found ?? '') === String(published ?? '')) this.held += 1;
    else this.wrong.push(`${this.name}: ${what}: ${String(found)} instead of ${String(published)}`);
  }

  figure(): Figure {
    const of = this.held + this.wrong.length;
    return { name: `${this.name}, of ${of}`, value: this.held, unit: 'count', atLeast: of };
  }
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): readonly Row[] => {
  const [header, ...records] = [...readCsv(readFileSync(file, 'utf8'))];
  return records.map(({ cells }) =>
    Object.fromEntries((header?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])),
  );
};

const criteria = openCriteria();
const vocabulary = criteria.data<PublishedCsv>('vocabulary/godi-csv');
const names = publishedNames(criteria, vocabulary);
const titles = titlesOf(criteria);

const reviewsOf = (file: string): readonly Review[] => {
  const { entries, faults } = readEntries(readFileSync(file, 'utf8'), vocabulary, names);
  for (const { line, says } of faults) throw new Error(`${file}:${line}: ${says}`);
  return entries.map(reviewerOfEntries(vocabulary, titles, { scoreOf, contradictions }));
};

const scorecardOf = (edition: Edition, reviews: readonly Review[]): Scorecard => {
  const card = openScorecard(edition, edition.year, {
    place: (id) => titles.place(id).name,
    category: titles.category,
  });
  const scored = reviews.map((review) => [review.year, scoredEntry(review)] as const);
  for (const [year, entry] of scored) if (entry !== null && year === edition.year) card.add(entry);
  for (const [year, entry] of scored) if (entry !== null && year !== edition.year) card.compete(entry);
  return card.close();
};

/** Scores, openness and ranks of the entries, against the cells they were published with. */
const entryCounts = (rows: readonly Row[], reviews: readonly Review[], cards: ReadonlyMap<number, Scorecard>) => {
  const scores = new Count('entry scores');
  const open = new Count('entries open or not');
  const ranks = new Count('entry ranks');
  for (const review of reviews) {
    const row = rows[(publishedRow(review) ?? 0) - 1] ?? {};
    const what = `${row['place']} ${row['dataset']} ${row['year']}`;
    scores.expect(what, review.score.points, row['score']);
    open.expect(what, review.isOpen ? 'Yes' : 'No', row['isopen']);
    const place = cards.get(review.year)?.places.find(({ id }) => id === review.place?.id);
    ranks.expect(what, place?.categories[review.category?.id ?? '']?.rank, row['rank']);
  }
  return [scores, open, ranks];
};

const suffixOf = (year: number): string => (year === 2015 ? '' : `_${year}`);

const listCount = (
  name: string,
  rows: readonly Row[],
  cards: ReadonlyMap<number, Scorecard>,
  kind: 'places' | 'categories',
): Count => {
  const count = new Count(name);
  for (const [year, card] of cards) {
    const edition = criteria.edition(card.edition);
    for (const row of rows) {
      const id = kind === 'places' ? names.place(edition, row['id'] ?? '') : names.category(edition, row['id'] ?? '');
      const found = card[kind].find((item) => item.id === id);
      for (const field of ['score', 'rank'] as const) {
        count.expect(`${row['id']} ${field} ${year}`, found?.[field], row[`${field}${suffixOf(year)}`]);
      }
    }
  }
  return count;
};

const summaryCount = (rows: readonly Row[], cards: ReadonlyMap<number, Scorecard>): Count => {
  const count = new Count('numbers of the summary');
  const fields = {
    places_count: 'places',
    entries_count: 'entries',
    isopen_count: 'open',
    isopen_percent: 'openPercent',
  } as const;
  for (const [year, { summary }] of cards) {
    for (const row of rows) {
      const field = fields[row['id'] as keyof typeof fields];
      count.expect(`${row['id']} ${year}`, summary[field], row[`value${suffixOf(year)}`]);
    }
  }
  return count;
};

const roundTrip = (file: string, reviews: readonly Review[]): Count => {
  const count = new Count('cells of the exported file');
  const edition = criteria.edition('godi-2015');
  const inOrder = [...reviews].sort((one, other) => (publishedRow(one) ?? 0) - (publishedRow(other) ?? 0));
  const rows = inOrder.map((review) => entryRow({ review, edition, vocabulary }).cells);
  const exported = [...readCsv([headerRow(edition, vocabulary), ...rows].map(csvLine).join(''))];
  for (const [at, { cells, line }] of [...readCsv(readFileSync(file, 'utf8'))].entries()) {
    for (const [column, cell] of cells.entries()) count.expect(`line ${line}`, exported[at]?.cells[column], cell);
  }
  return count;
};

const landCounts = (file: string): readonly Count[] => {
  const rows = rowsOf(file);
  const card = scorecardOf(criteria.edition('godi-2016'), reviewsOf(file));
  const scores = new Count('land scores of 2016');
  const ranks = new Count('land ranks of 2016');
  for (const row of rows) {
    const id = names.place(criteria.edition('godi-2016'), row['place_name'] ?? '');
    const found = card.places.find((place) => place.id === id);
    scores.expect(row['place_name'] ?? '', found?.score, row['score']);
    ranks.expect(row['place_name'] ?? '', found?.rank, row['rank']);
  }
  return [scores, ranks];
};

/** Does every number that the index published come out of its answers? */
export const editions: Evaluation = {
  id: 'editions',
  title: 'Editions: the published numbers, recomputed from the published answers',
  needs: [
    'godi/entries.csv',
    'godi/places.csv',
    'godi/datasets.csv',
    'godi/summary.csv',
    'godi/land_ownership_2016.csv',
  ],
  run: async ({ shared }) => {
    const at = (name: string): string => join(shared, 'godi', name);
    const reviews = reviewsOf(at('entries.csv'));
    const cards = new Map(
      [2015, 2014, 2013].map((year) => [year, scorecardOf(criteria.edition(`godi-${year}`), reviews)]),
    );
    const counts = [
      ...entryCounts(rowsOf(at('entries.csv')), reviews, cards),
      listCount('place scores and ranks', rowsOf(at('places.csv')), cards, 'places'),
      listCount('dataset scores and ranks', rowsOf(at('datasets.csv')), cards, 'categories'),
      summaryCount(rowsOf(at('summary.csv')), cards),
      ...landCounts(at('land_ownership_2016.csv')),
      roundTrip(at('entries.csv'), reviews),
    ];
    const wrong = counts.flatMap((count) => count.wrong);
    const report = wrong.length === 0 ? 'Every number comes out.' : wrong.slice(0, 50).join('\n');
    return { figures: counts.map((count) => count.figure()), report };
  },
};
