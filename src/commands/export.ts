import { Option } from 'commander';
import type { Command } from './command.ts';
import type { ExportOptions } from './export-options.ts';
import { withNoise, withStore, year } from './options.ts';

/** `odi export --to godi-csv`: the store as the index's flat CSV, a data package beside it. */
export const exportStore: Command = (program, shell) => {
  const words = program
    .command('export')
    .description('write the store as the flat CSV of the index, with a Frictionless datapackage.json beside it')
    .addOption(new Option('--to <form>', 'what to write').choices(['godi-csv']).makeOptionMandatory())
    .option('--out <file>', 'write to this file, datapackage.json beside it, instead of standard output')
    .option('--year <y>', 'reviews of this year only', year)
    .option('--edition <id>', 'columns of this methodology; reviews with other questions stay out', 'godi-2015');
  withStore(withNoise(words)).action(async (options: ExportOptions) => {
    const { runExport } = await import('./export-run.ts');
    await runExport(options, shell);
  });
};
