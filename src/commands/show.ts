import type { Command } from './command.ts';
import { withNoise, withOutput, withStore, year } from './options.ts';
import type { ShowOptions } from './show-options.ts';

/** `odi show <place> [category…]`: reviews that are kept, in every form, imported ones too. */
export const show: Command = (program, shell) => {
  const words = program
    .command('show')
    .description('show a review that is kept, imported ones too')
    .argument('<place>', 'id, slug or name in any language, or the path of a review file')
    .argument('[category...]', 'categories (all that were reviewed)')
    .option('--year <y>', 'year of the review (the latest)', year);
  withOutput(withStore(withNoise(words)), ['text', 'json', 'markdown', 'csv', 'html', 'junit']).action(
    async (place: string, categories: readonly string[], options: ShowOptions) => {
      const { runShow } = await import('./show-run.ts');
      await runShow(place, categories, options, shell);
    },
  );
};
