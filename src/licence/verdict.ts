import type { LicenceVerdict } from '../model/licence.ts';
import { type Args, fill, type Sentence } from '../model/sentence.ts';
import type { LicenceEntry } from './data.ts';

/** `strict` counts only what opendefinition.org approved; `by-terms` also what its own terms plainly open. */
export type LicencePolicy = 'strict' | 'by-terms';

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

type Matched = LicenceVerdict['matched'];

const restrictionOf: Readonly<Record<string, LicenceReason>> = {
  nc: 'non-commercial',
  nd: 'no-derivatives',
  fee: 'fee',
  closed: 'rights-reserved',
  'computational-use-only': 'purpose-bound',
};

const isClosed = (entry: LicenceEntry): boolean => entry.openByTerms === false || entry.conformance === 'rejected';

const whyClosed = ({ conditions = [] }: LicenceEntry): LicenceReason => {
  const condition = ['nc', 'nd', 'fee', 'closed', 'computational-use-only'].find((name) => conditions.includes(name));
  return (condition && restrictionOf[condition]) || 'rejected';
};

const decide = (entry: LicenceEntry, policy: LicencePolicy): readonly [LicenceVerdict['open'], LicenceReason] => {
  if (isClosed(entry)) return ['No', whyClosed(entry)];
  if (entry.conformance === 'approved') return ['Yes', 'approved'];
  if (entry.openByTerms === true) return policy === 'by-terms' ? ['Yes', 'open-by-terms'] : ['Unsure', 'not-approved'];
  return ['Unsure', entry.generic === true && (entry.conditions ?? []).length === 0 ? 'no-licence-named' : 'unclear'];
};

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

/** What a known licence comes to. */
export const verdictOf = (entry: LicenceEntry, policy: LicencePolicy, matched: Matched): LicenceVerdict => {
  const [open, reason] = decide(entry, policy);
  const { title, doubt, status, successor } = entry;
  const args = {
    title,
    ...(doubt === undefined ? {} : { doubt }),
    ...(status === undefined ? {} : { status }),
    ...(successor === undefined ? {} : { successor }),
  };
  return {
    id: entry.generic === true ? null : (entry.sameAs ?? entry.id),
    title: entry.title,
    open,
    conformance: entry.conformance === 'rejected' ? 'not-approved' : entry.conformance,
    reason,
    says: sayVerdict({ reason, args }),
    args,
    matched,
    conditions: entry.conditions ?? [],
  };
};

const openOf: Partial<Readonly<Record<LicenceReason, LicenceVerdict['open']>>> = {
  'open-by-terms': 'Yes',
  'public-domain': 'Yes',
  'non-commercial': 'No',
  'no-derivatives': 'No',
  'permission-needed': 'No',
  'purpose-bound': 'No',
  fee: 'No',
  'rights-reserved': 'No',
};

/** The conditions that a reason of its own amounts to, in the words of the table. */
const conditionsOf: Partial<Readonly<Record<LicenceReason, readonly string[]>>> = {
  'public-domain': ['pd'],
  'non-commercial': ['nc'],
  'no-derivatives': ['nd'],
  fee: ['fee'],
  'rights-reserved': ['closed'],
};

/** What words come to that name no known licence; `args` are the values of their sentence. */
export const unnamedVerdict = (
  reason: LicenceReason,
  policy: LicencePolicy,
  matched: Matched,
  args: Args = {},
): LicenceVerdict => {
  const open = openOf[reason] ?? 'Unsure';
  const isTooLittle = open === 'Yes' && policy === 'strict';
  const given: LicenceReason = isTooLittle ? 'not-approved' : reason;
  return {
    id: null,
    title: '',
    open: isTooLittle ? 'Unsure' : open,
    conformance: 'unknown',
    reason: given,
    says: sayVerdict({ reason: given, args }),
    args,
    matched,
    conditions: conditionsOf[reason] ?? [],
  };
};
