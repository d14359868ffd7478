import { resolve } from 'node:path';
import { type Allowance, defaultAllowance } from '../audit/evidence.ts';
import type { Recorder } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import type { Exchange, Fetch, FetchRequest, FetchUsage } from '../model/exchange.ts';
import type { FetchOptions, NoiseOptions } from './options.ts';
import type { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** Product token and version: what servers and archives are told. */
const product = `odi/${ODI_VERSION}`;

/** The way to fetch that the flags ask for: the network, or archives. */
export interface Fetching {
  readonly fetch: Fetch;
  /** Date of the newest capture of a replay, null when live. */
  readonly newest: Instant | null;
  readonly usage: () => FetchUsage;
  readonly close: () => Promise<void>;
}

const outcomeOf = ({ reply }: Exchange): string => {
  switch (reply.kind) {
    case 'arrived':
      return `${reply.status}, ${reply.body.byteLength} bytes`;
    case 'lost':
    case 'refused':
      return `${reply.kind}: ${reply.reason}${reply.detail === '' ? '' : ` (${reply.detail})`}`;
    case 'not-captured':
      return 'not captured';
  }
};

/** Tells every request as it ends: on the progress line, and in full with `--verbose`. */
const told = (fetch: Fetch, progress: Progress, isVerbose: boolean): Fetch => {
  let asked = 0;
  return async (request: FetchRequest) => {
    asked += 1;
    progress.step(`request ${asked}: ${request.url}`);
    const exchange = await fetch(request);
    if (isVerbose) progress.note(`${request.url}: ${outcomeOf(exchange)}`);
    return exchange;
  };
};

const replay = async (files: readonly string[], shell: Shell, progress: Progress): Promise<Fetching> => {
  const [{ openArchive }, { openReplay }] = await Promise.all([
    import('../archive/index.ts'),
    import('../collect/replay.ts'),
  ]);
  const { fetch, newest, warnings, close } = openReplay(
    await openArchive(files.map((file) => resolve(shell.cwd, file))),
  );
  return {
    ...{ fetch, newest, usage: () => ({ requests: 0, bytes: 0 }) },
    close: async () => {
      for (const warning of warnings) progress.note(`warning: ${warning}`);
      await close();
    },
  };
};

const recorderOf = async (record: string | undefined, shell: Shell): Promise<{ readonly recorder?: Recorder }> => {
  if (record === undefined) return {};
  const { openRecorder } = await import('../archive/index.ts');
  return { recorder: await openRecorder(resolve(shell.cwd, record), { software: product, now: shell.now }) };
};

const live = async (options: FetchOptions, shell: Shell, reviews: number): Promise<Fetching> => {
  const allowance = allowanceOf(options);
  const { openCollector } = await import('../collect/index.ts');
  const collector = openCollector({
    userAgent: product,
    now: shell.now,
    signal: shell.interrupted,
    environment: shell.environment,
    maxRequests: allowance.requests * reviews,
    maxBytes: allowance.bytes * reviews,
    allowPrivate: options.allowPrivate === true,
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1000 }),
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    ...(await recorderOf(options.record, shell)),
  });
  return { fetch: collector.fetch, newest: null, usage: collector.usage, close: collector.close };
};

/** What one review may ask for, by the flags; its time begins now. */
export const allowanceOf = (
  { maxRequests, maxBytes, replay }: FetchOptions,
  deadline?: number,
  clock: () => number = () => performance.now(),
): Allowance => {
  const requests = maxRequests ?? defaultAllowance.requests;
  const bytes = maxBytes ?? defaultAllowance.bytes;
  if (deadline === undefined || replay !== undefined) return { requests, bytes };
  const end = clock() + deadline * 1000;
  return { requests, bytes, time: { seconds: deadline, isUp: () => clock() >= end } };
};

/**
 * Opens the way to fetch for a number of reviews.
 *
 * @throws UserError where an archive cannot be read or written, or both flags are given.
 */
export const openFetching = async (
  options: FetchOptions & NoiseOptions,
  shell: Shell,
  progress: Progress,
  reviews = 1,
): Promise<Fetching> => {
  if (options.replay !== undefined && options.record !== undefined) {
    throw new UserError('--record and --replay exclude one another: a replay already is an archive.');
  }
  const fetching =
    options.replay === undefined ? await live(options, shell, reviews) : await replay(options.replay, shell, progress);
  return { ...fetching, fetch: told(fetching.fetch, progress, options.verbose === true) };
};

/** The day to judge as on: the one that was named, else a replay's newest capture, else today. */
export const dayOf = (named: string | undefined, { newest }: Fetching, shell: Shell): string =>
  named ?? (newest ?? shell.now().toISOString()).slice(0, 10);
