import type { Check, Reason } from '../model/check.ts';
import type { CascadeRule, Category } from '../model/data.ts';
import { hang, padEnd, wrap } from '../render/layout.ts';
import type { Topic } from './explain-topic.ts';

type Lines = readonly string[];
type Of<Kind extends Topic['kind']> = Extract<Topic, { readonly kind: Kind }>;

const margin = '  ';

const block = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', title, ...lines]);

const items = (texts: readonly string[], width: number): Lines =>
  texts.flatMap((text) => hang(`${margin}- `, text, width));

const reasonLines = (code: string, reason: Reason, width: number): Lines => [
  `${margin}${code} (${reason.confidence} confidence)`,
  ...hang(margin + margin, reason.says, width),
  ...hang(`${margin}${margin}for example: `, reason.example, width),
  ...hang(`${margin}${margin}what would change it: `, reason.changes, width),
  ...(reason.improve === undefined ? [] : hang(`${margin}${margin}to gain points: `, reason.improve, width)),
];

const checkLines = (check: Check, width: number): Lines => [
  ...wrap(check.rationale, width),
  ...block(
    `Reasons it can give (rule ${check.id}, version ${check.version})`,
    Object.entries(check.reasons).flatMap(([code, reason]) => reasonLines(code, reason, width)),
  ),
  ...block('Sources', items(check.sources, width)),
];

const cascadeLines = (rules: readonly CascadeRule[], width: number): Lines =>
  rules.flatMap(({ when, then, force, reason, says, source }) => [
    ...hang(
      margin,
      `${reason}: ${when.question} is ${when.answer}, so ${then.questions.includes('*') ? 'all others are' : `${then.questions.join(', ')} ${then.questions.length === 1 ? 'is' : 'are'}`} ${then.answer}${force === 'undecided' ? ' where they could not be told' : ''}`,
      width,
    ),
    ...hang(margin + margin, says, width),
    ...hang(margin + margin, `source: ${source}`, width),
  ]);

const ofEdition = ({ edition }: Of<'edition'>): Lines => {
  const total = edition.questions.reduce((sum, { weight }) => sum + weight, 0);
  return [
    `${edition.title} (${edition.id}): ${edition.questions.length} questions, ${total} points`,
    '',
    ...edition.questions.map(
      ({ id, title, weight }) => `${margin}${padEnd(id, 17)}${String(weight).padStart(3)}  ${title}`,
    ),
    '',
    `Open is what has Yes for ${edition.open.join(', ')}.`,
    '`odi explain <question>` tells how each is decided.',
  ];
};

const ofQuestion = ({ question, edition, checks, cascade }: Of<'question'>, width: number): Lines => {
  const total = edition.questions.reduce((sum, { weight }) => sum + weight, 0);
  return [
    question.title,
    `${question.id}, ${question.weight} of ${total} points in ${edition.id}`,
    ...checks.flatMap((check) => ['', ...checkLines(check, width)]),
    ...block('How answers bear on one another', cascadeLines(cascade, width)),
  ];
};

const ofReason = ({ code, given, cascade }: Of<'reason'>, width: number): Lines => [
  code,
  ...given.flatMap(({ question, check }) => {
    const reason = check.reasons[code];
    return reason === undefined ? [] : ['', `${check.question} (${question})`, ...reasonLines(code, reason, width)];
  }),
  ...block('How answers bear on one another', cascadeLines(cascade, width)),
];

const required = (category: Category, id: string): readonly string[] =>
  category.editions.filter(({ groups }) => groups.flat().includes(id)).map(({ edition }) => edition);

const ofCriterion = ({ category, criterion, words }: Of<'criterion'>, width: number): Lines => {
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
    ...wrap(absent, width),
    ...block(
      'It is shown by',
      words.flatMap(({ concept, words: some, languages }) =>
        hang(margin, `${concept}: ${some.slice(0, 8).join(', ')} (and their like in ${languages} languages)`, width),
      ),
    ),
    ...rulings(category, width),
  ];
};

const rulings = ({ editions }: Category, width: number): Lines =>
  editions.flatMap((edition) => [
    ...block(`Rulings of ${edition.edition}`, items(edition.rulings, width)),
    ...hang(`${margin}source: `, edition.source, width),
  ]);

const ofCategory = ({ category }: Of<'category'>, width: number): Lines => [
  `${category.titles['en'] ?? category.id} (${[category.id, ...category.aliases].join(', ')})`,
  ...wrap(category.description, width),
  ...block(
    'Criteria',
    category.criteria.flatMap(({ id, label, kind }) => {
      const editions = required(category, id);
      const by = editions.length === 0 ? 'required by none' : `required by ${editions.join(', ')}`;
      return hang(`${margin}${padEnd(id, 18)}`, `${label} (${kind}; ${by})`, width);
    }),
  ),
  ...rulings(category, width),
];

/** What `odi explain` says, in lines of at most `width` cells. */
export const explained = (topic: Topic, width: number): string => {
  switch (topic.kind) {
    case 'edition':
      return ofEdition(topic).join('\n');
    case 'question':
      return ofQuestion(topic, width).join('\n');
    case 'criterion':
      return ofCriterion(topic, width).join('\n');
    case 'category':
      return ofCategory(topic, width).join('\n');
    case 'reason':
      return ofReason(topic, width).join('\n');
  }
};
