import { Option } from 'commander';
import type { AgreementOptions } from './agreement-options.ts';
import type { Command } from './command.ts';
import { withNoise, withOutput, withStore, year } from './options.ts';

/** `odi agreement <a> <b>`: how far two stores, or two reviewers of one, answer alike. */
export const agreement: Command = (program, shell) => {
  const words = program
    .command('agreement')
    .description('how far two stores or two reviewers agree: kappa and alpha for each question, and every difference')
    .argument('<a>', 'a store, a year, a file of reviews, or a reviewer in --store ("odi" is the program itself)')
    .argument('<b>', 'the same')
    .option('--year <y>', 'reviews of this year only', year)
    .addOption(
      new Option('--unsure <as>', 'count Unsure as an answer, or as none')
        .choices(['answer', 'missing'])
        .default('answer'),
    );
  withOutput(withStore(withNoise(words)), ['text', 'json', 'csv', 'markdown', 'html']).action(
    async (a: string, b: string, options: AgreementOptions) => {
      const { runAgreement } = await import('./agreement-run.ts');
      await runAgreement(a, b, options, shell);
    },
  );
};
