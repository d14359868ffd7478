import { InvalidArgumentError, Option } from 'commander';
import { knownLanguages, storedLanguage } from '../messages/known.ts';
import type { Command } from './command.ts';
import { collect, withFetching, withNoise, withStore, year } from './options.ts';
import type { ReviewOptions, SetAnswer } from './review-options.ts';

const verdicts = { yes: 'Yes', no: 'No', unsure: 'Unsure' } as const;

const isVerdict = (word: string): word is keyof typeof verdicts => Object.hasOwn(verdicts, word);

/** `exists=Yes`, for a flag that may be given several times. */
const setting = (text: string, before: readonly SetAnswer[] = []): readonly SetAnswer[] => {
  const [, on = '', word = ''] = /^\s*([^=\s]+)\s*=\s*(\w+)\s*$/.exec(text) ?? [];
  const answer = word.toLowerCase();
  if (!isVerdict(answer)) {
    throw new InvalidArgumentError(
      'A question and Yes, No or Unsure are expected: exists=Yes, or criteria.registered=No.',
    );
  }
  if (before.some((one) => one.on === on)) throw new InvalidArgumentError(`${on} is set twice.`);
  return [...before, { on, answer: verdicts[answer] }];
};

/** `odi review [place] [category…]`: a person decides. */
export const reviewCommand: Command = (program, shell) => {
  const words = program
    .command('review')
    .description(
      'decide as a person what the program could not, or answered wrongly, and sign: at a desk in the browser, on the terminal, or at once',
    )
    .argument('[place]', 'id, slug or name in any language; or the file of a review')
    .argument('[category...]', 'categories (all that were reviewed)')
    .option('--year <y>', 'year of the review (the newest one)', year)
    .option('--terminal', 'ask on the terminal what needs a person, in place of the desk')
    .option(
      '--set <answer>',
      'put an answer in place of the program’s: exists=Yes, criteria.registered=No (repeatable)',
      setting,
    )
    .option('--because <reason>', 'why the answers of --set are so')
    .option('--reviewer <name>', 'who decides and signs')
    .addOption(new Option('--as <role>', 'how the person signs').choices(['reviewer', 'submitter']).default('reviewer'))
    .option(
      '--evidence <source>',
      'what --set rests on: an address, a file, or evidence of the review such as ev-3 (repeatable)',
      collect,
    )
    .option('--quote <words>', 'the words there that it rests on')
    .option('--comment <text>', 'add a remark')
    .option('--sign', 'sign the review as it stands')
    .option('--candidate <address>', 'choose this candidate as the dataset, and judge again')
    .option('--url <address>', 'look at an address besides, and judge again (repeatable)', collect)
    .addOption(
      new Option('--format <format>', 'print the review in this form afterwards').choices([
        ...['text', 'json', 'markdown', 'csv', 'html', 'junit'],
      ]),
    )
    .option('--out <file>', 'write that to a file instead of standard output');
  words.option(
    '--lang <tag>',
    `language of the desk: ${knownLanguages(shell.criteria).join(', ')} (${storedLanguage})`,
  );
  withStore(withNoise(withFetching(words)));
  words.addHelpText('after', '\nAt the desk:\n  odi review morocco --reviewer "A. Name"');
  words.action(async (place: string | undefined, categories: readonly string[], options: ReviewOptions) => {
    const { runReview } = await import('./review-run.ts');
    await runReview(place, categories, options, shell);
  });
};
