import { checkTexts, ruleTexts } from '../checks/messages.ts';
import { because, turnTexts } from '../content/reasons.ts';
import { licenceReasons } from '../licence/reasons.ts';
import type { MessageTree } from '../messages/language.ts';
import type { Category, Criteria, Edition } from '../model/data.ts';
import { contradictionKey, sayings } from '../score/index.ts';
import { levelTexts } from '../text/levels.ts';
import { searchTexts } from '../text/searches.ts';

/* The messages in English: those of the language's own file, those that stand beside the code, and those of editions and categories. */

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
  rules: ruleTexts(),
  content: { because, turns: turnTexts },
  score: sayings,
  licence: { reasons: licenceReasons },
  levels: levelTexts,
  searches: searchTexts,
  editions: Object.fromEntries(editions().map((id) => [id, editionTexts(edition(id))])),
  categories: Object.fromEntries(categories().map((id) => [id, categoryTexts(category(id))])),
});
