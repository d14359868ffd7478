import type { Category, Place } from '../model/data.ts';
import type { Command } from './command.ts';
import {
  type FetchOptions,
  type NoiseOptions,
  type OutputOptions,
  withFetching,
  withNoise,
  withOutput,
  withRendering,
} from './options.ts';
import { categoryOf, placeOf } from './subject.ts';

interface InspectOptions extends FetchOptions, NoiseOptions, OutputOptions {
  readonly category?: string;
  readonly place?: string;
}

/** `odi inspect <file or url>`: what it really is and holds, and which criteria of a category it meets. */
export const inspectCommand: Command = (program, shell) => {
  const words = program
    .command('inspect')
    .description('tell what a file really is and what it holds, whatever its name or server says')
    .argument('<file or url...>', 'a file, an address, or - for standard input; several give one table')
    .option('--category <category>', 'hold it against the criteria of a category')
    .option('--place <place>', 'the place whose facts the criteria may use');
  withOutput(withNoise(withRendering(withFetching(words))), ['text', 'json']).action(
    async (targets: readonly string[], options: InspectOptions) => {
      const category: Category | null =
        options.category === undefined ? null : await categoryOf(options.category, shell);
      const place: Place | null = options.place === undefined ? null : await placeOf(options.place, shell);
      const { runInspect } = await import('./inspect-several.ts');
      await runInspect(targets, { category, place, options }, shell);
    },
  );
};
