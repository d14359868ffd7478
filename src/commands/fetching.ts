import { resolve } from 'node:path';
import { type Allowance, defaultAllowance } from '../audit/evidence.ts';
import type { CollectorOptions } from '../collect/options.ts';
import type { Recorder } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import type { PageDrawer } from '../model/drawing.ts';
import { UserError } from '../model/errors.ts';
import type { Exchange, Fetch, FetchRequest, FetchUsage } from '../model/exchange.ts';
import { defaultDeadline } from '../model/limits.ts';
import type { FetchOptions, NoiseOptions } from './options.ts';
import type { Progress } from './progress.ts';
import type { Shell } from './shell.ts';

/** Product token and version: what servers and archives are told. */
const product = `odi/${ODI_VERSION}`;

/** What belongs to one place of a run. */
export interface PlaceFetching {
  readonly fetch: Fetch;
  /** Waits until what was recorded for it alone is on the disk. */
  readonly close: () => Promise<void>;
}

/** The way to fetch that the flags ask for: the network, or archives. */
export interface Fetching {
  readonly fetch: Fetch;
  /**
   * The same for one place, with an archive of its own where `--record` has `{place}` in it.
   *
   * @throws UserError where that archive cannot be written.
   */
  readonly forPlace: (place: string) => Promise<PlaceFetching>;
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
const teller = (progress: Progress, isVerbose: boolean): ((fetch: Fetch) => Fetch) => {
  let asked = 0;
  return (fetch) => async (request: FetchRequest) => {
    asked += 1;
    const verb = request.draw === undefined ? '' : 'drawing ';
    progress.step(`${verb === '' ? `request ${asked}: ` : verb}${request.url}`);
    const exchange = await fetch(request);
    // Most archives hold no drawn page and no made-up address: only what came of one is worth a word.
    const isTold =
      (request.draw === undefined && request.madeUp === undefined) || exchange.reply.kind !== 'not-captured';
    if (isVerbose && isTold) progress.note(`${verb}${request.url}: ${outcomeOf(exchange)}`);
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
    forPlace: async () => ({ fetch, close: async () => {} }),
    close: async () => {
      for (const warning of warnings) progress.note(`warning: ${warning}`);
      await close();
    },
  };
};

/** What is fetched for. */
export interface FetchScope {
  /** Reviews that share what may be asked; 1 by default. */
  readonly reviews?: number;
  /** The year of the reviews, for `{year}` in `--record`; there is none by default. */
  readonly year?: number;
  /** May archives be one a place (`{place}` in `--record`)? Not by default. */
  readonly byPlace?: boolean;
  /** Go on with archives that are there already; by default they are refused. */
  readonly resume?: boolean;
  /** How fast hosts are asked, where that is to be slower than usual. */
  readonly pace?: Pick<CollectorOptions, 'perHost' | 'betweenMs' | 'slower' | 'remembered'>;
  /** Other programs of the same run; none by default. */
  readonly together?: CollectorOptions['together'];
}

/** The file of `--record` with what stands in braces put in. @throws UserError for what has no value here. */
const fileOf = (record: string, values: Readonly<Record<string, string>>): string =>
  record.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return value;
    const known = Object.keys(values).map((key) => `{${key}}`);
    const advice = known.length === 0 ? 'Name the file' : `Known here: ${known.join(' and ')}`;
    throw new UserError(`--record: ${whole} in ${record} stands for nothing here. ${advice}.`);
  });

const yearIn = ({ year }: FetchScope): Readonly<Record<string, string>> =>
  year === undefined ? {} : { year: String(year) };

const openRecord = async (file: string, scope: FetchScope, shell: Shell, progress: Progress): Promise<Recorder> => {
  const { openRecorder } = await import('../archive/index.ts');
  return openRecorder(resolve(shell.cwd, file), {
    ...{ software: product, now: shell.now, resume: scope.resume === true },
    onResume: (torn) => {
      const cut = torn === 0 ? '' : `; the last ${torn} bytes of it were half a record and are taken off`;
      progress.note(`${file} is there already and is gone on with${cut}.`);
    },
  });
};

/** An archive holds what was sent: with one, nothing is left out of what is asked for. */
const cacheFor = async ({ cache, record }: FetchOptions, shell: Shell): Promise<Pick<CollectorOptions, 'cache'>> => {
  if (cache === undefined || record !== undefined) return {};
  const { openCache } = await import('../collect/cache.ts');
  return { cache: openCache(resolve(shell.cwd, cache)) };
};

