import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Edition } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { csvLine } from '../reviews/csv.ts';
import { stagingOf } from '../reviews/leftovers.ts';
import {
  dataPackage,
  type EntryRow,
  entryRow,
  headerRow,
  type OrderedRows,
  openOrderedRows,
  type PublishedCsv,
  type RowText,
} from '../reviews/published/index.ts';
import { writeWhole, writeWholeParts } from '../reviews/whole-file.ts';
import { RankTally } from '../score/rank.ts';
import { formatOf } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import type { Shell } from './shell.ts';
import { breathing } from './sides.ts';
import { soundReviews } from './sound.ts';
import { storeAt } from './store-at.ts';
import { editionOf } from './subject.ts';

const asksTheSame = (one: Edition, other: Edition): boolean =>
  one.questions.map(({ id }) => id).join() === other.questions.map(({ id }) => id).join();

/** The row of a review in two, with room for its rank between. */
const rowText = ({ cells, rankAt }: EntryRow): RowText => {
  if (rankAt === null) return { before: csvLine(cells), after: '', takesRank: false };
  const before = cells.slice(0, rankAt);
  const start = before.length === 0 ? '' : csvLine(before).replace(/\r\n$/, ',');
  return { before: start, after: csvLine(cells.slice(rankAt)), takesRank: true };
};

/** Gathers the rows of reviews that the columns of an edition fit; how many others there are. */
const gather = async (rows: OrderedRows, edition: Edition, options: ExportOptions, shell: Shell): Promise<number> => {
  const store = storeAt(options.store, shell);
  const vocabulary = shell.criteria.data<PublishedCsv>('vocabulary/godi-csv');
  const fits = new Map<string, boolean>();
  let others = 0;
  const selection = options.year === undefined ? {} : { year: options.year };
  for await (const review of breathing(soundReviews(store, selection, shell), shell)) {
    const isFit = fits.get(review.edition) ?? asksTheSame(editionOf(review.edition, shell), edition);
    fits.set(review.edition, isFit);
    if (isFit) rows.add(review, rowText(entryRow({ review, edition, vocabulary })));
    else others += 1;
  }
  return others;
};

/** Texts in pieces of about that many characters. */
function* pieces(texts: Iterable<string>, length: number): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < length) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Characters of the document that are put together: what is smaller is printed at once, so that no half of it can be. */
const together = 16 * 1024 * 1024;
const written = 256 * 1024;

/** Writes the file whole or not at all, and its description beside it. */
const writeBoth = (lines: Iterable<string>, rows: OrderedRows, edition: Edition, out: string, shell: Shell): void => {
  const vocabulary = shell.criteria.data<PublishedCsv>('vocabulary/godi-csv');
  const path = resolve(shell.cwd, out);
  const hash = createHash('sha256');
  let bytes = 0;
  writeWholeParts(path, pieces(lines, written), (part) => {
    hash.update(part);
    bytes += part.length;
  });
  const described = {
    ...{ path: basename(path), bytes, hash: `sha256:${hash.digest('hex')}` },
    ...{ rows: rows.count(), years: rows.years() },
  };
  writeWhole(join(dirname(path), 'datapackage.json'), dataPackage(edition, vocabulary, described));
};

function* linesOf(rows: OrderedRows, edition: Edition, shell: Shell): Generator<string> {
  yield csvLine(headerRow(edition, shell.criteria.data<PublishedCsv>('vocabulary/godi-csv')));
  yield* rows.rows();
}

const deliver = (rows: OrderedRows, edition: Edition, options: ExportOptions, shell: Shell): void => {
  const lines = linesOf(rows, edition, shell);
  if (options.out !== undefined) writeBoth(lines, rows, edition, options.out, shell);
  else for (const piece of pieces(lines, together)) shell.print(piece);
};

/** Runs `odi export`. */
export const runExport = async (options: ExportOptions, shell: Shell): Promise<void> => {
  formatOf(options, ['csv']);
  const edition = editionOf(options.edition, shell);
  const rows = openOrderedRows(stagingOf(join(tmpdir(), 'odi-export')), () => new RankTally());
  try {
    const others = await gather(rows, edition, options, shell);
    if (shell.interrupted.aborted) return;
    if (rows.count() === 0) {
      throw new UserError(
        `${options.store} holds no reviews by the questions of ${edition.id}; see --store, --year and --edition.`,
      );
    }
    deliver(rows, edition, options, shell);
    if (options.quiet === true) return;
    if (others > 0)
      shell.tell(
        `odi: ${others} reviews by other questions than those of ${edition.id} were left out; see --edition.\n`,
      );
    if (options.out !== undefined)
      shell.tell(`${rows.count()} entries written to ${options.out}, described in datapackage.json beside it\n`);
  } finally {
    rows.close();
  }
};
