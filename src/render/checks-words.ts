import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckLine, CheckTable, CommonFix, NotChecked } from '../model/checks.ts';

/* Words that every form of a table of checks uses. */

const mostFormats = 3;

/** `CSV, XLSX`, and how many more there are. */
export const formatsOf = ({ formats }: CheckLine): string => {
  const more = formats.length - mostFormats;
  const shown = formats.slice(0, mostFormats).map((format) => format.toUpperCase());
  return `${shown.join(', ')}${more > 0 ? ` +${more}` : ''}`;
};

/** `+30`, or `up to +30` where the answers are Unsure. */
export const gainOf = (
  { points, certain }: Pick<CommonFix, 'points' | 'certain'>,
  messages: Messages = english,
): string => messages.say(`review.gain.${certain ? 'sure' : 'open'}`, { points });

/** What is to be said of a line: why nothing was seen, else what to do first; empty where nothing is missing. */
export const saidOfLine = ({ unseen, fix }: CheckLine, messages: Messages = english): string => {
  if (unseen !== null) return messages.say('table.nothing-seen', { why: unseen });
  return fix === null ? '' : `${gainOf(fix, messages)}  ${fix.fix}`;
};

/** `12 addresses checked, 3 open, 2 could not be seen`. */
export const totalsOf = ({ counts, least }: CheckTable, messages: Messages = english): string =>
  [
    messages.say('table.checked', { count: counts.checked }),
    messages.say('table.open', { count: counts.open }),
    ...(counts.unseen === 0 ? [] : [messages.say('table.unseen', { count: counts.unseen })]),
    ...(counts.under === null ? [] : [messages.say('table.under', { count: counts.under, least: Number(least) })]),
  ].join(messages.lists.comma);

/** A fix and how many addresses it is for. */
export const fixOf = (fix: CommonFix, messages: Messages = english): string =>
  messages.say('table.fix', {
    ...{ points: { said: gainOf(fix, messages) }, count: fix.addresses, fix: { said: fix.fix } },
  });

/** `Not checked: 40 addresses beyond the limit; --limit sets it (https://…).` */
export const notCheckedOf = ({ why, count, example }: NotChecked, messages: Messages = english): string =>
  messages.say('table.not-checked', {
    why: messages.words(`table.left.${why}`, { count }),
    ...{ count, hasExample: example === null ? 'no' : count > 1 ? 'first' : 'only', example: example ?? '' },
  });

/** What the marks of a table mean, in the language. */
export const marksTold = (messages: Messages, marks: Readonly<Record<'Yes' | 'No' | 'Unsure', string>>): string =>
  messages.say('table.marks', { yes: { said: marks.Yes }, no: { said: marks.No }, unsure: { said: marks.Unsure } });

/** Ids of the questions, in their order. */
export const questionsOf = ({ addresses }: CheckTable): readonly string[] => [
  ...new Set(addresses.flatMap(({ answers }) => Object.keys(answers))),
];