/** The browser of a run, whose pages' requests are told as all others are. @throws UserError where there is none. */
const drawerFor = async (
  options: FetchOptions & NoiseOptions,
  shell: Shell,
  progress: Progress,
): Promise<PageDrawer> => {
  const { drawerOf } = await import('./drawing.ts');
  return drawerOf(shell, progress, teller(progress, options.verbose === true));
};

const live = async (
  options: FetchOptions & NoiseOptions,
  shell: Shell,
  progress: Progress,
  scope: FetchScope,
): Promise<Fetching> => {
  const { record } = options;
  const { reviews = 1 } = scope;
  const isByPlace = scope.byPlace === true && record?.includes('{place}') === true;
  const common = record === undefined || isByPlace ? null : fileOf(record, yearIn(scope));
  // What stands in braces is looked at before any place is begun.
  if (record !== undefined && isByPlace) fileOf(record, { ...yearIn(scope), place: '' });
  if (record !== undefined && options.cache !== undefined) {
    progress.note(
      '--cache is left alone: an archive of --record holds what was sent, so everything is asked for in full.',
    );
  }
  const allowance = allowanceOf(options);
  const drawer = options.render === true ? await drawerFor(options, shell, progress) : null;
  const { openCollector } = await import('../collect/index.ts');
  const collector = openCollector({
    userAgent: product,
    now: shell.now,
    signal: shell.interrupted,
    environment: shell.environment,
    maxRequests: allowance.requests * reviews,
    maxBytes: allowance.bytes * reviews,
    allowPrivate: options.allowPrivate === true,
    ...(await cacheFor(options, shell)),
    ...(options.contact === undefined ? {} : { contact: options.contact }),
    ...scope.pace,
    ...(scope.together === undefined ? {} : { together: scope.together }),
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1000 }),
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    ...(drawer === null ? {} : { drawer }),
    ...(common === null ? {} : { recorder: await openRecord(common, scope, shell, progress) }),
  });
  const { fetch, usage, close } = collector;
  return {
    ...{ fetch, newest: null, usage },
    close: async () => {
      await drawer?.close();
      await close();
    },
    forPlace: async (place) => {
      if (record === undefined || !isByPlace) return { fetch, close: async () => {} };
      const file = fileOf(record, { ...yearIn(scope), place });
      return collector.recordingTo(await openRecord(file, scope, shell, progress));
    },
  };
};

/** What one review may ask for, by the flags; its time begins now. */
export const allowanceOf = (
  { maxRequests, maxBytes, replay }: FetchOptions,
  deadline = defaultDeadline,
  clock: () => number = () => performance.now(),
): Allowance => {
  const requests = maxRequests ?? defaultAllowance.requests;
  const bytes = maxBytes ?? defaultAllowance.bytes;
  const end = clock() + deadline * 1000;
  const left = (): number => (end - clock()) / 1000;
  // A replay refuses what the live run refused, and nothing else; what it reads must come to an end all the same.
  return { requests, bytes, time: { seconds: deadline, isUp: () => replay === undefined && left() <= 0, left } };
};

/**
 * Opens the way to fetch that the flags ask for.
 *
 * @throws UserError where an archive cannot be read or written, or both flags are given.
 */
export const openFetching = async (
  options: FetchOptions & NoiseOptions,
  shell: Shell,
  progress: Progress,
  scope: FetchScope = {},
): Promise<Fetching> => {
  if (options.replay !== undefined && options.record !== undefined) {
    throw new UserError('--record and --replay exclude one another: a replay already is an archive.');
  }
  const fetching =
    options.replay === undefined
      ? await live(options, shell, progress, scope)
      : await replay(options.replay, shell, progress);
  const tell = teller(progress, options.verbose === true);
  return {
    ...fetching,
    fetch: tell(fetching.fetch),
    forPlace: async (place) => {
      const own = await fetching.forPlace(place);
      return { ...own, fetch: tell(own.fetch) };
    },
  };
};

/** The day to judge as on: the one that was named, else a replay's newest capture, else today. */
export const dayOf = (named: string | undefined, { newest }: Pick<Fetching, 'newest'>, shell: Shell): string =>
  named ?? (newest ?? shell.now().toISOString()).slice(0, 10);

/**
 * The year of a review: the one that was named, else that of its day.
 *
 * @throws UserError for a year that is still to come, which no data is of.
 */
export const yearOf = (named: number | undefined, asOf: string, { now }: Shell): number => {
  const last = Math.max(now().getUTCFullYear(), Number(asOf.slice(0, 4))) + 1;
  if (named !== undefined && named > last)
    throw new UserError(`--year ${named} is still to come: a review is of ${last} at the latest.`);
  return named ?? Number(asOf.slice(0, 4));
};
