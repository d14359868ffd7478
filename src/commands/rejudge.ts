import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Review } from '../model/review.ts';
import type { Rejudge } from '../reviews/diff/index.ts';
import { requestOf } from '../reviews/request.ts';
import { allowanceOf, type Fetching, openFetching } from './fetching.ts';
import { namedElection } from './options.ts';
import { openProgress } from './progress.ts';
import { readApartFor } from './readers.ts';
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

const archivesOf = ({ evidence }: Review): readonly string[] => [
  ...new Set(evidence.flatMap(({ record }) => (record === null ? [] : [record.file]))),
];

/** Files of all the archives that a review cites; null where one of them is not at hand. */
const filesOf = (review: Review, { replay, folders }: Archives, { cwd }: Shell): readonly string[] | null => {
  const files = archivesOf(review).map((name) => {
    const named = replay.find((file) => basename(file) === basename(name));
    const places =
      named === undefined ? folders.map((folder) => join(resolve(cwd, folder), basename(name))) : [resolve(cwd, named)];
    return places.find((place) => existsSync(place));
  });
  return files.length > 0 && files.every((file) => file !== undefined) ? files : null;
};

const judgeAgain = async (
  review: Review,
  edition: string,
  asOf: string,
  fetching: Fetching,
  shell: Shell,
): Promise<Review | null> => {
  const [{ audit }, { check }, { openAuditData }] = await Promise.all([
    import('../audit/audit.ts'),
    import('../audit/one-address.ts'),
    import('../audit/data.ts'),
  ]);
  const { criteria } = shell;
  const rules = editionOf(edition, shell);
  const place = review.place === null ? null : criteria.place(review.place.id);
  const category = review.category === null ? null : criteria.category(review.category.id);
  const { kind, urls, events = [] } = requestOf(review);
  // The review stands in for the one before it, so that what it chose then is opened again now.
  const subject = {
    edition: rules,
    year: review.year,
    asOf,
    previous: review,
    events: events.map(({ day, name }) => namedElection(day, name)),
    allowance: allowanceOf({}),
  };
  const data = openAuditData(criteria, rules, readApartFor(shell));
  const [url] = urls;
  if (kind === 'check') {
    return url === undefined ? null : check({ ...subject, place, category, url }, fetching.fetch, data);
  }
  if (place === null || category === null) return null;
  return audit({ ...subject, place, category, urls }, fetching.fetch, data);
};

/**
 * Judges the evidence of old reviews by the rules of today, from the archives they cite. Null for a review whose
 * archives are not at hand; what it says then stays as it is.
 */
export const openRejudge =
  (archives: Archives, shell: Shell): Rejudge =>
  async (review, edition, asOf = review.asOf) => {
    const files = filesOf(review, archives, shell);
    if (files === null) return null;
    const fetching = await openFetching({ replay: files }, shell, openProgress(shell, true));
    try {
      return await judgeAgain(review, edition, asOf, fetching, shell);
    } finally {
      await fetching.close();
    }
  };
