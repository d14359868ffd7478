import { Worker } from 'node:worker_threads';
import { batchOf } from './batch.ts';
import type { Recording } from './members.ts';

/** A thread that makes and compresses records, so that the thread that asks the network is free for it. */
export interface Aside {
  /** What is written of some captures, in their order. */
  readonly membersOf: (recordings: readonly Recording[]) => Promise<Buffer>;
  /** Ends the thread; nothing may be under way. */
  readonly close: () => Promise<void>;
}

interface Awaited {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (cause: Error) => void;
}

/** Its script: beside the chunks of the bundle, or as it was written. */
const script = (): URL => new URL(ODI_BUILT ? './workers/archive/aside.js' : './aside.worker.ts', import.meta.url);

/** Starts the thread. It keeps the program alive while something is under way, and no longer. */
export const openAside = (): Aside => {
  // What it makes lives for a moment: a small nursery keeps the memory of a long run flat.
  const thread = new Worker(script(), { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  const awaited: Awaited[] = [];
  let ended: Error | null = null;
  thread.unref();
  thread.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
    awaited.shift()?.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (awaited.length === 0) thread.unref();
  });
  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { reject } of awaited.splice(0)) reject(ended);
  };
  thread.on('error', end);
  thread.on('exit', (code) => end(new Error(`the thread that makes records ended with ${code}`)));
  return {
    membersOf: (recordings) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        const batch = batchOf(recordings);
        awaited.push({ resolve, reject });
        thread.ref();
        thread.postMessage(batch, [batch.payloads.buffer as ArrayBuffer]);
      }),
    close: async () => {
      await thread.terminate();
    },
  };
};
