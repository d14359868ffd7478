import { UserError } from '../../model/errors.ts';

/** Statements of a database, one after the other; handed in, since a stage of its own speaks to it. */
export interface StoreStatements {
  /** The rows of one statement, which may be sent twice where the database went away. */
  readonly rows: <Row>(
    text: string,
    values?: readonly (string | number | boolean | null | readonly string[])[],
  ) => readonly Row[];
}

/**
 * What makes the tables, a step a version: the first makes version 1 of nothing, and so on. Steps that were published stay as they are.
 *
 * The text of a review is kept as it is written into a file, byte for byte, since JSONB keeps neither the order of keys nor the way
 * that numbers are written; beside it stands the same as JSONB, for whoever asks questions in SQL.
 */
const steps: readonly string[] = [
  `create table odi_reviews.reviews (
     year integer not null,
     place text collate "C" not null,
     category text collate "C" not null,
     text text not null,
     review jsonb not null,
     archives text,
     written_at timestamptz not null default clock_timestamp(),
     primary key (year, place, category)
   );
   create table odi_reviews.aside (
     name text primary key,
     year integer not null,
     place text collate "C" not null,
     category text collate "C" not null,
     text text not null,
     set_aside_at timestamptz not null default clock_timestamp()
   );`,
];

/** The version that this program reads and writes. */
export const storeVersion = steps.length;

/** All steps from a version on, as one statement: all of it happens, or nothing. */
const stepsFrom = (version: number): string =>
  [
    ...steps.slice(version),
    'delete from odi_reviews.version;',
    `insert into odi_reviews.version values (${storeVersion});`,
  ].join('\n');

const versionIn = ({ rows }: StoreStatements): number | null => {
  const [there] = rows<{ found: boolean }>("select to_regclass('odi_reviews.version') is not null as found");
  if (there?.found !== true) return null;
  return rows<{ version: number }>('select version from odi_reviews.version')[0]?.version ?? 0;
};

const newer = (shown: string, found: number): UserError =>
  new UserError(
    `The reviews in ${shown} are kept by a newer odi (schema ${found}; this one knows ${storeVersion}). Update odi on this machine.`,
  );

/**
 * Looks whether reviews can be read.
 *
 * @throws UserError where the database keeps none, or in another way, with what to do.
 */
export const refuseUnlike = (statements: StoreStatements, shown: string): void => {
  const found = versionIn(statements);
  if (found === storeVersion) return;
  if (found !== null && found > storeVersion) throw newer(shown, found);
  throw new UserError(
    found === null || found === 0
      ? `${shown} holds no reviews. Put some there first: odi audit … --store ADDRESS, or odi import … --store ADDRESS.`
      : `The reviews in ${shown} are kept by an older odi (schema ${found}; this one needs ${storeVersion}). Any command of this version that writes brings them up to date: odi import or odi audit, by a user who may alter the tables.`,
  );
};

/**
 * Makes the tables where they are missing, and brings those of an older version up to date.
 *
 * @throws UserError where a newer version made them, and where this user may not.
 */
export const prepareStore = (statements: StoreStatements, shown: string): void => {
  const found = versionIn(statements);
  if (found === storeVersion) return;
  if (found !== null && found > storeVersion) throw newer(shown, found);
  // Two that begin at once: the second finds the version that the first has made.
  statements.rows(`do $$
    declare kept integer;
    begin
      perform pg_advisory_xact_lock(hashtext('odi_reviews.prepare'));
      create schema if not exists odi_reviews;
      create table if not exists odi_reviews.version (version integer not null);
      select version into kept from odi_reviews.version;
      ${Array.from({ length: storeVersion }, (_, at) => `if coalesce(kept, 0) = ${at} then ${stepsFrom(at)} kept := ${storeVersion}; end if;`).join('\n')}
    end $$`);
};
