import { lstatSync } from 'node:fs';
import type { ReviewKey } from '../key.ts';
import type { Glanced, Stored } from '../stored.ts';
import { glanceOf } from './glance.ts';
import { type IndexReader, openIndex } from './reader.ts';
import { type IndexTerms, openIndexWriter, type ReadForIndex } from './writer.ts';

/** The files of a year, as a store finds and reads them. */
export interface GlanceSource {
  readonly dir: string;
  readonly year: number;
  readonly places: readonly string[];
  /** Reviews of a place, in order. */
  readonly files: (place: string) => Generator<{ readonly key: ReviewKey; readonly file: string }>;
  /**
   * Reads a file.
   *
   * @returns also the review as it is written there, where it counts as another one
   */
  readonly read: (
    key: ReviewKey,
    file: string,
  ) => { readonly stored: Stored | undefined; readonly isAsWritten: boolean };
}

/** What tells of a file that it is unchanged, and when it was changed last, in milliseconds since 1970. */
interface FileMark {
  readonly mark: string;
  readonly changed: number;
}

/**
 * The mark of a file: inode, size, and the times of its last change to the nanosecond, of which no program can set the second one
 * back. Null for what is no regular file of the store's own: a link stays as it is while what it leads to changes.
 */
const markOf = (file: string): FileMark | null => {
  const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return null;
  const { ino, size, mtimeNs, ctimeNs } = stats;
  return {
    mark: [ino, size, mtimeNs, ctimeNs].map((value) => value.toString(36)).join('.'),
    changed: Number(ctimeNs / 1_000_000n),
  };
};

const markOrNull = (file: string): FileMark | null => {
  try {
    return markOf(file);
  } catch {
    return null; // reading it will tell why
  }
};

/** The reviews of one place; what they should be in the index goes to `fresh`. @returns whether the index has it so. */
function* glancesOfPlace(
  source: GlanceSource,
  place: string,
  index: IndexReader,
  fresh: Map<string, ReadForIndex>,
): Generator<Glanced, boolean> {
  const indexed = index.at(place);
  let isSame = true;
  for (const { key, file } of source.files(place)) {
    const found = markOrNull(file);
    const kept = indexed?.reviews.get(key.category);
    if (found !== null && kept?.mark === found.mark) {
      fresh.set(key.category, { ...kept, changed: 0 });
      yield { key, file, glance: kept.glance, whole: () => source.read(key, file).stored };
      continue;
    }
    const { stored, isAsWritten } = source.read(key, file);
    if (stored === undefined) continue;
    if ('fault' in stored) {
      yield stored;
      continue;
    }
    const glance = glanceOf(stored.review);
    // What people decided counts by the criteria of the day: such a review is read anew each time.
    if (found !== null && isAsWritten) {
      fresh.set(key.category, { glance, ...found });
      isSame = false;
    }
    yield { key, file, glance, whole: () => stored };
  }
  return isSame && fresh.size === (indexed?.reviews.size ?? 0);
}

/**
 * The reviews of a year at a glance, in the order of the store. What the index beside them holds of a file is taken where the file is
 * unchanged by its mark; every other file is read. Where all were asked for, the index is written anew if it would hold something
 * else.
 *
 * @param told - is given the reason where it could not be written
 */
export function* glancesIn(
  source: GlanceSource,
  terms: IndexTerms,
  told: (reason: string) => void,
): Generator<Glanced> {
  const { dir, year } = source;
  const index = openIndex(dir, year);
  const writer = openIndexWriter(dir, year, index, terms);
  try {
    for (const place of source.places) {
      const fresh = new Map<string, ReadForIndex>();
      const isSame = yield* glancesOfPlace(source, place, index, fresh);
      if (!isSame) writer.put(place, fresh);
      else if (fresh.size > 0) writer.keep({ place, reviews: fresh });
    }
    const fault = writer.finish();
    if (fault !== null) told(fault);
  } finally {
    writer.abandon();
    index.close();
  }
}
