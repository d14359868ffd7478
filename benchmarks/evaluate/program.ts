import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What one run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** The packed and installed program. */
export interface Program {
  /** Runs it on words; the same words are run once and share their result. */
  readonly run: (...words: readonly string[]) => Promise<Run>;
}

/** Runs of the program at the same time. */
const atOnce = 2;

const start = async (bin: string, words: readonly string[]): Promise<Run> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [bin, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: { readonly out: Buffer[]; readonly err: Buffer[] } = { out: [], err: [] };
  child.stdout.on('data', (part: Buffer) => parts.out.push(part));
  child.stderr.on('data', (part: Buffer) => parts.err.push(part));
  await once(child, 'close');
  return {
    code: child.exitCode,
    out: Buffer.concat(parts.out).toString(),
    err: Buffer.concat(parts.err).toString(),
    seconds: (performance.now() - begun) / 1000,
  };
};

/** Opens the program by the path of its script. */
export const openProgram = (bin: string): Program => {
  const kept = new Map<string, Promise<Run>>();
  return {
    run: (...words) => {
      const key = JSON.stringify(words);
      const run = kept.get(key) ?? start(bin, words);
      kept.set(key, run);
      return run;
    },
  };
};

/** Works on all items, some at a time, and keeps their order. */
export const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};
