import { Pool, type QueryResultRow } from 'pg';
import type { DatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import { isAway, toldError } from './faults.ts';

/** A value that a statement is given. */
export type SqlValue = string | number | boolean | null | Date | Buffer | readonly string[];

/** Connections to one database. */
export interface Database {
  /**
   * The rows of one statement. It may be sent again where the database went away in between, so that it must do no harm twice.
   *
   * @throws UserError with what to do, also where the database stays away for longer than is borne.
   */
  readonly rows: <Row extends QueryResultRow>(text: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>;
  /** For the engine. */
  readonly pool: Pool;
  /** An error of the database as a person is told it. */
  readonly told: (error: unknown) => Error;
  readonly close: () => Promise<void>;
}

/** How a database is used. */
export interface DatabaseOptions {
  /** The flag that named it, for sentences. */
  readonly flag: string;
  /** Milliseconds that it may be away before the work ends; none where a person waits for an answer. */
  readonly patience: number;
  /** Connections at most. */
  readonly connections: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** Told once when the database is away and is waited for, why and for how long at most (milliseconds), until it is back. */
  readonly onAway?: (why: Error, patience: number) => void;
}

/** Milliseconds between two tries, growing. */
const shortestPause = 200;
const longestPause = 3_000;

/** Milliseconds in which a connection must stand. */
const connectTimeout = 30_000;

const pause = (milliseconds: number): Promise<void> => new Promise((next) => setTimeout(next, milliseconds));

/** Opens connections; none is made before it is needed. */
export const openDatabase = (address: DatabaseAddress, options: DatabaseOptions): Database => {
  const { flag, patience, connections, signal, onAway } = options;
  const pool = new Pool({
    connectionString: address.secret,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    application_name: 'odi',
    // What is idle keeps no program alive.
    allowExitOnIdle: true,
  });
  // A connection that breaks while nothing is asked of it is made anew when something is.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  let isToldAway = false;
  const tellAway = (error: unknown): void => {
    if (!isToldAway) onAway?.(toldError(error, address, flag), patience);
    isToldAway = true;
  };

  const rows: Database['rows'] = async <Row extends QueryResultRow>(text: string, values: readonly SqlValue[] = []) => {
    const end = performance.now() + patience;
    for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        const found = await pool.query<Row>(text, [...values]);
        isToldAway = false;
        return found.rows;
      } catch (error) {
        if (!isAway(error) || signal?.aborted === true || performance.now() + wait > end)
          throw toldError(error, address, flag);
        tellAway(error);
        await pause(wait);
      }
    }
  };
  let closed: Promise<void> | null = null;
  return {
    ...{ rows, pool, told: (error) => toldError(error, address, flag) },
    close: () => {
      closed ??= pool.end();
      return closed;
    },
  };
};

/** @throws UserError where a database is not there to be asked, before anything is begun. */
export const refuseAway = async ({ rows }: Database): Promise<void> => {
  await rows('select 1');
};

/** The row that a statement gives always. */
export const onlyRow = <Row>(rows: readonly Row[], what: string): Row => {
  const [row] = rows;
  if (row === undefined)
    throw new UserError(`The queue does not know ${what} any more. Fill it again: odi audit --all --queue …`);
  return row;
};
