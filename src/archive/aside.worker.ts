import { parentPort } from 'node:worker_threads';
import { type Batch, recordingsIn } from './batch.ts';
import { membersOf } from './members.ts';

/* The thread that records of a long run are made and compressed on. Batches are answered in the order they came in. */

let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (batch: Batch) => {
  const making = Promise.resolve(membersOf(recordingsIn(batch)));
  before = before.then(async () => {
    const bytes = new Uint8Array(await making);
    parentPort?.postMessage(bytes, [bytes.buffer]);
  });
});
