import type { CommitmentSentence } from '../model/commitments-report.ts';
import { type Arg, type Args, fill } from '../model/sentence.ts';

/** Why an indicator stands where it does, in one sentence; values stand in braces. */
export const standingReasons = {
  reached: '{value} on {on}, by {from}: {target} was due by {by}.',
  'reached-after': '{value} on {on}, by {from}; {target} was due by {by}, and no earlier day shows it.',
  short: '{value} on {on}, by {from}, which was seen whole: {target} was due by {by}.',
  'short-now':
    '{value} on {on}, by {from}, which was seen whole: {target} was due by {by}, and nothing shows how it stood then.',
  ahead: '{value} on {on}, by {from}: {progress} of the way, and {elapsed} of the time is over.',
  lagging: '{value} on {on}, by {from}: {progress} of the way, though {elapsed} of the time is over.',
  'lower-bound':
    'At least {value} on {on}, by {from}: what was deleted since, or was given a new date, is not among them. {target} is due by {by}.',
  'declared-only':
    'The publisher counts {value} itself on {on}, by {from}; it was not counted from outside. {target} is due by {by}.',
  'part-seen': 'Between {low} and {high} on {on}, by {from}: what was not seen decides. {target} is due by {by}.',
  'bound-unknown': 'At least {low} on {on}, by {from}: how much was not seen is not known. {target} is due by {by}.',
  'not-told': '{from} on {on} does not tell it.',
  'none-near': 'It was measured on {on}, by {from}, which is more than {days} days from {day}.',
  'no-value': 'Nothing that was looked at tells it: {what}.',
  'no-way':
    '{value} on {on}, by {from}; how much of the way that is cannot be told: the plan names no value to begin with.',
  'no-change':
    '{value} on {on}, by {from}; the target is the baseline, {target}: there is no way to go, and the value is not that of the target.',
  'target-against':
    'The target, at {at} {target}, lies on the wrong side of its baseline, {baseline}: nothing can be told of the way between them.',
  'no-measure': 'Nothing public is known that shows it.',
  'no-target': 'No number is promised.',
} as const;

/** Why a milestone stands where it does. */
export const milestoneReasons = {
  dated: '“{quote}” is dated {date}: it was due by {to}.',
  'dated-after': '“{quote}” is dated {date}, {days} days after {to}.',
  'no-date': '“{quote}” carries no date of its own.',
  'site-seen-whole': 'It is on no page of {sites}, which {were} seen whole.',
  'not-seen': 'It was looked for on {sites} and not seen, which does not show that it is not there: {why}.',
  'not-due': 'It is due by {to}, and was not seen yet.',
  'no-document': 'It leaves no document that could be looked for.',
  'nowhere-to-look': 'The plan names no site where it would be.',
} as const;

/** Why a function is Yes, No or Unsure. */
export const functionReasons = {
  shown: '{what}',
  'seen-whole': 'No page of {site} shows it, all {pages} of which were read: {missing}.',
  'not-seen-whole': 'It was not seen, and {site} was not seen whole: {why}.',
  'nothing-seen': 'Nothing of {site} could be seen: {why}.',
  'language-unknown': 'It was not seen, and some pages are in a language whose words are not known: {language}.',
  'subject-unopened': 'It was not seen, and what speaks of it was not opened or not understood: {address}.',
  'no-site': 'No site is known where it would be; name one with --url.',
} as const;

/** What does not fit together. */
export const contradictionReasons = {
  'two-targets': 'The text says {change} and {target}: {change} of {baseline} is {means}; {target} is {is}.',
  'irm-says-done': 'The independent review says “{completion}”; {what}.',
  'irm-says-not-done': 'The independent review says “{completion}”; {what}.',
  'stated-otherwise': '{source} states {stated} for {on}; {value} was measured on {day}.',
  'functions-missing': 'The independent review says “{completion}”; {no} of {outOf} functions are not there.',
} as const;

const all = { ...standingReasons, ...milestoneReasons, ...functionReasons, ...contradictionReasons } as const;

/** Any reason that a report of commitments gives. */
export type CommitmentReason = keyof typeof all;

/** Shares of the way and of the time are told in per cent. */
const shares: ReadonlySet<string> = new Set(['progress', 'elapsed']);

const word = (arg: Arg, name: string): string => {
  if (Array.isArray(arg)) return arg.map((one) => word(one, name)).join('; ');
  return typeof arg === 'number' && shares.has(name) ? `${Math.round(arg * 1000) / 10} %` : String(arg);
};

/** The sentence of a reason. */
export const sayCommitment = (reason: CommitmentReason, args: Args): string => fill(all[reason], args, word);

/** A reason with its values and its sentence. */
export const told = (reason: CommitmentReason, args: Args = {}): CommitmentSentence => ({
  reason,
  args,
  says: sayCommitment(reason, args),
});
