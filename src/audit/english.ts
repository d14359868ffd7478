import { checkTexts } from '../checks/messages.ts';
import { because, turnTexts } from '../content/reasons.ts';
import type { MessageTree } from '../messages/language.ts';
import type { Category, ContradictionRule, Criteria, Edition } from '../model/data.ts';
import { sayings } from '../score/index.ts';

/* The messages in English: those of the language's own file, those that stand beside the code, and those of editions and categories. */

/** What tells a rule about contradictions from the others of its edition. */
export const contradictionKey = ({ when }: Pick<ContradictionRule, 'when'>): string =>
  `${when.question}-${when.answer}`;

const editionTexts = ({ title, questions, cascade, contradictions }: Edition): MessageTree => ({
  title,
  questions: Object.fromEntries(questions.map((question) => [question.id, question.title])),
  cascade: Object.fromEntries(cascade.map(({ reason, says }) => [reason, says])),
  contradictions: Object.fromEntries(contradictions.map((rule) => [contradictionKey(rule), rule.says])),
});

const categoryTexts = ({ id: category, titles, description, criteria }: Category): MessageTree => ({
  title: titles['en'] ?? category,
  description,
  criteria: Object.fromEntries(criteria.map(({ id, label, noun }) => [id, { label, noun }])),
});

type Told = Pick<Criteria, 'edition' | 'editions' | 'category' | 'categories'>;

/** The messages that stand elsewhere than in `messages/en.yaml`. */
export const englishBeside = ({ edition, editions, category, categories }: Told): MessageTree => ({
  checks: checkTexts(),
  content: { because, turns: turnTexts },
  score: sayings,
  editions: Object.fromEntries(editions().map((id) => [id, editionTexts(edition(id))])),
  categories: Object.fromEntries(categories().map((id) => [id, categoryTexts(category(id))])),
});
