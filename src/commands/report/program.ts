import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { criteriaFolder } from '../../criteria/schemas.ts';

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The folder of the program's own scripts: the bundle, or the sources where they run. */
const scripts = (): string => fileURLToPath(new URL(ODI_BUILT ? '.' : '../../', import.meta.url));

/**
 * Digest of the program and of the data that it judges and names by, own data that is laid over it included: a page that another program
 * made is made again.
 */
export const programDigest = (own: string | undefined, cwd: string): string => {
  const hash = createHash('sha256');
  const folders = [
    scripts(),
    ...(ODI_BUILT ? [] : [criteriaFolder()]),
    ...(own === undefined ? [] : [resolve(cwd, own)]),
  ];
  for (const folder of folders)
    for (const file of filesUnder(folder))
      hash.update(relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};
