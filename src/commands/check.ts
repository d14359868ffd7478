import { defaultDeadline } from '../model/limits.ts';
import type { CheckOptions } from './check-options.ts';
import type { Command } from './command.ts';
import {
  points,
  seconds,
  wholeNumber,
  withFetching,
  withJudging,
  withLanguage,
  withNoise,
  withOutput,
  withRendering,
} from './options.ts';

/** Addresses of a list that are checked, where `--limit` says nothing else. */
const defaultLimit = 100;

/** `odi check <url>`: the questions of one address and what it links to; of several, one table. */
export const check: Command = (program, shell) => {
  const words = program
    .command('check')
    .description('answer the questions for one address and what it links to; for several, in one table')
    .argument('<url...>', 'the address, or several; - reads a list, a sitemap or a catalogue from standard input')
    .option('--category <category>', 'hold it against the criteria of a category')
    .option('--place <place>', 'the place it should be official for')
    .option('--limit <n>', 'addresses of a list that are checked at most, the first ones', wholeNumber(1), defaultLimit)
    .option('--deadline <time>', 'time that one review may take: seconds, or 10m', seconds, defaultDeadline)
    .option('--fail-under <points>', 'exit 1 when a score is lower', points);
  withLanguage(words, shell);
  withOutput(withNoise(withJudging(withRendering(withFetching(words)))), [
    'text',
    'json',
    'markdown',
    'csv',
    'html',
    'junit',
  ]);
  words.action(async (urls: readonly string[], options: CheckOptions) => {
    const { runCheck } = await import('./check-run.ts');
    await runCheck(urls, options, shell);
  });
};
