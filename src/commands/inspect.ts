import type { Category, Place } from '../model/data.ts';
import type { Command } from './command.ts';
import {
  type FetchOptions,
  type NoiseOptions,
  type OutputOptions,
  withFetching,
  withNoise,
  withOutput,
} from './options.ts';
import { deliver } from './output.ts';
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
    .argument('<file or url>', 'a file, an address, or - for standard input')
    .option('--category <category>', 'hold it against the criteria of a category')
    .option('--place <place>', 'the place whose facts the criteria may use');
  withOutput(withNoise(withFetching(words)), ['text', 'json']).action(
    async (target: string, options: InspectOptions) => {
      const category: Category | null =
        options.category === undefined ? null : await categoryOf(options.category, shell);
      const place: Place | null = options.place === undefined ? null : await placeOf(options.place, shell);
      const [{ inspectTarget }, { readerFailures }, { tellDefects }] = await Promise.all([
        import('./inspect-run.ts'),
        import('../inspect/index.ts'),
        import('./outcome.ts'),
      ]);
      const seen = await inspectTarget(target, { category, place, options }, shell);
      if (options.format === 'json') {
        const { inspectionJson } = await import('./inspect-json.ts');
        deliver(shell, inspectionJson(seen), options.out);
      } else {
        const { inspectionText } = await import('./inspect-text.ts');
        deliver(shell, await inspectionText(seen, shell.terminal), options.out);
      }
      if (seen.isLost) shell.exit(3);
      tellDefects(readerFailures(seen.inspection), seen.name, shell);
    },
  );
};
