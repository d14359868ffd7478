import { english } from '../messages/english.ts';
import type { Messages, MessageValue } from '../messages/messages.ts';
import { valuesOf, yesIf } from '../messages/values.ts';
import type { LicenceScope } from '../model/licence.ts';
import { type Arg, type Args, isSentence, type Sentence } from '../model/sentence.ts';

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

/** A value that the reason may be without. */
const textOf = (arg: Arg | undefined): string => (arg === undefined ? '' : String(arg));

/** What is said of a licence that is no longer offered. */
const standing = ({ status, successor }: Args, messages: Messages): string =>
  status === undefined
    ? ''
    : messages.say('licence.standing', {
        ...{ status: String(status), hasSuccessor: yesIf(successor !== undefined), successor: textOf(successor) },
      });

const inRow = (sentences: readonly string[]): string => sentences.filter((one) => one !== '').join(' ');

const reasonSaid = ({ reason, args }: Sentence, messages: Messages): string => {
  const title = textOf(args['title']);
  if (!isReason(reason)) return reason;
  const values = { ...valuesOf(args), title: title === '' ? messages.words('licence.the-text') : title };
  return messages.sayOr(`licence.reasons.${reason}`, licenceReasons[reason], values);
};

/**
 * What a reader should know of a licence besides: its kind, by how the remark on it begins. Other remarks are for those who keep the list,
 * and stand in the JSON alone.
 */
const doubtOf = (doubt: Arg | undefined, messages: Messages): string => {
  const [first = ''] = textOf(doubt).split(/[;,:]/);
  const id = `licence.kinds.${first.trim().replaceAll(' ', '-')}`;
  return doubt !== undefined && messages.has(id) ? messages.say(id) : '';
};

/** The sentences of a verdict: its reason, how the licence stands, the doubt about a licence, and both sides of what a text takes back. */
export const sayVerdict = ({ reason, args }: Sentence, messages: Messages = english): string => {
  const { title = '', doubt, grant, limit } = args;
  if (reason === 'open-by-terms' && title === '') return messages.say('licence.any-use');
  return inRow([
    reasonSaid({ reason, args }, messages),
    standing(args, messages),
    doubtOf(doubt, messages),
    grant === undefined ? '' : messages.say('licence.both', { grant: String(grant), limit: textOf(limit) }),
  ]);
};

const scopes: readonly string[] = ['file', 'dataset', 'portal', 'site', 'footer'] satisfies readonly LicenceScope[];

const quote = (arg: Arg, messages: Messages): MessageValue =>
  isSentence(arg)
    ? messages.words('licence.mentioned', { quote: textOf(arg.args['quote']), where: textOf(arg.args['where']) })
    : String(arg);

/** The sentences of what governs. */
export const sayGoverning = ({ reason, args }: Sentence, messages: Messages = english): string => {
  const { mention, places, one, other, scope } = args;
  const seen = mention === undefined ? '' : messages.say('licence.mention', { mention: quote(mention, messages) });
  if (reason === 'not-reached') return inRow([messages.say('licence.not-reached'), seen]);
  if (reason === 'no-statement') return inRow([messages.say('licence.no-statement', { places: Number(places) }), seen]);
  if (one !== undefined && other !== undefined)
    return messages.say('licence.contradiction', { one: quote(one, messages), other: quote(other, messages) });
  const of = scopes.includes(String(scope)) ? messages.say(`licence.scopes.${scope}`) : '';
  return inRow([sayVerdict({ reason, args }, messages), of]);
};
