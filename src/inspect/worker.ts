import { Worker } from 'node:worker_threads';
import type { InspectLimits } from './limits.ts';

/** What came of a job: its answer, or why there is none. */
export type Answer<T> = { readonly done: T } | { readonly failed: string };

/** The script of a worker: beside the chunks of the bundle, or as it was written. */
const scriptOf = (path: string): URL =>
  new URL(ODI_BUILT ? `./workers/${path}.js` : `./${path}.worker.ts`, import.meta.url);

/**
 * Runs a job on its own thread with bounds of time and memory, so that a file made to exhaust a library costs that
 * thread and not the run. The job is the file `<path>.worker.ts` under this folder.
 */
export const runWorker = <T>(path: string, data: Record<string, unknown>, limits: InspectLimits): Promise<Answer<T>> =>
  new Promise((resolve) => {
    const worker = new Worker(scriptOf(path), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    let isDone = false;
    const end = (answer: Answer<T>): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(
      () => end({ failed: `Reading took longer than ${limits.workerSeconds} seconds.` }),
      limits.workerSeconds * 1000,
    );
    worker.once('message', (done: T) => end({ done }));
    worker.once('error', (error) => end({ failed: `It could not be read: ${String(error.message).slice(0, 200)}` }));
    worker.once('exit', () => end({ failed: 'The reader ended without an answer.' }));
  });
