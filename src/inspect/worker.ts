import { Worker } from 'node:worker_threads';
import { NotHere } from '../model/confine.ts';
import type { Context } from './reader.ts';
import type { Message } from './worker-answer.ts';

/** What came of a job: its answer, or why there is none. */
export type WorkerResult<T> = { readonly done: T } | { readonly failed: string };

/** The script of a worker: beside the chunks of the bundle, or as it was written. */
const scriptOf = (path: string): URL =>
  new URL(ODI_BUILT ? `./workers/inspect/${path}.js` : `./${path}.worker.ts`, import.meta.url);

const isOutOfMemory = (error: Error): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Runs a job on its own thread with bounds of time and memory, so that a file made to exhaust a library costs that
 * thread and not the run. The job is the file `<path>.worker.ts` under this folder.
 *
 * @throws what the thread throws, and where it ends without an answer: both are defects of the program, not of the file.
 * @throws NotHere in the program itself: the memory of a thread is that of its process
 */
export const runWorker = async <T>(
  path: string,
  data: () => Record<string, unknown>,
  { isHere, limits }: Pick<Context, 'isHere' | 'limits'>,
): Promise<WorkerResult<T>> => {
  if (isHere) throw new NotHere(`The reader ${path} uses a library that unpacks.`);
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptOf(path), {
      workerData: data(),
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    let isDone = false;
    const finish = (settle: () => void): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const end = (answer: WorkerResult<T>): void => finish(() => resolve(answer));
    const fail = (error: Error): void => finish(() => reject(error));
    const timer = setTimeout(
      () => end({ failed: `Reading took longer than ${limits.workerSeconds} seconds.` }),
      limits.workerSeconds * 1000,
    );
    worker.once('message', (message: Message<T>) =>
      end('done' in message ? message : { failed: `It could not be read: ${message.broken.slice(0, 200)}` }),
    );
    worker.once('error', (error: Error) =>
      isOutOfMemory(error)
        ? end({ failed: `Reading took more than ${limits.workerMegabytes} MB of memory.` })
        : fail(error),
    );
    worker.once('exit', (code) => fail(new Error(`The worker ${path} ended without an answer (exit code ${code}).`)));
  });
};
