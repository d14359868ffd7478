import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { keyOf, pathOf } from './key.ts';
import { openStore, serialise } from './store.ts';

/** What became of many reviews. */
export interface BulkOutcome {
  written: number;
  /** Already there, word for word. */
  unchanged: number;
  /** Files of reviews that were there before and that the caller wants kept. */
  readonly kept: string[];
}

/** Reviews that share a folder, with the file of each. */
interface Folder {
  readonly path: string;
  readonly reviews: ReadonlyMap<string, Review>;
}

const folderOf = (dir: string, reviews: Iterable<Review>): Folder => {
  const files = new Map([...reviews].map((review) => [join(dir, pathOf(keyOf(review))), review] as const));
  const [first] = files.keys();
  return { path: dirname(first ?? join(dir, 'none')), reviews: files };
};

/** The folder around it is nearly always there already, and looking for it costs more than making one. */
const makeFolder = (path: string): void => {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path, { recursive: true });
  }
};

/** Writes a folder that is not there yet beside its place and moves it there whole; false where another process was first. */
const placeWhole = ({ path, reviews }: Folder): boolean => {
  const staging = join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    makeFolder(staging);
    for (const [file, review] of reviews) writeFileSync(join(staging, basename(file)), serialise(review));
    renameSync(staging, path);
    return true;
  } catch (cause) {
    rmSync(staging, { recursive: true, force: true });
    if (existsSync(path)) return false;
    throw new UserError(`${path} was not written (${(cause as Error).message}); choose another place with --store.`, {
      cause,
    });
  }
};

const textAt = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * Keeps many reviews, handed over by year and place, each folder or file whole or not at all. `mayReplace` is asked
 * before a different review that is already there gives way. Yields after every folder, so that the caller can stop
 * between two.
 */
export function* writeAll(
  dir: string,
  folders: Iterable<Iterable<Review>>,
  mayReplace: (before: string) => boolean,
): Generator<BulkOutcome, BulkOutcome> {
  const store = openStore(dir);
  const outcome: BulkOutcome = { written: 0, unchanged: 0, kept: [] };
  for (const reviews of folders) {
    const folder = folderOf(dir, reviews);
    if (!existsSync(folder.path) && placeWhole(folder)) {
      outcome.written += folder.reviews.size;
      yield outcome;
      continue;
    }
    for (const [file, review] of folder.reviews) {
      const before = textAt(file);
      if (before === serialise(review)) outcome.unchanged += 1;
      else if (before !== undefined && !mayReplace(before)) outcome.kept.push(file);
      else {
        store.write(review);
        outcome.written += 1;
      }
    }
    yield outcome;
  }
  return outcome;
}
