import { checks } from '../checks/index.ts';
import { doubtsOf, fieldReaderFor } from '../content/index.ts';
import { nearestWords, resolveCategory } from '../criteria/resolve.ts';
import type { Check } from '../model/check.ts';
import type { Concept, ConceptFile, ShownBy } from '../model/content.ts';
import type { CascadeRule, Category, Criteria, Criterion, Edition, EditionQuestion } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { IndicatorRule, ProcessRules } from '../model/portal.ts';
import { portalProcesses } from '../model/portal.ts';
import type { Sentence } from '../model/sentence.ts';

/** A reason code of a question, and the check that gives it. */
export interface GivenBy {
  readonly question: string;
  readonly check: Check;
}

/** What can be explained. */
export type ExplainedTopic =
  | { readonly kind: 'edition'; readonly edition: Edition }
  | {
      readonly kind: 'question';
      readonly edition: Edition;
      readonly question: EditionQuestion;
      readonly checks: readonly Check[];
      /** What other answers make of this one, and this one of others. */
      readonly cascade: readonly CascadeRule[];
    }
  | {
      readonly kind: 'criterion';
      readonly category: Category;
      readonly criterion: Criterion;
      readonly words: readonly ShownConcept[];
      /** What turns an answer that the words give into Unsure. */
      readonly doubts: { readonly version: number; readonly when: readonly Sentence[] };
    }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'indicator'; readonly part: ProcessRules; readonly rule: IndicatorRule }
  | {
      readonly kind: 'reason';
      readonly edition: Edition;
      readonly code: string;
      readonly given: readonly GivenBy[];
      readonly cascade: readonly CascadeRule[];
    };

