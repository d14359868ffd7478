import { UserError } from './errors.ts';

/** An address of a database that was read. */
export interface DatabaseAddress {
  /** As it was given, with its password: for the client alone. */
  readonly secret: string;
  /** For people: without user, password and settings. */
  readonly shown: string;
  readonly user: string;
}

/** Is it an address of a PostgreSQL database? */
export const isDatabaseAddress = (text: string): boolean => /^postgres(?:ql)?:\/\//i.test(text);

/**
 * Reads the address of a database.
 *
 * @param flag - Who asks, for the sentence: `--queue`.
 * @throws UserError where it is none. Nothing of what was given is repeated, since it may hold a password.
 */
export const readDatabaseAddress = (text: string, flag: string): DatabaseAddress => {
  if (!isDatabaseAddress(text) || !URL.canParse(text)) {
    throw new UserError(`${flag}: an address of a PostgreSQL database is expected: postgres://user@host:5432/name.`);
  }
  const { hostname, port, pathname, searchParams, username } = new URL(text);
  const socket = searchParams.get('host');
  const machine = hostname === '' ? (socket ?? 'localhost') : hostname;
  return {
    secret: text,
    shown: `postgres://${machine}${port === '' ? '' : `:${port}`}${pathname}`,
    user: decodeURIComponent(username),
  };
};
