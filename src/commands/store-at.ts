import { dirname, resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { openStatements, type Statements } from '../queue/statements.ts';
import { type DatabaseStore, openDatabaseStore } from '../reviews/database/store.ts';
import { openStore, type Store } from '../reviews/index.ts';
import { countingOf } from './counting.ts';
import type { Shell } from './shell.ts';
import { secretOf, storeWord } from './store-word.ts';
import { storeFolder } from './subject.ts';

const flag = '--store';

/** Milliseconds that the database of a store may be away before the work ends. */
const patience = 10_000;

const opened = new WeakMap<Shell, Map<string, Statements>>();

/** One client for each database of a run; it starts with the first statement. */
const statementsOf = (shown: string, shell: Shell): Statements => {
  const known = opened.get(shell) ?? new Map<string, Statements>();
  opened.set(shell, known);
  const statements = known.get(shown) ?? openStatements(secretOf(shown), flag, patience);
  known.set(shown, statements);
  return statements;
};

/** What is done with a store, and where the archives of reviews that are kept in it lie. */
export interface StoreUse {
  readonly writes: boolean;
  /** A folder; null where none are made. */
  readonly archives?: string | null;
}

/**
 * The store of `--store`: a folder, or reviews in a database.
 *
 * @throws UserError for a file; of a database where it does not answer, keeps no reviews, or in another way.
 */
export const storeAt = (
  store: string,
  shell: Shell,
  { writes, archives = null }: StoreUse = { writes: false },
): Store =>
  isDatabaseAddress(store)
    ? databaseStore(store, shell, { writes, archives })
    : openStore(storeFolder(store, shell), countingOf(shell));

/** The same of an address of a database. */
export const databaseStore = (
  store: string,
  shell: Shell,
  { writes, archives = null }: StoreUse = { writes: false },
): DatabaseStore => {
  const shown = storeWord(store);
  return openDatabaseStore(statementsOf(shown, shell), {
    ...{ shown, writes, counting: countingOf(shell) },
    archives: archives === null ? null : resolve(shell.cwd, archives),
  });
};

/** How a store is opened by whoever keeps reviews that were recorded where `--record` says. */
export const writingOf = ({ record }: { readonly record?: string }): StoreUse => ({
  writes: true,
  archives: record === undefined ? null : dirname(record),
});
