import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommitmentsReport } from '../model/commitments-report.ts';
import { UserError } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';
import { renderCommitments } from '../render/commitments/index.ts';
import { isCommitmentsReport, keptPlans, readCommitments } from '../reviews/commitments.ts';
import { listed } from '../text/lists.ts';
import { deliver } from './output.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import type { ShowOptions } from './show-options.ts';
import { placeOf, storeFolder } from './subject.ts';

/** What a place's promises are asked for by, in the place of a category; the id of a plan may stand behind it. */
const promisesWord = 'commitments';

/** A file that holds a report of commitments; null for every other, which is for others to read. */
const inFile = (path: string): CommitmentsReport | null => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > inputLimits.document) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isCommitmentsReport(value) ? value : null;
  } catch {
    return null; // No JSON is no report; what it is instead, whoever else reads it tells.
  }
};

/** The newest report of a place, or of one of its plans. @throws UserError naming what there is. */
const inStore = async (
  word: string,
  plan: string | undefined,
  options: ShowOptions,
  shell: Shell,
): Promise<CommitmentsReport> => {
  const place = await placeOf(word, shell);
  const store = storeFolder(options.store, shell);
  const kept = keptPlans(store, place.id);
  const wanted = kept
    .filter((one) => plan === undefined || one.plan === plan.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
    .flatMap((one) => one.days.map((day) => ({ plan: one.plan, day })))
    .filter(({ day }) => options.year === undefined || day.startsWith(`${options.year}-`))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const newest = wanted.at(-1);
  const report = newest === undefined ? null : readCommitments(store, place.id, newest.plan, newest.day);
  if (report !== null) return report;
  const there = kept.flatMap((one) => one.days.map((day) => `${one.plan} (${day})`));
  const name = place.names['en'] ?? place.slug;
  throw new UserError(
    there.length === 0
      ? `${options.store} holds no report of commitments of ${name}: make one with "odi commitments ${place.id}".`
      : `${options.store} holds no such report of ${name}; it holds ${listed(there)}.`,
  );
};

/** Shows a report of commitments where one is asked for; false where something else is. */
export const showCommitments = async (
  word: string,
  categories: readonly string[],
  options: ShowOptions,
  shell: Shell,
): Promise<boolean> => {
  const isAsked = categories[0] === promisesWord && categories.length <= 2;
  const report = isAsked ? await inStore(word, categories[1], options, shell) : inFile(resolve(shell.cwd, word));
  if (report === null) return false;
  const { format } = options;
  if (format === 'dqv') throw new UserError('--format dqv is for reports of portals.');
  const document = await rendered(
    () => renderCommitments(report, format, { ...shell.terminal, full: options.verbose === true }),
    format,
    'the report is left as it is',
    shell,
  );
  if (document !== null) deliver(shell, document, options.out);
  return true;
};
