import { UserError } from '../model/errors.ts';
import { defaultDeadline } from '../model/limits.ts';
import type { Command } from './command.ts';
import {
  type FetchOptions,
  type JudgingOptions,
  type NoiseOptions,
  type OutputOptions,
  seconds,
  wholeNumber,
  withFetching,
  withJudging,
  withNoise,
  withOutput,
} from './options.ts';
import { deliver } from './output.ts';
import { openProgress } from './progress.ts';
import { rendered, seeAll } from './rendered.ts';
import { categoryOf, editionOf, placeOf } from './subject.ts';

interface CheckOptions extends FetchOptions, JudgingOptions, NoiseOptions, OutputOptions {
  readonly category?: string;
  readonly place?: string;
  readonly deadline?: number;
  readonly failUnder?: number;
}

/** `odi check <url>`: the questions of one address and what it links to. */
export const check: Command = (program, shell) => {
  const words = program
    .command('check')
    .description('answer the questions for one address and what it links to')
    .argument('<url>', 'the address')
    .option('--category <category>', 'hold it against the criteria of a category')
    .option('--place <place>', 'the place it should be official for')
    .option('--deadline <time>', 'time that the review may take: seconds, or 10m', seconds, defaultDeadline)
    .option('--fail-under <points>', 'exit 1 when the score is lower', wholeNumber(0));
  withOutput(withNoise(withJudging(withFetching(words))), ['text', 'json', 'markdown', 'csv', 'html', 'junit']);
  words.action(async (url: string, options: CheckOptions) => {
    const edition = editionOf(options.edition, shell);
    const { event = [] } = options;
    const place = options.place === undefined ? null : await placeOf(options.place, shell);
    if (place === null && event.length > 0) throw new UserError('--event speaks of a place; name it with --place.');
    const category = options.category === undefined ? null : await categoryOf(options.category, shell);
    const [
      { allowanceOf, dayOf, openFetching },
      work,
      { openAuditData },
      { render },
      { seenNothing, tellDefectsOf, webAddress },
      { readApartFor },
    ] = await Promise.all([
      import('./fetching.ts'),
      import('../audit/one-address.ts'),
      import('../audit/data.ts'),
      import('../render/index.ts'),
      import('./outcome.ts'),
      import('./readers.ts'),
    ]);
    const address = webAddress(url);
    const progress = openProgress(shell, options.quiet === true);
    const fetching = await openFetching(options, shell, progress);
    try {
      const asOf = dayOf(options.asOf, fetching, shell);
      const year = options.year ?? Number(asOf.slice(0, 4));
      const subject = { place, category, edition, year, asOf, previous: null, events: event };
      const request = { ...subject, url: address, allowance: allowanceOf(options, options.deadline) };
      const review = await work.check(
        request,
        fetching.fetch,
        openAuditData(shell.criteria, edition, readApartFor(shell)),
      );
      progress.close();
      const write = (format: typeof options.format) => () =>
        render(review, format, { ...shell.terminal, full: options.verbose === true, after: [seeAll] });
      const document =
        (await rendered(write(options.format), options.format, 'the review follows as JSON', shell)) ??
        (await rendered(write('json'), 'json', 'the review is lost', shell));
      if (document !== null) deliver(shell, document, options.out);
      if (seenNothing(review)) shell.exit(3);
      tellDefectsOf([review], shell);
      if (review.score.points < (options.failUnder ?? 0)) shell.exit(1);
    } finally {
      progress.close();
      await fetching.close();
    }
  });
};
