import type { Command } from './command.ts';
import { collect, withNoise, withStore, year } from './options.ts';
import type { RescoreOptions } from './rescore-options.ts';
import { storeWord } from './store-word.ts';

/** `odi rescore`: a store under another edition, for series that can be compared. */
export const rescoreStore: Command = (program, shell) => {
  const words = program
    .command('rescore')
    .description(
      'judge a store again under another edition, from its evidence where it is at hand, else from its answers',
    )
    .requiredOption('--edition <id>', 'the methodology to score by')
    .requiredOption('--into <dir>', 'the new store, a folder or postgres://…; the old one is left as it is', storeWord)
    .option('--year <y>', 'reviews of this year only', year)
    .option(
      '--replay <file>',
      'archive with evidence of the reviews (repeatable; those beside the store are found)',
      collect,
    );
  withStore(withNoise(words)).action(async (options: RescoreOptions) => {
    const { runRescore } = await import('./rescore-run.ts');
    await runRescore(options, shell);
  });
};
