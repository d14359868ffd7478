import { readFileSync, type Stats, statSync } from 'node:fs';
import { refusalOf, UserError } from '../model/errors.ts';
import { inputLimits } from '../model/limits.ts';

const faultOf = (stats: Stats): string | null => {
  if (!stats.isFile()) return stats.isDirectory() ? 'it is a folder' : 'it is no regular file';
  return stats.size > inputLimits.document ? `it is larger than ${inputLimits.document} bytes` : null;
};

/**
 * Reads a file that is held in memory whole: a regular one, and of a size that such files have.
 *
 * @param expected what should be there, as the sentence that says that it is not ends
 * @throws UserError where it cannot be read.
 */
export const readDocument = (path: string, given: string, expected: string): string => {
  let why: string;
  try {
    const fault = faultOf(statSync(path));
    if (fault === null) return readFileSync(path, 'utf8');
    why = fault;
  } catch (cause) {
    why = refusalOf(cause);
  }
  throw new UserError(`${given} cannot be read: ${why}. ${expected}`);
};

/**
 * The JSON of a file. Of a broken one, the place is told and none of its words.
 *
 * @throws UserError where it cannot be read, or is no JSON.
 */
export const readJsonDocument = (path: string, given: string, expected: string): unknown => {
  const text = readDocument(path, given, expected);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const [position] = /position \d+/.exec((cause as Error).message) ?? [];
    const where = position === undefined ? '' : ` (it breaks off at ${position})`;
    throw new UserError(`${given} is no JSON${where}. ${expected}`, { cause });
  }
};
