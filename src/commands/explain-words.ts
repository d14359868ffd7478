import type { Messages } from '../messages/messages.ts';
import type { Check } from '../model/check.ts';
import type { CascadeRule, Category, Criterion, Edition, EditionQuestion } from '../model/data.ts';
import type { ShownConcept } from './explain-topic.ts';

/** What editions, categories and checks are called and say in a language. */
export const namesIn = ({ nameOr, tag }: Messages) => ({
  edition: ({ id, title }: Edition) => nameOr(`editions.${id}.title`, title),
  question: (edition: Edition, { id, title }: EditionQuestion) =>
    nameOr(`editions.${edition.id}.questions.${id}`, title),
  cascade: (edition: Edition, { reason, says }: CascadeRule) =>
    nameOr(`editions.${edition.id}.cascade.${reason}`, says),
  category: ({ id, titles }: Category) => nameOr(`categories.${id}.title`, titles['en'] ?? id),
  description: ({ id, description }: Category) => nameOr(`categories.${id}.description`, description),
  label: (category: Category, { id, label }: Criterion) =>
    nameOr(`categories.${category.id}.criteria.${id}.label`, label),
  noun: (category: Category, { id, noun }: Criterion) => nameOr(`categories.${category.id}.criteria.${id}.noun`, noun),
  ruleQuestion: ({ id, question }: Check) => nameOr(`rules.${id}.question`, question),
  rationale: ({ id, rationale }: Check) => nameOr(`rules.${id}.rationale`, rationale),
  /** Words of a concept in the language; of English, then of the first that has any, where the language has none. */
  conceptWords: ({ words }: ShownConcept) => {
    const all = Object.values(words);
    return { words: words[tag] ?? words['en'] ?? all[0] ?? [], languages: all.length };
  },
});
