import type { Messages, MessageValue } from '../messages/messages.ts';
import type { Check } from '../model/check.ts';
import type { CascadeRule, Category, Criterion, Edition } from '../model/data.ts';
import type { Sentence } from '../model/sentence.ts';
import { openLayout } from '../render/layout.ts';
import { indicatorLines } from './explain-indicator.ts';
import { partOf } from './explain-sentence.ts';
import type { ExplainedTopic } from './explain-topic.ts';
import { namesIn } from './explain-words.ts';

type Lines = readonly string[];

type Of<Kind extends ExplainedTopic['kind']> = Extract<ExplainedTopic, { readonly kind: Kind }>;

/** Lays lines out for one width, in one language. */
interface Page {
  readonly hang: (first: string, text: string) => Lines;
  readonly wrap: (text: string) => Lines;
  readonly padEnd: (text: string, cells: number) => string;
  readonly messages: Messages;
  readonly names: ReturnType<typeof namesIn>;
  /** A heading, or what opens a line. */
  readonly say: (key: string, values?: Readonly<Record<string, MessageValue>>) => string;
}

const margin = '  ';

const block = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', title, ...lines]);

const items = (texts: readonly string[], page: Page): Lines => texts.flatMap((text) => page.hang(`${margin}- `, text));

/** Text that is there in one language alone: titles of sources, rulings. */
const foreignItems = (texts: readonly string[], page: Page): Lines => items(texts.map(page.messages.value), page);

/** Codes and ids in a row. */
const codes = (ids: readonly string[], { messages }: Pick<Page, 'messages'>): { readonly said: string } => ({
  said: ids.map(messages.value).join(messages.lists.comma),
});

const sourceLines = (indent: string, source: string, page: Page): Lines =>
  page.hang(`${indent}${page.say('source')} `, page.messages.value(source));

const reasonLines = (check: Check, code: string, page: Page): Lines => {
  const told = (part: 'says' | 'example' | 'changes'): string => partOf(check, code, part, page.messages) ?? '';
  const improve = partOf(check, code, 'improve', page.messages);
  const indent = margin + margin;
  return [
    `${margin}${page.say('reason', { code, confidence: check.reasons[code]?.confidence ?? 'low' })}`,
    ...page.hang(indent, told('says')),
    ...page.hang(`${indent}${page.say('for-example')} `, told('example')),
    ...page.hang(`${indent}${page.say('changes')} `, told('changes')),
    ...(improve === undefined ? [] : page.hang(`${indent}${page.say('improve')} `, improve)),
  ];
};

const checkLines = (check: Check, page: Page): Lines => [
  ...page.wrap(page.names.rationale(check)),
  ...block(
    page.say('reasons', { id: check.id, version: check.version }),
    Object.keys(check.reasons).flatMap((code) => reasonLines(check, code, page)),
  ),
  ...block(page.say('sources'), foreignItems(check.sources, page)),
];

const cascadeLine = ({ when, then, force, reason }: CascadeRule, page: Page): string => {
  const isAll = then.questions.includes('*');
  return page.say('cascade-rule', {
    ...{ reason, when: when.question, force, count: isAll ? 0 : then.questions.length },
    answer: page.messages.words(`answers.${when.answer}`),
    becomes: page.messages.words(`answers.${then.answer}`),
    questions: codes(then.questions, page),
  });
};

const cascadeLines = (edition: Edition, rules: readonly CascadeRule[], page: Page): Lines =>
  rules.flatMap((rule) => [
    ...page.hang(margin, cascadeLine(rule, page)),
    ...page.hang(margin + margin, page.names.cascade(edition, rule)),
    ...sourceLines(margin + margin, rule.source, page),
  ]);

const pointsOf = ({ questions }: Edition): number => questions.reduce((sum, { weight }) => sum + weight, 0);

const ofEdition = ({ edition }: Of<'edition'>, page: Page): Lines => {
  const { id, questions } = edition;
  const title = { said: page.names.edition(edition) };
  return [
    ...page.wrap(page.say('edition', { title, id, questions: questions.length, points: pointsOf(edition) })),
    '',
    ...questions.map((question) => {
      const code = page.padEnd(page.messages.value(question.id), 17);
      return `${margin}${code}${String(question.weight).padStart(3)}  ${page.names.question(edition, question)}`;
    }),
    '',
    ...page.wrap(page.say('open', { questions: codes(edition.open, page) })),
    ...page.wrap(page.say('more', { command: 'odi explain <question>' })),
  ];
};

const ofQuestion = ({ question, edition, checks, cascade }: Of<'question'>, page: Page): Lines => {
  const { id, weight } = question;
  return [
    ...page.wrap(page.names.question(edition, question)),
    page.say('question', { id, weight, total: pointsOf(edition), edition: edition.id }),
    ...checks.flatMap((check) => ['', ...checkLines(check, page)]),
    ...block(page.say('cascade'), cascadeLines(edition, cascade, page)),
  ];
};

