import { isDatabaseAddress, readDatabaseAddress } from '../model/database-address.ts';

/** Addresses with what is for the client alone, by how they are shown. */
const secrets = new Map<string, string>();

/**
 * The word of `--store` as it may be shown and written anywhere: of an address of a database, user and password are kept apart.
 *
 * @throws UserError for an address that cannot be read.
 */
export const storeWord = (text: string): string => {
  if (!isDatabaseAddress(text)) return text;
  const { shown, secret } = readDatabaseAddress(text, '--store');
  if (secret !== shown) secrets.set(shown, secret);
  return shown;
};

/** What the client is given for an address that was shown. */
export const secretOf = (shown: string): string => secrets.get(shown) ?? shown;
