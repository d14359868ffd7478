import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../model/errors.ts';
import { notWritten, writeWhole } from '../reviews/whole-file.ts';
import type { Shell } from './shell.ts';

/** The example as it ships, in the documentation of the program. */
const example = fileURLToPath(new URL(ODI_BUILT ? '../docs/own-method/' : '../../docs/own-method/', import.meta.url));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** Runs `odi init`: nothing that is there already is written over. */
export const runInit = (dir: string, { cwd, print }: Shell): void => {
  const root = resolve(cwd, dir);
  const files = filesIn(example);
  const [there] = files.filter((file) => existsSync(join(root, file)));
  if (there !== undefined) {
    throw new UserError(`${join(dir, there)} is there already, and nothing was written: name another folder.`);
  }
  for (const file of files) {
    const target = join(root, file);
    try {
      mkdirSync(dirname(target), { recursive: true });
    } catch (cause) {
      throw notWritten(target, cause);
    }
    writeWhole(target, readFileSync(join(example, file), 'utf8'));
  }
  const into = dir === '.' ? '' : `cd ${dir}\n`;
  print(
    `${files.map((file) => join(dir, file)).join('\n')}\n\nNext:\n${into}odi validate .\nodi inspect trees.csv --category tree-register\n`,
  );
};
