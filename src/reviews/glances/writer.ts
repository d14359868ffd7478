import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, refusalOf } from '../../model/errors.ts';
import { leadsOut } from '../inside.ts';
import { discard, removeLeftovers, stagingOf } from '../leftovers.ts';
import { canBeIndexed, firstLine, type IndexedPlace, type IndexedReview, type IndexKinds } from './lines.ts';
import { beginning, type IndexReader, type IndexSpot, indexFile } from './reader.ts';

/** Places that are gathered before they are written. */
const gathered = 500;

/** When an index is kept, and of what. */
export interface IndexTerms {
  /** Reviews of a year from which on there is one: fewer are read in about the time that it takes to look for one. */
  readonly fewest: number;
  /**
   * Milliseconds within which two changes of a file may bear the same time, on file systems that keep the coarsest. A file that was
   * changed so shortly before it was read may have been changed again since, and nothing would tell.
   */
  readonly coarse: number;
}

export const indexTerms: IndexTerms = { fewest: 1_000, coarse: 2_000 };

/** A review that was read, and when its file was last changed by the clock of its file system, in milliseconds since 1970. */
export interface ReadForIndex extends IndexedReview {
  readonly changed: number;
}

/** Writes the index of a year anew while its places pass by, and only where it would hold something else than before. */
export interface IndexWriter {
  /** What the index holds of the place that was asked for last is as it should be. */
  readonly keep: (indexed: IndexedPlace) => void;
  /** Holds these of a place instead. Reviews that are taken from the index before bear a `changed` of 0. */
  readonly put: (place: string, reviews: ReadonlyMap<string, ReadForIndex>) => void;
  /** Puts the new index in the place of the old. @returns why it could not, null where nothing was amiss. */
  readonly finish: () => string | null;
  /** Removes what came about in part. */
  readonly abandon: () => void;
}

/** The folder of the indexes, made where it is missing, with a word to those who keep the store under version control. */
const openFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** An index while it is written beside its place. */
interface OpenStaging {
  readonly path: string;
  readonly file: number;
  /** Milliseconds that the clock of this machine is ahead of the file system's. */
  readonly ahead: number;
}

const openStaging = (target: string): OpenStaging => {
  openFolder(dirname(target));
  removeLeftovers(dirname(target));
  const path = stagingOf(target);
  const file = openSync(path, 'wx');
  return { path, file, ahead: Date.now() - fstatSync(file).ctimeMs };
};

/**
 * Opens a writer.
 *
 * @param reader - the index before, from which is taken what stays
 */
export const openIndexWriter = (
  dir: string,
  year: number,
  reader: IndexReader,
  { fewest, coarse }: IndexTerms,
): IndexWriter => {
  const target = indexFile(dir, year);
  const begun = Date.now();
  let kept: IndexSpot = beginning;
  let kinds: IndexKinds | null = null;
  let waiting: (readonly [place: string, reviews: ReadonlyMap<string, ReadForIndex>])[] = [];
  let reviews = 0;
  let staging: OpenStaging | null = null;
  let fault = leadsOut(dir, dirname(target)) ? 'its folder is a link that leads out of the store' : null;

  const write = (text: string | Buffer): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    for (let at = 0; staging !== null && at < bytes.length; ) at += writeSync(staging.file, bytes, at);
  };
  const begin = (): OpenStaging => {
    staging = openStaging(target);
    if (kept.offset === 0) write(firstLine);
    else reader.copy(kept.offset, write);
    return staging;
  };
  const flush = (): void => {
    const { ahead } = staging ?? begin();
    const settled = begun - ahead - coarse;
    kinds ??= reader.kinds.first(kept.kinds);
    let text = '';
    for (const [place, own] of waiting) {
      const lasting = [...own].filter(([, { changed, glance }]) => changed < settled && canBeIndexed(glance));
      if (lasting.length > 0) text += kinds.write({ place, reviews: new Map(lasting) });
    }
    write(text);
    waiting = [];
  };
  /** An index is a help, and never a reason to fail. */
  const attempt = (work: () => void): void => {
    if (fault !== null) return;
    try {
      work();
    } catch (error) {
      fault = refusalOf(error);
    }
  };
  const isBegun = (): boolean => waiting.length > 0 || staging !== null;
  const put = (place: string, own: ReadonlyMap<string, ReadForIndex>): void => {
    reviews += own.size;
    if (fault !== null) return;
    waiting.push([place, own]);
    if (waiting.length >= gathered && reviews >= fewest) attempt(flush);
  };
  const abandon = (): void => {
    if (staging === null) return;
    closeSync(staging.file);
    discard(staging.path);
    staging = null;
  };

  return {
    keep: ({ place, reviews: own }) => {
      if (isBegun()) return put(place, new Map([...own].map(([id, review]) => [id, { ...review, changed: 0 }])));
      reviews += own.size;
      kept = reader.spot();
    },
    put,
    finish: () => {
      if (reviews < fewest || (!isBegun() && fault === null)) return null;
      attempt(() => {
        flush();
        if (staging === null) return;
        renameSync(staging.path, target);
        closeSync(staging.file);
        staging = null;
      });
      return fault;
    },
    abandon,
  };
};
