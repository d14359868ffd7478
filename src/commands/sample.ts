import { InvalidArgumentError } from 'commander';
import type { Command } from './command.ts';
import { wholeNumber, withNoise, withOutput, withStore, year } from './options.ts';
import type { SampleOptions, StratifiedBy } from './sample-options.ts';

const kinds: readonly StratifiedBy[] = ['category', 'answer', 'place', 'year'];

const isKind = (word: string): word is StratifiedBy => kinds.some((kind) => kind === word);

const strata = (text: string): readonly StratifiedBy[] => {
  const words = text.split(',').map((word) => word.trim());
  const found = words.filter(isKind);
  if (found.length < words.length) throw new InvalidArgumentError(`Some of ${kinds.join(', ')} are expected.`);
  return found;
};

/** `odi sample`: reviews to check by hand, the same everywhere for one seed. */
export const sample: Command = (program, shell) => {
  const words = program
    .command('sample')
    .description('reviews to check by hand: seeded, stratified, the same everywhere for one seed')
    .option('--sample <n>', 'how many reviews', wholeNumber(1), 30)
    .option('--seed <seed>', 'what is drawn follows from it and the reviews alone', '1')
    .option('--by <kinds>', 'what the strata are made of: category,answer,place,year', strata, ['category', 'answer'])
    .option('--question <question>', 'the question whose answer counts (the first of the edition)')
    .option('--year <y>', 'reviews of this year only', year);
  withOutput(withStore(withNoise(words)), ['text', 'json', 'csv', 'markdown', 'html']).action(
    async (options: SampleOptions) => {
      const { runSample } = await import('./sample-run.ts');
      runSample(options, shell);
    },
  );
};
