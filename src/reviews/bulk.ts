import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { type FileText, readInside } from './inside.ts';
import { keyOf, pathOf } from './key.ts';
import { keepInside, openLinks, openStore, serialise } from './store.ts';
import { notWritten, placeWhole } from './whole-file.ts';

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

/** Writes a folder that is not there yet, whole; false where another process was first. */
const placeFolder = ({ path, reviews }: Folder): boolean => {
  try {
    placeWhole(path, (staging) => {
      mkdirSync(staging);
      for (const [file, review] of reviews) writeFileSync(join(staging, basename(file)), serialise(review));
    });
    return true;
  } catch (cause) {
    if (existsSync(path)) return false;
    throw notWritten(path, cause);
  }
};

/** What is there before, undefined where nothing is. What is no file of the store is never written over. */
const textAt = (dir: string, file: string): FileText | undefined => {
  try {
    return readInside(dir, file);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw notWritten(file, cause);
  }
};

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
  const store = openStore(dir, (review) => review);
  const isOut = openLinks(dir);
  store.clean();
  const outcome: BulkOutcome = { written: 0, unchanged: 0, kept: [] };
  for (const reviews of folders) {
    const folder = folderOf(dir, reviews);
    keepInside(folder.path, isOut);
    if (!existsSync(folder.path) && placeFolder(folder)) {
      outcome.written += folder.reviews.size;
      yield outcome;
      continue;
    }
    for (const [file, review] of folder.reviews) {
      const before = textAt(dir, file);
      if (before !== undefined && 'fault' in before) outcome.kept.push(file);
      else if (before?.text === serialise(review)) outcome.unchanged += 1;
      else if (before !== undefined && !mayReplace(before.text)) outcome.kept.push(file);
      else {
        store.write(review);
        outcome.written += 1;
      }
    }
    yield outcome;
  }
  return outcome;
}
