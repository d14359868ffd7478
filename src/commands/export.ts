import { Option } from 'commander';
import type { Command } from './command.ts';
import { type ExportOptions, exportFormats, exportForms } from './export-options.ts';
import { collect, withNoise, withStore, year } from './options.ts';

const load = async (
  to: ExportOptions['to'],
): Promise<(options: ExportOptions, shell: Parameters<Command>[1]) => Promise<void>> => {
  switch (to) {
    case 'godi-csv':
      return (await import('./export-run.ts')).runExport;
    case 'tidy':
      return (await import('./export-tidy.ts')).exportTidy;
    case 'dqv':
      return (await import('./export-dqv.ts')).exportDqv;
  }
};

/** `odi export --to …`: the store as the index's flat CSV, as tables for analysis, or as statements of quality. */
export const exportStore: Command = (program, shell) => {
  const words = program
    .command('export')
    .description('write the store as the flat CSV of the index, as tables for analysis (tidy), or as RDF (dqv)')
    .addOption(new Option('--to <form>', 'what to write').choices(exportForms).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'of tidy: csv (default) or parquet; of dqv: turtle (default) or json-ld').choices(
        exportFormats,
      ),
    )
    .option('--out <path>', 'of godi-csv and dqv a file, instead of standard output; of tidy a folder')
    .option('--year <y>', 'reviews of this year only', year)
    .option(
      '--edition <id>',
      'godi-csv: columns of this methodology; reviews with other questions stay out',
      'godi-2015',
    )
    .option('--title <text>', 'tidy, dqv: title of the data')
    .option('--author <name>', 'tidy: who is to be cited (repeatable)', collect)
    .option('--licence <id>', 'tidy, dqv: licence of the data, by its SPDX identifier')
    .option('--url <address>', 'tidy, dqv: where it is published')
    .option('--doi <doi>', 'tidy: its DOI');
  withStore(withNoise(words)).action(async (options: ExportOptions) => {
    await (await load(options.to))(options, shell);
  });
};
