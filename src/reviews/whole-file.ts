import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';

/** A hidden name beside a file or folder, under which it is made before it is moved to its place. It tells who makes it. */
const stagingOf = (path: string): string =>
  join(dirname(path), `.${hostname()}-${process.pid}-${globalThis.crypto.randomUUID()}.tmp`);

const staging = /^\.(?:(.+)-(\d+)-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/;

/** Milliseconds after which what another machine, or an older program, left half made is taken for left behind. */
const longest = 24 * 60 * 60 * 1000;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

const isLeft = (folder: string, name: string): boolean => {
  const [, host, pid] = staging.exec(name) ?? [];
  if (host === hostname()) return !isRunning(Number(pid));
  return Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > longest;
};

const left = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => staging.test(name) && isLeft(folder, name));
  } catch {
    return []; // no folder, or none that may be read: nothing of ours is in it
  }
};

const cleaned = new Set<string>();

/** Removes from a folder what a process that was killed left half made; each folder is looked through once. */
export const removeLeftovers = (folder: string): void => {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of left(folder)) discard(join(folder, name));
};

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

/** A leftover is harmless (nobody reads it), so the error that is under way is the one worth telling. */
const discard = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    return;
  }
};

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
