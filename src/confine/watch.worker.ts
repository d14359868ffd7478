import { workerData } from 'node:worker_threads';
import type { Watched } from './serve.ts';

/*
 * Watches the process that it is a thread of, and ends it where it is over a bound, whatever its main thread is doing. The
 * signal tells the parent which one: SIGTERM that of time, SIGKILL that of memory.
 */

const { state, seconds, megabytes } = workerData as Watched;
const busy = new Int32Array(state, 0, 1);
const begun = new Float64Array(state, 8, 1);
const parent = process.ppid;

/** Milliseconds between two looks: an inflater fills some 20 MB in that time. */
const pause = 20;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 - (begun[0] ?? 0);
};

for (;;) {
  if (Atomics.load(busy, 0) === 0) Atomics.wait(busy, 0, 0, 1_000);
  else Atomics.wait(busy, 0, 1, pause);
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  if (Atomics.load(busy, 0) === 0) continue;
  if (process.memoryUsage.rss() > megabytes * 1e6) process.kill(process.pid, 'SIGKILL');
  if (spent() > seconds) process.kill(process.pid, 'SIGTERM');
}
