import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { Edition } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { csvLine } from '../reviews/csv.ts';
import { openStore } from '../reviews/index.ts';
import { dataPackage, entryRow, headerRow, type PublishedCsv, publishedRow } from '../reviews/published/index.ts';
import { writeWhole } from '../reviews/whole-file.ts';
import { RankTally } from '../score/rank.ts';
import { countingOf } from './counting.ts';
import { formatOf } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import type { Shell } from './shell.ts';
import { soundReviews } from './sound.ts';
import { editionOf, storeFolder } from './subject.ts';

const asksTheSame = (one: Edition, other: Edition): boolean =>
  one.questions.map(({ id }) => id).join() === other.questions.map(({ id }) => id).join();

const printedYear = ({ published, year }: Review): number => Number(published?.['year'] ?? year);

/** As published: newest year first; what was published in its old order, then audits by category and rank. */
const inOrder = (one: Review, other: Review): number => {
  const [row, second] = [publishedRow(one), publishedRow(other)];
  if (row !== undefined && second !== undefined) return row - second;
  if (row !== undefined || second !== undefined) return row === undefined ? -1 : 1;
  return (
    other.year - one.year ||
    ((one.category?.id ?? '') < (other.category?.id ?? '') ? -1 : one.category?.id === other.category?.id ? 0 : 1) ||
    other.score.points - one.score.points
  );
};

/** Ranks within year and category, for entries that were published with none. */
const ranksOf = (reviews: readonly Review[]): ((review: Review) => number) => {
  const tallies = new Map<string, RankTally>();
  const tallyOf = (review: Review): RankTally => {
    const key = `${printedYear(review)}/${review.category?.id}`;
    const tally = tallies.get(key) ?? new RankTally();
    tallies.set(key, tally);
    return tally;
  };
  for (const review of reviews) tallyOf(review).add(review.score.points);
  return (review) => tallyOf(review).rankOf(review.score.points);
};

/** The reviews that the columns of an edition fit, and how many others there are. */
const fitting = (
  edition: Edition,
  options: ExportOptions,
  shell: Shell,
): { readonly reviews: readonly Review[]; readonly others: number } => {
  const store = openStore(storeFolder(options.store, shell), countingOf(shell));
  const fits = new Map<string, boolean>();
  const reviews: Review[] = [];
  let others = 0;
  for (const review of soundReviews(store, options.year === undefined ? {} : { year: options.year }, shell)) {
    const isFit = fits.get(review.edition) ?? asksTheSame(editionOf(review.edition, shell), edition);
    fits.set(review.edition, isFit);
    if (isFit) reviews.push(review);
    else others += 1;
  }
  return { reviews: reviews.sort(inOrder), others };
};

const writeBoth = (csv: string, reviews: readonly Review[], edition: Edition, out: string, shell: Shell): void => {
  const vocabulary = shell.criteria.data<PublishedCsv>('vocabulary/godi-csv');
  const path = resolve(shell.cwd, out);
  const described = {
    path: basename(path),
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    rows: reviews.length,
    years: [...new Set(reviews.map(printedYear))].sort((one, other) => one - other),
  };
  writeWhole(path, csv);
  writeWhole(join(dirname(path), 'datapackage.json'), dataPackage(edition, vocabulary, described));
};

/** Runs `odi export`. */
export const runExport = async (options: ExportOptions, shell: Shell): Promise<void> => {
  formatOf(options, ['csv']);
  const edition = editionOf(options.edition, shell);
  const vocabulary = shell.criteria.data<PublishedCsv>('vocabulary/godi-csv');
  const { reviews, others } = fitting(edition, options, shell);
  if (reviews.length === 0) {
    throw new UserError(
      `${options.store} holds no reviews by the questions of ${edition.id}; see --store, --year and --edition.`,
    );
  }
  const rankOf = ranksOf(reviews);
  const rows = reviews.map((review) => csvLine(entryRow({ review, edition, vocabulary, rank: rankOf(review) })));
  const csv = csvLine(headerRow(edition, vocabulary)) + rows.join('');
  if (options.out === undefined) shell.print(csv);
  else writeBoth(csv, reviews, edition, options.out, shell);
  if (options.quiet === true) return;
  if (others > 0)
    shell.tell(`odi: ${others} reviews by other questions than those of ${edition.id} were left out; see --edition.\n`);
  if (options.out !== undefined)
    shell.tell(`${reviews.length} entries written to ${options.out}, described in datapackage.json beside it\n`);
};
