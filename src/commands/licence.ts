import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import type { LanguageOptions } from './language.ts';
import {
  type FetchOptions,
  type NoiseOptions,
  type OutputOptions,
  withFetching,
  withLanguage,
  withNoise,
  withOutput,
} from './options.ts';
import { deliver } from './output.ts';
import { editionOf } from './subject.ts';

interface LicenceOptions extends FetchOptions, NoiseOptions, OutputOptions, LanguageOptions {
  readonly edition: string;
}

/** `odi licence <url, id, text or file>`: which licence it is, and whether it conforms to the Open Definition. */
export const licence: Command = (program, shell) => {
  const words = program
    .command('licence')
    .description('tell which licence something is or states, and whether it is open')
    .argument('<licence>', 'an address, an identifier, a name, a text, a file, or - for standard input')
    .option('--edition <id>', 'the methodology, which says whether only approved licences count', 'godi-2015');
  withLanguage(words, shell);
  withOutput(withNoise(withFetching(words)), ['text', 'json']).action(
    async (target: string, options: LicenceOptions) => {
      const { openLanguage } = await import('./language.ts');
      const { messages } = await openLanguage(options, shell);
      const edition = editionOf(options.edition, shell);
      const { recogniseTarget } = await import('./licence-run.ts');
      const { verdict, isLost } = await recogniseTarget(target, edition.licencePolicy, options, shell);
      if (options.format === 'json') deliver(shell, asJson(verdict), options.out);
      else {
        const { licenceText } = await import('./licence-text.ts');
        deliver(shell, await licenceText(verdict, shell.terminal, messages), options.out);
      }
      if (isLost) shell.exit(3);
    },
  );
};
