import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { refusalOf, UserError } from '../../model/errors.ts';
import { discard } from '../leftovers.ts';

/* Rows that must be put in order, but are too many to be held: their text waits in a file, what orders them in memory. */

/** A text into which something may have to be put later. */
export interface SpooledText {
  /** Up to where it goes. */
  readonly before: string;
  readonly after: string;
}

/** Texts in a file, by their numbers in the order in which they were put there. */
export interface Spool {
  readonly put: (text: SpooledText) => void;
  readonly count: () => number;
  /** A text, with `between` put in. */
  readonly text: (number: number, between: string) => string;
  /** Removes the file. */
  readonly close: () => void;
}

/** Bytes that are gathered before they are written, and that a list of numbers grows by at first. */
const gathered = 256 * 1024;

/** Numbers that are held without a box around each. */
export interface NumberList {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
}

/** Begins a list of numbers. */
export const openNumbers = (): NumberList => {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const wider = new Float64Array(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length] = value;
      length += 1;
    },
    at: (index) => values[index] ?? Number.NaN,
  };
};

/** @throws UserError where the disk takes no more. */
const orFull = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    const says = `${path} was not written: ${refusalOf(cause)}`;
    throw new UserError(`${says}. Free some space, or name another folder for passing files with TMPDIR.`, { cause });
  }
};

/**
 * Opens a spool in a file that is not there yet; the folder is. It loses its name at once where the system allows, so that nothing is
 * left of it whatever happens.
 */
export const openSpool = (path: string): Spool => {
  const file = orFull(path, () => openSync(path, 'wx+', 0o600));
  discard(path);
  const [ends, middles] = [openNumbers(), openNumbers()];
  let waiting: Buffer[] = [];
  let size = 0;
  let end = 0;
  let count = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    orFull(path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
    waiting = [];
    size = 0;
  };
  return {
    count: () => count,
    put: ({ before, after }) => {
      const [first, second] = [Buffer.from(before), Buffer.from(after)];
      waiting.push(first, second);
      middles.push(end + first.length);
      end += first.length + second.length;
      size += first.length + second.length;
      ends.push(end);
      count += 1;
      if (size > gathered) flush();
    },
    text: (number, between) => {
      if (size > 0) flush();
      const [from, middle, to] = [number === 0 ? 0 : ends.at(number - 1), middles.at(number), ends.at(number)];
      const bytes = Buffer.allocUnsafe(to - from);
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, from + at);
        if (read === 0) throw new Error(`${path} ends before its text ${number}`);
        at += read;
      }
      return bytes.toString('utf8', 0, middle - from) + between + bytes.toString('utf8', middle - from);
    },
    close: () => {
      closeSync(file);
      discard(path);
    },
  };
};
