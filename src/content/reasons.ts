import type { CriterionFinding, Ground } from '../model/check.ts';

const because: Readonly<Record<string, string>> = {
  header: 'a column is named for it and holds values',
  values: 'rows are labelled with it and hold numbers',
  key: 'a field is named for it and holds values',
  label: 'it stands in the text with a number beside it',
  words: 'the text says so',
  standard: 'the standard the data follows implies it',
  'no-values': 'a header declares it, but there is no value',
  'not-understood': 'not all of the data could be read',
  'words-not-known': 'the vocabulary does not know what it is called in the language of the data',
  'not-all-seen': 'not all files of the dataset were seen, and those that were do not show it',
  'not-in-the-data': 'all of the data was read, and it is not there',
  'not-told': 'all of the data was read, and it does not tell',
};

const frame = (reason: string): string => {
  const [, kind, code] = /^(not|doubt|hint)-(.+)$/.exec(reason) ?? [];
  const known = because[reason];
  if (known !== undefined) return known;
  if (kind === 'not') return `the data is something else (${code})`;
  if (kind === 'doubt') return `it looks like it, but there is a doubt (${code})`;
  if (kind === 'hint') return `there is a trace of it that does not suffice (${code})`;
  return reason;
};

/** One sentence a reviewer would sign. */
export const sentence = (
  label: string,
  answer: CriterionFinding['answer'],
  reason: string,
  where: readonly Ground[],
): string => {
  const at = where[0]?.quote === undefined || reason.startsWith('not-') ? '' : `: “${where[0].quote}”`;
  return `${label}: ${answer}, ${frame(reason)}${at}.`;
};
