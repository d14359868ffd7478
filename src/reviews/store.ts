import { createHash } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { bytesInside, type FileText, leadsOut, readInside } from './inside.ts';
import { keyOf, keyOfPath, pathOf, type ReviewKey } from './key.ts';
import { removeLeftovers } from './leftovers.ts';
import { withLock } from './lock.ts';
import { type Counting, misplaced, parseReview } from './shape.ts';
import { writeWhole } from './whole-file.ts';

/** What to look at; what is left out is all there is. */
export interface Selection {
  readonly year?: number;
  readonly places?: ReadonlySet<string>;
  readonly categories?: ReadonlySet<string>;
}

/** One file of a store: a review, or why it could not be read. */
export type Stored = { readonly key: ReviewKey; readonly file: string } & (
  | { readonly review: Review }
  | { readonly fault: string }
);

/** The digest of a file of a store, by which a change of it is known. */
export interface StoredDigest {
  readonly key: ReviewKey;
  /** SHA-256 in hex of its bytes; null where it cannot be read, which `read` tells of. */
  readonly digest: string | null;
}

/** What came of a replacement. */
export interface Replaced {
  readonly review: Review;
  /** The new name of a file that could not be read. */
  readonly aside: string | null;
}

/** Reviews over the years, one JSON file each: `<dir>/<year>/<place>/<category>.json`. */
export interface Store {
  readonly dir: string;
  /** Years with a folder of their own, oldest first. */
  readonly years: () => readonly number[];
  /** Places of a year that have a folder, in order. */
  readonly places: (year: number) => readonly string[];
  /** The review under a key; undefined where there is none. A file that cannot be read is a fault, never an absence. */
  readonly read: (key: ReviewKey) => Stored | undefined;
  /** The file of a key, whether there is one or not. */
  readonly fileOf: (key: ReviewKey) => string;
  /**
   * Keeps a review whole or not at all; the last of two writers wins, and no reader ever sees a half.
   *
   * @throws UserError where it cannot be written.
   */
  readonly write: (review: Review) => string;
  /** Removes what a process that was killed left half made. */
  readonly clean: () => void;
  /** The same in the folder of one place, however often it was looked through. */
  readonly cleanPlace: (year: number, place: string) => void;
  /**
   * Keeps what is made of the review that is there at that moment, while nobody else writes it; null where there is none, or
   * none that can be read. A file that cannot be read is set aside under another name, never written over.
   *
   * @returns the review that was written, and where the old file went if it was set aside
   * @throws UserError where it cannot be written.
   */
  readonly replace: (key: ReviewKey, make: (now: Review | null) => Review) => Promise<Replaced>;
  /** All reviews of a selection, by year, place and category, one at a time: memory does not grow with their number. */
  readonly stream: (selection?: Selection) => Generator<Stored>;
  /** Digests of all files of a selection, in the order of `stream`, without reading what is in them. */
  readonly digests: (selection?: Selection) => Generator<StoredDigest>;
  /** The newest review of a place and category before a year; faulty files are passed over. */
  readonly previous: (key: ReviewKey) => Review | null;
}

/** A review as a store keeps it: one fact a line, keys in the order they were given. */
export const serialise = (review: Review): string => `${JSON.stringify(review, null, 2)}\n`;

const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

/** Names in a folder in plain order, none where there is no such folder. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw new UserError(`${folder} cannot be read: ${refusalOf(error)}`, { cause: error });
  }
};

/** What counts in a review may rest on an edition that is not known: that is a fault of this file, and of no other. */
const parsedOrFault = (text: string, counting: Counting): ReturnType<typeof parseReview> => {
  try {
    return parseReview(text, counting);
  } catch (error) {
    if (error instanceof UserError) return { fault: error.message.replace(/\.$/, '') };
    throw error;
  }
};

const readStored = (dir: string, key: ReviewKey, file: string, counting: Counting): Stored | undefined => {
  let read: FileText;
  try {
    read = readInside(dir, file);
  } catch (error) {
    return isAbsent(error) ? undefined : { key, file, fault: `it cannot be read: ${refusalOf(error)}` };
  }
  if ('fault' in read) return { key, file, fault: read.fault };
  const parsed = parsedOrFault(read.text, counting);
  if ('fault' in parsed) return { key, file, fault: parsed.fault };
  const fault = misplaced(parsed.review, key);
  return fault === undefined ? { key, file, review: parsed.review } : { key, file, fault };
};

