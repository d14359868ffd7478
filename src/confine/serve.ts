import { Worker } from 'node:worker_threads';

/** What the thread that watches is given. */
export interface Watched {
  /** Is a job under way, and the processor time at which it began. */
  readonly state: SharedArrayBuffer;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The first message to the process. */
export interface Opening {
  readonly watch: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly given: object;
}

/** One job; `bytes` of its body follow on standard input. */
export interface Job {
  readonly job: object;
  readonly bytes: number;
}

export type JobAnswer = { readonly done: unknown } | { readonly threw: string };

/** Bytes of standard input, as many as are asked for. */
const openBody = (): ((bytes: number) => Promise<Uint8Array>) => {
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted: { readonly bytes: number; readonly take: (body: Uint8Array) => void } | null = null;
  const settle = (): void => {
    if (wanted === null || length < wanted.bytes) return;
    const { bytes, take } = wanted;
    const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    chunks = [];
    length = 0;
    wanted = null;
    take(all.subarray(0, bytes));
  };
  process.stdin.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    settle();
  });
  return (bytes) =>
    new Promise((take) => {
      wanted = { bytes, take };
      settle();
    });
};

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Watches this process while jobs are under way. */
const openWatch = ({ watch, seconds, megabytes }: Opening): ((isBusy: boolean) => void) => {
  const state = new SharedArrayBuffer(16);
  const watched: Watched = { state, seconds, megabytes };
  new Worker(new URL(watch), { workerData: watched, stdout: true, stderr: true }).unref();
  const busy = new Int32Array(state, 0, 1);
  return (isBusy) => {
    new Float64Array(state, 8, 1)[0] = processorSeconds();
    Atomics.store(busy, 0, isBusy ? 1 : 0);
    Atomics.notify(busy, 0);
  };
};

/**
 * The whole life of a confined process: does the jobs that its parent sends, one after another, and ends with its parent.
 *
 * @param open makes the worker of jobs from what the parent gave at the beginning
 */
export const serve = (open: (given: object) => (job: object, body: Uint8Array) => Promise<unknown>): void => {
  const body = openBody();
  let tell: ((isBusy: boolean) => void) | null = null;
  let work: ReturnType<typeof open> | null = null;
  const take = async ({ job, bytes }: Job): Promise<JobAnswer> => {
    tell?.(true);
    try {
      const done = await work?.(job, bytes === 0 ? new Uint8Array(0) : await body(bytes));
      return { done };
    } catch (error) {
      return { threw: error instanceof Error ? error.message : String(error) };
    } finally {
      tell?.(false);
    }
  };
  process.on('SIGINT', () => {}); // the parent decides what a Ctrl-C ends
  process.on('disconnect', () => process.exit(0));
  process.on('message', async (message: Opening | Job) => {
    if ('given' in message) {
      tell = openWatch(message);
      work = open(message.given);
    } else process.send?.(await take(message));
  });
};
