import type { CheckLine, CheckTable, CommonFix, NotChecked, NotCheckedBecause } from '../model/checks.ts';
import { many } from './scorecard-words.ts';

/* Words that every form of a table of checks uses. */

const mostFormats = 3;

/** `CSV, XLSX`, and how many more there are. */
export const formatsOf = ({ formats }: CheckLine): string => {
  const more = formats.length - mostFormats;
  const shown = formats.slice(0, mostFormats).map((format) => format.toUpperCase());
  return `${shown.join(', ')}${more > 0 ? ` +${more}` : ''}`;
};

/** `+30`, or `up to +30` where the answers are Unsure. */
export const gainOf = ({ points, certain }: Pick<CommonFix, 'points' | 'certain'>): string =>
  certain ? `+${points}` : `up to +${points}`;

/** What is to be said of a line: why nothing was seen, else what to do first; empty where nothing is missing. */
export const saidOfLine = ({ unseen, fix }: CheckLine): string => {
  if (unseen !== null) return `Nothing could be seen: ${unseen}`;
  return fix === null ? '' : `${gainOf(fix)}  ${fix.fix}`;
};

/** `12 addresses checked, 3 open, 2 could not be seen`. */
export const totalsOf = ({ counts, least }: CheckTable): string =>
  [
    `${many(counts.checked, 'address', 'addresses')} checked`,
    `${counts.open} open`,
    ...(counts.unseen === 0 ? [] : [`${counts.unseen} could not be seen`]),
    ...(counts.under === null ? [] : [`${counts.under} under ${least}`]),
  ].join(', ');

/** A fix and how many addresses it is for. */
export const fixOf = (fix: CommonFix): string =>
  `${gainOf(fix)} at ${many(fix.addresses, 'address', 'addresses')}: ${fix.fix}`;

const because: Readonly<Record<NotCheckedBecause, (count: string, isOne: boolean) => string>> = {
  'over-limit': (count) => `${count} beyond the limit; --limit sets it`,
  interrupted: (count) => `${count} when the run was ended`,
  defect: (count) => `${count} because of a defect of odi`,
  repeated: (count, isOne) => `${count} that ${isOne ? 'stands' : 'stand'} in the list already`,
  'no-address': (count, isOne) => `${count} of the catalogue that ${isOne ? 'has' : 'have'} neither a page nor a file`,
  'other-page': (count) => `${count} on other pages of the catalogue`,
  'sitemap-not-read': (count) =>
    `those of ${count} that could not be read or ${count.startsWith('1 ') ? 'was' : 'were'} not needed`,
};

const nounOf = (why: NotCheckedBecause, count: number): string => {
  if (why === 'sitemap-not-read') return many(count, 'sitemap', 'sitemaps');
  return why === 'no-address' || why === 'other-page'
    ? many(count, 'dataset', 'datasets')
    : many(count, 'address', 'addresses');
};

/** `Not checked: 40 addresses beyond the limit; --limit sets it (https://…).` */
export const notCheckedOf = ({ why, count, example }: NotChecked): string =>
  `Not checked: ${because[why](nounOf(why, count), count === 1)}${example === null ? '' : ` (${count > 1 ? 'the first: ' : ''}${example})`}.`;

/** Ids of the questions, in their order. */
export const questionsOf = ({ addresses }: CheckTable): readonly string[] => [
  ...new Set(addresses.flatMap(({ answers }) => Object.keys(answers))),
];
