import { UserError } from '../model/errors.ts';
import type { Command } from './command.ts';
import type { LanguageOptions } from './language.ts';
import { type OutputOptions, withLanguage, withOutput } from './options.ts';
import { deliver } from './output.ts';
import { editionOf } from './subject.ts';

interface ExplainOptions extends OutputOptions, LanguageOptions {
  readonly edition: string;
  readonly category?: string;
}

const widest = 100;

/** What is found, or why nothing is. */
const foundOrWhy = <Topic>(find: () => Topic): Topic | UserError => {
  try {
    return find();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
};

/** `odi explain [question, criterion, category or reason]`: how it is decided, every reason, what would change it. */
export const explain: Command = (program, shell) => {
  const words = program
    .command('explain')
    .description('tell how a question or a criterion is decided, and every reason it can give')
    .argument(
      '[topic]',
      'question, criterion (election-results/registered), category, indicator of portals, status of a promise or reason code',
    )
    .option('--category <category>', 'the category of a criterion')
    .option('--edition <id>', 'the methodology', 'godi-2015');
  withLanguage(withOutput(words, ['text', 'json']), shell).action(
    async (word: string | undefined, options: ExplainOptions) => {
      const width = Math.min(widest, Math.max(60, shell.terminal.columns));
      const { openLanguage } = await import('./language.ts');
      const { messages } = await openLanguage(options, shell);
      const { topicOf } = await import('./explain-topic.ts');
      const { explainedPromise, promiseTopic } = await import('./explain-commitments.ts');
      const promise = word === undefined || options.category !== undefined ? null : promiseTopic(word);
      const topic = foundOrWhy(() =>
        topicOf(word, { edition: editionOf(options.edition, shell), category: options.category }, shell.criteria),
      );
      // Of a word that both know, one of questions and one of promises, the question's is the document of programs.
      if (topic instanceof UserError) {
        if (promise === null) throw topic;
        deliver(shell, await explainedPromise(promise, options.format, width, messages), options.out);
        return;
      }
      if (options.format === 'json') {
        const { explainedJson } = await import('./explain-json.ts');
        deliver(shell, explainedJson(topic, messages), options.out);
        return;
      }
      const { explained } = await import('./explain-text.ts');
      const besides = promise === null ? '' : `\n\n${await explainedPromise(promise, options.format, width, messages)}`;
      deliver(shell, `${await explained(topic, width, messages)}${besides}`, options.out);
    },
  );
};
