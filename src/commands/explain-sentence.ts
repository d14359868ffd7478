import { licenceReasons, sayGoverning } from '../licence/reasons.ts';
import type { Reason } from '../model/check.ts';

/** What stands in a review where a sentence has a value, by the value's name. */
const values: Readonly<Record<string, string>> = {
  address: 'an address',
  what: 'what was seen',
  quote: 'its words',
  why: 'Who published it, and for which part of the country.',
  kind: 'a page that shows nothing yet',
  loss: 'how it was lost',
  unread: 'why it could not be read',
  criteria: 'the criteria',
  licence: 'what is said of licences',
  newest: 'date of the newest data',
  every: 'how often it is due',
  day: 'day of the audit',
  event: 'date of the election',
  contest: 'the election',
  grace: 'the time that results may take',
  count: 'a number',
  format: 'its format',
  formats: 'their formats',
};

const isLicenceReason = (code: string): code is keyof typeof licenceReasons => Object.hasOwn(licenceReasons, code);

/** What the licence says by its own reason; null where the reason is the question's. */
const licenceSentence = (code: string): string | null => {
  if (code === 'not-reached') return sayGoverning({ reason: code, args: {} });
  return isLicenceReason(code) ? licenceReasons[code].replace('{title}', 'The licence') : null;
};

/** A sentence as it reads without a review to take its values from: each value is described in brackets. */
export const sentenceOf = (text: string): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => `[${values[name] ?? name}]`);

/** The sentence of a reason, for a reader who has no review. */
export const saysOf = (code: string, { says }: Reason): string =>
  (says === '{licence}' ? licenceSentence(code) : null) ?? sentenceOf(says);
