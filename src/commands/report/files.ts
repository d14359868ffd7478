import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scorecardCsv } from '../../render/scorecard-csv.ts';
import { scorecardJson } from '../../render/scorecard-json.ts';
import type { Download, DownloadYear, SiteYear } from '../../report/index.ts';
import type { Publication } from '../../reviews/tidy/index.ts';
import { yearTables } from '../export-tidy.ts';
import type { Shell } from '../shell.ts';
import type { PassedOver } from './passed.ts';
import type { BuildState } from './state.ts';
import type { SiteWriter } from './writer.ts';

/** Digest of any values that can be written as JSON. */
export const digestOf = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);

/** What stands beside the tables of a package. */
const texts: Readonly<Record<string, string>> = {
  'datapackage.json': 'The tables described as a Frictionless Data Package',
  'data-dictionary.md': 'Every column of every table',
  'CITATION.cff': 'How to cite the data',
  'LICENCE.txt': 'The licence of the data',
};

const described = (site: string, file: string, says: string): Download => ({
  ...{ file, says, title: file.slice(file.lastIndexOf('/') + 1) },
  bytes: statSync(join(site, file)).size,
});

/** What the tables are made of. */
interface DownloadSources {
  readonly years: readonly SiteYear[];
  readonly passed: PassedOver;
  readonly publication: Publication;
  readonly store: string;
}

const written = async (
  { year, card }: SiteYear,
  { publication, store, passed }: DownloadSources,
  site: SiteWriter,
  shell: Shell,
): Promise<readonly Download[]> => {
  const folder = `data/${year}`;
  const source = { store, year, without: passed.names() };
  const tables = await yearTables(join(site.folder, folder), source, publication, shell);
  const scorecards = [
    [`${folder}/scorecard.csv`, scorecardCsv(card), 'Places by categories, with scores and ranks'],
    [`${folder}/scorecard.json`, scorecardJson(card, null), 'The same as JSON'],
  ] as const;
  mkdirSync(join(site.folder, folder), { recursive: true });
  for (const [file, text] of scorecards) writeFileSync(join(site.folder, file), text);
  return [
    ...scorecards.map(([file, , says]) => described(site.folder, file, says)),
    ...tables.map(({ path, table }) => described(site.folder, `${folder}/${path}`, table.says)),
    ...(tables.length === 0
      ? []
      : Object.entries(texts).map(([name, says]) => described(site.folder, `${folder}/${name}`, says))),
  ];
};

/** The tables of every year, those of years in which nothing changed taken from the site before. */
export const writeDownloads = async (
  sources: DownloadSources,
  site: SiteWriter,
  before: BuildState,
  shell: Shell,
): Promise<readonly (DownloadYear & { readonly digest: string })[]> => {
  const all: (DownloadYear & { readonly digest: string })[] = [];
  for (const given of sources.years) {
    const digest = digestOf(
      sources.publication,
      given.card,
      [...given.entries.values()].map((entry) => entry.digest),
    );
    const kept = before.downloads.get(given.year);
    const isSame = kept?.digest === digest && site.keep(kept.files.map(({ file }) => file));
    const files = isSame ? kept.files : await written(given, sources, site, shell);
    if (shell.interrupted.aborted) break;
    all.push({ year: given.year, files, digest });
  }
  return all;
};
