import { dirname } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { readInside } from './inside.ts';
import { withLock } from './lock.ts';
import { type Counting, type Parsed, parseReview } from './shape.ts';
import { serialise } from './store.ts';
import { writeWhole } from './whole-file.ts';

/** What a file holds: a review as it counts, or why it cannot be read; null where there is no such file. */
export const readReview = (file: string, counting: Counting): Parsed | null => {
  try {
    const read = readInside(dirname(file), file);
    return 'fault' in read ? read : parseReview(read.text, counting);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    return { fault: `it cannot be read: ${refusalOf(error)}` };
  }
};

/**
 * Changes the review of a file, whole or not at all, while nobody else does: what `change` is given is what the file holds at
 * that moment, so that nothing that others wrote in the meantime is lost. Where it throws, the file stays as it is.
 *
 * @returns the review that was written
 * @throws UserError where the file holds none, and where it cannot be written.
 */
export const updateReview = (file: string, counting: Counting, change: (now: Review) => Review): Promise<Review> =>
  withLock(file, () => {
    const now = readReview(file, counting);
    if (now === null) throw new UserError(`There is no ${file}.`);
    if ('fault' in now) throw new UserError(`${file} is no review: ${now.fault}.`);
    const changed = change(now.review);
    writeWhole(file, serialise(changed));
    return changed;
  });
