import { createHash } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { type GlanceSource, glancesIn } from './glances/glances.ts';
import { indexFolder } from './glances/reader.ts';
import { type IndexTerms, indexTerms } from './glances/writer.ts';
import { bytesInside, type FileText, leadsOut, readInside } from './inside.ts';
import { keyOf, keyOfPath, pathOf, type ReviewKey } from './key.ts';
import { removeLeftovers } from './leftovers.ts';
import { withLock } from './lock.ts';
import { type Counting, misplaced, parseOrFault } from './shape.ts';
import type { Glanced, Selection, Store, Stored, StoredDigest } from './stored.ts';
import { writeWhole } from './whole-file.ts';

/** Where a review lies. */
interface StoredFile {
  readonly folder: string;
  readonly key: ReviewKey;
  readonly file: string;
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

const readStored = (dir: string, key: ReviewKey, file: string, counting: Counting): Stored | undefined => {
  let read: FileText;
  try {
    read = readInside(dir, file);
  } catch (error) {
    return isAbsent(error) ? undefined : { key, file, fault: `it cannot be read: ${refusalOf(error)}` };
  }
  if ('fault' in read) return { key, file, fault: read.fault };
  const parsed = parseOrFault(read.text, counting);
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
 * @param terms - when an index is kept beside them
 */
export const openStore = (dir: string, counting: Counting, terms: IndexTerms = indexTerms): Store => {
  const at = (key: ReviewKey): string => join(dir, pathOf(key));
  const years = (): readonly number[] =>
    namesIn(dir)
      .filter((name) => /^\d{4}$/.test(name))
      .map(Number);
  const places = (year: number): readonly string[] =>
    namesIn(join(dir, String(year))).filter((place) => keyOfPath(String(year), place, 'x.json') !== undefined);
  const isOut = openLinks(dir);
  const readIn = (folder: string, key: ReviewKey, count = counting): Stored | undefined => {
    const file = `${folder}${sep}${key.category}.json`;
    return isOut(folder)
      ? { key, file, fault: 'its folder is a link that leads out of the store' }
      : readStored(dir, key, file, count);
  };
  /** A file, and whether the review in it counts as it is written there. */
  const readCounting = (folder: string, key: ReviewKey): ReturnType<GlanceSource['read']> => {
    let isAsWritten = true;
    const stored = readIn(folder, key, (written) => {
      const review = counting(written);
      isAsWritten = review === written;
      return review;
    });
    return { stored, isAsWritten };
  };
  const read = (key: ReviewKey): Stored | undefined => readIn(dirname(at(key)), key);

  /** Reviews of one place, by category. */
  function* filesOf(year: number, place: string, categories?: Selection['categories']): Generator<StoredFile> {
    const folder = join(dir, String(year), place);
    for (const name of namesIn(folder)) {
      const key = keyOfPath(String(year), place, name);
      if (key === undefined || (categories !== undefined && !categories.has(key.category))) continue;
      yield { folder, key, file: `${folder}${sep}${name}` };
    }
  }

  /** Files of a selection, by year, place and category. */
  function* files({ year: only, places: wanted, categories }: Selection): Generator<StoredFile> {
    for (const year of only === undefined ? years() : [only]) {
      for (const place of places(year)) {
        if (wanted === undefined || wanted.has(place)) yield* filesOf(year, place, categories);
      }
    }
  }

  function* stream(selection: Selection = {}): Generator<Stored> {
    for (const { folder, key } of files(selection)) {
      const stored = readIn(folder, key);
      if (stored !== undefined) yield stored;
    }
  }

  function* digests(selection: Selection = {}): Generator<StoredDigest> {
    for (const { folder, key, file } of files(selection)) {
      const digest = isOut(folder) ? null : digestOf(dir, file);
      if (digest !== undefined) yield { key, digest };
    }
  }

  const glances = (year: number, told: (reason: string) => void = () => {}): Generator<Glanced> => {
    const source = { dir, year, places: places(year), files: (place: string) => filesOf(year, place) };
    return glancesIn({ ...source, read: (key, file) => readCounting(dirname(file), key) }, terms, told);
  };

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
    glances,
    digests,
    clean: () => {
      removeLeftovers(dir);
      removeLeftovers(join(dir, indexFolder));
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
