import { openAuditData } from '../audit/data.ts';
import { UserError } from '../model/errors.ts';
import type { Fetch } from '../model/exchange.ts';
import {
  type Database,
  type DoPlace,
  type JobSurroundings,
  type RunSettings,
  settingsOf,
  type TakenPlace,
  workOn,
} from '../queue/index.ts';
import { reviewLine } from '../render/summary.ts';
import { auditStop, type JobReview } from './audit-job.ts';
import { lineOf } from './audit-line.ts';
import type { AuditOptions } from './audit-options.ts';
import { criteriaDigest } from './audit-queue.ts';
import type { Run } from './audit-state.ts';
import { mostUnreached } from './audit-walk.ts';
import { openFetching } from './fetching.ts';
import { openLanguage } from './language.ts';
import { reachedNoMachine } from './outcome.ts';
import { openProgress } from './progress.ts';
import { openFilledQueue } from './queue-open.ts';
import type { WorkerOptions } from './queue-options.ts';
import { readApartFor } from './readers.ts';
import type { Shell } from './shell.ts';
import { storeAt, writingOf } from './store-at.ts';
import { storeWord } from './store-word.ts';
import { editionOf } from './subject.ts';

/** What the jobs of one run have in common on this machine. */
type Common = Omit<Run, 'fetching' | 'shell'>;

/** @throws UserError where this worker would not do what was planned. */
const refuseOther = (settings: RunSettings, { allowPrivate }: WorkerOptions): void => {
  if (settings.version !== ODI_VERSION) {
    throw new UserError(
      `This run was planned with odi ${settings.version}, and this is odi ${ODI_VERSION}: reviews of one run are made by one version. Install that one, or fill the queue again.`,
    );
  }
  if (settings.allowPrivate && allowPrivate !== true) {
    throw new UserError(
      'This run asks loopback and private addresses. Start the worker with --allow-private to let it.',
    );
  }
};

const optionsOf = (settings: RunSettings, own: WorkerOptions): AuditOptions => {
  const record = own.record ?? settings.record ?? undefined;
  const { maxRequests, maxBytes, timeout, concurrency, deadline, contact } = settings;
  return {
    ...{ format: 'text', store: own.store ?? settings.store, edition: settings.edition, year: settings.year },
    ...{ asOf: settings.asOf, all: true, allowPrivate: settings.allowPrivate },
    ...(own.quiet === undefined ? {} : { quiet: own.quiet }),
    ...(own.verbose === undefined ? {} : { verbose: own.verbose }),
    ...(record === undefined ? {} : { record }),
    ...(maxRequests === null ? {} : { maxRequests }),
    ...(maxBytes === null ? {} : { maxBytes }),
    ...(timeout === null ? {} : { timeout }),
    ...(concurrency === null ? {} : { concurrency }),
    ...(deadline === null ? {} : { deadline }),
    ...(contact === null ? {} : { contact }),
  };
};

const openCommon = (
  settings: RunSettings,
  own: WorkerOptions,
  { progress, language }: Pick<Common, 'progress' | 'language'>,
  shell: Shell,
): Common => {
  refuseOther(settings, own);
  const edition = editionOf(settings.edition, shell);
  const known = shell.criteria.categories();
  const unknown = settings.categories.find((id) => !known.includes(id));
  const categories = unknown === undefined ? settings.categories.map(shell.criteria.category) : [];
  if (unknown !== undefined || criteriaDigest(edition, categories, shell) !== settings.criteria) {
    throw new UserError(
      'This run was planned with other criteria than this worker has. Give both the same --criteria, or fill the queue again.',
    );
  }
  const options = optionsOf(settings, own);
  const store = storeAt(options.store, shell, writingOf(options));
  return {
    ...{
      edition,
      categories,
      options,
      store,
      progress,
      language,
      year: settings.year,
      asOf: settings.asOf,
      gate: null,
    },
    data: openAuditData(shell.criteria, edition, readApartFor(shell)),
  };
};

/** The shell of one job: it is interrupted where the job is lost, too. */
const shellOf = (shell: Shell, signal: AbortSignal): Shell => ({
  ...shell,
  interrupted: AbortSignal.any([shell.interrupted, signal]),
});

/** What a worker has come to, over all its jobs. */
interface WorkerTally {
  kept: number;
  /** Reviews in a row that reached no machine. */
  unreached: number;
}

