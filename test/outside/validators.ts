import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from 'vitest';

/*
 * Programs of others that read what odi writes. They are large, so that no clone installs them: `.ci/run` does, into the folder
 * that ODI_VALIDATORS names. Where there is none these tests are skipped, and say so.
 */

const folder = process.env['ODI_VALIDATORS'] ?? '';
const isThere = folder !== '' && existsSync(join(folder, 'node_modules'));
if (!isThere)
  console.warn('SKIPPED: what other programs make of our files, for ODI_VALIDATORS names no folder with them.');

/** Tests that need those programs. */
export const describeOutside = describe.skipIf(!isThere);

const resolveIn = (name: string): string => createRequire(join(folder, 'package.json')).resolve(name);

/** A CommonJS package of that folder. */
export const required = <T>(name: string): T => createRequire(join(folder, 'package.json'))(name) as T;

/** An ES module of that folder. */
export const imported = async <T>(name: string): Promise<T> => (await import(pathToFileURL(resolveIn(name)).href)) as T;

/** A file of a package of that folder. */
export const fileOf = (path: string): string => join(folder, 'node_modules', path);
