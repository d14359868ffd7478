import { InvalidArgumentError } from 'commander';
import { knownLanguages, storedLanguage } from '../messages/known.ts';
import type { Command } from './command.ts';
import { collect, withNoise, withStore } from './options.ts';
import type { ReportOptions } from './report-options.ts';

/** Languages, in a list with commas; the first one's pages stand at the root. */
const tags = (text: string): readonly string[] => {
  const found = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  if (found.length === 0) throw new InvalidArgumentError('Languages are expected, such as en,fr,ar.');
  return found;
};

/** An address that pages can stand below, with `/` at its end. */
const base = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || /[?#]/.test(text))
    throw new InvalidArgumentError('A web address is expected, such as https://example.org/open-data/.');
  const { href } = new URL(text);
  return href.endsWith('/') ? href : `${href}/`;
};

/** `odi report --out DIR`: a static web site of the store. */
export const report: Command = (program, shell) => {
  const words = program
    .command('report')
    .description(
      'a static web site of the store: places, categories, every review with its evidence, comparisons, downloads',
    )
    .requiredOption('--out <dir>', 'the folder of the site; an earlier site there is replaced')
    .option(
      '--lang <tags>',
      `languages of the pages, the first at the root: ${knownLanguages(shell.criteria).join(',')}`,
      tags,
      [storedLanguage],
    )
    .option('--base-url <url>', 'where the site is published: for canonical addresses, the sitemap and the feed', base)
    .option('--title <text>', 'title of the site')
    .option('--author <name>', 'who publishes it (repeatable)', collect)
    .option('--licence <id>', 'licence of the data, by its SPDX identifier');
  withStore(withNoise(words)).action(async (options: ReportOptions) => {
    const { runReport } = await import('./report/run.ts');
    await runReport(options, shell);
  });
};
