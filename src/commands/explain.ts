import type { Command } from './command.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';
import { editionOf } from './subject.ts';

interface ExplainOptions extends OutputOptions {
  readonly edition: string;
  readonly category?: string;
}

const widest = 100;

/** `odi explain [question, criterion, category or reason]`: how it is decided, every reason, what would change it. */
export const explain: Command = (program, shell) => {
  const words = program
    .command('explain')
    .description('tell how a question or a criterion is decided, and every reason it can give')
    .argument(
      '[topic]',
      'question, criterion (election-results/registered), category, indicator of portals or reason code',
    )
    .option('--category <category>', 'the category of a criterion')
    .option('--edition <id>', 'the methodology', 'godi-2015');
  withOutput(words, ['text', 'json']).action(async (word: string | undefined, options: ExplainOptions) => {
    const { topicOf } = await import('./explain-topic.ts');
    const edition = editionOf(options.edition, shell);
    const topic = topicOf(word, { edition, category: options.category }, shell.criteria);
    if (options.format === 'json') {
      const { explainedJson } = await import('./explain-json.ts');
      deliver(shell, explainedJson(topic), options.out);
      return;
    }
    const { explained } = await import('./explain-text.ts');
    const width = Math.min(widest, Math.max(60, shell.terminal.columns));
    deliver(shell, await explained(topic, width), options.out);
  });
};