/** The digest of a file; null where it cannot be read, undefined where it is gone. */
const digestOf = (dir: string, file: string): string | null | undefined => {
  try {
    const bytes = bytesInside(dir, file);
    return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
  } catch (error) {
    return isAbsent(error) ? undefined : null;
  }
};

/** Knows of each folder of a store whether a link on its path leads out of the store. */
export const openLinks = (dir: string): ((folder: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (folder) => {
    const isOut = known.get(folder) ?? leadsOut(dir, folder);
    known.set(folder, isOut);
    return isOut;
  };
};

/** @throws UserError where a link of the store would have a review written elsewhere. */
export const keepInside = (file: string, isOut: (folder: string) => boolean): void => {
  if (isOut(dirname(file))) {
    throw new UserError(`${file} was not written: its folder is a link that leads out of the store. Remove the link.`);
  }
};

/** Gives a file another name beside its own, under which nothing reads or replaces it. */
const setAside = (file: string): string => {
  const aside = `${file}.unreadable-${globalThis.crypto.randomUUID().slice(0, 8)}`;
  renameSync(file, aside);
  return aside;
};

/**
 * Opens a store. The folder need not be there: an empty store is one without reviews.
 *
 * @param counting - makes of each review that is read the one that counts, with what people decided
 */
export const openStore = (dir: string, counting: Counting): Store => {
  const at = (key: ReviewKey): string => join(dir, pathOf(key));
  const years = (): readonly number[] =>
    namesIn(dir)
      .filter((name) => /^\d{4}$/.test(name))
      .map(Number);
  const places = (year: number): readonly string[] =>
    namesIn(join(dir, String(year))).filter((place) => keyOfPath(String(year), place, 'x.json') !== undefined);
  const isOut = openLinks(dir);
  const readIn = (folder: string, key: ReviewKey): Stored | undefined => {
    const file = `${folder}${sep}${key.category}.json`;
    return isOut(folder)
      ? { key, file, fault: 'its folder is a link that leads out of the store' }
      : readStored(dir, key, file, counting);
  };
  const read = (key: ReviewKey): Stored | undefined => readIn(dirname(at(key)), key);

  /** Folders and keys of a selection, by year, place and category. */
  function* keys({ year: only, places: wanted, categories }: Selection): Generator<readonly [string, ReviewKey]> {
    for (const year of only === undefined ? years() : [only]) {
      for (const place of places(year)) {
        if (wanted !== undefined && !wanted.has(place)) continue;
        const folder = join(dir, String(year), place);
        for (const name of namesIn(folder)) {
          const key = keyOfPath(String(year), place, name);
          if (key === undefined || (categories !== undefined && !categories.has(key.category))) continue;
          yield [folder, key];
        }
      }
    }
  }

  function* stream(selection: Selection = {}): Generator<Stored> {
    for (const [folder, key] of keys(selection)) {
      const stored = readIn(folder, key);
      if (stored !== undefined) yield stored;
    }
  }

  function* digests(selection: Selection = {}): Generator<StoredDigest> {
    for (const [folder, key] of keys(selection)) {
      const digest = isOut(folder) ? null : digestOf(dir, `${folder}${sep}${key.category}.json`);
      if (digest !== undefined) yield { key, digest };
    }
  }

  return {
    dir,
    years,
    places,
    read,
    fileOf: at,
    write: (review) => {
      const file = at(keyOf(review));
      keepInside(file, isOut);
      writeWhole(file, serialise(review));
      return file;
    },
    replace: async (key, make) => {
      keepInside(at(key), isOut);
      return withLock(at(key), () => {
        const stored = read(key);
        const review = make(stored !== undefined && 'review' in stored ? stored.review : null);
        const aside = stored !== undefined && 'fault' in stored ? setAside(stored.file) : null;
        writeWhole(at(key), serialise(review));
        return { review, aside };
      });
    },
    stream,
    digests,
    clean: () => {
      removeLeftovers(dir);
      for (const year of years()) {
        removeLeftovers(join(dir, String(year)));
        for (const place of places(year)) removeLeftovers(join(dir, String(year), place));
      }
    },
    cleanPlace: (year, place) => removeLeftovers(join(dir, String(year), place), 'again'),
    previous: (key) => {
      for (const year of [...years()].reverse()) {
        if (year >= key.year) continue;
        const stored = read({ ...key, year });
        if (stored !== undefined && 'review' in stored) return stored.review;
      }
      return null;
    },
  };
};
