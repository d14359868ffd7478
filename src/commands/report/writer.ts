import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, refusalOf, UserError } from '../../model/errors.ts';
import { discard, removeLeftovers, stagingOf } from '../../reviews/leftovers.ts';
import { type BuildState, type KnownPage, stateLines, stateName } from './state.ts';

/** A file of a page: its path in the site, and its text. */
export type SiteFile = readonly [path: string, text: string];

/** A site while it is written: beside its place, where nobody sees it before it is whole. */
export interface SiteWriter {
  /** The folder that it is written into. */
  readonly folder: string;
  /** Takes a page from the site before where it was made of the same, else has it made and writes it. */
  readonly page: (path: string, digest: string, make: () => readonly SiteFile[]) => void;
  readonly write: (file: string, text: string) => void;
  /** Takes files from the site before; false where one of them is not there. */
  readonly keep: (files: readonly string[]) => boolean;
  /** How many pages were made, and how many taken as they were. */
  readonly counts: { readonly made: number; readonly kept: number };
  /** Puts the new site in place of the old one: whoever looks sees one of them, whole. */
  readonly finish: (state: Omit<BuildState, 'pages'>) => Promise<void>;
  /** Leaves the old site as it is. */
  readonly abandon: () => void;
}

/** The name that the old site has for the moment in which the new one takes its place. */
const asideOf = (out: string): string => join(dirname(out), `.${basename(out)}.before-odi`);

/** Puts back a site that was set aside by a build that ended in that very moment. */
const mend = (out: string): void => {
  const aside = asideOf(out);
  if (!existsSync(out) && existsSync(aside)) renameSync(aside, out);
  else discard(aside);
};

/** @throws UserError where a folder is there that is no site of this program and not empty. */
const refuseOthers = (out: string): void => {
  let names: readonly string[];
  try {
    names = readdirSync(out);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw new UserError(`${out} cannot be written to: ${refusalOf(error)}. Name another folder with --out.`, {
      cause: error,
    });
  }
  if (names.length > 0 && !names.includes(stateName))
    throw new UserError(
      `${out} is not empty and holds no site of odi: nothing in it was touched. Name another folder with --out.`,
    );
};

const linked = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    // No links on this disk, or too many of them: a copy does as well.
    cpSync(from, to);
  }
};

/**
 * Removes a folder of tens of thousands of files, in a fraction of the time that the general way takes: it asks of no file what it is, and does not wait
 * for the disk with one folder before it goes on to the next.
 */
const removeTree = async (folder: string): Promise<void> => {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) if (!entry.isDirectory()) unlinkSync(join(folder, entry.name));
  await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => removeTree(join(folder, name))));
  await rmdir(folder);
};

/** The old site is of no more use; what cannot be removed of it now is left to the next build. */
const removeOld = async (aside: string): Promise<void> => {
  try {
    await removeTree(aside);
  } catch {
    discard(aside);
  }
};

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** What somebody else put beside the pages, such as the name of a host: it stays. */
const keepForeign = (out: string, staging: string, own: ReadonlySet<string>): void => {
  if (!existsSync(out)) return;
  for (const name of readdirSync(out)) {
    if (name === stateName || own.has(name) || existsSync(join(staging, name))) continue;
    cpSync(join(out, name), join(staging, name), { recursive: true, verbatimSymlinks: true });
  }
};

/**
 * Opens a site for writing.
 *
 * @throws UserError where the folder holds something else, or cannot be written to.
 */
export const openSite = (path: string, before: BuildState): SiteWriter => {
  const out = existsSync(path) ? realpathSync(path) : path;
  mend(out);
  refuseOthers(out);
  mkdirSync(dirname(out), { recursive: true });
  removeLeftovers(dirname(out));
  const staging = stagingOf(out);
  mkdirSync(staging);
  const folders = new Set<string>();
  const pages = new Map<string, KnownPage>();
  const counts = { made: 0, kept: 0 };
  const place = (file: string): string => {
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(join(staging, folder), { recursive: true });
      folders.add(folder);
    }
    return join(staging, file);
  };
  const kept: string[] = [];
  let isOther = false;
  const write = (file: string, text: string): void => writeFileSync(place(file), text);
  const keep = (files: readonly string[]): boolean => {
    const isThere = files.every((file) => existsSync(join(out, file)));
    if (isThere) kept.push(...files);
    else isOther = true;
    return isThere;
  };
  const replaced = async (): Promise<void> => {
    const aside = asideOf(out);
    const isThere = existsSync(out);
    if (isThere) renameSync(out, aside);
    try {
      renameSync(staging, out);
    } catch (error) {
      if (isThere) renameSync(aside, out);
      throw new UserError(`${out} was not written: ${refusalOf(error)}. The site is as it was before.`, {
        cause: error,
      });
    }
    if (isThere) await removeOld(aside);
  };
  return {
    ...{ folder: staging, write, keep, counts },
    page: (name, digest, make) => {
      const old = before.pages.get(name);
      if (old?.digest === digest && keep(old.files)) {
        counts.kept += 1;
        pages.set(name, old);
        return;
      }
      isOther = true;
      const files = make();
      for (const [file, text] of files) write(file, text);
      counts.made += 1;
      pages.set(name, { digest, files: files.map(([file]) => file) });
    },
    finish: async (state) => {
      const text = [...stateLines({ ...state, pages })].join('');
      // Where nothing is another than it was, the site stays where it stands.
      if (!isOther && textOf(join(out, stateName)) === text) return discard(staging);
      writeFileSync(join(staging, stateName), text);
      for (const file of kept) linked(join(out, file), place(file));
      const own = new Set(
        [...before.pages.values()].flatMap(({ files }) => files.map((file) => file.split('/')[0] ?? '')),
      );
      keepForeign(out, staging, own);
      await replaced();
    },
    abandon: () => discard(staging),
  };
};
