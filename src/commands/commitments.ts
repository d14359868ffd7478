import { InvalidArgumentError, type Command as Words } from 'commander';
import type { PromiseStatus } from '../model/commitments-report.ts';
import { UserError } from '../model/errors.ts';
import { defaultDeadline } from '../model/limits.ts';
import type { Command } from './command.ts';
import type { CommitmentsOptions, ImportedPlanOptions } from './commitments-options.ts';
import {
  asOfDay,
  collect,
  type Format,
  type OutputOptions,
  seconds,
  withFetching,
  withNoise,
  withOutput,
  withRendering,
  withStore,
} from './options.ts';
import type { Shell } from './shell.ts';

const bars: readonly PromiseStatus[] = ['behind', 'missed', 'not-met-now'];

/** Statuses that fail, in a list with commas; the flag may be given several times. */
const statuses = (text: string, before: readonly PromiseStatus[] = []): readonly PromiseStatus[] => {
  const words = text.split(',').map((word) => word.trim());
  const known = words.flatMap((word) => bars.find((bar) => bar === word) ?? []);
  if (known.length < words.length) throw new InvalidArgumentError(`One of ${bars.join(', ')} is expected.`);
  return [...before, ...known];
};

/**
 * The options of a command below this one. A flag that both have is taken by the upper one, wherever it stands.
 *
 * @throws UserError for a format that the lower one does not write.
 */
const optionsOf = <Options extends Partial<OutputOptions>>(
  below: Words,
  above: Words,
  formats: readonly Format[],
): Options => {
  const names = below.options.map((option) => option.attributeName());
  const given = names.filter((name) => above.getOptionValueSource(name) === 'cli');
  const options: Options = {
    ...below.opts(),
    ...Object.fromEntries(given.map((name) => [name, above.opts()[name]])),
  } as Options;
  if (options.format === undefined || formats.includes(options.format)) return options;
  throw new UserError(`--format ${options.format}: one of ${formats.join(', ')} is expected here.`);
};

const checkFormats = ['text', 'json', 'markdown'] as const;

const withCheck = (words: Words, shell: Shell): void => {
  const check = words
    .command('check')
    .description('how well a plan can be verified: number, unit, baseline, date and public source of each promise')
    .argument('<plan.yaml>', 'the file of the plan');
  withOutput(check, checkFormats).action(async (file: string) => {
    const { runCommitmentsCheck } = await import('./commitments-check-run.ts');
    await runCommitmentsCheck(file, optionsOf<OutputOptions>(check, words, checkFormats), shell);
  });
};

const withImport = (words: Words, shell: Shell): void => {
  const importing = words
    .command('import')
    .description('the published table of the Open Government Partnership as a plan to go on with, every cell kept')
    .argument('<ogp.csv>', 'the table')
    .requiredOption('--place <place>', 'whose rows are taken: id, slug or name in any language')
    .option('--plan <id>', 'take this plan alone')
    .option('--out <file>', 'write the plan to a file instead of standard output');
  importing.action(async (file: string) => {
    const { runCommitmentsImport } = await import('./commitments-import-run.ts');
    await runCommitmentsImport(file, optionsOf<ImportedPlanOptions>(importing, words, []), shell);
  });
};

const withExport = (words: Words, shell: Shell): void => {
  const exporting = words
    .command('export')
    .description('the published rows of a plan as the table has them, cell by cell')
    .argument('<plan.yaml>', 'a plan that was imported')
    .option('--out <file>', 'write the table to a file instead of standard output');
  exporting.action(async (file: string) => {
    const { runCommitmentsExport } = await import('./commitments-import-run.ts');
    runCommitmentsExport(file, optionsOf<Pick<OutputOptions, 'out'>>(exporting, words, []), shell);
  });
};

/** `odi commitments <place>`: what a government promised, measured. */
export const commitments: Command = (program, shell) => {
  const words = program
    .command('commitments')
    .description('what a government promised, measured')
    .argument('<place>', 'id, slug or name in any language')
    .option('--plan <id>', 'the plan, or the path of its file (the one of the day)')
    .option('--as-of <day>', 'how it stood on this day, YYYY-MM-DD (today; in a replay its newest capture)', asOfDay)
    .option(
      '--portal-report <file>',
      'a report of odi portal in JSON (repeatable; those of the store are read, too)',
      collect,
    )
    .option('--url <url>', 'the site whose functions are looked for, in place of the one of the plan', collect)
    .option('--deadline <time>', 'time that it may take: seconds, or 10m', seconds, defaultDeadline)
    .option('--fail-if <status>', `exit 1 where an indicator certainly is that: ${bars.join(', ')}`, statuses);
  const formats = ['text', 'json', 'markdown', 'csv', 'html', 'junit'] as const;
  withOutput(withStore(withNoise(withRendering(withFetching(words)))), formats);
  words.action(async (place: string, options: CommitmentsOptions) => {
    const { runCommitments } = await import('./commitments-run.ts');
    await runCommitments(place, options, shell);
  });
  withCheck(words, shell);
  withImport(words, shell);
  withExport(words, shell);
};
