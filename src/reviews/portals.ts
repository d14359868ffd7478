import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import type { PortalReport } from '../model/portal.ts';
import { readInside } from './inside.ts';
import { keepInside, openLinks } from './store.ts';
import { writeWhole } from './whole-file.ts';

/* Reports of portals in a store: `<store>/portals/<portal>/<as-of>.json`. */

const folder = 'portals';

/** The name of a portal's folder: its host and path, in letters that every system takes. */
export const portalName = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname}`
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 120);
};

/** Is it a report of a portal, as far as can be seen without its schema? */
export const isPortalReport = (value: unknown): value is PortalReport =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'odi-portal/1' &&
  'processes' in value &&
  Array.isArray(value.processes);

/**
 * Keeps a report whole or not at all; a second one of the same portal and day takes the place of the first.
 *
 * @returns the path of the file
 * @throws UserError where it cannot be written.
 */
export const keepPortalReport = (store: string, report: PortalReport): string => {
  const file = join(store, folder, portalName(report.portal.url), `${report.asOf}.json`);
  keepInside(file, openLinks(store));
  writeWhole(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
};

const namesIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw new UserError(`${path} cannot be read: ${refusalOf(error)}`, { cause: error });
  }
};

/** Portals of which a store holds reports. */
export const portalsIn = (store: string): readonly string[] => namesIn(join(store, folder));

/** Days of the reports of a portal, oldest first. */
export const reportDays = (store: string, name: string): readonly string[] =>
  namesIn(join(store, folder, name)).flatMap((file) => /^(\d{4}-\d{2}-\d{2})\.json$/.exec(file)?.[1] ?? []);

/**
 * The report of a portal and a day.
 *
 * @throws UserError where it cannot be read, or is none.
 */
export const readPortalReport = (store: string, name: string, day: string): PortalReport => {
  const file = join(store, folder, name, `${day}.json`);
  const read = readInside(store, file);
  if ('fault' in read) throw new UserError(`${file} cannot be shown: ${read.fault}.`);
  try {
    const value: unknown = JSON.parse(read.text);
    if (isPortalReport(value)) return value;
  } catch (cause) {
    throw new UserError(`${file} is no JSON. Make the report again with "odi portal".`, { cause });
  }
  throw new UserError(`${file} is no report of a portal. Make it again with "odi portal".`);
};
