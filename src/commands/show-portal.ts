import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';
import type { PortalReport } from '../model/portal.ts';
import { isPortalReport, portalName, portalsIn, readPortalReport, reportDays } from '../reviews/portals.ts';
import { listed } from '../text/lists.ts';
import { deliver } from './output.ts';
import { isAddress } from './portal-address.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import type { ShowOptions } from './show-options.ts';
import { placeOf, storeFolder } from './subject.ts';

/** What a place's portals are asked for by, in the place of a category. */
const portalWord = 'portal';

/** A file that holds the report of a portal; null for every other, which is for others to read. */
const inFile = (path: string): readonly PortalReport[] | null => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > inputLimits.document) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isPortalReport(value)) return [value];
    const several = typeof value === 'object' && value !== null && 'reports' in value ? value.reports : null;
    return Array.isArray(several) && several.length > 0 && several.every(isPortalReport) ? several : null;
  } catch {
    return null;
  }
};

const newestOf = (store: string, name: string, year: number | undefined): PortalReport | null => {
  const day = reportDays(store, name)
    .filter((one) => year === undefined || one.startsWith(`${year}-`))
    .at(-1);
  return day === undefined ? null : readPortalReport(store, name, day);
};

/** @throws UserError naming the portals that there are reports of. */
const none = (folder: string, store: string, what: string): UserError => {
  const names = portalsIn(store);
  return new UserError(
    names.length === 0
      ? `${folder} holds no report of a portal: make one with "odi portal".`
      : `${folder} holds no report of ${what}; it holds reports of ${listed(names)}.`,
  );
};

const inStore = async (
  word: string,
  categories: readonly string[],
  { store: folder, year }: ShowOptions,
  shell: Shell,
): Promise<readonly PortalReport[] | null> => {
  const isPlace = categories.length === 1 && categories[0] === portalWord;
  if (!isAddress(word) && !isPlace) return null;
  const store = storeFolder(folder, shell);
  if (isAddress(word)) {
    const url = /^https?:/i.test(word) ? word : `https://${word}`;
    const report = URL.canParse(url) ? newestOf(store, portalName(url), year) : null;
    if (report === null) throw none(folder, store, word);
    return [report];
  }
  const place = await placeOf(word, shell);
  const reports = portalsIn(store)
    .flatMap((name) => newestOf(store, name, year) ?? [])
    .filter(({ portal }) => portal.place === place.id);
  if (reports.length === 0) throw none(folder, store, `a portal of ${place.names['en'] ?? place.slug}`);
  return reports;
};

/**
 * Shows the report of a portal, where that is what is asked for: by its address, by a place and the word `portal`, or by its file.
 *
 * @returns false where it is not, so that reviews are looked for.
 * @throws UserError where there is no such report.
 */
export const showPortal = async (
  word: string,
  categories: readonly string[],
  options: ShowOptions,
  shell: Shell,
): Promise<boolean> => {
  const reports = inFile(resolve(shell.cwd, word)) ?? (await inStore(word, categories, options, shell));
  if (reports === null) return false;
  const { renderPortal } = await import('../render/portal/index.ts');
  const document = await rendered(
    () => renderPortal(reports, options.format, { ...shell.terminal, full: options.verbose === true, bars: [] }),
    options.format,
    'the report is left as it is',
    shell,
  );
  if (document !== null) deliver(shell, document, options.out);
  return true;
};
