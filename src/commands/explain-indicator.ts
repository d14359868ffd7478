import type { Messages } from '../messages/messages.ts';
import type { ExplainedTopic } from './explain-topic.ts';

type Lines = readonly string[];

/** Lays lines out for one width, in one language. */
interface IndicatorPage {
  readonly hang: (first: string, text: string) => Lines;
  readonly wrap: (text: string) => Lines;
  readonly messages: Messages;
}

const margin = '  ';

const block = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', title, ...lines]);

const items = (texts: Lines, page: IndicatorPage): Lines => texts.flatMap((text) => page.hang(`${margin}- `, text));

/** Says, in another language, that what follows is English. */
export const englishAlone = ({ messages }: Pick<IndicatorPage, 'messages'>): Lines =>
  messages.tag === 'en' ? [] : [messages.say('explain.only-english'), ''];

/** Lines about an indicator. Its rule is there in English alone, which is said in any other language. */
export const indicatorLines = (
  { part, rule }: Extract<ExplainedTopic, { readonly kind: 'indicator' }>,
  page: IndicatorPage,
): Lines => {
  const { bar } = rule;
  const held =
    bar === undefined
      ? ['It is told, and not judged.']
      : [
          `It is Yes where its whole interval is ${bar.direction === 'at-least' ? 'at least' : 'at most'} ${bar.at}${rule.unit === 'share' ? ' (a share from 0 to 1)' : ''}, No where none of it is, else Unsure.`,
          `The bar: ${bar.source}`,
        ];
  return [
    ...englishAlone(page),
    `${rule.title} (${rule.id}): an indicator of odi portal, ${part.title.toLowerCase()}`,
    '',
    ...page.wrap(rule.formula),
    ...block('How it is judged', items(held, page)),
    ...block('What the publisher can do', items(rule.improve === undefined ? [] : [rule.improve], page)),
    ...block('Sources', items([rule.source], page)),
  ];
};
