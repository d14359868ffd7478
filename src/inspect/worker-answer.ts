import { parentPort } from 'node:worker_threads';
import { BrokenInput } from '../model/errors.ts';

/** What a worker sends back. An error that is no `BrokenInput` ends the worker instead. */
export type Message<T> = { readonly done: T } | { readonly broken: string };

/** Does the work of a worker and sends what came of it. */
export const answer = async <T>(work: () => T | Promise<T>): Promise<void> => {
  const send = (message: Message<T>): void => parentPort?.postMessage(message);
  try {
    send({ done: await work() });
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    send({ broken: error.message });
  }
};
