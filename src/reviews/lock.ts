import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, UserError } from '../model/errors.ts';
import { notWritten } from './whole-file.ts';

/* One writer of a review at a time, also over processes: a hidden file beside it, made by whoever is first. */

/** Milliseconds after which a lock is left over from a process that ended: what is done under one takes a few. */
const stale = 60_000;
/** Milliseconds that are waited for another writer, and between two tries. */
const patience = 15_000;
const pause = 15;

const lockOf = (file: string): string => join(dirname(file), `.${basename(file)}.lock`);

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
};

/** Was it left behind? Its process on this machine is gone, or it is older than anything that is done under a lock. */
const isLeft = (lock: string, holder: string): boolean => {
  const [host, pid] = holder.split(' ');
  if (host === hostname() && /^\d+$/.test(pid ?? '') && !isAlive(Number(pid))) return true;
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > stale;
};

/** Takes away a lock that was left behind: moved first, so that of two who find it only one does. */
const takeAway = (lock: string, holder: string): void => {
  const aside = `${lock}.${globalThis.crypto.randomUUID()}.tmp`;
  try {
    if (textOf(lock) === holder) renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
};

const claim = (lock: string, own: string): boolean => {
  try {
    writeFileSync(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) !== 'ENOENT') throw notWritten(lock, error);
    mkdirSync(dirname(lock), { recursive: true });
    return claim(lock, own);
  }
};

/**
 * Runs what no other writer of a file may run at the same time; it must take no longer than a moment. A lock that a killed
 * process left is taken away.
 *
 * @throws UserError where another writer does not come to an end.
 */
export const withLock = async <T>(file: string, work: () => T): Promise<T> => {
  const lock = lockOf(file);
  const own = `${hostname()} ${process.pid} ${globalThis.crypto.randomUUID()}`;
  const end = Date.now() + patience;
  while (!claim(lock, own)) {
    const holder = textOf(lock);
    if (holder !== null && isLeft(lock, holder)) takeAway(lock, holder);
    else if (Date.now() > end) {
      throw new UserError(`${file} is being written by another program; try again when it has ended.`);
    } else await new Promise((next) => setTimeout(next, pause));
  }
  try {
    return work();
  } finally {
    if (textOf(lock) === own) rmSync(lock, { force: true });
  }
};
