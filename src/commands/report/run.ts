import { resolve } from 'node:path';
import { openMessages } from '../../audit/messages.ts';
import { retell } from '../../audit/retell.ts';
import { storedLanguage } from '../../messages/known.ts';
import type { Messages } from '../../messages/messages.ts';
import { asJson } from '../../render/escape.ts';
import { openWords, type SiteData, type SiteLanguage, sitePages } from '../../report/index.ts';
import type { ReportOptions } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import { assetFiles, languageFiles, sitemapFiles } from './assets.ts';
import { settingsOf, siteData } from './data.ts';
import { writeEntries } from './entries.ts';
import { digestOf, writeDownloads } from './files.ts';
import { gather } from './gather.ts';
import { openPages, type PageMaker, type Translate } from './pages.ts';
import { comparePairs, openChanges } from './pairs.ts';
import { BeginAgain, openPassedOver, type PassedOver } from './passed.ts';
import { programDigest } from './program.ts';
import { type BuildState, readState } from './state.ts';
import { openSite, type SiteFile, type SiteWriter } from './writer.ts';

/** What is kept is English without marks, which is what programs get in English. */
const translated = (messages: Messages, { criteria }: Shell): Translate => {
  const known = new Set(criteria.places());
  const plain = messages.marked(false);
  return (review) => {
    const edition = criteria.edition(review.edition);
    const place = known.has(review.place?.id ?? '')
      ? criteria.place(review.place?.id ?? '').names[messages.tag]
      : undefined;
    const asked = { edition, ...(place === undefined ? {} : { place }) };
    return {
      review: retell(review, { ...asked, messages }),
      plain: messages.tag === storedLanguage ? review : retell(review, { ...asked, messages: plain }),
    };
  };
};

/** Writers of pages, one a language; the first language's pages stand at the root. */
const openLanguages = async (
  tags: readonly string[],
  data: SiteData,
  site: SiteWriter,
  shell: Shell,
): Promise<readonly PageMaker[]> => {
  const opened = await Promise.all(tags.map((tag) => openMessages(shell.criteria, tag, true)));
  const languages = opened.map(
    ({ tag, name, dir }, at): SiteLanguage => ({ tag, name, dir, folder: at === 0 ? '' : `${tag}/` }),
  );
  return opened.flatMap((messages, at) => {
    const language = languages[at];
    return language === undefined
      ? []
      : [openPages(data, openWords(messages), language, languages, site, translated(messages, shell))];
  });
};

/** Files that are made anew only where their text is another. */
const writeFiles = (files: readonly SiteFile[], site: SiteWriter): void => {
  for (const [file, text] of files) site.page(`=${file}`, digestOf(text), () => [[file, text]]);
};

const writePages = (data: SiteData, makers: readonly PageMaker[]): readonly string[] => {
  const pages = sitePages(data);
  for (const { path, inputs, body } of pages) {
    const digest = digestOf(inputs);
    for (const maker of makers) maker.write({ path, digest, body, jsonOf: asJson });
  }
  return pages.map(({ path }) => path);
};

const entryPaths = ({ years }: SiteData): readonly string[] =>
  years.flatMap(({ year, entries }) =>
    [...entries.values()].map(({ place, category }) => `${year}/${place}/${category}/`),
  );

/** Writes everything into the folder beside the site; what it leaves for the next build. */
const writeSite = async (
  site: SiteWriter,
  before: BuildState,
  passed: PassedOver,
  options: ReportOptions,
  shell: Shell,
): Promise<Omit<BuildState, 'pages'> | null> => {
  const { settings, publication } = settingsOf(options, shell);
  const gathered = await gather(options.store, before, passed, shell);
  if (shell.interrupted.aborted) return null;
  const finder = openChanges(gathered, before, passed, shell);
  const pairs = await comparePairs(gathered.years, finder);
  const known = siteData(settings, gathered, pairs, options, shell);
  const downloads = await writeDownloads(
    { years: gathered.years, passed, publication, store: options.store },
    site,
    before,
    shell,
  );
  const data: SiteData = { ...known, downloads };
  const makers = await openLanguages(options.lang, data, site, shell);
  const paths = writePages(data, makers);
  for (const given of data.years) await writeEntries({ data, gathered, finder, passed, shell }, makers, given);
  if (passed.names().size > gathered.passed) throw new BeginAgain();
  writeFiles([...assetFiles, ...makers.flatMap(languageFiles)], site);
  const all = makers.flatMap(({ language }) =>
    [...paths, ...entryPaths(data)].map((path) => `${language.folder}${path}`),
  );
  writeFiles(sitemapFiles(settings.base, all), site);
  return shell.interrupted.aborted
    ? null
    : {
        program: before.program,
        reviews: gathered.reviews,
        changes: finder.known,
        downloads: new Map(downloads.map((one) => [one.year, one])),
      };
};

/** Makes the site; `again` where reviews were found on the way of which no page can be made, so that it is to be begun without them. */
const attempt = async (
  out: string,
  before: BuildState,
  passed: PassedOver,
  options: ReportOptions,
  shell: Shell,
): Promise<'made' | 'again'> => {
  const site = openSite(out, before);
  try {
    const state = await writeSite(site, before, passed, options, shell);
    if (state === null) return 'made';
    await site.finish(state);
    const { made, kept } = site.counts;
    if (options.quiet !== true)
      shell.tell(`${made} pages written to ${options.out}${kept === 0 ? '' : `, ${kept} kept as they were`}\n`);
    return 'made';
  } catch (error) {
    if (error instanceof BeginAgain) return 'again';
    throw error;
  } finally {
    site.abandon();
  }
};

/** Runs `odi report`. */
export const runReport = async (options: ReportOptions, shell: Shell): Promise<void> => {
  const out = resolve(shell.cwd, options.out);
  const program = programDigest(options.criteria, shell.cwd);
  const before = { ...readState(out, program), program };
  const passed = openPassedOver(shell);
  while ((await attempt(out, before, passed, options, shell)) === 'again');
};
