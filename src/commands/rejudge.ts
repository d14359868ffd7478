import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Archive } from '../model/archive.ts';
import type { Day, Instant } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Review } from '../model/review.ts';
import type { Rejudge } from '../reviews/diff/index.ts';
import { requestOf } from '../reviews/request.ts';
import { allowanceOf } from './fetching.ts';
import { namedElection } from './options.ts';
import type { Shell } from './shell.ts';
import { editionOf } from './subject.ts';

/** Where evidence archives are looked for. */
export interface Archives {
  /** Archives that the person named; a review's evidence is known by the name of its file. */
  readonly replay: readonly string[];
  /** Folders that archives may lie in. */
  readonly folders: readonly string[];
}

/** Folders in which the archives of a store or a file are found when nobody names them: it, and the folder around it. */
export const foldersBeside = (...paths: readonly string[]): readonly string[] => [
  ...new Set(paths.flatMap((path) => [path, dirname(path)])),
];

/** What is asked of a re-judging besides what was asked before. */
export interface AskedBesides {
  readonly edition: string;
  /** The day to judge as on; that of the review by default. */
  readonly asOf?: Day;
  /** Stands in for the review of the years before; the review itself, so that what it chose is opened again. */
  readonly previous?: Review | null;
  /** Addresses that a person names. */
  readonly urls?: readonly string[];
  /** The candidate that a person chose as the dataset. */
  readonly choose?: string;
}

const archivesOf = ({ evidence }: Review): readonly string[] => [
  ...new Set(evidence.flatMap(({ record }) => (record === null ? [] : [record.file]))),
];

/** Files of all the archives that a review cites; null where one of them is not at hand. */
export const filesOf = (review: Review, { replay, folders }: Archives, { cwd }: Shell): readonly string[] | null => {
  const files = archivesOf(review).map((name) => {
    const named = replay.find((file) => basename(file) === basename(name));
    const places =
      named === undefined ? folders.map((folder) => join(resolve(cwd, folder), basename(name))) : [resolve(cwd, named)];
    return places.find((place) => existsSync(place));
  });
  return files.length > 0 && files.every((file) => file !== undefined) ? files : null;
};

/** The newest moment of a review's evidence; what an archive was given later, by another run, is none of it. */
const newestIn = ({ evidence }: Review): Instant | null => {
  const moments = evidence.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt]));
  return moments.reduce<Instant | null>(
    (newest, moment) => (newest === null || Date.parse(moment) > Date.parse(newest) ? moment : newest),
    null,
  );
};

/** Do the archives hold what the review saw? One that only has the same name, made by another run, does not. */
const isHeld = ({ evidence }: Review, archive: Archive): boolean =>
  evidence.every(({ outcome, record }) => outcome !== 'arrived' || record === null || archive.holds(record.id));

/** Judges what is asked for in a review again; null where that cannot be told any more. */
export const judgeAgain = async (
  review: Review,
  { edition, asOf = review.asOf, previous = review, ...besides }: AskedBesides,
  fetch: Fetch,
  shell: Shell,
): Promise<Review | null> => {
  const [{ audit }, { check }, { openAuditData }, { readApartFor }] = await Promise.all([
    import('../audit/audit.ts'),
    import('../audit/one-address.ts'),
    import('../audit/data.ts'),
    import('./readers.ts'),
  ]);
  const { criteria } = shell;
  const rules = editionOf(edition, shell);
  const place = review.place === null ? null : criteria.place(review.place.id);
  const category = review.category === null ? null : criteria.category(review.category.id);
  const { kind, urls: before, events = [], choose: chosen = null } = requestOf(review);
  const urls = [...new Set([...before, ...(besides.urls ?? [])])];
  const choose = besides.choose ?? chosen;
  // The review stands in for the one before it, so that what it chose then is opened again now.
  const subject = {
    edition: rules,
    year: review.year,
    asOf,
    previous,
    ...(choose === null ? {} : { choose }),
    events: events.map(({ day, name }) => namedElection(day, name)),
    allowance: allowanceOf({}),
  };
  const data = openAuditData(criteria, rules, readApartFor(shell));
  const [url] = urls;
  if (kind === 'check') {
    return url === undefined ? null : check({ ...subject, place, category, url }, fetch, data);
  }
  if (place === null || category === null) return null;
  return audit({ ...subject, place, category, urls }, fetch, data);
};

/**
 * Judges the evidence of old reviews by the rules of today, from the archives they cite. Null for a review whose
 * evidence is not at hand; what it says then stays as it is.
 */
export const openRejudge =
  (archives: Archives, shell: Shell): Rejudge =>
  async (review, edition, asOf = review.asOf) => {
    const files = filesOf(review, archives, shell);
    if (files === null) return null;
    const [{ openArchive }, { openReplay }] = await Promise.all([
      import('../archive/index.ts'),
      import('../collect/replay.ts'),
    ]);
    const archive = await openArchive(files, newestIn(review)).catch((error: unknown) => {
      // One that the person named has to be right; one that merely lay there tells nothing.
      if (error instanceof UserError && archives.replay.length === 0) return null;
      throw error;
    });
    if (archive === null) return null;
    try {
      return isHeld(review, archive)
        ? await judgeAgain(review, { edition, asOf }, openReplay(archive).fetch, shell)
        : null;
    } finally {
      await archive.close();
    }
  };
