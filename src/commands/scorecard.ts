import type { Command } from './command.ts';
import { collect, points, withFalls, withNoise, withOutput, withStore, year } from './options.ts';
import type { ScorecardOptions } from './scorecard-options.ts';

/** `odi scorecard [place…]`: places by categories, scores, ranks, open or not. */
export const scorecard: Command = (program, shell) => {
  const words = program
    .command('scorecard')
    .description('places by categories: scores, ranks, open or not')
    .argument('[place...]', 'show these places only; all of them count')
    .option('--year <y>', 'year of the reviews (the newest in the store)', year)
    .option('--edition <id>', 'score by this methodology (that of the reviews)')
    .option('--fail-under <points>', 'exit 1 when the score of a shown place is lower', points)
    .option(
      '--fail-on-regression <baseline>',
      'exit 1 when an answer fell since a store, a year of one, or a review or scorecard file',
    );
  words.option(
    '--replay <file>',
    'archive with the evidence of the baseline, to tell causes apart (repeatable)',
    collect,
  );
  withOutput(withStore(withNoise(withFalls(words))), ['text', 'json', 'csv', 'markdown', 'html', 'junit', 'sarif']);
  words.action(async (places: readonly string[], options: ScorecardOptions) => {
    const { runScorecard } = await import('./scorecard-run.ts');
    await runScorecard(places, options, shell);
  });
};
