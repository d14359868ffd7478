import type { Edition } from '../../model/data.ts';
import { type Review, standingAnswer } from '../../model/review.ts';
import type { CsvColumn, PublishedCsv } from './vocabulary.ts';

/** What a cell is made of. */
interface Source {
  readonly review: Review;
  readonly edition: Edition;
  readonly vocabulary: PublishedCsv;
}

/** A row of the flat CSV, whose rank is known only when all reviews were seen. */
export interface EntryRow {
  readonly cells: readonly string[];
  /** Which of them is empty for the rank among all entries; null where the entry bears one of its own. */
  readonly rankAt: number | null;
}

const keyCell = (name: string, { review, edition }: Source): string => {
  const { place, category, year, published } = review;
  if (name === 'place') return place === null ? '' : (edition.codes.places[place.id] ?? place.id);
  if (name === 'year') return published?.['year'] ?? String(year);
  return category === null ? '' : (edition.codes.categories[category.id] ?? category.id);
};

const isOverruled = ({ answers, gates = {}, criteria }: Review): boolean =>
  [...Object.values({ ...gates, ...answers }), ...criteria].some(({ override }) => Boolean(override));

/** What was published stands until a person has overruled an answer. */
const publishedCell = (name: string, review: Review): string | undefined =>
  isOverruled(review) ? undefined : review.published?.[name];

/** An audit has no cell of its own for addresses and times: its evidence tells them. */
const auditCell = (name: string, { evidence, asOf, published }: Review): string => {
  if (published !== undefined) return '';
  const data = evidence.find(({ outcome, kind }) => outcome === 'arrived' && (kind === 'data' || kind === 'record'));
  if (name === 'url') return data?.finalUrl ?? '';
  if (name === 'format') return data?.format ?? '';
  if (name === 'licenseurl') return evidence.find(({ kind }) => kind === 'licence')?.finalUrl ?? '';
  return name === 'timestamp' ? `${asOf}T00:00:00` : '';
};

const answerCell = ({ answers }: Review, id: string): string => {
  const answer = answers[id];
  return answer === undefined ? 'Unsure' : standingAnswer(answer);
};

const cellsOf = ({ name, holds }: CsvColumn, source: Source): readonly string[] => {
  const { review, edition, vocabulary } = source;
  switch (holds) {
    case 'key':
    case 'repeat':
      return [keyCell(name, source)];
    case 'rank':
      return [publishedCell(name, review) ?? ''];
    case 'score':
      return [publishedCell(name, review) ?? String(review.score.points)];
    case 'open':
      return [publishedCell(name, review) ?? (review.isOpen ? 'Yes' : 'No')];
    case 'answers':
      return edition.questions.map(({ id }) => answerCell(review, id));
    case 'submitters':
      return [review.people.submitter];
    case 'reviewers':
      return [review.people.reviewers.join(vocabulary.people)];
    case 'comments':
      return [review.people.comments];
    case 'notes':
      return [review.notes];
    case 'text':
      return [review.published?.[name] ?? auditCell(name, review)];
  }
};

/** Columns of the flat CSV under an edition. A text column that bears the name of a question gives way to it. */
export const columnsOf = (edition: Edition, { columns }: PublishedCsv): readonly CsvColumn[] => {
  const questions = new Set(edition.questions.map(({ id }) => id));
  return columns.filter(({ name, holds }) => holds !== 'text' || !questions.has(name));
};

/** Header of the flat CSV under an edition. */
export const headerRow = (edition: Edition, vocabulary: PublishedCsv): readonly string[] =>
  columnsOf(edition, vocabulary).flatMap(({ name, holds }) =>
    holds === 'answers' ? edition.questions.map(({ id }) => id) : [name],
  );

/** One review as a row of the flat CSV. */
export const entryRow = (source: Source): EntryRow => {
  const cells: string[] = [];
  let rankAt: number | null = null;
  for (const column of columnsOf(source.edition, source.vocabulary)) {
    if (column.holds === 'rank' && publishedCell(column.name, source.review) === undefined) rankAt = cells.length;
    cells.push(...cellsOf(column, source));
  }
  return { cells, rankAt };
};

/** Where a row stood in the file it was published in; undefined for reviews that were not. */
export const publishedRow = ({ published }: Review): number | undefined => {
  const row = Number(published?.['row']);
  return Number.isInteger(row) ? row : undefined;
};