const doOne = async (
  { place: id, categories, kept }: TakenPlace,
  around: JobSurroundings,
  common: Common,
  shell: Shell,
  tally: WorkerTally,
): Promise<string | null> => {
  const place = shell.criteria.place(id);
  const left = common.categories.filter((category) => categories.includes(category.id) && !kept.includes(category.id));
  common.store.cleanPlace(common.year, id);
  const own = shellOf(shell, around.signal);
  const fetching = await openFetching(common.options, own, common.progress, {
    ...{ reviews: Math.max(1, left.length), year: common.year, byPlace: true, resume: true },
    together: around.together,
  });
  const undone: string[] = [];
  let about = '';
  /** The last address that was asked is what a worker that ends over a place was busy with. */
  const noting =
    (fetch: Fetch): Fetch =>
    (request) => {
      around.doing(`${about}: ${request.url}`);
      return fetch(request);
    };
  const ended = async ({ category, fresh, review, why }: JobReview): Promise<void> => {
    if (fresh !== null) tally.unreached = reachedNoMachine(fresh) ? tally.unreached + 1 : 0;
    if (review === null || why !== null) {
      undone.push(`${category.id}: ${why}`);
      common.progress.note(`${id} ${category.id}: not finished: ${why}`);
      return;
    }
    tally.kept += 1;
    common.progress.note(reviewLine(lineOf(review)));
    await around.kept(category.id);
  };
  try {
    await auditStop(
      { place, left },
      {
        ...common,
        fetching: {
          ...fetching,
          forPlace: async (name) => {
            const alone = await fetching.forPlace(name);
            return { ...alone, fetch: noting(alone.fetch) };
          },
        },
        shell: own,
      },
      {
        isOver: () => own.interrupted.aborted || tally.unreached >= mostUnreached,
        isOurs: around.isOurs,
        begun: (category) => {
          about = category.id;
          around.doing(about);
        },
        ended,
      },
    );
  } finally {
    await fetching.close();
  }
  return undone.length === 0 ? null : undone.join('; ');
};

/** Opens what runs have in common, each run once. */
const openRuns = (database: Database, open: (settings: RunSettings) => Common): ((run: string) => Promise<Common>) => {
  const known = new Map<string, { readonly text: string; readonly common: Common }>();
  return async (run) => {
    const settings = await settingsOf(database, run);
    const text = JSON.stringify(settings);
    const before = known.get(run);
    // A run that was planned anew meanwhile may be another one.
    if (before?.text === text) return before.common;
    const common = open(settings);
    known.set(run, { text, common });
    return common;
  };
};

/** Milliseconds in which what a worker has is given back when it is stopped: a busy database takes longer than a second. */
const timeToGiveBack = 10_000;

/** Carries out `odi worker`. */
export const runWorker = async (options: WorkerOptions, shell: Shell): Promise<void> => {
  const { atOnce = 4 } = options;
  // One connection to listen, one for signs of life, and some for each place under way.
  const use = { patient: true, connections: 2 + 3 * atOnce, quiet: options.quiet === true };
  // A store in the database of the queue is opened by who opens the queue: a plan holds no password.
  storeWord(options.queue);
  const { database, shown } = await openFilledQueue(options.queue, shell, use);
  shell.needsToStop(timeToGiveBack);
  const progress = openProgress(shell, options.quiet === true);
  const tally: WorkerTally = { kept: 0, unreached: 0 };
  const isOffline = (): boolean => tally.unreached >= mostUnreached;
  const common = { progress, language: await openLanguage({}, shell) };
  const commonOf = openRuns(database, (settings) => openCommon(settings, options, common, shell));
  const doPlace: DoPlace = async (taken, around) => doOne(taken, around, await commonOf(taken.run), shell, tally);
  try {
    await workOn(database, doPlace, {
      ...{ atOnce, stay: options.stay === true, signal: shell.interrupted, isOver: isOffline },
      onAgain: (why) => progress.note(`${why} Going on when it is back.`),
    });
  } finally {
    progress.close();
    await database.close();
  }
  if (isOffline()) {
    shell.exit(3);
    shell.tell(
      `odi: no machine could be reached by ${mostUnreached} reviews in a row: the network of this machine seems to be down. What it had is given back to ${shown}.\n`,
    );
  } else if (options.quiet !== true) shell.tell(`${tally.kept} reviews kept; ${shown} has nothing more to do.\n`);
};