/** A concept that shows a criterion, with some of its words. */
export interface ShownConcept {
  readonly concept: string;
  /** By language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const speaksOf = (rule: CascadeRule, id: string): boolean =>
  rule.when.question === id || rule.then.questions.some((other) => other === id || other === '*');

const questionIn = (edition: Edition, word: string): ExplainedTopic | undefined => {
  const question = edition.questions.find(({ id }) => id === word);
  if (question === undefined) return undefined;
  return {
    kind: 'question',
    edition,
    question,
    checks: checks.filter(({ id }) => question.checks.includes(id)),
    cascade: edition.cascade.filter((rule) => speaksOf(rule, question.id)),
  };
};

/** The question of the edition asked for; else of the newest edition that has it. */
const questionOf = (word: string, edition: Edition, criteria: Criteria): ExplainedTopic | undefined => {
  const others = [...criteria.editions()].filter((id) => id !== edition.id).reverse();
  for (const candidate of [edition, ...others.map(criteria.edition)]) {
    const topic = questionIn(candidate, word);
    if (topic !== undefined) return topic;
  }
  return undefined;
};

const reasonOf = (word: string, edition: Edition): ExplainedTopic | undefined => {
  const given = checks
    .filter(({ reasons }) => Object.hasOwn(reasons, word))
    .map((check) => ({ question: check.id, check }));
  const cascade = edition.cascade.filter(({ reason }) => reason === word);
  return given.length + cascade.length === 0 ? undefined : { kind: 'reason', edition, code: word, given, cascade };
};

/** Ids of the concepts that a criterion rests on, wherever its clues name them. */
const conceptsIn = (clues: unknown): readonly string[] => {
  if (Array.isArray(clues)) return clues.flatMap(conceptsIn);
  if (typeof clues !== 'object' || clues === null) return [];
  return Object.entries(clues).flatMap(([key, value]: readonly [string, unknown]) =>
    key === 'field' || key === 'says' ? [value].flat().map(String) : conceptsIn(value),
  );
};

const wordsOf = (category: Category, shownBy: ShownBy, criteria: Criteria): readonly ShownConcept[] => {
  const file = (name: string): ConceptFile => criteria.data<ConceptFile>(`vocabulary/concepts/${name}`);
  const concepts: Readonly<Record<string, Concept>> = { ...file('shared').concepts, ...file(category.id).concepts };
  return [...new Set(conceptsIn(shownBy.yes))].flatMap((id) => {
    const concept = concepts[id];
    if (concept === undefined) return [];
    return [{ concept: id, words: concept.words }];
  });
};

const criterionOf = (category: Category, id: string, criteria: Criteria): ExplainedTopic | undefined => {
  const criterion = category.criteria.find((candidate) => candidate.id === id);
  if (criterion === undefined) return undefined;
  const reader = fieldReaderFor(criteria, category.id);
  return {
    kind: 'criterion',
    category,
    criterion,
    words: wordsOf(category, criterion.shownBy, criteria),
    doubts: { version: reader.version, when: doubtsOf(criterion, reader) },
  };
};

const allCategories = (criteria: Criteria): readonly Category[] => criteria.categories().map(criteria.category);

/** `election-results/registered`: both halves must be known. */
const pathOf = (word: string, criteria: Criteria): ExplainedTopic => {
  const [left = '', right = ''] = word.split('/', 2);
  const category = resolveCategory(allCategories(criteria), left);
  const topic = criterionOf(category, right, criteria);
  if (topic !== undefined) return topic;
  throw new UserError(
    `${category.id} has no criterion "${right}"; it has ${category.criteria.map(({ id }) => id).join(', ')}.`,
  );
};

/** An indicator of the health of portals. */
const indicatorOf = (word: string, criteria: Criteria): ExplainedTopic | undefined => {
  for (const id of portalProcesses) {
    const part = criteria.data<ProcessRules>(`portal/${id}`);
    const rule = part.indicators.find((one) => one.id === word);
    if (rule !== undefined) return { kind: 'indicator', part, rule };
  }
  return undefined;
};

/** A criterion by its id alone, where only one category has it. */
const bareCriterion = (word: string, criteria: Criteria): ExplainedTopic | undefined => {
  const owners = allCategories(criteria).filter((category) => category.criteria.some(({ id }) => id === word));
  const [owner, ...others] = owners;
  if (owner === undefined) return undefined;
  if (others.length > 0) {
    throw new UserError(
      `Several categories have a criterion "${word}"; name one: ${owners.map(({ id }) => `${id}/${word}`).join(', ')}.`,
    );
  }
  return criterionOf(owner, word, criteria);
};

const isCategory = (word: string, criteria: Criteria): Category | undefined =>
  allCategories(criteria).find(({ id, aliases }) => id === word || aliases.includes(word));

/**
 * What a word stands for: a question, a check behind one, a criterion, a category or a reason code.
 *
 * @throws UserError where it stands for nothing, naming what there is.
 */
export const topicOf = (
  word: string | undefined,
  asked: { readonly edition: Edition; readonly category: string | undefined },
  criteria: Criteria,
): ExplainedTopic => {
  const { edition, category } = asked;
  if (category !== undefined)
    return word === undefined ? inCategory(category, criteria) : pathOf(`${category}/${word}`, criteria);
  if (word === undefined) return { kind: 'edition', edition };
  const question = questionOf(word, edition, criteria);
  if (question !== undefined) return question;
  if (word.includes('/')) return pathOf(word, criteria);
  const known = isCategory(word, criteria);
  const topic =
    known === undefined
      ? (reasonOf(word, edition) ?? indicatorOf(word, criteria) ?? bareCriterion(word, criteria))
      : ({ kind: 'category', category: known } as const);
  if (topic !== undefined) return topic;
  const near = nearestWords(topicWords(edition, criteria), word);
  if (near.length > 0)
    throw new UserError(`There is nothing called "${word}" to explain; did you mean ${near.join(', ')}?`);
  throw new UserError(
    `There is nothing called "${word}" to explain; ask for a question (${edition.questions.map(({ id }) => id).join(', ')}), a category, a criterion (category/criterion), an indicator of odi portal, or a reason code.`,
  );
};

/** What a word may have been meant for: questions, categories and criteria. */
const topicWords = (edition: Edition, criteria: Criteria): readonly string[] => [
  ...edition.questions.map(({ id }) => id),
  ...allCategories(criteria).flatMap(({ id, aliases, criteria: own }) => [id, ...aliases, ...own.map((one) => one.id)]),
];

const inCategory = (word: string, criteria: Criteria): ExplainedTopic => ({
  kind: 'category',
  category: resolveCategory(allCategories(criteria), word),
});
