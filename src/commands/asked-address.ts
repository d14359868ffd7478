import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { FileFormat } from '../model/format.ts';
import { extensionOfName } from '../web/address.ts';
import type { FetchOptions } from './options.ts';
import { webAddress } from './outcome.ts';
import type { Shell } from './shell.ts';

/* Addresses that a person names, before anything is asked for. */

/** Paths as shells and file managers write them. */
const isPath = (word: string): boolean => /^(?:\.{0,2}[/\\]|~|file:|[a-z]:\\)/i.test(word);

/** A word such as `results.csv`: a name of a file, since no domain ends so. */
const isFileName = async (word: string, { criteria }: Shell): Promise<boolean> => {
  const extension = /^[^/:?#]+$/.test(word) ? extensionOfName(word) : null;
  if (extension === null) return false;
  const [{ openFormats }, { isPublicName }] = await Promise.all([
    import('../web/formats.ts'),
    import('../discover/public-name.ts'),
  ]);
  const { formats } = criteria.data<{ readonly formats: readonly FileFormat[] }>('vocabulary/formats');
  return openFormats(formats).byExtension(extension) !== null && !isPublicName(word);
};

/** @throws UserError for what is a file or a folder here, or called like one. */
const refuseFile = async (word: string, command: string, shell: Shell): Promise<void> => {
  if (/^https?:\/\//i.test(word)) return;
  const path = resolve(shell.cwd, word);
  const isHere = existsSync(path);
  if (isHere && statSync(path).isDirectory() && isPath(word))
    throw new UserError(
      `${word} is a folder, and odi ${command} asks the web; odi inspect ${word}/* tells what its files are.`,
    );
  if (isHere || isPath(word) || (await isFileName(word, shell)))
    throw new UserError(
      isHere
        ? `${word} is a file here, and odi ${command} asks the web; for what it is and holds: odi inspect ${word}`
        : `${word} is called like a file, and odi ${command} asks the web; a file is for odi inspect, an address begins with https://.`,
    );
};

/**
 * Why an address is not asked by its spelling alone, and what to do; null where it may be, and in a replay, which asks nobody.
 */
export const privateRefusal = async (url: string, { allowPrivate, replay }: FetchOptions): Promise<string | null> => {
  if (replay !== undefined || !URL.canParse(url)) return null;
  const { openGuard } = await import('../collect/guard.ts');
  const { hostname } = new URL(url);
  const refused = openGuard(allowPrivate === true).refusedHost(hostname);
  if (refused === null) return null;
  return openGuard(true).refusedHost(hostname) === null
    ? `${url} is a private address and is not asked; add --allow-private if you mean it.`
    : `${url} is never asked: ${refused}.`;
};

/**
 * The address that a person names for a command.
 *
 * @throws UserError for a file, a folder, what is no address, and a private one that is not let in.
 */
export const askedAddress = async (
  word: string,
  command: string,
  options: FetchOptions,
  shell: Shell,
): Promise<string> => {
  await refuseFile(word, command, shell);
  const url = webAddress(word);
  const refusal = await privateRefusal(url, options);
  if (refusal !== null) throw new UserError(refusal);
  return url;
};
