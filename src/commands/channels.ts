import { fstatSync, ftruncateSync, writeSync } from 'node:fs';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import { forDiagnostics } from '../render/escape.ts';
import type { Shell } from './shell.ts';

/** Where documents and diagnostics go. */
export interface Channels extends Pick<Shell, 'print' | 'tell' | 'draw'> {
  /** Why the document was lost after it was handed over; null where it was not. */
  readonly lost: () => UserError | null;
}

const stdout = 1;

/** The reader went away (`odi … | head`), which is no error of ours. */
const isGone = (error: unknown): boolean => codeOf(error) === 'EPIPE' || codeOf(error) === 'ECONNRESET';

const notWritten = (cause: unknown): UserError =>
  new UserError(`The document was not written: ${refusalOf(cause)}. Free some space, or choose another place.`, {
    cause,
  });

/** Size of the file that standard output is; null where it is none. */
const sizeOfOutput = (): number | null => {
  try {
    const stats = fstatSync(stdout);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null;
  }
};

const cutOff = (size: number): void => {
  try {
    ftruncateSync(stdout, size);
  } catch {
    // A file that cannot be made shorter either: the sentence says that the document is not there.
  }
};

/**
 * Writes to a file, whole or not at all: Node is content where a full disk takes a part.
 *
 * @param before its size
 * @throws UserError where the disk takes no more; what it took is cut off again.
 */
const writeToFile = (text: string, before: number): void => {
  try {
    process.stdout.write(text);
    const taken = (sizeOfOutput() ?? before) - before;
    const bytes = Buffer.from(text);
    if (taken === 0 || taken >= bytes.length) return;
    for (let at = taken; at < bytes.length; ) at += writeSync(stdout, bytes, at);
  } catch (cause) {
    cutOff(before);
    throw notWritten(cause);
  }
};

/**
 * The channels of this process. A closed pipe costs what it would have shown, never the exit code or the review; a document that
 * cannot be written is told, and no half of it is left in a file.
 */
export const openChannels = (): Channels => {
  let lost: UserError | null = null;
  let isOver = false;
  process.stdout.on('error', (error) => {
    isOver = true;
    if (!isGone(error)) lost ??= notWritten(error);
  });
  process.stderr.on('error', () => {}); // nobody is left to be told
  const toErr = (text: string): void => {
    try {
      process.stderr.write(text);
    } catch {
      // The same, where standard error is a file.
    }
  };
  return {
    print: (text) => {
      if (isOver) return;
      const size = sizeOfOutput();
      if (size !== null) writeToFile(text, size);
      else process.stdout.write(text);
    },
    tell: (text) => toErr(forDiagnostics(text)),
    draw: toErr,
    lost: () => lost,
  };
};
