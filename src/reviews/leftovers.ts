import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../model/errors.ts';

/* What a process that is killed leaves in a store: what it was making, and the locks that it held. */

/** A leftover is harmless (nobody reads it), so the error that is under way is the one worth telling. */
const quietly = (remove: () => void): void => {
  try {
    remove();
  } catch {
    return;
  }
};

/** Removes what came about in part, where that can be. */
export const discard = (path: string): void => quietly(() => rmSync(path, { recursive: true, force: true }));

/** A hidden name beside a file or folder, under which it is made before it is moved to its place. It tells who makes it. */
export const stagingOf = (path: string): string =>
  join(dirname(path), `.${hostname()}-${process.pid}-${globalThis.crypto.randomUUID()}.tmp`);

const staging = /^\.(?:(.+)-(\d+)-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/;

/** Milliseconds after which what another machine, or an older program, left half made is taken for left behind. */
const longest = 24 * 60 * 60 * 1000;

/** Is there such a process on this machine? */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
};

/** The hidden file beside another by which its one writer keeps others off. */
export const lockOf = (file: string): string => join(dirname(file), `.${basename(file)}.lock`);

/** Milliseconds after which a lock is left over from a process that ended: what is done under one takes a few. */
const stale = 60_000;

const ageOf = (path: string): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

/** Who holds a lock, as it says; null where nothing can be read. */
export const holderOf = (lock: string): string | null => {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
};

/** Was a lock left behind? Its process on this machine is gone, or it is older than anything that is done under one. */
export const isLeftLock = (lock: string, holder: string): boolean => {
  const [host, pid] = holder.split(' ');
  if (host === hostname() && /^\d+$/.test(pid ?? '') && !isRunning(Number(pid))) return true;
  return ageOf(lock) > stale;
};

/** Takes away a lock that was left behind: moved first, so that of two who find it only one does. */
export const takeAway = (lock: string, holder: string): void => {
  const aside = stagingOf(lock);
  try {
    if (holderOf(lock) === holder) renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
};

const isLock = (name: string): boolean => /^\..+\.lock$/.test(name);

const isLeft = (folder: string, name: string): boolean => {
  if (isLock(name)) {
    const holder = holderOf(join(folder, name));
    return holder !== null && isLeftLock(join(folder, name), holder);
  }
  if (!staging.test(name)) return false;
  const [, host, pid] = staging.exec(name) ?? [];
  if (host === hostname()) return !isRunning(Number(pid));
  return ageOf(join(folder, name)) > longest;
};

const left = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => isLeft(folder, name));
  } catch {
    return []; // no folder, or none that may be read: nothing of ours is in it
  }
};

const cleaned = new Set<string>();

/** Removes from a folder what a process that was killed left half made; each folder is looked through once, unless asked `again`. */
export const removeLeftovers = (folder: string, when: 'once' | 'again' = 'once'): void => {
  if (when === 'once' && cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of left(folder)) {
    const path = join(folder, name);
    if (isLock(name)) quietly(() => takeAway(path, holderOf(path) ?? ''));
    else discard(path);
  }
};
