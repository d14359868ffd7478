import type { Check, Reason } from '../model/check.ts';
import type { CascadeRule, Category } from '../model/data.ts';
import { openLayout } from '../render/layout.ts';
import { saysOf, sentenceOf } from './explain-sentence.ts';
import type { ExplainedTopic } from './explain-topic.ts';

type Lines = readonly string[];

type Of<Kind extends ExplainedTopic['kind']> = Extract<ExplainedTopic, { readonly kind: Kind }>;

/** Lays lines out for one width. */
interface Page {
  readonly hang: (first: string, text: string) => Lines;
  readonly wrap: (text: string) => Lines;
  readonly padEnd: (text: string, cells: number) => string;
}

const margin = '  ';

const block = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', title, ...lines]);

const items = (texts: readonly string[], page: Page): Lines => texts.flatMap((text) => page.hang(`${margin}- `, text));

const reasonLines = (code: string, reason: Reason, page: Page): Lines => [
  `${margin}${code} (${reason.confidence} confidence)`,
  ...page.hang(margin + margin, saysOf(code, reason)),
  ...page.hang(`${margin}${margin}for example: `, reason.example),
  ...page.hang(`${margin}${margin}what would change it: `, reason.changes),
  ...(reason.improve === undefined ? [] : page.hang(`${margin}${margin}to gain points: `, sentenceOf(reason.improve))),
];

const checkLines = (check: Check, page: Page): Lines => [
  ...page.wrap(check.rationale),
  ...block(
    `Reasons it can give (rule ${check.id}, version ${check.version})`,
    Object.entries(check.reasons).flatMap(([code, reason]) => reasonLines(code, reason, page)),
  ),
  ...block('Sources', items(check.sources, page)),
];

const cascadeLines = (rules: readonly CascadeRule[], page: Page): Lines =>
  rules.flatMap(({ when, then, force, reason, says, source }) => [
    ...page.hang(
      margin,
      `${reason}: ${when.question} is ${when.answer}, so ${then.questions.includes('*') ? 'all others are' : `${then.questions.join(', ')} ${then.questions.length === 1 ? 'is' : 'are'}`} ${then.answer}${force === 'undecided' ? ' where they could not be told' : ''}`,
    ),
    ...page.hang(margin + margin, says),
    ...page.hang(margin + margin, `source: ${source}`),
  ]);

const ofEdition = ({ edition }: Of<'edition'>, page: Page): Lines => {
  const total = edition.questions.reduce((sum, { weight }) => sum + weight, 0);
  return [
    `${edition.title} (${edition.id}): ${edition.questions.length} questions, ${total} points`,
    '',
    ...edition.questions.map(
      ({ id, title, weight }) => `${margin}${page.padEnd(id, 17)}${String(weight).padStart(3)}  ${title}`,
    ),
    '',
    `Open is what has Yes for ${edition.open.join(', ')}.`,
    '`odi explain <question>` tells how each is decided.',
  ];
};

const ofQuestion = ({ question, edition, checks, cascade }: Of<'question'>, page: Page): Lines => {
  const total = edition.questions.reduce((sum, { weight }) => sum + weight, 0);
  return [
    question.title,
    `${question.id}, ${question.weight} of ${total} points in ${edition.id}`,
    ...checks.flatMap((check) => ['', ...checkLines(check, page)]),
    ...block('How answers bear on one another', cascadeLines(cascade, page)),
  ];
};

const ofReason = ({ code, given, cascade }: Of<'reason'>, page: Page): Lines => [
  code,
  ...given.flatMap(({ question, check }) => {
    const reason = check.reasons[code];
    return reason === undefined ? [] : ['', `${check.question} (${question})`, ...reasonLines(code, reason, page)];
  }),
  ...block('How answers bear on one another', cascadeLines(cascade, page)),
];

const required = (category: Category, id: string): readonly string[] =>
  category.editions.filter(({ groups }) => groups.flat().includes(id)).map(({ edition }) => edition);

