import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Shell } from './shell.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'it may not be written by you',
  EROFS: 'it lies on a read-only disk',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
};

const whyNot = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
};

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 *
 * @throws UserError where it cannot be written, saying why.
 */
export const writeWhole = (path: string, text: string): void => {
  const staging = `${path}.${globalThis.crypto.randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(staging, text, { flush: true });
    renameSync(staging, path);
  } catch (cause) {
    if (existsSync(staging)) rmSync(staging);
    throw new UserError(
      `${path} was not written: ${whyNot(cause)}. Free or name another place with --out or --store.`,
      { cause },
    );
  }
};

/** Hands the document over: to the file of `--out`, else to standard output. */
export const deliver = (shell: Shell, text: string, out: string | undefined): void => {
  const document = text.endsWith('\n') ? text : `${text}\n`;
  if (out === undefined) shell.print(document);
  else writeWhole(resolve(shell.cwd, out), document);
};
