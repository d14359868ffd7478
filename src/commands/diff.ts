import { InvalidArgumentError } from 'commander';
import { type Cause, causes } from '../model/diff.ts';
import type { Command } from './command.ts';
import type { DiffOptions } from './diff-options.ts';
import { collect, withFalls, withNoise, withOutput, withStore, year } from './options.ts';

const isCause = (text: string): text is Cause => causes.some((cause) => cause === text);

/** Causes, for a flag that may be given several times. */
const oneOfCauses = (text: string, before: readonly Cause[] = []): readonly Cause[] => {
  if (!isCause(text)) throw new InvalidArgumentError(`One of ${causes.join(', ')} is expected.`);
  return [...before, text];
};

/** `odi diff <before> <after>`: what changed, and why. */
export const diff: Command = (program, shell) => {
  const words = program
    .command('diff')
    .description('what changed between two years, stores, scorecards or review files, and why')
    .argument('<before>', 'a year of the store, a folder, a review file or a scorecard file')
    .argument('<after>', 'the same')
    .option('--place <place>', 'tell of this place only (repeatable)', collect)
    .option('--category <category>', 'tell of this category only (repeatable)', collect)
    .option('--question <question>', 'tell of this question only (repeatable)', collect)
    .option('--cause <cause>', 'tell of changes with this cause only (repeatable)', oneOfCauses)
    .option('--summary', 'add the changes up by cause and by question, without listing them')
    .option('--year <y>', 'year to compare where a folder holds several', year)
    .option('--edition <id>', 'score both sides by this methodology')
    .option(
      '--replay <file>',
      'archive with the evidence of the earlier side, to tell causes apart (repeatable)',
      collect,
    );
  words.option('--fail-on-regression [before]', 'exit 1 when an answer fell; <before> is what it fell from');
  withOutput(withStore(withNoise(withFalls(words))), ['text', 'json', 'csv', 'markdown', 'html']);
  words.action(async (before: string, after: string, options: DiffOptions) => {
    const { runDiff } = await import('./diff-run.ts');
    await runDiff(before, after, options, shell);
  });
};