/** What a criterion asks of the contests of a place, by edition. */
const contestLines = ({ editions }: Category, id: string, page: Page): Lines => {
  const asked = (which: 'all' | 'newest'): readonly string[] =>
    editions.flatMap(({ edition, contests }) =>
      contests?.criterion === id && contests.which === which ? [edition] : [],
    );
  const sentences = [
    { editions: asked('all'), says: 'of every contest that voters of the whole country decide' },
    { editions: asked('newest'), says: 'of those that were decided last' },
  ].filter((one) => one.editions.length > 0);
  if (sentences.length === 0) return [];
  const told = sentences.map((one) => `${one.says} (${one.editions.join(', ')})`).join(', ');
  return page.wrap(
    `It is asked ${told}: one that is nowhere, units in part and tables of seats take a Yes back (docs/contests.md).`,
  );
};

const ofCriterion = ({ category, criterion, words, doubts }: Of<'criterion'>, page: Page): Lines => {
  const editions = required(category, criterion.id);
  const absent =
    criterion.shownBy.absent === 'no'
      ? 'Where all of the data was read and nothing shows it, the answer is No; where not all was read, Unsure.'
      : 'Where nothing shows it, the answer is Unsure: data can hold it without saying so.';
  return [
    criterion.label,
    `${category.id}/${criterion.id}, a ${criterion.kind} of ${category.titles['en'] ?? category.id}`,
    '',
    editions.length === 0 ? 'No edition requires it.' : `Required by ${editions.join(', ')}.`,
    ...page.wrap(absent),
    ...contestLines(category, criterion.id, page),
    ...block(
      'It is shown by',
      words.flatMap(({ concept, words: some, languages }) =>
        page.hang(margin, `${concept}: ${some.slice(0, 8).join(', ')} (and their like in ${languages} languages)`),
      ),
    ),
    ...block(`It is doubted by the field reader v${doubts.version}`, items(doubts.when, page)),
    ...rulings(category, page),
  ];
};

const rulings = ({ editions }: Category, page: Page): Lines =>
  editions.flatMap((edition) => [
    ...block(`Rulings of ${edition.edition}`, items(edition.rulings, page)),
    ...page.hang(`${margin}source: `, edition.source),
  ]);

const ofCategory = ({ category }: Of<'category'>, page: Page): Lines => [
  `${category.titles['en'] ?? category.id} (${[category.id, ...category.aliases].join(', ')})`,
  ...page.wrap(category.description),
  ...block(
    'Criteria',
    category.criteria.flatMap(({ id, label, kind }) => {
      const editions = required(category, id);
      const by = editions.length === 0 ? 'required by none' : `required by ${editions.join(', ')}`;
      return page.hang(`${margin}${page.padEnd(id, 18)}`, `${label} (${kind}; ${by})`);
    }),
  ),
  ...rulings(category, page),
];

const ofIndicator = ({ part, rule }: Of<'indicator'>, page: Page): Lines => {
  const { bar } = rule;
  const held =
    bar === undefined
      ? ['It is told, and not judged.']
      : [
          `It is Yes where its whole interval is ${bar.direction === 'at-least' ? 'at least' : 'at most'} ${bar.at}${rule.unit === 'share' ? ' (a share from 0 to 1)' : ''}, No where none of it is, else Unsure.`,
          `The bar: ${bar.source}`,
        ];
  return [
    `${rule.title} (${rule.id}): an indicator of odi portal, ${part.title.toLowerCase()}`,
    '',
    ...page.wrap(rule.formula),
    ...block('How it is judged', items(held, page)),
    ...block('What the publisher can do', items(rule.improve === undefined ? [] : [rule.improve], page)),
    ...block('Sources', items([rule.source], page)),
  ];
};

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
      return ofIndicator(topic, page);
    case 'reason':
      return ofReason(topic, page);
  }
};

/** What `odi explain` says, in lines of at most `width` cells. */
export const explained = async (topic: ExplainedTopic, width: number): Promise<string> => {
  const layout = await openLayout(JSON.stringify(topic));
  return linesOf(topic, {
    hang: (first, text) => layout.hang(first, text, width),
    wrap: (text) => layout.wrap(text, width),
    padEnd: layout.padEnd,
  }).join('\n');
};
