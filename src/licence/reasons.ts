import type { LicenceScope } from '../model/licence.ts';
import { type Arg, type Args, fill, isSentence, type Sentence } from '../model/sentence.ts';

/* What is said of licences, from reasons and their values alone: reviews are told again where no licence is read. */

/** Every reason a verdict can give, with the sentence a reviewer would sign; `{title}` is the licence. */
export const licenceReasons = {
  approved: '{title} is approved as conformant with the Open Definition (opendefinition.org).',
  'open-by-terms':
    '{title} is not on the list of the Open Definition, but its terms let anyone use, change and redistribute, with at most attribution and share-alike.',
  'public-domain': 'The text says that no copyright holds the data: it is in the public domain.',
  'non-commercial': '{title} forbids commercial use, so it is not open.',
  'no-derivatives': '{title} forbids changed versions, so it is not open.',
  'permission-needed': '{title} asks for permission before use, or forbids copying, so it is not open.',
  'purpose-bound': '{title} allows certain purposes only, such as personal use, study or viewing, so it is not open.',
  fee: '{title} asks for a fee, so it is not open.',
  'rights-reserved': '{title} reserves all rights, so nothing is granted.',
  rejected: '{title} is listed as not conformant with the Open Definition (opendefinition.org).',
  'not-approved': '{title} is not approved by the Open Definition, and only approved licences count here.',
  'no-licence-named': '{title} names no licence.',
  'change-not-granted':
    'The text lets its content be copied, and does not say that it may be changed or used for any purpose.',
  'commercial-use-unclear': 'The text denies something and names commercial use, and does not say which uses are free.',
  'not-granted':
    'The text names a licence and does not grant it: it speaks of a plan, a wish, the past, a question, a comparison, a choice, a part, or a condition that is not met.',
  'data-excepted': 'The licence is granted for other things, and the data is excepted from it.',
  'name-not-whole':
    'What stands in or beside the name of the licence is not known, and may take back what the licence grants.',
  'list-of-licences':
    'Several licences are listed to choose from, and the text does not say which holds for this data.',
  'not-understood': 'The text grants, and holds words that are not understood and may take back what it grants.',
  'something-else': 'A licence is stated for something else, such as code, pictures or texts, and none for the data.',
  'no-conditions':
    'The record says that no conditions apply, and names no licence and grants nothing in so many words.',
  'conditions-unknown': 'The record says that conditions apply, or that they are not known, and does not tell them.',
  'access-limited': 'The record says that not everyone may have the data.',
  'further-terms': 'The text asks that further terms be accepted, or may be withdrawn.',
  conflict: 'What is granted in one place is taken back in another.',
  several: 'Several licences are named, open ones and others, and the text does not say which holds for this data.',
  unclear: '{title} does not say whether anyone may use, change and redistribute.',
  'unknown-address': 'No licence is known at this address.',
  'unknown-name': 'No licence of this name is known.',
} as const;

export type LicenceReason = keyof typeof licenceReasons;

const isReason = (reason: string): reason is LicenceReason => Object.hasOwn(licenceReasons, reason);

/** What is said of a licence that is no longer offered. */
const standing = ({ status, successor }: Args): string => {
  if (status === undefined) return '';
  const by = successor === undefined ? '' : ` by ${successor}`;
  return ` It was ${status}${by}, and is judged by its own terms.`;
};

/** The sentences of a verdict: its reason, how the licence stands, the doubt about a licence, and both sides of what a text takes back. */
export const sayVerdict = ({ reason, args }: Sentence): string => {
  const { title = '', doubt, grant, limit } = args;
  if (reason === 'open-by-terms' && title === '') return 'The text lets anyone use, change and redistribute.';
  const text = isReason(reason) ? licenceReasons[reason] : reason;
  const said = fill(text, { ...args, title: title === '' ? 'The text' : title }, String);
  const noted = doubt === undefined ? '' : ` Note: ${doubt}.`;
  const quoted = grant === undefined ? '' : ` It says «${grant}», and also «${limit}».`;
  return `${said}${standing(args)}${noted}${quoted}`;
};

const scopeNames: Readonly<Record<LicenceScope, string>> = {
  file: 'this file',
  dataset: 'this dataset',
  portal: 'the portal',
  site: 'the web site',
  footer: 'the page, in its footer',
};

const isScope = (scope: Arg | undefined): scope is LicenceScope =>
  typeof scope === 'string' && Object.hasOwn(scopeNames, scope);

const quote = (arg: Arg): string => (isSentence(arg) ? `«${arg.args['quote']}» (${arg.args['where']})` : String(arg));

/** The sentences of what governs. */
export const sayGoverning = ({ reason, args }: Sentence): string => {
  const { mention, places, one, other, scope } = args;
  const seen = mention === undefined ? '' : ` The only mention is ${quote(mention)}.`;
  if (reason === 'not-reached')
    return `No statement about a licence was found, and not every place where one would stand could be reached.${seen}`;
  if (reason === 'no-statement')
    return `No statement about a licence was found in ${places === 1 ? 'one place' : `${places} places`} where one would stand; without a visible licence data is not open.${seen}`;
  if (one !== undefined && other !== undefined)
    return `Statements of equal reach contradict each other: ${quote(one)} and ${quote(other)}.`;
  const of = isScope(scope) ? ` This is said of ${scopeNames[scope]}.` : '';
  return `${sayVerdict({ reason, args })}${of}`;
};