const ofReason = ({ code, edition, given, cascade }: Of<'reason'>, page: Page): Lines => [
  page.messages.value(code),
  ...given.flatMap(({ question, check }) => [
    '',
    `${page.names.ruleQuestion(check)} (${page.messages.value(question)})`,
    ...reasonLines(check, code, page),
  ]),
  ...block(page.say('cascade'), cascadeLines(edition, cascade, page)),
];

const required = (category: Category, id: string): readonly string[] =>
  category.editions.filter(({ groups }) => groups.flat().includes(id)).map(({ edition }) => edition);

/** What a criterion asks of the contests of a place, by edition. */
const contestLines = ({ editions }: Category, id: string, page: Page): Lines => {
  const asked = (['all', 'newest'] as const).flatMap((which) => {
    const own = editions.filter(({ contests }) => contests?.criterion === id && contests.which === which);
    const ids = own.map(({ edition }) => edition);
    return ids.length === 0 ? [] : [page.say(`contests.${which}`, { editions: codes(ids, page) })];
  });
  if (asked.length === 0) return [];
  const values = { asked: { said: asked.join(page.messages.lists.comma) }, document: 'docs/contests.md' };
  return page.wrap(page.say('contests.asked', values));
};

const doubtLine = ({ reason, args }: Sentence, page: Page): string => {
  const [first = '', ...others] = [args['roles'] ?? []].flat().map(String);
  const both = (one: MessageValue, other: string): MessageValue =>
    page.messages.words('explain.doubts.or', { one, other });
  return page.say(`doubts.${reason}`, { roles: others.reduce(both, first), at: Number(args['at']) });
};

const shownLines = ({ words }: Of<'criterion'>, page: Page): Lines =>
  words.flatMap((shown) => {
    const { words: some, languages } = page.names.conceptWords(shown);
    const values = { concept: shown.concept, words: codes(some.slice(0, 8), page), languages };
    return page.hang(margin, page.say('words', values));
  });

const ofCriterion = (topic: Of<'criterion'>, page: Page): Lines => {
  const { category, criterion, doubts } = topic;
  const editions = required(category, criterion.id);
  const opening = {
    ...{ id: `${category.id}/${criterion.id}`, kind: criterion.kind },
    category: { said: page.names.category(category) },
  };
  return [
    ...page.wrap(page.names.label(category, criterion)),
    ...page.wrap(page.say('criterion', opening)),
    '',
    ...page.wrap(page.say('required-by', { count: editions.length, editions: codes(editions, page) })),
    ...page.wrap(page.say(criterion.shownBy.absent === 'no' ? 'absent.no' : 'absent.unsure')),
    ...contestLines(category, criterion.id, page),
    ...block(page.say('shown-by'), shownLines(topic, page)),
    ...block(
      page.say('doubted', { version: doubts.version }),
      items(
        doubts.when.map((one) => doubtLine(one, page)),
        page,
      ),
    ),
    ...rulings(category, page),
  ];
};

const rulings = ({ editions }: Category, page: Page): Lines =>
  editions.flatMap((edition) => [
    ...block(page.say('rulings', { edition: edition.edition }), foreignItems(edition.rulings, page)),
    ...sourceLines(margin, edition.source, page),
  ]);

const criterionLine = (category: Category, criterion: Criterion, page: Page): Lines => {
  const editions = required(category, criterion.id);
  const told = page.say('criterion-line', {
    ...{ label: { said: page.names.label(category, criterion) }, kind: criterion.kind },
    ...{ count: editions.length, editions: codes(editions, page) },
  });
  return page.hang(`${margin}${page.padEnd(page.messages.value(criterion.id), 18)}`, told);
};

const ofCategory = ({ category }: Of<'category'>, page: Page): Lines => [
  ...page.wrap(`${page.names.category(category)} (${codes([category.id, ...category.aliases], page).said})`),
  ...page.wrap(page.names.description(category)),
  ...block(
    page.say('criteria'),
    category.criteria.flatMap((criterion) => criterionLine(category, criterion, page)),
  ),
  ...rulings(category, page),
];

const linesOf = (topic: ExplainedTopic, page: Page): Lines => {
  switch (topic.kind) {
    case 'edition':
      return ofEdition(topic, page);
    case 'question':
      return ofQuestion(topic, page);
    case 'criterion':
      return ofCriterion(topic, page);
    case 'category':
      return ofCategory(topic, page);
    case 'indicator':
      return indicatorLines(topic, page);
    case 'reason':
      return ofReason(topic, page);
  }
};

/** What `odi explain` says in a language, in lines of at most `width` cells. */
export const explained = async (topic: ExplainedTopic, width: number, messages: Messages): Promise<string> => {
  const layout = await openLayout(`${JSON.stringify(topic)}${messages.name}`);
  return linesOf(topic, {
    hang: (first, text) => layout.hang(first, text, width),
    wrap: (text) => layout.wrap(text, width),
    padEnd: layout.padEnd,
    names: namesIn(messages),
    say: (key, values) => messages.say(`explain.${key}`, values),
    messages,
  }).join('\n');
};
