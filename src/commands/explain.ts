import type { Check, Reason } from '../model/check.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { saysOf, sentenceOf } from './explain-sentence.ts';
import type { ExplainedTopic } from './explain-topic.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';
import { editionOf } from './subject.ts';

interface ExplainOptions extends OutputOptions {
  readonly edition: string;
  readonly category?: string;
}

const asReason = (code: string, reason: Reason) => ({
  ...reason,
  says: saysOf(code, reason),
  ...(reason.improve === undefined ? {} : { improve: sentenceOf(reason.improve) }),
});

const asRule = ({ id, version, question, rationale, sources, reasons }: Check) => ({
  id,
  version,
  question,
  rationale,
  sources,
  reasons: Object.entries(reasons).map(([code, reason]) => ({ code, ...asReason(code, reason) })),
});

/** The JSON of a topic. */
const asDocument = (topic: ExplainedTopic): unknown => {
  switch (topic.kind) {
    case 'edition':
      return { topic: 'edition', id: topic.edition.id, questions: topic.edition.questions, open: topic.edition.open };
    case 'question': {
      const { edition, question, checks, cascade } = topic;
      return { topic: 'question', edition: edition.id, ...question, rules: checks.map(asRule), cascade };
    }
    case 'criterion':
      return { topic: 'criterion', category: topic.category.id, ...topic.criterion, concepts: topic.words };
    case 'category': {
      const { id, titles, description, criteria, editions } = topic.category;
      return { topic: 'category', id, title: titles['en'] ?? id, description, criteria, editions };
    }
    case 'reason': {
      const given = topic.given.flatMap(({ question, check: { reasons } }) => {
        const reason = reasons[topic.code];
        return reason === undefined ? [] : { question, ...asReason(topic.code, reason) };
      });
      return { topic: 'reason', code: topic.code, given, cascade: topic.cascade };
    }
  }
};

const widest = 100;

/** `odi explain [question, criterion, category or reason]`: how it is decided, every reason, what would change it. */
export const explain: Command = (program, shell) => {
  const words = program
    .command('explain')
    .description('tell how a question or a criterion is decided, and every reason it can give')
    .argument('[topic]', 'question, criterion (election-results/registered), category or reason code')
    .option('--category <category>', 'the category of a criterion')
    .option('--edition <id>', 'the methodology', 'godi-2015');
  withOutput(words, ['text', 'json']).action(async (word: string | undefined, options: ExplainOptions) => {
    const [{ topicOf }, { explained }] = await Promise.all([import('./explain-topic.ts'), import('./explain-text.ts')]);
    const edition = editionOf(options.edition, shell);
    const topic = topicOf(word, { edition, category: options.category }, shell.criteria);
    if (options.format === 'json') {
      deliver(shell, asJson(asDocument(topic)), options.out);
      return;
    }
    const width = Math.min(widest, Math.max(60, shell.terminal.columns));
    deliver(shell, await explained(topic, width), options.out);
  });
};
