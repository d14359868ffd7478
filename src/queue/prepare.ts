import { runMigrations } from 'graphile-worker';
import { UserError } from '../model/errors.ts';
import type { Database } from './database.ts';
import { schemaStatements, schemaVersion } from './schema.ts';
import { silent } from './silent.ts';

const otherVersion = (shown: string, found: number): UserError =>
  new UserError(
    found < schemaVersion
      ? `The queue in ${shown} was made by an older odi (schema ${found}; this one needs ${schemaVersion}). Let it end with that version, then remove it (drop schema odi_queue cascade) and fill it again: odi audit --all --queue …`
      : `The queue in ${shown} was made by a newer odi (schema ${found}; this one knows ${schemaVersion}). Update odi on this machine.`,
  );

const versionIn = async ({ rows }: Database): Promise<number | null> => {
  const [there] = await rows<{ found: boolean }>("select to_regclass('odi_queue.version') is not null as found");
  if (there?.found !== true) return null;
  const [row] = await rows<{ version: number }>('select version from odi_queue.version');
  return row?.version ?? null;
};

/**
 * Makes the tables of the queue and of the engine where they are missing.
 *
 * @throws UserError where another version made them, and where this user may not.
 */
export const prepareQueue = async (database: Database, shown: string): Promise<void> => {
  const found = await versionIn(database);
  if (found !== null && found !== schemaVersion) throw otherVersion(shown, found);
  try {
    await runMigrations({ pgPool: database.pool, logger: silent });
    const client = await database.pool.connect();
    try {
      // Two that fill it at once: one waits for the other.
      await client.query('begin');
      await client.query("select pg_advisory_xact_lock(hashtext('odi_queue.prepare'))");
      await client.query(schemaStatements);
      await client.query(
        `insert into odi_queue.version select ${schemaVersion} where not exists (select 1 from odi_queue.version)`,
      );
      await client.query('commit');
    } finally {
      client.release(true);
    }
  } catch (error) {
    throw database.told(error);
  }
};

/** @throws UserError where the database holds no queue, or one of another version. */
export const refuseUnprepared = async (database: Database, shown: string): Promise<void> => {
  const found = await versionIn(database);
  if (found === null) throw new UserError(`${shown} holds no queue. Fill it first: odi audit --all --queue …`);
  if (found !== schemaVersion) throw otherVersion(shown, found);
};
