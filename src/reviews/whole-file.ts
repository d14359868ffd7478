import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import { discard, removeLeftovers, stagingOf } from './leftovers.ts';

/** Runs what needs a folder; makes the folder where it is missing, which it seldom is. */
const inFolder = (folder: string, write: () => void): void => {
  try {
    write();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true });
    write();
  }
};

/** What a person can do where a file or folder cannot be written. */
export const notWritten = (path: string, cause: unknown): UserError =>
  new UserError(
    `${path} was not written: ${refusalOf(cause)}. Free some space, or choose another path with --out or --store.`,
    { cause },
  );

/**
 * Makes a file or folder whole or not at all: beside its place first, then moved there. What half came about is removed.
 *
 * @throws what making or moving it throws.
 */
export const placeWhole = (path: string, make: (staging: string) => void): void => {
  removeLeftovers(dirname(path));
  const staging = stagingOf(path);
  try {
    inFolder(dirname(path), () => make(staging));
    renameSync(staging, path);
  } catch (error) {
    discard(staging);
    throw error;
  }
};

/**
 * Writes a file whole or not at all, also where the machine stops in between; its folder is made where it is missing.
 *
 * @throws UserError where it cannot be written, saying why.
 */
export const writeWhole = (path: string, text: string): void => {
  try {
    placeWhole(path, (staging) => writeFileSync(staging, text, { flush: true }));
  } catch (cause) {
    throw notWritten(path, cause);
  }
};

const writeParts = (path: string, texts: Iterable<string>, seen: (part: Buffer) => void): void => {
  const file = openSync(path, 'wx');
  try {
    for (const text of texts) {
      const part = Buffer.from(text);
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
      seen(part);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/**
 * The same of a text that is too long to be held.
 *
 * @param seen - is shown every part that was written
 * @throws UserError where it cannot be written; what `texts` throws, as it is.
 */
export const writeWholeParts = (path: string, texts: Iterable<string>, seen: (part: Buffer) => void): void => {
  try {
    placeWhole(path, (staging) => writeParts(staging, texts, seen));
  } catch (cause) {
    throw cause instanceof UserError ? cause : notWritten(path, cause);
  }
};
