import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Category, Edition, Place } from '../model/data.ts';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import { type PlannedPlace, prepareQueue, putPlan, type RunSettings } from '../queue/index.ts';
import type { AuditOptions } from './audit-options.ts';
import { stopsOf } from './audit-plan.ts';
import { dayOf } from './fetching.ts';
import { openQueueDatabase } from './queue-open.ts';
import type { Shell } from './shell.ts';
import { storeAt, writingOf } from './store-at.ts';
import { storeFolder } from './subject.ts';

/** What is put into a queue. */
export interface QueuedAudit {
  /** Null where the audit is of one place. */
  readonly places: readonly Place[] | null;
  readonly edition: Edition;
  readonly categories: readonly Category[];
  readonly options: AuditOptions;
}

/** Flags that speak of what comes of a run, which is not known when it is put into a queue. */
const afterwards = {
  failUnder: '--fail-under',
  failOnRegression: '--fail-on-regression',
  summary: '--summary',
  summaryFile: '--summary-file',
  out: '--out',
} as const;

/** Flags that no worker could follow. */
const ofOneMachine = { replay: '--replay', cache: '--cache' } as const;

const givenIn = (options: AuditOptions, flags: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(flags).find(([name]) => options[name as keyof AuditOptions] !== undefined)?.[1];

/** @throws UserError for what does not fit a queue. */
const refuseUnfit = (places: readonly Place[] | null, options: AuditOptions): void => {
  if (places === null) throw new UserError('--queue is for many places: add --all, or --places with a list.');
  const later = givenIn(options, afterwards);
  if (later !== undefined || options.format !== 'text') {
    throw new UserError(
      `${later ?? '--format'} speaks of reviews that are not made yet. When odi queue says that all is done, run the same command without --queue: it tells what the store has.`,
    );
  }
  const local = givenIn(options, ofOneMachine);
  if (local !== undefined) throw new UserError(`${local} and --queue exclude one another.`);
  if (options.record?.includes('{place}') === false) {
    throw new UserError('--record: several workers cannot write one archive. Put {place} into its name.');
  }
};

/** What judging goes by: workers must judge by the same. */
export const criteriaDigest = (edition: Edition, categories: readonly Category[], shell: Shell): string =>
  createHash('sha256')
    .update(JSON.stringify([edition, categories, shell.criteria.places().map(shell.criteria.place)]))
    .digest('hex');

const settingsOf = ({ places, edition, categories, options }: QueuedAudit, shell: Shell): RunSettings => {
  const asOf = dayOf(options.asOf, { newest: null }, shell);
  return {
    version: ODI_VERSION,
    edition: edition.id,
    year: options.year ?? Number(asOf.slice(0, 4)),
    asOf,
    categories: categories.map(({ id }) => id),
    criteria: criteriaDigest(edition, categories, shell),
    reviews: (places ?? []).length * categories.length,
    store: isDatabaseAddress(options.store) ? options.store : storeFolder(options.store, shell),
    record: options.record === undefined ? null : resolve(shell.cwd, options.record),
    allowPrivate: options.allowPrivate === true,
    maxRequests: options.maxRequests ?? null,
    maxBytes: options.maxBytes ?? null,
    timeout: options.timeout ?? null,
    concurrency: options.concurrency ?? null,
    deadline: options.deadline ?? null,
    contact: options.contact ?? null,
  };
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Carries out `odi audit --all --queue`: plans a job a place for what the store does not have yet. */
export const fillQueue = async (address: string, audit: QueuedAudit, shell: Shell): Promise<void> => {
  refuseUnfit(audit.places, audit.options);
  const settings = settingsOf(audit, shell);
  const store = storeAt(settings.store, shell, writingOf(audit.options));
  const { database, shown } = await openQueueDatabase(address, shell, { patient: false, connections: 2 });
  try {
    await prepareQueue(database, shown);
    let done = 0;
    const run = { store, year: settings.year, categories: audit.categories };
    const planned: PlannedPlace[] = [];
    for (const { place, left } of stopsOf(audit.places ?? [], run, audit.options.again === true, () => {
      done += 1;
    })) {
      planned.push({ place: place.id, categories: left.map(({ id }) => id) });
    }
    const name = `${settings.edition} ${settings.year} ${settings.store}`;
    const put = await putPlan(database, name, settings, planned);
    const reviews = planned.reduce((sum, { categories }) => sum + categories.length, 0);
    const underWay = planned.length - put;
    shell.print(
      [
        `${counted(put, 'place', 'places')} put into ${shown}, ${counted(reviews, 'review', 'reviews')} to do`,
        done === 0 ? '' : `, ${done} done already`,
        underWay === 0 ? '' : `; ${counted(underWay, 'place is', 'places are')} under way`,
        '.\n',
        planned.length === 0 ? '' : 'Start workers: odi worker --queue …; see how far they are: odi queue --queue …\n',
      ].join(''),
    );
  } finally {
    await database.close();
  }
};
