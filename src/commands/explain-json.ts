import type { Check, Reason } from '../model/check.ts';
import { asJson } from '../render/escape.ts';
import { saysOf, sentenceOf } from './explain-sentence.ts';
import type { ExplainedTopic } from './explain-topic.ts';

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

const documentOf = (topic: ExplainedTopic): unknown => {
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
    case 'indicator':
      return { topic: 'indicator', process: topic.part.id, ...topic.rule };
    case 'reason': {
      const given = topic.given.flatMap(({ question, check: { reasons } }) => {
        const reason = reasons[topic.code];
        return reason === undefined ? [] : { question, ...asReason(topic.code, reason) };
      });
      return { topic: 'reason', code: topic.code, given, cascade: topic.cascade };
    }
  }
};

/** The JSON of a topic. */
export const explainedJson = (topic: ExplainedTopic): string => asJson(documentOf(topic));
