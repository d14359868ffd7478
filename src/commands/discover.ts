import type { Command } from './command.ts';
import type { DiscoverOptions } from './discover-options.ts';
import { collect, withFetching, withNoise, withOutput } from './options.ts';

/** `odi discover <place> <category>`: ranked addresses, each with why. */
export const discover: Command = (program, shell) => {
  const words = program
    .command('discover')
    .description('rank the addresses where a category of a place may be published')
    .argument('<place>', 'id, slug or name in any language')
    .argument('<category>', 'id, alias or title')
    .option('--url <address>', 'an address to put first (repeatable)', collect);
  withOutput(withNoise(withFetching(words)), ['text', 'json']);
  words.action(async (place: string, category: string, options: DiscoverOptions) => {
    const { runDiscover } = await import('./discover-run.ts');
    await runDiscover(place, category, options, shell);
  });
};
