import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import { discard, stagingOf } from '../reviews/leftovers.ts';
import {
  citation,
  csvTable,
  dataDictionary,
  licenceText,
  type OpenTable,
  openReferences,
  type PackageContents,
  type Publication,
  type RowsByTable,
  reviewRows,
  type TableFile,
  type TableWriter,
  type TidyTable,
  type TidyVocabulary,
  tidyPackage,
} from '../reviews/tidy/index.ts';
import { notWritten, writeWhole } from '../reviews/whole-file.ts';
import { publicationOf } from './export-about.ts';
import { formatOf } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import type { Shell } from './shell.ts';
import { breathing } from './sides.ts';
import { soundReviews } from './sound.ts';
import { storeAt } from './store-at.ts';

/** Which reviews are written. */
type TidySource = Pick<ExportOptions, 'store' | 'year'> & {
  /** Reviews that are left out, by `year/place/category`. */
  readonly without?: ReadonlySet<string>;
};

/** A table while it is written. */
interface OpenFile {
  readonly table: TidyTable;
  readonly path: string;
  readonly writer: TableWriter;
  rows: number;
}

/** What was seen while the reviews passed by. */
interface Passed {
  readonly years: Set<number>;
  newest: string;
  reviews: number;
}

/** Digest of a file of any size. */
const hashOf = (path: string): string => {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const part = Buffer.allocUnsafe(1 << 16);
  try {
    for (let read = readSync(file, part); read > 0; read = readSync(file, part)) hash.update(part.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return `sha256:${hash.digest('hex')}`;
};

const put = (files: readonly OpenFile[], rows: RowsByTable): void => {
  for (const file of files) {
    const own = rows[file.table.name] ?? [];
    file.writer.write(own);
    file.rows += own.length;
  }
};

/** Writes every table, a review at a time: what is held in memory does not grow with their number. */
const writeTables = async (files: readonly OpenFile[], options: TidySource, shell: Shell): Promise<Passed> => {
  const store = storeAt(options.store, shell);
  const passed: Passed = { years: new Set(), newest: '', reviews: 0 };
  const references = openReferences(shell.criteria);
  const selection = options.year === undefined ? {} : { year: options.year };
  for await (const review of breathing(soundReviews(store, selection, shell, options.without), shell)) {
    put(files, reviewRows(review));
    references.take(review);
    passed.years.add(review.year);
    passed.reviews += 1;
    if (review.asOf > passed.newest) passed.newest = review.asOf;
  }
  put(files, references.rows());
  for (const { writer } of files) writer.close();
  return passed;
};

const described = ({ table, path, rows }: OpenFile, name: string): TableFile => ({
  table,
  path: name,
  bytes: statSync(path).size,
  hash: hashOf(path),
  rows,
});

/** Writes tables and their description into a folder, which is made. Null where it was interrupted, or there was no review. */
const packageInto = async (
  folder: string,
  form: PackageContents['form'],
  options: TidySource,
  publication: Publication,
  shell: Shell,
): Promise<{ readonly passed: Passed; readonly contents: PackageContents | null }> => {
  const vocabulary = shell.criteria.data<TidyVocabulary>('vocabulary/tidy');
  const open: OpenTable = form === 'csv' ? csvTable : (await import('../reviews/tidy/parquet.ts')).parquetTable;
  mkdirSync(folder, { recursive: true });
  const files = vocabulary.tables.map((table): OpenFile => {
    const path = join(folder, `${table.name}.${form}`);
    return { table, path, writer: open(path, table), rows: 0 };
  });
  const passed = await writeTables(files, options, shell);
  if (passed.reviews === 0 || shell.interrupted.aborted) return { passed, contents: null };
  const contents: PackageContents = {
    ...{ form, publication, vocabulary, newest: passed.newest, tool: `odi ${ODI_VERSION}` },
    files: files.map((file) => described(file, `${file.table.name}.${form}`)),
    years: [...passed.years].sort((one, other) => one - other),
  };
  writeWhole(join(folder, 'data-dictionary.md'), dataDictionary(contents));
  writeWhole(join(folder, 'LICENCE.txt'), licenceText(publication));
  writeWhole(join(folder, 'CITATION.cff'), citation(contents));
  writeWhole(join(folder, 'datapackage.json'), tidyPackage(contents));
  return { passed, contents };
};

/** What is written besides the tables; the description comes last. */
const texts = ['data-dictionary.md', 'LICENCE.txt', 'CITATION.cff', 'datapackage.json'];

/** Writes the package into a folder beside its place, and moves it file by file. */
const writePackage = async (
  out: string,
  staging: string,
  form: PackageContents['form'],
  options: ExportOptions,
  shell: Shell,
): Promise<Passed> => {
  const vocabulary = shell.criteria.data<TidyVocabulary>('vocabulary/tidy');
  const publication = publicationOf(options, vocabulary, shell);
  const { passed, contents } = await packageInto(staging, form, options, publication, shell);
  if (contents === null) return passed;
  mkdirSync(out, { recursive: true });
  for (const path of [...contents.files.map((file) => file.path), ...texts])
    renameSync(join(staging, path), join(out, path));
  return passed;
};

/**
 * The tables of one year as CSV, in a folder of a site.
 *
 * @returns the files, described; none where there was no review, or it was interrupted.
 */
export const yearTables = async (
  folder: string,
  source: TidySource & { readonly year: number },
  publication: Publication,
  shell: Shell,
): Promise<readonly TableFile[]> =>
  (await packageInto(folder, 'csv', source, publication, shell)).contents?.files ?? [];

/** `odi export --to tidy`: tables with keys and types, described in a data package. */
export const exportTidy = async (options: ExportOptions, shell: Shell): Promise<void> => {
  if (options.out === undefined) throw new UserError('--to tidy writes several files: name their folder with --out.');
  const form = formatOf(options, ['csv', 'parquet']);
  const out = resolve(shell.cwd, options.out);
  const staging = stagingOf(out);
  try {
    const passed = await writePackage(out, staging, form, options, shell);
    if (passed.reviews === 0) throw new UserError(`${options.store} holds no reviews; see --store and --year.`);
    if (options.quiet !== true && !shell.interrupted.aborted)
      shell.tell(
        `${passed.reviews === 1 ? '1 review' : `${passed.reviews} reviews`} written to ${options.out}, described in datapackage.json there\n`,
      );
  } catch (error) {
    throw error instanceof UserError || !(error instanceof Error && 'code' in error) ? error : notWritten(out, error);
  } finally {
    discard(staging);
  }
};
