import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  readDatabaseAddress,
  refuseAway,
  refuseUnprepared,
} from '../queue/index.ts';
import type { Shell } from './shell.ts';

const flag = '--queue';

/** Milliseconds that a database may be away while there is work to lose. */
const patience = 120_000;

/** Milliseconds that a database may be away when work begins: as long as it takes to start one again. */
const firstPatience = 10_000;

/** How a command uses a database. */
export interface QueueUse {
  /** Waits for a database that is away; whoever only asks or fills is told at once. */
  readonly patient: boolean;
  readonly connections: number;
  /** Says nothing while it waits. */
  readonly quiet?: boolean;
}

/** A database that was opened for a command. */
export interface OpenedQueue {
  readonly database: Database;
  /** Its address for people. */
  readonly shown: string;
}

/**
 * Opens the database of `--queue` and looks whether it answers.
 *
 * @throws UserError where it does not, or this user may not, saying what to do.
 */
export const openQueueDatabase = async (text: string, shell: Shell, use: QueueUse): Promise<OpenedQueue> => {
  const address = readDatabaseAddress(text, flag);
  const { connections, patient, quiet = false } = use;
  const onAway: DatabaseOptions['onAway'] = (why, most) => {
    if (!quiet) shell.tell(`odi: ${why.message} Waiting for it, ${most / 1000} s at most.\n`);
  };
  const options = { flag, connections, signal: shell.interrupted, onAway };
  const first = openDatabase(address, { ...options, patience: patient ? firstPatience : 0 });
  try {
    await refuseAway(first);
  } catch (error) {
    await first.close();
    throw error;
  }
  if (!patient) return { database: first, shown: address.shown };
  await first.close();
  return { database: openDatabase(address, { ...options, patience }), shown: address.shown };
};

/** The same of a queue that was filled before. @throws UserError where the database holds none. */
export const openFilledQueue = async (text: string, shell: Shell, use: QueueUse): Promise<OpenedQueue> => {
  const opened = await openQueueDatabase(text, shell, use);
  try {
    await refuseUnprepared(opened.database, opened.shown);
    return opened;
  } catch (error) {
    await opened.database.close();
    throw error;
  }
};
