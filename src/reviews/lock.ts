import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, UserError } from '../model/errors.ts';
import { holderOf, isLeftLock, lockOf, takeAway } from './leftovers.ts';
import { notWritten } from './whole-file.ts';

/* One writer of a review at a time, also over processes: a hidden file beside it, made by whoever is first. */

/** Milliseconds that are waited for another writer, and between two tries. */
const patience = 15_000;
const pause = 15;

const claim = (lock: string, own: string): boolean => {
  try {
    writeFileSync(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(lock), { recursive: true });
    return claim(lock, own);
  }
};

/** @throws UserError where the folder of the file cannot be written to. */
const claimFor = (file: string, lock: string, own: string): boolean => {
  try {
    return claim(lock, own);
  } catch (cause) {
    throw notWritten(file, cause);
  }
};

/**
 * Runs what no other writer of a file may run at the same time; it must take no longer than a moment. A lock that a killed
 * process left is taken away.
 *
 * @throws UserError where another writer does not come to an end, and where the folder cannot be written to.
 */
export const withLock = async <T>(file: string, work: () => T): Promise<T> => {
  const lock = lockOf(file);
  const own = `${hostname()} ${process.pid} ${globalThis.crypto.randomUUID()}`;
  const end = Date.now() + patience;
  while (!claimFor(file, lock, own)) {
    const holder = holderOf(lock);
    if (holder !== null && isLeftLock(lock, holder)) takeAway(lock, holder);
    else if (Date.now() > end) {
      throw new UserError(`${file} is being written by another program; try again when it has ended.`);
    } else await new Promise((next) => setTimeout(next, pause));
  }
  try {
    return work();
  } finally {
    if (holderOf(lock) === own) rmSync(lock, { force: true });
  }
};
