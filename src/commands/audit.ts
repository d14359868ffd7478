import { defaultDeadline } from '../model/limits.ts';
import type { AuditOptions } from './audit-options.ts';
import type { Command } from './command.ts';
import {
  collect,
  points,
  seconds,
  withFalls,
  withFetching,
  withJudging,
  withLanguage,
  withNoise,
  withOutput,
  withRendering,
  withStore,
} from './options.ts';

/** `odi audit <place> [category…]`: looks for the data, judges it and writes the reviews. */
export const audit: Command = (program, shell) => {
  const words = program
    .command('audit')
    .description('find, fetch and judge the data of a place, and write the review')
    .argument('[place]', 'id, slug or name in any language')
    .argument('[category...]', 'categories (all of the edition)')
    .option('--url <address>', 'an address to look at first (repeatable)', collect)
    .option('--all', 'audit every known place; resumes an interrupted run')
    .option('--places <file>', 'audit the places of a list, one a line; resumes an interrupted run')
    .option('--queue <address>', 'with --all or --places: put the run into a queue (postgres://…) for odi worker')
    .option('--again', 'with --all or --places: redo the reviews that the store already has')
    .option('--deadline <time>', 'time that one review may take: seconds, or 10m', seconds, defaultDeadline)
    .option('--fail-under <points>', 'exit 1 when a score is lower', points)
    .option(
      '--fail-on-regression <baseline>',
      'exit 1 when an answer fell since a store, a year of one, or a review or scorecard file',
    )
    .option('--summary', 'a line a review in place of the reviews in full (text, json or markdown)')
    .option('--summary-file <file>', 'write that summary to a file, too: .json, else Markdown (repeatable)', collect);
  withLanguage(words, shell);
  withOutput(withStore(withNoise(withJudging(withRendering(withFetching(withFalls(words)))))), [
    'text',
    'json',
    'markdown',
    'csv',
    'html',
    'junit',
    'sarif',
  ]);
  words.action(async (place: string | undefined, categories: readonly string[], options: AuditOptions) => {
    const { runAudit } = await import('./audit-run.ts');
    await runAudit(place, categories, options, shell);
  });
};
