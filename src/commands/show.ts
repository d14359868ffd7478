import type { Command } from './command.ts';
import { withLanguage, withNoise, withOutput, withStore, year } from './options.ts';
import type { ShowOptions } from './show-options.ts';

/** `odi show <place> [category…]`: reviews that are kept, in every form, imported ones too. */
export const show: Command = (program, shell) => {
  const words = program
    .command('show')
    .description('show a review that is kept, imported ones too, or the report of a portal or of commitments')
    .argument('<place>', 'id, slug or name in any language, the address of a portal, or the path of a file')
    .argument('[category...]', 'categories (all that were reviewed); “portal”; or “commitments” and a plan')
    .option('--year <y>', 'year of the review (the latest)', year);
  withLanguage(
    withOutput(withStore(withNoise(words)), ['text', 'json', 'markdown', 'csv', 'html', 'junit', 'dqv']),
    shell,
  ).action(async (place: string, categories: readonly string[], options: ShowOptions) => {
    const { showCommitments } = await import('./show-commitments.ts');
    if (await showCommitments(place, categories, options, shell)) return;
    const { showPortal } = await import('./show-portal.ts');
    if (await showPortal(place, categories, options, shell)) return;
    const { runShow } = await import('./show-run.ts');
    await runShow(place, categories, options, shell);
  });
};
