import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bound, Confined, Confinement, Deadline } from '../model/confine.ts';
import type { ConfinedLimits } from '../model/limits.ts';
import type { JobAnswer, Opening } from './serve.ts';

/** What a confined process is opened with. */
export interface ConfinementOptions {
  /** Its script, as the build names it: `audit/reader` for `src/audit/reader.worker.ts`. */
  readonly script: string;
  /** Handed to the process once, when it starts. */
  readonly given: object;
  readonly limits: ConfinedLimits;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** A script of the program: beside the chunks of the bundle, or as it was written. */
const scriptOf = (path: string): URL =>
  new URL(ODI_BUILT ? `./workers/${path}.js` : `../${path}.worker.ts`, import.meta.url);

const megabyte = 2 ** 20;

/** V8 gives memory back before the process is over its bound, and has room for what is no heap. */
const heapOf = (megabytes: number): string => `--max-old-space-size=${Math.round((megabytes * 1e6 * 0.8) / megabyte)}`;

const sentences = (limits: ConfinedLimits): Readonly<Record<Bound, string>> => ({
  seconds: `Reading took more than ${limits.seconds} seconds of processor time, and was ended.`,
  patience: `Reading took more than ${limits.patience} seconds, and was ended.`,
  megabytes: `Reading took more than ${limits.megabytes} MB of memory, and was ended.`,
  deadline: 'Reading was ended when the time allowed for the review was used up.',
  stopped: 'Reading was interrupted.',
});

/** Which bound a process ended on, by how it ended; null where it ended by a defect. */
const boundOf = (code: number | null, signal: NodeJS.Signals | null): Bound | null => {
  if (signal === 'SIGTERM') return 'seconds';
  // SIGABRT, or 134, is how V8 ends where its heap is full; SIGKILL how the watch, or the system itself, ends it.
  return signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 ? 'megabytes' : null;
};

const start = ({ script, given, limits }: ConfinementOptions): ChildProcess => {
  const child = fork(fileURLToPath(scriptOf(script)), [], {
    execArgv: [...process.execArgv.filter((word) => !word.startsWith('--max-')), heapOf(limits.megabytes)],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  // The process must not keep the program alive when nothing is asked of it.
  child.unref();
  child.channel?.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  child.stdin?.on('error', () => {}); // it has ended: its exit says why
  const { seconds, megabytes } = limits;
  const opening: Opening = { watch: scriptOf('confine/watch').href, seconds, megabytes, given };
  child.send(opening, () => {});
  return child;
};

/** Waits for the answer of a process to one job, for as long as it may take. */
const answerOf = (
  child: ChildProcess,
  job: object,
  body: Uint8Array | null,
  until: Deadline,
  { limits, interrupted }: ConfinementOptions,
): Promise<JobAnswer | Bound> =>
  new Promise((resolve, reject) => {
    const left = until();
    const isDeadline = left < limits.patience;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      interrupted.removeEventListener('abort', onAbort);
      child.removeListener('message', onMessage);
      child.removeListener('exit', onExit);
      child.channel?.unref();
      settle();
    };
    const end = (bound: Bound): void =>
      finish(() => {
        child.kill('SIGKILL');
        resolve(bound);
      });
    const onAbort = (): void => end('stopped');
    const onMessage = (answer: unknown): void => finish(() => resolve(answer as JobAnswer));
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void =>
      finish(() => {
        const bound = boundOf(code, signal);
        if (bound !== null) resolve(bound);
        else reject(new Error(`The reading process ended without an answer (${signal ?? `exit code ${code}`}).`));
      });
    const timer = setTimeout(
      () => end(isDeadline ? 'deadline' : 'patience'),
      Math.max(0, isDeadline ? left : limits.patience) * 1000,
    );
    interrupted.addEventListener('abort', onAbort, { once: true });
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.channel?.ref(); // an answer is waited for
    if (interrupted.aborted) return onAbort();
    child.send({ job, bytes: body?.byteLength ?? 0 }, () => {});
    if (body !== null && body.byteLength > 0) child.stdin?.write(body);
  });

/**
 * Opens a process apart for jobs that may take too long or too much. One job runs at a time, so that the bound of memory holds for
 * the program as a whole; a process that went over a bound is followed by a fresh one.
 */
export const openConfinement = (options: ConfinementOptions): Confinement => {
  let child: ChildProcess | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const says = sentences(options.limits);
  const next = async <T>(job: object, body: Uint8Array | null, until: Deadline): Promise<Confined<T>> => {
    if (options.interrupted.aborted) return { over: 'stopped', says: says.stopped };
    if (until() <= 0) return { over: 'deadline', says: says.deadline };
    if (child === null || child.exitCode !== null || child.signalCode !== null || child.killed) child = start(options);
    const answer = await answerOf(child, job, body, until, options);
    if (typeof answer === 'string') return { over: answer, says: says[answer] };
    if ('threw' in answer) throw new Error(answer.threw);
    return { done: answer.done as T };
  };
  return {
    run: (job, body, until = () => Number.POSITIVE_INFINITY) => {
      const running = before.then(() => next<never>(job, body, until));
      before = running.catch(() => {});
      return running;
    },
    close: () => {
      child?.kill('SIGKILL');
      child = null;
    },
  };
};
