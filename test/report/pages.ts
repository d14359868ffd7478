import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CheerioAPI, load } from 'cheerio/slim';

/** Files of a site by their paths. */
export const filesOf = (site: string): readonly string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)))
    .sort();

/** All files of a site with their texts. */
export const textsOf = (site: string): ReadonlyMap<string, string> =>
  new Map(filesOf(site).map((file) => [file, readFileSync(join(site, file), 'utf8')]));

/** The pages of a site. */
export const pagesOf = (site: string): readonly string[] => filesOf(site).filter((file) => file.endsWith('.html'));

/** A page, parsed. */
export const pageOf = (site: string, file: string): CheerioAPI => load(readFileSync(join(site, file), 'utf8'));
