import { openRecorder } from '../../src/archive/index.ts';
import { openCollector } from '../../src/collect/index.ts';

/* Fetches every page of the benchmark's site with the collector, recording on, and tells what it took. */

const [base = '', pages = '0', file = ''] = process.argv.slice(2);
const connections = 50;
const now = (): Date => new Date();

const collector = openCollector({
  userAgent: 'odi/benchmark',
  now,
  allowPrivate: true,
  concurrency: connections,
  maxRequests: Number.MAX_SAFE_INTEGER,
  maxBytes: Number.MAX_SAFE_INTEGER,
  recorder: await openRecorder(file, { software: 'odi/benchmark', now }),
});

let next = 0;
let arrived = 0;
const caller = async (): Promise<void> => {
  while (next < Number(pages)) {
    const { reply } = await collector.fetch({ url: `${base}/page/${next++}` });
    if (reply.kind === 'arrived') arrived += 1;
  }
};
await Promise.all(Array.from({ length: 2 * connections }, caller));
await collector.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ arrived, peakMiB: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 })}\n`,
);
