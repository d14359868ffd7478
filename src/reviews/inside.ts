import { lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { dirname, sep } from 'node:path';
import { codeOf } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';

const isInside = (root: string, path: string): boolean => path === root || path.startsWith(`${root}${sep}`);

/** The nearest folder or file above a path that is there, with its links followed. */
const realOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return realOf(dirname(path));
  }
};

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Is there a link on the way from a folder to a path in it? A path that is not written as one in it may be one. */
const isLinked = (folder: string, path: string): boolean =>
  path !== folder && (isLink(path) || dirname(path) === path || isLinked(folder, dirname(path)));

/**
 * Does a link lead out of the folder that a path lies in? The folder itself may be reached by one. What cannot be followed leads
 * nowhere: whoever opens it is told why.
 */
export const leadsOut = (folder: string, path: string): boolean => {
  try {
    // Where no link is there is none to follow, which takes many times longer than to look for one.
    return isLinked(folder, path) && !isInside(realOf(folder), realOf(path));
  } catch {
    return false;
  }
};

/** What a file holds, or why it was not opened. */
export type FileText = { readonly text: string } | { readonly fault: string };

const kindFault = (stats: Stats): string | null => {
  if (!stats.isFile()) return stats.isDirectory() ? 'it is a folder' : 'it is no regular file';
  return stats.size > inputLimits.document
    ? `it is larger than ${inputLimits.document} bytes, which no review is`
    : null;
};

/** The file of a store that may be opened under a path: a regular one inside of it, and of a size that a review may have; else why not. */
const openable = (folder: string, path: string): { readonly target: string } | { readonly fault: string } => {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink() && leadsOut(folder, path)) return { fault: 'it is a link that leads out of the store' };
  const target = stats.isSymbolicLink() ? realpathSync(path) : path;
  const fault = kindFault(stats.isSymbolicLink() ? lstatSync(target) : stats);
  return fault === null ? { target } : { fault };
};

/**
 * Reads a file of a store: a regular one inside of it, and of a size that a review may have.
 *
 * @throws what the system throws where it cannot be read.
 */
export const readInside = (folder: string, path: string): FileText => {
  const found = openable(folder, path);
  return 'fault' in found ? found : { text: readFileSync(found.target, 'utf8') };
};

/** The bytes of such a file, as they are; null where it may not be opened. @throws what the system throws where it cannot be read. */
export const bytesInside = (folder: string, path: string): Uint8Array | null => {
  const found = openable(folder, path);
  return 'fault' in found ? null : readFileSync(found.target);
};
