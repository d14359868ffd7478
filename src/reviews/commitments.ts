import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitmentsReport } from '../model/commitments-report.ts';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import { readInside } from './inside.ts';
import { withLock } from './lock.ts';
import { keepInside, openLinks } from './store.ts';
import { writeWhole } from './whole-file.ts';

/* Reports of commitments in a store: `<store>/commitments/<place>/<plan>/<as-of>.json`. */

const folder = 'commitments';

const nameOf = (plan: string): string => plan.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const dayFile = /^(\d{4}-\d{2}-\d{2})\.json$/;

const namesIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw new UserError(`${path} cannot be read: ${refusalOf(error)}`, { cause: error });
  }
};

/** Is it a report of commitments, as far as can be seen without its schema? */
export const isCommitmentsReport = (value: unknown): value is CommitmentsReport =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'odi-commitments/1' &&
  'commitments' in value &&
  Array.isArray(value.commitments);

/** A report as a store keeps it. */
export const commitmentsText = (report: CommitmentsReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** The name under which what was there before is kept: the first that is free. */
const asideOf = (file: string): string => {
  for (let count = 1; ; count += 1) {
    const aside = file.replace(/\.json$/, `.before-${count}.json`);
    if (!existsSync(aside)) return aside;
  }
};

/**
 * Keeps a report whole or not at all. One of the same plan and day that says something else is kept beside it, under another name.
 *
 * @returns the path of the file
 * @throws UserError where it cannot be written.
 */
export const keepCommitments = async (store: string, report: CommitmentsReport): Promise<string> => {
  const file = join(store, folder, report.plan.place, nameOf(report.plan.id), `${report.asOf}.json`);
  keepInside(file, openLinks(store));
  const text = commitmentsText(report);
  await withLock(file, () => {
    if (existsSync(file)) {
      if (readFileSync(file, 'utf8') === text) return;
      renameSync(file, asideOf(file));
    }
    writeWhole(file, text);
  });
  return file;
};

/** Plans of a place of which a store holds reports, with their days, oldest first. */
export const keptPlans = (
  store: string,
  place: string,
): readonly { readonly plan: string; readonly days: readonly string[] }[] =>
  namesIn(join(store, folder, place)).map((plan) => ({
    plan,
    days: namesIn(join(store, folder, place, plan)).flatMap((file) => dayFile.exec(file)?.[1] ?? []),
  }));

/**
 * A kept report; null where there is none of that plan and day.
 *
 * @throws UserError where it cannot be read, or is none.
 */
export const readCommitments = (store: string, place: string, plan: string, day: string): CommitmentsReport | null => {
  const file = join(store, folder, place, nameOf(plan), `${day}.json`);
  if (!existsSync(file)) return null;
  const read = readInside(store, file);
  if ('fault' in read) throw new UserError(`${file} cannot be shown: ${read.fault}.`);
  try {
    const value: unknown = JSON.parse(read.text);
    if (isCommitmentsReport(value)) return value;
  } catch (cause) {
    throw new UserError(`${file} is no JSON. Make the report again with "odi commitments".`, { cause });
  }
  throw new UserError(`${file} is no report of commitments. Make it again with "odi commitments".`);
};

/** The files of portals' reports in a store, `<store>/portals/<portal>/<as-of>.json`, in plain order. */
export const portalReportFiles = (store: string): readonly string[] =>
  namesIn(join(store, 'portals')).flatMap((portal) =>
    namesIn(join(store, 'portals', portal))
      .filter((name) => dayFile.test(name))
      .map((name) => join(store, 'portals', portal, name)),
  );
