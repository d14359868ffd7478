import type { Messages } from '../messages/messages.ts';
import type { Check } from '../model/check.ts';
import type { CascadeRule, Category, Criterion, Edition, EditionQuestion } from '../model/data.ts';
import { asJson } from '../render/escape.ts';
import { partOf } from './explain-sentence.ts';
import type { ExplainedTopic } from './explain-topic.ts';
import { namesIn } from './explain-words.ts';

const asReason = (check: Check, code: string, messages: Messages) => {
  const told = (part: 'says' | 'example' | 'changes') => partOf(check, code, part, messages) ?? '';
  const improve = partOf(check, code, 'improve', messages);
  return {
    ...check.reasons[code],
    ...{ says: told('says'), example: told('example'), changes: told('changes') },
    ...(improve === undefined ? {} : { improve }),
  };
};

const asRule = (check: Check, messages: Messages) => {
  const { id, version, sources, reasons } = check;
  const { ruleQuestion, rationale } = namesIn(messages);
  return {
    ...{ id, version, question: ruleQuestion(check), rationale: rationale(check), sources },
    reasons: Object.keys(reasons).map((code) => ({ code, ...asReason(check, code, messages) })),
  };
};

const asQuestion = (edition: Edition, question: EditionQuestion, messages: Messages) => ({
  ...question,
  title: namesIn(messages).question(edition, question),
});

const asCascade = (edition: Edition, rules: readonly CascadeRule[], messages: Messages) =>
  rules.map((rule) => ({ ...rule, says: namesIn(messages).cascade(edition, rule) }));

const asCriterion = (category: Category, criterion: Criterion, messages: Messages) => {
  const { label, noun } = namesIn(messages);
  return { ...criterion, label: label(category, criterion), noun: noun(category, criterion) };
};

const documentOf = (topic: ExplainedTopic, messages: Messages): unknown => {
  const names = namesIn(messages);
  switch (topic.kind) {
    case 'edition': {
      const { id, questions, open } = topic.edition;
      const asked = questions.map((question) => asQuestion(topic.edition, question, messages));
      return { topic: 'edition', id, questions: asked, open };
    }
    case 'question': {
      const { edition, question, checks, cascade } = topic;
      const asked = asQuestion(edition, question, messages);
      const rules = checks.map((check) => asRule(check, messages));
      return {
        topic: 'question',
        edition: edition.id,
        ...asked,
        rules,
        cascade: asCascade(edition, cascade, messages),
      };
    }
    case 'criterion': {
      const { category, criterion, words } = topic;
      const concepts = words.map((shown) => {
        const { words: some, languages } = names.conceptWords(shown);
        return { concept: shown.concept, words: some, languages };
      });
      return { topic: 'criterion', category: category.id, ...asCriterion(category, criterion, messages), concepts };
    }
    case 'category': {
      const { id, criteria, editions } = topic.category;
      const asked = criteria.map((criterion) => asCriterion(topic.category, criterion, messages));
      const told = { title: names.category(topic.category), description: names.description(topic.category) };
      return { topic: 'category', id, ...told, criteria: asked, editions };
    }
    case 'indicator':
      return { topic: 'indicator', process: topic.part.id, ...topic.rule };
    case 'reason': {
      const { code, given, cascade, edition } = topic;
      const told = given.map(({ question, check }) => ({ question, ...asReason(check, code, messages) }));
      return { topic: 'reason', code, given: told, cascade: asCascade(edition, cascade, messages) };
    }
  }
};

/** The JSON of a topic, its sentences in the language. */
export const explainedJson = (topic: ExplainedTopic, messages: Messages): string => asJson(documentOf(topic, messages));
