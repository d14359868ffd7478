import type { Command } from './command.ts';
import type { ImportOptions } from './import-options.ts';
import { withNoise, withOutput, withStore } from './options.ts';

/** `odi import <entries.csv>`: published entries into the store. */
export const importEntries: Command = (program, shell) => {
  const words = program
    .command('import')
    .description('bring published entries of the index (its flat CSV) into the store')
    .argument('<file>', 'the CSV file')
    .option('--force', 'let published entries replace audits of the same year, place and category');
  withOutput(withStore(withNoise(words)), ['text', 'json']);
  words.action(async (file: string, options: ImportOptions) => {
    const { runImport } = await import('./import-run.ts');
    await runImport(file, options, shell);
  });
};
