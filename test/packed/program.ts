import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** Another Node than that of the tests: `ODI_NODE=…/node npx vitest run --project packed`. */
const program = process.env['ODI_NODE'] ?? process.execPath;

/** A folder of one test file, in which the program runs; removed at the end. */
export const folder = mkdtempSync(join(tmpdir(), 'odi-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a run left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Node itself in that folder, or another one, outside of the project. */
export const node = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd: string = folder,
): Promise<Run> => {
  const child = spawn(program, words, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: folder, COLUMNS: '80', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  await once(child, 'close');
  return { code: child.exitCode, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};

/** Runs the packed and installed program in the same way. */
export const run = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd: string = folder,
): Promise<Run> => node([inject('installed').bin, ...words], environment, cwd);
