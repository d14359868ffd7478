import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a command left behind. */
export interface Transcript {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

/** Runs the program as its user would, in a folder and without a terminal. */
export const odi = (words: readonly string[], cwd: string = process.cwd()): Transcript => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80' },
  });
  return { code: status, out: stdout, err: stderr };
};
